"""Everything that passes between the window and the open rooms: events one way, requests the other."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.contract.wire import Nothing, Wire
from stoa.miniapp.address import Address
from stoa.services.host.api import AREA as HOST
from stoa.services.host.api import Confirm, LinkOpened
from stoa.services.host.scene import Scene
from stoa.shell.page_ground import ground_of
from stoa.shell.room_menu import RoomMenu
from stoa.shell.room_report import report_of
from stoa.shell.sheets.question import ConfirmSheet
from stoa.shell.surface import RoomSurface, wire_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from stoa.contract.caller import Caller
    from stoa.contract.method import Event
    from stoa.engine.pool import RoomPool
    from stoa.engine.room import Room
    from stoa.shell.questions import Questions
    from stoa.shell.room_face import RoomFace
    from stoa.shell.room_frame import RoomFrame
    from stoa.shell.rooms import Rooms
    from stoa.shell.stage import Stage
    from stoa.ui.theme import Theme

EVENTS: dict[str, Event] = {event.name: event for event in HOST.events}


class Navigator(Protocol):
    """What the rooms may ask of the window's navigation."""

    def toast(self, text: str, tone: str) -> None:
        """Show a short notice."""
        ...

    def name_of(self, app_id: str) -> str | None:
        """The name of an app that can be opened, or None."""
        ...

    def open_by_id(self, app_id: str, path: str, scene: Scene, start: JsonValue) -> bool:
        """Open an app at a path."""
        ...


class RoomDesk(QObject):
    """Gives each room its surface, tells rooms what happens, and closes them as the person and the page wish.

    ``event_text(caller, event, payload)`` is the gate's.
    """

    share_pressed = Signal(object)
    settings_pressed = Signal(object)
    move_pressed = Signal(object)

    def __init__(  # noqa: PLR0913, PLR0917  the seam between rooms and window
        self, rooms: Rooms, pool: RoomPool, stage: Stage, questions: Questions, theme: Theme, navigator: Navigator,
        over: QWidget, event_text: Callable[[Caller, Event, Wire], str], locale: str, version: str,
    ) -> None:  # fmt: skip
        super().__init__(over)
        self._rooms = rooms
        self._stage = stage
        self._questions = questions
        self._theme = theme
        self._navigator = navigator
        self._over = over
        self._event_text = event_text
        self._locale = locale
        self._version = version
        self._surfaces: dict[int, RoomSurface] = {}
        self._closing: dict[int, asyncio.Task[None]] = {}
        self.menu = RoomMenu(theme, over)
        self.menu.reload_pressed.connect(lambda face: face.reload())
        self.menu.move_pressed.connect(self.move_pressed)
        self.menu.settings_pressed.connect(self.settings_pressed)
        self.menu.link_copied.connect(lambda _link: navigator.toast(self.tr("Link copied"), "good"))
        rooms.did_open.connect(self._on_opened)
        rooms.did_close.connect(self._on_closed)
        rooms.did_reopen.connect(self._on_reopened)
        for signal, name in (
            (pool.did_show, "lifecycle.didShow"),
            (pool.did_hide, "lifecycle.didHide"),
            (pool.will_suspend, "lifecycle.willSuspend"),
        ):
            signal.connect(lambda room, name=name: self.tell(room, name, Nothing()))
        theme.did_change.connect(self._on_theme_changed)
        for face in rooms.faces.values():
            self._on_opened(face)
        if (front := rooms.front()) is not None:
            self.tell(front.room, "lifecycle.didShow", Nothing())

    def serve(self, frame: RoomFrame, shown: Callable[[], RoomFace | None]) -> None:
        """Do what the header of a frame asks for the room that it shows."""

        def when_pressed(signal: SignalInstance, act: Callable[[RoomFace], object]) -> None:
            signal.connect(lambda: None if (face := shown()) is None else act(face))

        header, menu = frame.header, frame.header.capsule.menu
        when_pressed(header.capsule.share_pressed, self.share_pressed.emit)
        when_pressed(
            header.capsule.menu_pressed,
            lambda face: self.menu.open(face, menu.mapToGlobal(menu.rect().bottomLeft())),
        )
        when_pressed(header.capsule.close_pressed, lambda face: self.close(face.key))
        when_pressed(frame.report_pressed, self._copy_report)
        when_pressed(header.back_pressed, lambda face: self.tell(face.room, "back.didPress", Nothing()))

    def surface(self, caller: Caller) -> RoomSurface:
        """The place of the room that calls. Raises BridgeError ``closed`` when the room is gone."""
        if caller.room_id not in self._surfaces:
            raise BridgeError(ErrorCode.CLOSED, "The room of this mini-app is closed.")
        return self._surfaces[caller.room_id]

    def tell(self, room: Room, name: str, payload: Wire, event: Event | None = None) -> None:
        """Send a room an event: one of the host's own by name, or another area's."""
        room.tell(self._event_text(room.caller, event or EVENTS[name], payload))

    def tell_opened(self, face: RoomFace, path: str) -> None:
        """Tell a page that one of its paths was opened, and in which scene it now is."""
        query = Address(face.app.app_id, path).query
        payload = LinkOpened(path=path, query=query, scene=Scene(face.room.caller.scene), start=face.start)
        self.tell(face.room, "link.didOpen", payload)

    def close(self, key: str) -> None:
        """Close a room, after asking where its page wished that."""
        face = self._rooms.faces.get(key)
        if face is None:
            self._rooms.end_now(key)
            return
        if face.closing_text is None:
            self._rooms.end(face)
            return
        room_id = face.room.caller.room_id
        if room_id not in self._closing:
            self._closing[room_id] = asyncio.ensure_future(self._close_after_asking(face))
            self._closing[room_id].add_done_callback(lambda _task: self._closing.pop(room_id, None))

    def refuse_question(self, over: QWidget) -> None:
        """Refuse what a mini-app asks over a window now; the host's own questions stay."""
        self._questions.refuse(over)

    # The window's side of a surface (see ``stoa.shell.surface.Window``).

    def show_room_ready(self, face: RoomFace) -> None:
        """Take the splash away."""
        self._rooms.covers.show_ready(face)

    def show_header(self, face: RoomFace) -> None:
        """Show the room's header anew."""
        self._rooms.covers.show_header(face)

    def toast(self, text: str, tone: str) -> None:
        """Show a short notice."""
        self._navigator.toast(text, tone)

    def has_app(self, app_id: str) -> str | None:
        """The name of an app that can be opened, or None."""
        return self._navigator.name_of(app_id)

    def open_by_id(self, app_id: str, path: str, scene: Scene, start: JsonValue) -> bool:
        """Open an app at a path."""
        return self._navigator.open_by_id(app_id, path, scene, start)

    def end_room(self, face: RoomFace) -> None:
        """Close a room without asking."""
        self._rooms.end(face)

    def _copy_report(self, face: RoomFace) -> None:
        QGuiApplication.clipboard().setText(report_of(face, self._version))
        self.toast(
            self.tr("The report is copied: paste it into a message to whoever made {0}.").format(face.name), "good"
        )

    async def _close_after_asking(self, face: RoomFace) -> None:
        question = Confirm(
            title=self.tr("Close {0}?").format(face.name)[:80],
            text=face.closing_text or self.tr("What you have not saved there may be lost."),
            confirm=self.tr("Close"),
            cancel=self.tr("Stay"),
            destructive=True,
        )
        sheet = lambda: ConfirmSheet(self._theme, face.window or self._over, face.name, face.icon, question)  # noqa: E731  made in turn
        with suppress(BridgeError):
            if await self._questions.ask_about(sheet, face.room.caller.room_id) is True:
                self._rooms.end(face)

    def _on_opened(self, face: RoomFace) -> None:
        self._surfaces[face.room.caller.room_id] = RoomSurface(
            face, self, self._over, self._questions, self._theme, self._locale, self._version
        )

    def _on_closed(self, face: RoomFace) -> None:
        room_id = face.room.caller.room_id
        self._surfaces.pop(room_id, None)
        self._questions.abandon(room_id)

    def _on_reopened(self, opened: tuple[RoomFace, str]) -> None:
        self.tell_opened(*opened)

    def _on_theme_changed(self) -> None:
        payload = wire_theme(self._theme)
        for face in self._rooms.faces.values():
            face.room.keepsake.forget_look()
            face.room.page.setBackgroundColor(ground_of(face.app, self._theme.color("card")))
            self.tell(face.room, "theme.didChange", payload)
