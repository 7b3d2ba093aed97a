"""The card of what is on the bench: icon, name, folder, where it comes from, and what keeps it from running."""

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
from stoa.workbench.findings_list import place_and_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from stoa.miniapp.app import MiniApp
    from stoa.miniapp.errors import Finding
    from stoa.ui.theme import Theme

_ICON = 40


class AppCard(Card):
    """Shows one mini-app and its chips, or a folder that cannot run, with the first thing to change in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margin=SPACE_3)
        self._folder: Path | None = None
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
        self._broken = Chip(theme, self.tr("cannot run yet"), "warm", "alert")
        self._findings = Chip(theme, "", "warm")
        from_folder = Chip(theme, self.tr("from folder"), "accent", "folder")
        column.addLayout(_line(from_folder, self._installed, self._broken))
        column.addLayout(_line(Chip(theme, self.tr("reloads on save"), "good", "lightning"), self._findings))
        self._wrong = Label(theme, "", "label", "warm", wrap=True)
        self._fix = Label(theme, "", "meta", "accent", wrap=True)
        column.addWidget(self._wrong)
        column.addWidget(self._fix)
        self.show_count(0)
        self._say_wrong(None)

    def show_app(self, app: MiniApp, folder: Path, *, is_installed: bool) -> None:
        """Show a mini-app; ``is_installed`` says that the program has another one of the same id."""
        manifest = app.manifest
        picture = QPixmap(str(app.icon_path)) if app.icon_path is not None else None
        self._show_name(manifest.short_name or manifest.name, picture)
        self._folder = folder
        self._about.setText(f"{folder} · {manifest.version.name}" if app.has_manifest else str(folder))
        self._installed.setVisible(is_installed)
        self._say_wrong(None)

    def show_broken(self, folder: Path, findings: Sequence[Finding]) -> None:
        """Show a folder that cannot run; one that ran until now keeps its name and icon."""
        if folder != self._folder:
            self._folder = folder
            self._show_name(folder.name, None)
        self._about.setText(str(folder))
        self._installed.hide()
        self._say_wrong(findings[0])

    def show_count(self, findings: int) -> None:
        """Show how many findings there are."""
        text = self.tr("1 finding") if findings == 1 else self.tr("{0} findings").format(findings)
        self._findings.set_chip(text, "warm")
        self._findings.setVisible(bool(findings))

    def _show_name(self, name: str, picture: QPixmap | None) -> None:
        self._name.setText(name)
        self.setAccessibleName(name)
        icon = AppIcon(self.theme, picture, name, size=_ICON)
        self._head.replaceWidget(self._icon, icon)
        self._icon.deleteLater()
        self._icon = icon

    def _say_wrong(self, finding: Finding | None) -> None:
        wrong = "" if finding is None else place_and_sentence(finding)
        fix = "" if finding is None or not finding.fix else self.tr("To change it: {0}").format(finding.fix)
        self.setAccessibleDescription(" ".join(filter(None, (wrong, fix))))
        for label, text in ((self._wrong, wrong), (self._fix, fix)):
            label.setText(text)
            label.setVisible(bool(text))
        self._broken.setVisible(finding is not None)


def _line(*chips: Chip) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE_2)
    for chip in chips:
        line.addWidget(chip)
    line.addStretch(1)
    return line
