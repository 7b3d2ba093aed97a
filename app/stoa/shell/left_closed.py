"""Says that the last run ended without a word and what was left closed, and opens it when the person insists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stoa.shell.sheets.question import HostQuestionSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from stoa.shell.questions import Questions
    from stoa.shell.rooms import Rooms
    from stoa.shell.window import MainWindow
    from stoa.ui.strip import Strip
    from stoa.ui.theme import Theme


class LeftClosed(QObject):
    """A strip that names the apps that were seen at the end, with a button; before they open there is a warning."""

    def __init__(
        self, theme: Theme, window: MainWindow, rooms: Rooms, questions: Questions,
        spawn: Callable[[Coroutine[object, object, object]], object],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._rooms = rooms
        self._questions = questions
        self._spawn = spawn
        self._names: dict[str, str] = {}
        self._strip: Strip | None = None
        rooms.did_open.connect(self._on_changed)

    def tell(self, names: Mapping[str, str]) -> None:
        """Name apps by their rooms' keys, but for those that were asked for and opened since.

        Where no app was seen there is nothing to name, and it is said all the same: a window that went and came back
        by itself wants a word.
        """
        self._names = {key: name for key, name in names.items() if key not in self._rooms.faces}
        if not names:
            text = self.tr("Stoa closed unexpectedly. No app was open in front, so none was left closed.")
            self._window.add_strip(text, closable=True)
        elif self._names:
            self._strip = self._window.add_strip(self._sentence(), self._offer(), closable=True)
            self._strip.did_press.connect(lambda: self._spawn(self._open_if_wanted()))

    async def _open_if_wanted(self) -> None:
        if await self._questions.ask(self._warning) is not True:
            return
        for key in tuple(self._names):
            # It may have been closed in the meantime.
            if key in self._rooms.dormant:
                self._rooms.show(key)
                self._window.show_place("apps")

    def _on_changed(self, *_: object) -> None:
        """Once somebody opened them by their tabs there is nothing left to offer."""
        if self._strip is not None and all(key in self._rooms.faces for key in self._names):
            self._strip.hide()

    def _sentence(self) -> str:
        names = list(self._names.values())
        if len(names) == 1:
            text = self.tr("Stoa closed unexpectedly while {0} was open. {0} was left closed.")
            return text.format(names[0])
        text = self.tr("Stoa closed unexpectedly while {0} were open. They were left closed.")
        return text.format(", ".join(names))

    def _offer(self) -> str:
        names = list(self._names.values())
        return self.tr("Open {0}").format(names[0]) if len(names) == 1 else self.tr("Open them")

    def _warning(self) -> HostQuestionSheet:
        names = list(self._names.values())
        if len(names) == 1:
            title = self.tr("Open {0} again?").format(names[0])
            text = self.tr(
                "If {0} was the reason, Stoa may close again. Nothing that was saved is lost by it; what you are "
                "writing in other apps may be."
            ).format(names[0])
        else:
            title = self.tr("Open these apps again?")
            text = self.tr(
                "If one of {0} was the reason, Stoa may close again. Nothing that was saved is lost by it; what you "
                "are writing in other apps may be."
            ).format(", ".join(names))
        return HostQuestionSheet(self._theme, self._window, title, text, self._offer())
