"""The host's side of a trial: what a mini-app asks of its room is done, or written down where it would leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from stoa.miniapp.address import Address
from stoa.records import Record
from stoa.services.host.api import Context, Theme
from stoa.services.host.scene import Scene
from stoa.ui.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.engine.room import Room
    from stoa.services.host.api import Alert, ClosingConfirmation, Confirm, FileToSave, OpenApp, Toast
    from stoa.trial.launch_profile import LaunchProfile
    from stoa.trial.person import Asked
    from stoa.ui.theme import Theme as UiTheme
    from stoa.ui.tokens import Tokens

# Scripts that are written from right to left, by the language of a locale.
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


DeedKind = Literal["toast", "link", "app", "file", "title", "back", "closing", "close"]


class Deed(Record):
    """Something that would have reached beyond the room: a toast, a link, a file, a title. ``at`` as everywhere."""

    at: int
    kind: DeedKind
    text: str


class TrialSurface(QObject):
    """One room's place in a trial (see ``stoa.services.host.handlers.Surface``).

    Links are not opened and files not saved: each is a deed in the evidence, and the page is told that it went well.
    """

    did_become_ready = Signal()
    did_act = Signal(object)
    close_requested = Signal()

    def __init__(
        self, room: Room, profile: Callable[[], LaunchProfile], asked: Callable[[], Asked], theme: UiTheme,
        versions: tuple[str, str], clock: Callable[[], int],
    ) -> None:  # fmt: skip
        """``versions`` are the host's own version and its language."""
        super().__init__(room)
        self._room = room
        self._profile = profile
        self._asked = asked
        self._theme = theme
        self._version, self._language = versions
        self._clock = clock

    def ready(self) -> None:
        """End the splash and hand over the events that waited."""
        self._room.mark_ready()
        self.did_become_ready.emit()

    def context(self) -> Context:
        """Where and how the mini-app runs now, as the launch profile has it."""
        profile = self._profile()
        locale = profile.locale or self._language
        return Context(
            scene=Scene(self._room.caller.scene),
            path=self._room.path,
            query=Address(self._room.caller.app_id, self._room.path).query,
            start=profile.start,
            theme=theme_of(profile, self._theme),
            locale=locale,
            direction=direction_of(profile, locale),
            host_version=self._version,
            contract_version=profile.contract_version,
        )

    def toast(self, toast: Toast) -> None:
        """A deed."""
        self._act("toast", toast.text)

    async def alert(self, alert: Alert) -> None:
        """Let the person read it."""
        await self._asked().alert(alert)

    async def confirm(self, question: Confirm) -> bool:
        """Let the person answer."""
        return await self._asked().confirm(question)

    def set_title(self, title: str) -> None:
        """A deed."""
        self._act("title", title)

    def set_back_button(self, visible: bool) -> None:  # noqa: FBT001  one flag, as on the wire
        """A deed."""
        self._act("back", "shown" if visible else "hidden")

    def set_closing_confirmation(self, confirmation: ClosingConfirmation) -> None:
        """A deed."""
        self._act("closing", confirmation.text if confirmation.enabled else "")

    async def open_link(self, url_text: str) -> bool:
        """A deed; no browser is started."""
        self._act("link", url_text)
        return True

    async def open_app(self, app: OpenApp) -> bool:
        """A deed; the other mini-app stays closed."""
        self._act("app", f"{app.app_id}{app.path}")
        return True

    async def save_file(self, file: FileToSave) -> bool:
        """A deed; no file is written."""
        self._act("file", f"{file.name} ({len(file.text):,} characters)")
        return True

    def close(self) -> None:
        """Close the room once the answer is on its way."""
        self._act("close", "")
        self.close_requested.emit()

    def _act(self, kind: DeedKind, text: str) -> None:
        self.did_act.emit(Deed(self._clock(), kind, text))


def theme_of(profile: LaunchProfile, host: UiTheme) -> Theme:
    """The look that the mini-app is told of."""
    tokens = tokens_of(profile, host)
    return Theme(
        color_scheme="dark" if tokens.dark else "light",
        accent=tokens.accent,
        background=tokens.background,
        card=tokens.card,
        text=tokens.text,
        reduced_motion=profile.reduced_motion or not host.motion,
    )


def tokens_of(profile: LaunchProfile, theme: UiTheme) -> Tokens:
    """The colours of the theme that a profile chooses."""
    if profile.theme == "host":
        return theme.tokens
    return DARK if profile.theme == "dark" else LIGHT


def direction_of(profile: LaunchProfile, locale: str) -> Literal["ltr", "rtl"]:
    """The writing direction that the mini-app is told of."""
    if profile.direction != "auto":
        return profile.direction
    return "rtl" if locale.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"
