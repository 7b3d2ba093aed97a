"""What comes back at the next start: the window's place, the open tabs, and what was being read."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from stoa.contract.errors import StoaError
from stoa.shell.refusal_words import told

if TYPE_CHECKING:
    from stoa.shell.apps import Apps
    from stoa.shell.feed.pane import FeedPane
    from stoa.shell.room_face import RoomFace
    from stoa.shell.rooms import Rooms
    from stoa.shell.stage import Stage
    from stoa.shell.torn_rooms import TornRooms
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

    def __init__(self, window: MainWindow, stage: Stage, apps: Apps, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._feed: FeedPane | None = None
        self._apps = apps
        self._settings = settings
        self._account: Settings = settings
        self._rooms: Rooms | None = None
        self._torn: TornRooms | None = None
        self._ended = False
        # What the last run left, where a room was opened before it was brought back; then nothing else comes in front.
        self._found: dict[str, Any] | None = None
        self._has_first = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)

    def set_account(self, settings: Settings) -> None:
        """Keep tabs and reading place under another account from now on."""
        self._account = settings

    def follow_feed(self, feed: FeedPane) -> None:
        """Note from now on what is read."""
        self._feed = feed
        feed.did_scroll.connect(self.note_change)
        feed.timeline_changed.connect(self.note_change)

    def restore_feed(self) -> None:
        """Go back to what was being read."""
        state = self._account.get("feed", {})
        if isinstance(state, dict) and self._feed is not None:
            self._feed.restore_scroll_state(state)

    def restore_tabs(self, rooms: Rooms) -> None:
        """Bring the tabs back, all of them asleep: something else comes to the front first."""
        self._found = found = self._account.get("tabs", {})
        self._add_dormant(rooms, found.get("open"))

    def keep_first(self, rooms: Rooms) -> None:
        """Keep at once which room came to the front before everything else: it may be about to take all down."""
        if (front := rooms.front()) is not None:
            self._has_first = True
            tabs = [list(tab) for tab in rooms.open_tabs()]
            with suppress(StoaError):
                self._account.set("tabs", {**(self._found or {}), "open": tabs, "front": front.key})

    def restore_rooms(self, rooms: Rooms, *, asleep: bool = False) -> dict[str, str]:
        """Bring tabs and windows back; only what was seen becomes a room now, and with ``asleep`` not even that.

        Returns the apps that were seen and sleep because of it: their names by room key.
        """
        self._rooms = rooms
        state, self._found = self._account.get("tabs", {}) if self._found is None else self._found, None
        has_first, self._has_first = self._has_first, False
        front = state.get("front")
        names = self._add_dormant(rooms, state.get("open"))
        torn = self._add_dormant(rooms, state.get("torn"))
        if asleep:
            return {key: name for key, name in (names | torn).items() if key == front or key in torn}
        # The person may have gone elsewhere from the first one, or closed it.
        if isinstance(front, str) and front in names and rooms.front() is None and not has_first:
            rooms.show(front)
        for key in torn:
            if self._torn is not None:
                self._torn.tear(key)
        return {}

    def _add_dormant(self, rooms: Rooms, tabs: object) -> dict[str, str]:
        """Add the tabs that were kept; the apps' names by room key."""
        names = {}
        for tab in tabs[:_TABS_MAX] if isinstance(tabs, list) else []:
            if isinstance(tab, list) and len(tab) == 2 and all(isinstance(part, str) for part in tab):
                app = self._apps.by_key(tab[0])
                if app is not None and tab[1].startswith("/"):
                    names[rooms.add_dormant(app, tab[1])] = app.manifest.short_name or app.manifest.name
        return names

    def follow(self, rooms: Rooms, torn: TornRooms | None = None) -> None:
        """Note from now on what is opened, closed, torn off and moved."""
        self._torn = torn
        if torn is not None:
            torn.did_change.connect(self.note_change)
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

    def keep_rooms(self, *_: object) -> None:
        """Keep at once which rooms are open and which is in front: it may be about to take everything down."""
        # What the disk refuses is told when everything is kept, a moment later.
        with suppress(StoaError):
            self._keep_rooms()
        self.note_change()

    def save(self) -> None:
        """Keep everything now."""
        self._timer.stop()
        try:
            self._save()
        except StoaError as error:
            self.failed.emit(told(error))

    def _save(self) -> None:
        self._settings.set("window", self._window.state())
        if self._feed is not None:
            self._account.set("feed", self._feed.scroll_state())
        self._keep_rooms()
        if self._torn is not None:
            self._torn.keep_places()

    def _keep_rooms(self) -> None:
        if self._rooms is not None and not self._ended:
            front = self._rooms.front()
            tabs = [list(tab) for tab in self._rooms.open_tabs()]
            torn = [] if self._torn is None else [list(room) for room in self._torn.open_rooms()]
            kept = {"open": tabs, "torn": torn, "front": None if front is None else front.key}
            self._account.set("tabs", kept)

    def _on_opened(self, face: RoomFace) -> None:
        face.room.did_change_path.connect(self.note_change)
        self.note_change()
