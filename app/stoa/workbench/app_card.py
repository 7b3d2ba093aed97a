"""The card of what is on the bench: icon, name, folder, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from stoa.ui.app_tile import AppIcon
from stoa.ui.card import Card
from stoa.ui.chip import Chip
from stoa.ui.label import Label
from stoa.ui.tokens import SPACE_1, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.miniapp.app import MiniApp
    from stoa.ui.theme import Theme

_ICON = 40


class AppCard(Card):
    """Shows one mini-app and its chips."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margin=SPACE_3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE_3)
        self._icon = AppIcon(theme, size=_ICON)
        self._name = Label(theme, "", "strong", elide=True)
        self._about = Label(theme, "", "meta", "muted", elide=True)
        self._about.elide_mode = Qt.TextElideMode.ElideMiddle
        words = QVBoxLayout()
        words.setSpacing(SPACE_1)
        words.addWidget(self._name)
        words.addWidget(self._about)
        self._head.addWidget(self._icon)
        self._head.addLayout(words, 1)
        column.addLayout(self._head)
        self._installed = Chip(theme, self.tr("also installed"), "neutral", "package")
        self._installed.setToolTip(self.tr("The installed mini-app of this id has data of its own."))
        self._findings = Chip(theme, "", "warm")
        column.addLayout(_line(Chip(theme, self.tr("from folder"), "accent", "folder"), self._installed))
        column.addLayout(_line(Chip(theme, self.tr("reloads on save"), "good", "lightning"), self._findings))
        self.show_count(0)

    def show_app(self, app: MiniApp, folder: Path, *, is_installed: bool) -> None:
        """Show a mini-app; ``is_installed`` says that the program has another one of the same id."""
        manifest = app.manifest
        name = manifest.short_name or manifest.name
        self._name.setText(name)
        self.setAccessibleName(name)
        self._about.setText(f"{folder} · {manifest.version.name}" if app.has_manifest else str(folder))
        picture = QPixmap(str(app.icon_path)) if app.icon_path is not None else None
        icon = AppIcon(self.theme, picture, name, size=_ICON)
        self._head.replaceWidget(self._icon, icon)
        self._icon.deleteLater()
        self._icon = icon
        self._installed.setVisible(is_installed)

    def show_count(self, findings: int) -> None:
        """Show how many findings there are."""
        text = self.tr("1 finding") if findings == 1 else self.tr("{0} findings").format(findings)
        self._findings.set_chip(text, "warm")
        self._findings.setVisible(bool(findings))


def _line(*chips: Chip) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE_2)
    for chip in chips:
        line.addWidget(chip)
    line.addStretch(1)
    return line
