"""What the pane says where it has no posts to show."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stoa.ui.notice import Notice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stoa.ui.theme import Theme


class Absence(StrEnum):
    """Which posts are not there; the timelines by their own names."""

    FOR_YOU = "for_you"
    FOLLOWING = "following"
    BOOKMARKS = "bookmarks"
    MINE = "mine"
    FINDS = "finds"
    ERROR = "error"


class FeedNotice(QWidget):
    """One notice at a time, with the button that leads on."""

    compose_pressed = Signal()
    follow_pressed = Signal()
    retry_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._absence = Absence.FOR_YOU
        self._notice = Notice(theme, "feed", "")
        self._notice.did_press.connect(self._on_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._notice)

    def show_absence(self, absence: Absence, query: str = "") -> None:
        """Says which posts are not there, and what to do about it."""
        self._absence = absence
        icon, title, text, button = {
            Absence.FOR_YOU: (
                "feed", self.tr("Nothing here yet"),
                self.tr("Posts by the people of this computer and the feeds you follow appear here."),
                self.tr("Write the first post"),
            ),
            Absence.FOLLOWING: (
                "rss", self.tr("You follow nothing yet"),
                self.tr("Follow any RSS, Atom or JSON feed by its address, or import a list from another reader."),
                self.tr("Follow a feed"),
            ),
            Absence.BOOKMARKS: (
                "bookmark", self.tr("No bookmarks"),
                self.tr("Press the bookmark of a post, or B, to find it again here."), None,
            ),
            Absence.MINE: (
                "edit", self.tr("You have not posted yet"),
                self.tr("What you write appears here."), self.tr("Write a post"),
            ),
            Absence.FINDS: (
                "search", self.tr("Nothing found"),
                self.tr("No post has the words “{query}”. Try fewer words, or the beginning of one.").format(
                    query=query if len(query) <= 60 else query[:60] + "…"
                ), None,
            ),
        }[absence]  # fmt: skip
        self._notice.set_notice(icon, title, text, button)

    def show_error(self, sentence: str) -> None:
        """Says what went wrong; the sentence names what to change."""
        self._absence = Absence.ERROR
        self._notice.set_notice(
            "alert", self.tr("The posts cannot be read"), sentence, self.tr("Try again"), tone="warm"
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ground."""
        QPainter(self).fillRect(self.rect(), self.theme.color("background"))

    def _on_pressed(self) -> None:
        if self._absence is Absence.ERROR:
            self.retry_pressed.emit()
        elif self._absence is Absence.FOLLOWING:
            self.follow_pressed.emit()
        else:
            self.compose_pressed.emit()
