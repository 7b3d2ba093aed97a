"""The keys of the window, the apps and the feed, each with what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stoa.ui.button import IconButton
from stoa.ui.label import Label
from stoa.ui.painting import paint_body
from stoa.ui.sheet import Sheet
from stoa.ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_5

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stoa.ui.theme import Theme

_CAP_RADIUS = 6


def key_text(keys: str) -> str:
    """Keys as this language and system write them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class KeyCap(QWidget):
    """Keys to be pressed together, as on a key of a keyboard."""

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__()
        self.theme = theme
        self._text = key_text(keys)
        self.setAccessibleName(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.did_change.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """The text and the key around it; never narrower than high."""
        metrics = QFontMetricsF(self.theme.font("chip"))
        height = round(metrics.height()) + 10
        return QSize(max(height, round(metrics.horizontalAdvance(self._text)) + 2 * SPACE_2 + 2), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints key and text."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        rect = self.rect().toRectF()
        paint_body(painter, rect, _CAP_RADIUS, tokens.line)
        paint_body(painter, rect.adjusted(0, 0, 0, -1.5), _CAP_RADIUS, tokens.panel, tokens.line)
        painter.setFont(self.theme.font("chip"))
        painter.setPen(tokens.text)
        painter.drawText(QRectF(rect.adjusted(0, 0, 0, -1.5)), Qt.AlignmentFlag.AlignCenter, self._text)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class KeysSheet(Sheet):
    """Lists the keys; Esc or the cross closes it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, "", width=460)
        title = self.tr("Keyboard")
        self.setAccessibleName(title)
        close = IconButton(theme, "close", self.tr("Close"))
        close.clicked.connect(self.refuse)
        top = QHBoxLayout()
        top.addWidget(Label(theme, title, "title"), 1)
        top.addWidget(close)
        self.header.addLayout(top)
        self.body.setSpacing(SPACE_5)
        for heading, lines in self._groups():
            group = QVBoxLayout()
            group.setSpacing(SPACE_2)
            group.addWidget(Label(theme, heading, "heading"))
            for keys, text in lines:
                group.addWidget(self._line(keys, text))
            self.body.addLayout(group)
        self.focus_first(close)

    def _line(self, keys: tuple[str, ...], text: str) -> QWidget:
        line = QWidget()
        line.setAccessibleName(f"{text}: {', '.join(key_text(one) for one in keys)}")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_1)
        row.addWidget(Label(self.theme, text, "body", "muted", wrap=True), 1)
        row.addSpacing(SPACE_3)
        for one in keys:
            row.addWidget(KeyCap(self.theme, one))
        return line

    def _groups(self) -> tuple[tuple[str, tuple[tuple[tuple[str, ...], str], ...]], ...]:
        return (
            (
                self.tr("Everywhere"),
                (
                    (("Ctrl+K",), self.tr("Search apps, or paste a link")),
                    (("Ctrl+N",), self.tr("Write a post")),
                    (("F6",), self.tr("Go between feed and app")),
                    (("Ctrl+O",), self.tr("Load a folder")),
                    (("Ctrl+,",), self.tr("Settings")),
                    (("F1", "Ctrl+/"), self.tr("This list")),
                    (("Ctrl+Q",), self.tr("Quit")),
                ),
            ),
            (
                self.tr("Feed"),
                (
                    (("J", "K"), self.tr("Next and previous post")),
                    (("Return",), self.tr("Open the page of a post")),
                    (("L",), self.tr("Like")),
                    (("B",), self.tr("Bookmark")),
                    (("C",), self.tr("Write a post")),
                    (("/",), self.tr("Search posts")),
                    (("Space", "Shift+Space"), self.tr("A page down or up")),
                    (("Home",), self.tr("Newest posts")),
                ),
            ),
            (
                self.tr("Open apps"),
                (
                    (("Ctrl+Tab", "Ctrl+Shift+Tab"), self.tr("Next and previous tab")),
                    (("Ctrl+W",), self.tr("Close the app")),
                    (("Ctrl+R", "F5"), self.tr("Reload its page")),
                    (("Alt+Left",), self.tr("Back")),
                    (("Shift+F10",), self.tr("Menu of the tab that has the focus")),
                ),
            ),
        )
