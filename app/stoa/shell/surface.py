"""One room's place in the window: what the host does there on the mini-app's behalf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.contract.sizes import CONTRACT_VERSION
from stoa.miniapp.address import Address
from stoa.services.host.api import ClosingConfirmation, Confirm, Context, FileToSave, OpenApp, Theme
from stoa.services.host.scene import Scene
from stoa.shell.file_dialog import choose_to_save
from stoa.shell.sheets.link import LinkSheet
from stoa.shell.sheets.question import AlertSheet, ConfirmSheet

if TYPE_CHECKING:
    from pydantic import JsonValue
    from PySide6.QtWidgets import QWidget

    from stoa.services.host.api import Alert, Toast
    from stoa.shell.questions import Questions
    from stoa.shell.room_face import RoomFace
    from stoa.ui.theme import Theme as UiTheme


class Window(Protocol):
    """What a surface needs of the window and of the other rooms."""

    def show_room_ready(self, face: RoomFace) -> None:
        """Take the splash away."""
        ...

    def show_header(self, face: RoomFace) -> None:
        """Show the room's header anew."""
        ...

    def toast(self, text: str, tone: str) -> None:
        """Show a short notice."""
        ...

    def has_app(self, app_id: str) -> str | None:
        """The name of an app that can be opened, or None."""
        ...

    def open_by_id(self, app_id: str, path: str, scene: Scene, start: JsonValue) -> bool:
        """Open an app at a path."""
        ...

    def end_room(self, face: RoomFace) -> None:
        """Close a room without asking."""
        ...


def wire_theme(theme: UiTheme) -> Theme:
    """The theme as mini-apps get it."""
    tokens = theme.tokens
    return Theme(
        color_scheme="dark" if tokens.dark else "light",
        accent=tokens.accent,
        background=tokens.background,
        card=tokens.card,
        text=tokens.text,
        reduced_motion=not theme.motion,
    )


class RoomSurface:
    """Implements the host's area for one room (see ``stoa.services.host.handlers.Surface``)."""

    def __init__(
        self, face: RoomFace, window: Window, sheets_over: QWidget, questions: Questions, theme: UiTheme, locale: str,
        version: str,
    ) -> None:  # fmt: skip
        self._face = face
        self._window = window
        self._over = sheets_over
        self._questions = questions
        self._theme = theme
        self._locale = locale
        self._version = version

    def ready(self) -> None:
        """End the splash and hand over the events that waited."""
        self._face.room.mark_ready()
        self._window.show_room_ready(self._face)

    def context(self) -> Context:
        """Where and how the mini-app runs now."""
        room = self._face.room
        return Context(
            scene=Scene(room.caller.scene),
            path=room.path,
            query=Address(room.caller.app_id, room.path).query,
            start=self._face.start,
            theme=wire_theme(self._theme),
            locale=self._locale,
            direction="rtl" if self._over.isRightToLeft() else "ltr",
            host_version=self._version,
            contract_version=CONTRACT_VERSION,
        )

    def toast(self, toast: Toast) -> None:
        """Show a short notice with the mini-app's name in front."""
        if (own := self._face.window) is not None:
            own.toast.say(toast.text, toast.tone)
            return
        self._window.toast(f"{self._face.name}: {toast.text}", toast.tone)

    async def alert(self, alert: Alert) -> None:
        """Show a notice; return when it is closed."""
        await self._questions.ask(
            lambda: AlertSheet(self._theme, self._place, self._face.name, self._face.icon, alert), self._room_id
        )

    async def confirm(self, question: Confirm) -> bool:
        """Ask; True for yes."""
        answer = await self._questions.ask(
            lambda: ConfirmSheet(self._theme, self._place, self._face.name, self._face.icon, question), self._room_id
        )
        return answer is True

    def set_title(self, title: str) -> None:
        """Show a title beside the name."""
        self._face.title = title
        self._window.show_header(self._face)

    def set_back_button(self, visible: bool) -> None:  # noqa: FBT001  one flag, as on the wire
        """Show or hide the back button."""
        self._face.back = visible
        self._window.show_header(self._face)

    def set_closing_confirmation(self, confirmation: ClosingConfirmation) -> None:
        """Ask before closing, or not."""
        self._face.closing_text = confirmation.text if confirmation.enabled else None

    async def open_link(self, url_text: str) -> bool:
        """Ask, then open a web address in the person's browser."""
        answer = await self._questions.ask(
            lambda: LinkSheet(self._theme, self._place, self._face.name, self._face.icon, url_text), self._room_id
        )
        return answer is True and QDesktopServices.openUrl(QUrl(url_text))

    async def open_app(self, app: OpenApp) -> bool:
        """Ask, then open another mini-app."""
        name = self._window.has_app(app.app_id)
        if name is None:
            raise BridgeError(ErrorCode.NOT_FOUND, f"No mini-app {app.app_id} is installed here.")
        text = QCoreApplication.translate("RoomSurface", "Open {0}?").format(name)
        if not await self.confirm(Confirm(text=text)):
            return False
        return self._window.open_by_id(app.app_id, app.path, Scene.APP, app.start)

    async def save_file(self, file: FileToSave) -> bool:
        """Let the person choose a place and write the file there."""
        name = "".join(char for char in file.name if char.isprintable() and char not in '/\\:*?"<>|').lstrip(".")
        title = QCoreApplication.translate("RoomSurface", "Save for {0}").format(self._face.name)
        async with self._questions.turn(self._room_id):
            place = await choose_to_save(self._place, title, name or "file.txt")
        if place is None:
            return False
        try:
            place.write_text(file.text, encoding="utf-8", newline="")
        except OSError as error:
            failed = QCoreApplication.translate("RoomSurface", "The file could not be saved: {0}")
            self._window.toast(failed.format(error.strerror), "warm")
            return False
        return True

    def close(self) -> None:
        """Close the room once the answer is on its way."""
        QTimer.singleShot(0, lambda: self._window.end_room(self._face))

    @property
    def _place(self) -> QWidget:
        """The window that the room is in now."""
        return self._face.window or self._over

    @property
    def _room_id(self) -> int:
        return self._face.room.caller.room_id
