"""What the settings stand on, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping
    from pathlib import Path

    from stoa.contract.permission import Permission
    from stoa.services.identity.consent_store import ConsentStore
    from stoa.services.identity.handlers import IdentityHandlers
    from stoa.services.identity.store import AccountStore
    from stoa.services.identity.vault import Vault
    from stoa.services.launches.store import LaunchStore
    from stoa.services.permissions.agreed_store import AgreedAsks
    from stoa.services.permissions.store import GrantTable, RefusalLog
    from stoa.services.settings.store import SettingsStore
    from stoa.services.storage.store import StorageTable
    from stoa.services.syndication.refresher import Refresher
    from stoa.services.syndication.store import SubscriptionStore
    from stoa.shell.account_desk import AccountDesk
    from stoa.shell.apps import Apps
    from stoa.shell.navigation import Navigation
    from stoa.shell.rooms import Rooms
    from stoa.shell.sleep_desk import SleepDesk
    from stoa.shell.window import MainWindow
    from stoa.ui.theme import Theme


class SettingsParts(Record):
    """What the settings show and change."""

    theme: Theme
    window: MainWindow
    navigation: Navigation
    apps: Apps
    rooms: Rooms
    sleep: SleepDesk
    accounts: AccountDesk
    account_store: AccountStore
    settings: SettingsStore
    grants: GrantTable
    agreed: AgreedAsks
    refusals: RefusalLog
    launches: LaunchStore
    consents: ConsentStore
    identity: IdentityHandlers
    vault: Vault
    storage: StorageTable
    subscriptions: SubscriptionStore
    refresher: Refresher
    permissions: Mapping[str, Permission]
    rooms_folder: Path
    has_starter: Callable[[], bool]
    spawn: Callable[[Coroutine[Any, Any, Any]], object]
