"""Fills the settings from the stores, and does what is chosen there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stoa.contract.errors import StoaError
from stoa.contract.permission import Consent
from stoa.miniapp.app import MiniApp, Source
from stoa.miniapp.grants import Answer
from stoa.miniapp.risk import risk_of
from stoa.shell.following_desk import FollowingDesk
from stoa.shell.permission_words import permission_sentence, permission_title
from stoa.shell.refusal_words import told
from stoa.shell.risk_words import risk_look
from stoa.shell.settings.faces import AccountFace, AppStanding, GeneralFace, PermissionFace, RefusalFace
from stoa.shell.settings.page import SettingsPage
from stoa.shell.signers_desk import SignersDesk, signer_face
from stoa.shell.storage_watch import ROOM_MAX_BYTES, folder_size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stoa.shell.removals import Removals
    from stoa.shell.settings_parts import SettingsParts

_ANSWERS = {"allow": Answer.ALWAYS, "never": Answer.NEVER}
_STANDINGS = {Answer.ALWAYS: "allow", Answer.NEVER: "never"}
_REFUSALS = 30


class SettingsDesk(QObject):
    """Keeps the page in step while it is shown. Removing the starter content is left to wiring.

    ``did_remove`` comes when an app was uninstalled, or could not be.
    """

    starter_removal_confirmed = Signal()
    did_remove = Signal()

    def __init__(self, parts: SettingsParts, removals: Removals) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._removals = removals
        self._secrets = ""
        self.page = SettingsPage(parts.theme)
        self._connect_general()
        self._connect_apps()
        self.following = FollowingDesk(
            self.page.following, parts.window, parts.navigation, parts.accounts, parts.subscriptions, parts.refresher,
            parts.spawn,
        )  # fmt: skip
        self.signers = SignersDesk(self.page.apps.signers, parts.apps, parts.navigation, self)

    def refresh(self) -> None:
        """Show everything as it is now."""
        self._show_general()
        self._show_accounts()
        self.following.refresh()
        self._parts.spawn(self._show_apps())
        if not self._secrets:
            self._parts.spawn(self._show_secrets())

    def show_app(self, app_key: str) -> None:
        """Show what one mini-app may do."""
        self._parts.spawn(self._show_one(app_key))

    async def remove_app(self, app_key: str) -> None:
        """Uninstall an app, or forget its folder, with what it kept."""
        await self._removals.remove_app(app_key)
        self.did_remove.emit()
        self.refresh()

    def _connect_general(self) -> None:
        parts, page = self._parts, self.page.general
        page.mode_chosen.connect(self._on_mode_chosen)
        page.language_chosen.connect(self._on_language_chosen)
        page.motion_chosen.connect(self._on_motion_chosen)
        page.awake_max_chosen.connect(parts.sleep.choose_awake_max)
        page.starter_removal_confirmed.connect(self.starter_removal_confirmed)
        accounts = self.page.accounts
        accounts.switch_pressed.connect(parts.accounts.switch)
        accounts.add_entered.connect(parts.accounts.add)
        accounts.rename_entered.connect(parts.accounts.rename)
        accounts.picture_pressed.connect(lambda key: parts.spawn(parts.accounts.choose_picture(key)))
        accounts.removal_confirmed.connect(lambda key: parts.spawn(self._removals.remove_account(key)))
        parts.accounts.did_change.connect(self._show_accounts)
        parts.accounts.did_switch.connect(lambda _account: self.refresh())

    def _connect_apps(self) -> None:
        parts, page = self._parts, self.page.apps
        page.answer_chosen.connect(self._on_answer_chosen)
        page.consent_withdrawn.connect(self._on_consent_withdrawn)
        page.clear_confirmed.connect(lambda key: parts.spawn(self._clear_and_say(key)))
        page.reset_confirmed.connect(self._on_reset_confirmed)
        page.uninstall_confirmed.connect(lambda key: parts.spawn(self.remove_app(key)))

    def _show_general(self) -> None:
        settings = self._parts.settings
        language = settings.get("language", "system")
        self.page.general.show_face(
            GeneralFace(
                mode=self._parts.theme.mode,
                language="en" if language == "en" else "de" if language == "de" else "system",
                motion=self._parts.theme.motion,
                has_starter=self._parts.has_starter(),
                secrets=self._secrets,
                awake_max=self._parts.sleep.awake_max,
            )
        )

    def _show_accounts(self) -> None:
        desk = self._parts.accounts
        self.page.accounts.show_accounts(
            [
                AccountFace(
                    account.id, account.name, account.handle, desk.pixmap(account), account.id == desk.current.id
                )
                for account in self._parts.account_store.all()
            ]
        )

    async def _show_secrets(self) -> None:
        # Asking the system's keyring may wait for the person to unlock it.
        try:
            self._secrets = told(await asyncio.to_thread(self._parts.vault.where))
        except StoaError as error:
            self._secrets = told(error)
        self._show_general()

    async def _show_one(self, app_key: str) -> None:
        await self._show_apps()
        self.page.show_app(app_key)

    async def _show_apps(self) -> None:
        self.signers.refresh()
        apps = self._parts.apps.all()
        folders = {app.key: self._parts.rooms_folder / self._account_id / app.key for app in apps}
        sizes = await asyncio.to_thread(lambda: {key: folder_size(folder) for key, folder in folders.items()})
        self.page.apps.show_apps([self._standing(app, sizes[app.key]) for app in apps])

    def _standing(self, app: MiniApp, on_disk: int) -> AppStanding:
        parts, account, manifest = self._parts, self._account_id, app.manifest
        consent = parts.consents.get(account, app.key)
        known = None
        if consent is not None:
            profile = any(scope.value == "profile" for scope in consent)
            known = self.tr("A private name, your display name and picture") if profile else self.tr("A private name")
        refusals = parts.refusals.newest(app.key, _REFUSALS, account)
        return AppStanding(
            key=app.key,
            name=manifest.short_name or manifest.name,
            line=f"{app.app_id} · {manifest.version.name}" if app.has_manifest else app.app_id,
            icon=parts.apps.icon(app),
            permissions=tuple(self._permissions(app)),
            network=tuple(manifest.network),
            known=known,
            stored=parts.storage.usage(f"{account}/{app.key}").size + on_disk,
            stored_limit=ROOM_MAX_BYTES,
            memory=parts.sleep.memory_words(f"{account}/{app.key}"),
            refusals=tuple(RefusalFace(entry.what, entry.rule, entry.fix, entry.times) for entry in refusals),
            removable=app.source is not Source.BUNDLED,
            risk=risk_look(risk_of(app), parts.permissions),
            signer=signer_face(app),
        )

    def _permissions(self, app: MiniApp) -> Iterable[PermissionFace]:
        remembered = self._parts.grants.all_of(self._account_id, app.key)
        for request in app.manifest.permissions:
            if (permission := self._parts.permissions.get(request.name)) is not None:
                standing = _STANDINGS.get(remembered[request.name]) if request.name in remembered else None
                yield PermissionFace(
                    permission.name,
                    permission_title(permission),
                    permission_sentence(permission),
                    request.reason,
                    "allow" if standing == "allow" else "never" if standing == "never" else "ask",
                    permission.consent is Consent.MEDIATED,
                )

    def _on_mode_chosen(self, mode: str) -> None:
        # What is chosen is so, even where the disk refuses to keep it for the next start.
        self._parts.theme.set_mode("light" if mode == "light" else "dark" if mode == "dark" else "system")
        self._parts.settings.set("theme", mode)

    def _on_motion_chosen(self, motion: bool) -> None:  # noqa: FBT001  a slot
        self._parts.theme.motion = motion
        self._parts.settings.set("motion", motion)

    def _on_language_chosen(self, language: str) -> None:
        self._parts.settings.set("language", language)
        self._parts.navigation.toast(self.tr("The language changes at the next start."), "neutral")

    def _on_answer_chosen(self, key: str, permission: str, standing: str) -> None:
        try:
            if standing in _ANSWERS:
                self._parts.grants.remember(self._account_id, key, permission, _ANSWERS[standing])
            else:
                self._parts.grants.forget(self._account_id, key, permission)
        except StoaError:
            # Nobody may believe that something is forbidden which is not.
            self.show_app(key)
            raise

    def _on_consent_withdrawn(self, key: str) -> None:
        self._parts.identity.take_back(self._account_id, key)
        self.show_app(key)

    def _on_reset_confirmed(self, key: str) -> None:
        self._parts.grants.forget(self._account_id, key)
        self.show_app(key)

    async def _clear_and_say(self, key: str) -> None:
        await self._removals.clear(self._account_id, key)
        self._parts.navigation.toast(self.tr("Its data is deleted."), "good")
        await self._show_one(key)

    @property
    def _account_id(self) -> str:
        return self._parts.accounts.current.id
