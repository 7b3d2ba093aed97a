"""The question before a web page opens in the person's browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from stoa.shell.sheets.asking import AppFace, answers
from stoa.ui.button import Button
from stoa.ui.card import Card
from stoa.ui.chip import Chip
from stoa.ui.label import Label
from stoa.ui.sheet import Sheet
from stoa.ui.tokens import RADIUS_CONTROL, SPACE_1, SPACE_3

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from stoa.ui.theme import Theme

_SHOWN_MAX = 300


def host_of(url_text: str) -> str:
    """The host of an address as it goes over the wire, so that look-alike letters show as ``xn--…``."""
    return QUrl(url_text).host(QUrl.ComponentFormattingOption.FullyEncoded)


class LinkSheet(Sheet):
    """Shows where a link leads, the host in bold; answers with True to open it and False otherwise."""

    def __init__(self, theme: Theme, parent: QWidget, name: str, icon: QPixmap | None, url_text: str) -> None:
        super().__init__(theme, parent, self.tr("{0} wants to open a web page").format(name), refusal=False)
        line = self.tr("in your browser, outside Stoa")
        self.header.addWidget(AppFace(theme, icon, name, self.accessibleName(), line))
        self.body.addWidget(self._address(url_text))
        stay = Button(theme, self.tr("Stay here"))
        stay.clicked.connect(self.refuse)
        leave = Button(theme, self.tr("Open"), "external", "primary", icon_after=True)
        leave.clicked.connect(lambda: self.answer(True))
        self.footer.addLayout(answers(stay, leave))
        self.guard(leave)
        self.focus_first(stay)

    def _address(self, url_text: str) -> Card:
        card = Card(self.theme, flat=True, surface="background", radius=RADIUS_CONTROL, margin=SPACE_3)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        row = QHBoxLayout()
        row.addWidget(Label(self.theme, host_of(url_text), "heading", wrap=True), 1)
        if not url_text.lower().startswith("https:"):
            row.addWidget(Chip(self.theme, self.tr("not encrypted"), "warm", "alert"))
        column.addLayout(row)
        encoded = QUrl(url_text).toString(QUrl.ComponentFormattingOption.FullyEncoded)
        shown = encoded if len(encoded) <= _SHOWN_MAX else encoded[: _SHOWN_MAX - 1] + "…"
        column.addWidget(Label(self.theme, shown, "meta", "muted", wrap=True))
        return card
