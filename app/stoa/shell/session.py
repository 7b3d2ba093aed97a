"""What comes back at the next start: the window's place, the open tabs, and what was being read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from stoa.contract.errors import StoaError

if TYPE_CHECKING:
    from stoa.shell.apps import Apps
    from stoa.shell.feed.pane import FeedPane
    from stoa.shell.room_face import RoomFace
    from stoa.shell.rooms import Rooms
    from stoa.shell.stage import Stage
    from stoa.shell.window import MainWindow

_SAVE_AFTER_MS = 800
_TABS_MAX = 30


class Settings(Protocol):
    """Keeps JSON values under names."""

    def get(self, name: str, default: Any) -> Any:
        """What is kept, or the default."""
        ...

    def set(self, name: str, value: Any) -> None:
        """Keep a value."""
        ...


class Session(QObject):
    """Saves a little while after each change, so that a program that is killed loses next to nothing.

    ``failed`` carries a sentence for the person when it could not.
    """

    failed = Signal(str)

    def __init__(self, window: MainWindow, stage: Stage, feed: FeedPane, apps: Apps, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._feed = feed
        self._apps = apps
        self._settings = settings
        self._account: Settings = settings
        self._rooms: Rooms | None = None
        self._ended = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)

    def set_account(self, settings: Settings) -> None:
        """Keep tabs and reading place under another account from now on."""
        self._account = settings

    def restore_feed(self) -> None:
        """Go back to what was being read."""
        state = self._account.get("feed", {})
        if isinstance(state, dict):
            self._feed.restore_scroll_state(state)

    def restore_rooms(self, rooms: Rooms) -> None:
        """Bring the tabs back; only the one in front becomes a room now."""
        self._rooms = rooms
        state = self._account.get("tabs", {})
        tabs = state.get("open", []) if isinstance(state, dict) else []
        for tab in tabs[:_TABS_MAX] if isinstance(tabs, list) else []:
            if isinstance(tab, list) and len(tab) == 2 and all(isinstance(part, str) for part in tab):
                app = self._apps.by_key(tab[0])
                if app is not None and tab[1].startswith("/"):
                    rooms.add_dormant(app, tab[1])
        front = state.get("front") if isinstance(state, dict) else None
        if isinstance(front, str) and front in self._stage.tabs.keys:
            rooms.show(front)

    def follow(self, rooms: Rooms) -> None:
        """Note from now on what is opened, closed and moved."""
        rooms.did_open.connect(self._on_opened)
        rooms.did_close.connect(self.note_change)
        self._window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notes where the window is put."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self.note_change()
        return False

    def note_change(self, *_: object) -> None:
        """Something worth keeping changed."""
        if not self._ended:
            self._timer.start()

    def end(self) -> None:
        """Keep everything a last time: that the rooms are closed after this is not worth keeping."""
        self.save()
        self._ended = True

    def save(self) -> None:
        """Keep everything now."""
        self._timer.stop()
        try:
            self._save()
        except StoaError as error:
            self.failed.emit(str(error))

    def _save(self) -> None:
        self._settings.set("window", self._window.state())
        self._account.set("feed", self._feed.scroll_state())
        if self._rooms is not None:
            front = self._rooms.front()
            tabs = [list(tab) for tab in self._rooms.open_tabs()]
            self._account.set("tabs", {"open": tabs, "front": None if front is None else front.key})

    def _on_opened(self, face: RoomFace) -> None:
        face.room.did_change_path.connect(self.note_change)
        self.note_change()
