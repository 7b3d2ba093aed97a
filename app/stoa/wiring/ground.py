"""What a room is made from apart from the window: apps, what the person answered, and what stands behind it.

A start for a mini-app lets its room stand before its page on this, while the window is still imported.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from stoa.contract.errors import StoaError
from stoa.engine.room import Room
from stoa.miniapp.address import parse_address
from stoa.miniapp.catalog import Catalog
from stoa.paths import miniapps, sdk
from stoa.permissions import PERMISSION_NAMES, PERMISSIONS
from stoa.services.host.scene import Scene
from stoa.shell.agreed import Agreed
from stoa.shell.apps import Apps
from stoa.shell.room_specs import RoomSpecs
from stoa.shell.standing import Standing
from stoa.wiring.backing import RoomBacking

if TYPE_CHECKING:
    from stoa.engine.filter_proxy import FilterProxy
    from stoa.wiring.program import Program


class Ground:
    """Apps, answers and backing, and the first room until somebody takes it."""

    def __init__(self, program: Program, proxy: FilterProxy) -> None:
        stores = program.stores
        catalog = Catalog(miniapps(), program.paths.packages, PERMISSION_NAMES)
        self.apps = Apps(catalog, stores.launches, PERMISSION_NAMES, stores.clock)
        self.agreed = Agreed(stores.agreed)
        self.standing = Standing(stores.grants, PERMISSIONS)
        self.proxy = proxy
        self.backing = RoomBacking(proxy, sdk().read_bytes())
        self.specs = RoomSpecs(
            program.paths.rooms, self.standing.granted, lambda: program.theme.color("card"), program.language
        )
        self.specs.account_id = program.account.id
        self._first: Room | None = None

    def stand_before(self, target: str) -> None:
        """Make a room ready for a ``stoa:`` link, if its app can be opened without asking the person first."""
        with suppress(StoaError):
            address = parse_address(target)
            app = self.apps.by_id(address.app_id)
            if app is not None and not self.agreed.is_due(app):
                if app.manifest.network:
                    # Its page waits until it is introduced (see ``stoa.engine.introduction``).
                    self.proxy.start()
                self._first = Room(self.specs.make(app, Scene.LINK), self.backing)
                self._first.warm_up(address.path)

    def take_first(self) -> Room | None:
        """The room that stands before its page, which is the taker's from now on: kept here, it would never end."""
        first, self._first = self._first, None
        return first
