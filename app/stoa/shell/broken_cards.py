"""Cards for mini-apps whose manifest is broken: every finding at once, until it is mended or the card is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.ui.button import Button, IconButton
from stoa.ui.card import Card
from stoa.ui.label import Label
from stoa.ui.notice import IconMark
from stoa.ui.row import Divider
from stoa.ui.tokens import ICON_SMALL, SPACE_1, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from stoa.miniapp.errors import Finding
    from stoa.ui.theme import Theme

# A hostile manifest has thousands of findings; whoever has mended these tries again and sees the next.
_FINDINGS_MAX = 50


class BrokenCard(Card):
    """One mini-app that cannot run, with each thing to change and where."""

    retry_pressed = Signal()
    close_pressed = Signal()

    def __init__(self, theme: Theme, path: Path, findings: Sequence[Finding]) -> None:
        super().__init__(theme)
        title = self.tr("{0} cannot be opened yet").format(path.name)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addLayout(self._head(title, path, findings))
        for finding in findings[:_FINDINGS_MAX]:
            column.addWidget(Divider(theme))
            column.addLayout(self._finding(finding))
        if (left := len(findings) - _FINDINGS_MAX) > 0:
            column.addWidget(Label(theme, self.tr("… and {0} more").format(left), "meta", "muted", wrap=True))

    def _head(self, title: str, path: Path, findings: Sequence[Finding]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(IconMark(self.theme, "alert", "warm"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(self.theme, title, "heading", wrap=True))
        many = self.tr("{0} things to change").format(len(findings))
        count = self.tr("One thing to change") if len(findings) == 1 else many
        words.addWidget(Label(self.theme, f"{count} · {path}", "meta", "muted", wrap=True))
        self.retry = Button(self.theme, self.tr("Try again"), "reload")
        self.retry.clicked.connect(self.retry_pressed)
        words.addSpacing(SPACE_2)
        words.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeading)
        row.addLayout(words, 1)
        close = IconButton(self.theme, "close", self.tr("Close this card"), side=28, size=ICON_SMALL)
        close.clicked.connect(self.close_pressed)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _finding(self, finding: Finding) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_1)
        error = finding.severity == "error"
        head = Label(self.theme, finding.where, "label", "warm" if error else "muted", wrap=True)
        column.addWidget(head)
        column.addWidget(Label(self.theme, finding.sentence, "body", wrap=True))
        if finding.fix:
            text = self.tr("To change it: {0}").format(finding.fix)
            column.addWidget(Label(self.theme, text, "meta", "accent", wrap=True))
        return column


class BrokenCards(QWidget):
    """The cards by path, newest first. ``retry_pressed`` carries the path."""

    retry_pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: dict[Path, BrokenCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_2)
        self.setAccessibleName(QCoreApplication.translate("BrokenCards", "Apps that cannot be opened yet"))
        self.hide()

    def show_broken(self, path: Path, findings: Sequence[Finding]) -> None:
        """Show what is wrong with the mini-app at a path, in place of what was said of it before."""
        self.close_card(path)
        card = self._cards[path] = BrokenCard(self._theme, path, findings)
        card.retry_pressed.connect(lambda: self.retry_pressed.emit(path))
        card.close_pressed.connect(lambda: self.close_card(path))
        self._column.insertWidget(0, card)
        self.show()
        card.show()
        card.retry.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_card(self, path: Path) -> None:
        """Take the card of a path away, if there is one."""
        card = self._cards.pop(path, None)
        if card is not None:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.setVisible(bool(self._cards))
