"""What the rooms of an account are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.contract.caller import Caller
from stoa.engine.spec import RoomSpec
from stoa.shell.page_ground import ground_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QColor

    from stoa.miniapp.app import MiniApp
    from stoa.services.host.scene import Scene


class RoomSpecs:
    """Makes a spec for each room, and numbers the rooms. ``account_id`` is whose they are, ``language`` a BCP 47 tag.

    ``storage`` is the folder of all rooms; ``granted`` gives the web features allowed to a caller now.
    """

    def __init__(
        self,
        storage: Path,
        granted: Callable[[Caller], frozenset[str]],
        background: Callable[[], QColor],
        language: str,
    ) -> None:
        self._storage = storage
        self._granted = granted
        self._background = background
        self._language = language
        self._next_id = 1
        self.account_id = ""

    def key(self, app: MiniApp) -> str:
        """The key of the account's room of an app."""
        return f"{self.account_id}/{app.key}"

    def make(self, app: MiniApp, scene: Scene) -> RoomSpec:
        """What the next room is made from."""
        caller = Caller(
            account_id=self.account_id,
            app_id=app.app_id,
            app_name=app.manifest.name,
            room_key=self.key(app),
            room_id=self._next_id,
            scene=scene.value,
            declared=app.manifest.permission_names,
        )
        self._next_id += 1
        folder = self._storage / self.account_id / app.key
        return RoomSpec(
            app, caller, folder, lambda: self._granted(caller), self._language, ground_of(app, self._background())
        )
