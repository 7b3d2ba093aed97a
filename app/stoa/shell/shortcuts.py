"""What the keys of the window do: each action by its name, wherever the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stoa.shell.sheets.keys import KeysSheet
from stoa.shell.stepping import Stepping

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from stoa.shell.launcher_desk import LauncherDesk
    from stoa.shell.navigation import Navigation
    from stoa.shell.room_desk import RoomDesk
    from stoa.shell.rooms import Rooms
    from stoa.shell.sharing import Sharing
    from stoa.shell.stage import Stage
    from stoa.shell.window import MainWindow


class Shortcuts(QObject):
    """Does what ``MainWindow.did_shortcut`` names. While a sheet is open, its question comes first.

    To close is then to refuse what a mini-app asks; a sheet of the host, which may hold a text in the making, stays.
    """

    def __init__(  # noqa: PLR0913, PLR0917  the keys reach every part of the window
        self, window: MainWindow, stage: Stage, navigation: Navigation, launcher: LauncherDesk, rooms: Rooms,
        desk: RoomDesk, sharing: Sharing, spawn: Callable[[Coroutine[Any, Any, Any]], object],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._navigation = navigation
        self._launcher = launcher
        self._rooms = rooms
        self._desk = desk
        self._actions: dict[str, Callable[[], object]] = {
            "search": self._search,
            "compose": lambda: spawn(sharing.write()),
            "close": self._close,
            "next": lambda: self._step(1),
            "previous": lambda: self._step(-1),
            "reload": self._reload,
            "open": lambda: spawn(launcher.choose_folder()),
            "settings": lambda: navigation.show_place("settings"),
            "quit": window.close,
            "pane": window.switch_pane,
            "back": self._back,
            "keys": lambda: KeysSheet(window.theme, window).open(),
        }
        window.did_shortcut.connect(self._on_shortcut)
        self._stepping = Stepping(window.windowHandle(), self)
        self._stepping.did_expect.connect(self._expect)

    def _on_shortcut(self, action: str) -> None:
        if action == "quit" or not self._window.has_sheet:
            self._actions[action]()
        elif action == "close":
            self._desk.refuse_question(self._window)

    def _search(self) -> None:
        self._navigation.show_place("apps")
        self._launcher.page.focus_search()

    def _close(self) -> None:
        if (face := self._rooms.front()) is not None:
            self._desk.close(face.key)

    def _reload(self) -> None:
        if (face := self._rooms.front()) is not None:
            face.reload()

    def _step(self, step: int) -> None:
        """Go to the next tab."""
        if key := self._key_at(step):
            self._stage.room_chosen.emit(key)
        else:
            self._navigation.show_place("apps")
        self._stepping.note_step(step)

    def _expect(self, step: int) -> None:
        if not self._window.has_sheet and (key := self._key_at(step)):
            self._stage.tabs.did_rest.emit(key)

    def _key_at(self, step: int) -> str:
        """The key of the tab so many steps on, from the last to the launcher's, which is empty, and on."""
        front = self._rooms.front()
        keys = ["", *self._stage.tabs.keys]
        return keys[(keys.index(front.key if front is not None else "") + step) % len(keys)]

    def _back(self) -> None:
        """Back inside the app where its page offers it; otherwise, in a narrow window, to the feed."""
        face = self._rooms.front()
        if face is not None and face.back:
            self._stage.frame.header.back_pressed.emit()
        elif self._window.is_narrow:
            self._navigation.show_place("feed")
