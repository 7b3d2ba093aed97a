"""The left column: what is on the bench, under which conditions, and what the checks find."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.engine.spec import RoomState
from stoa.trial.launch_profile import LaunchProfile
from stoa.ui.button import Button, IconButton
from stoa.ui.label import Label
from stoa.ui.scroll_area import ScrollArea
from stoa.ui.tokens import ICON_SMALL, SPACE_2, SPACE_3, SPACE_4, SPACE_5, TOP_BAR
from stoa.workbench.app_card import AppCard
from stoa.workbench.choice_row import ChoiceRow
from stoa.workbench.conditions import WITH_SHEET, Condition, changed, conditions, texts_of, values_of
from stoa.workbench.findings_list import FindingsList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

    from stoa.miniapp.app import MiniApp
    from stoa.miniapp.errors import Finding
    from stoa.ui.theme import Theme

PANEL_WIDTH = 300
# What is changed again and again.
_EVERY_DAY = ("frame", "theme", "locale", "network", "account", "permissions")


class ProfilePanel(QWidget):
    """``did_choose`` gives a whole profile whenever one of its conditions is chosen.

    ``edit_pressed`` asks for the sheet of a condition by its key, ``life_pressed`` for ``crash``, ``suspend``,
    ``wake`` or ``reload``.
    """

    did_choose = Signal(object)
    edit_pressed = Signal(str)
    life_pressed = Signal(str)
    open_pressed = Signal()
    reload_pressed = Signal()
    profiles_pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedWidth(PANEL_WIDTH)
        self.setAccessibleName(self.tr("Conditions"))
        self._profile = LaunchProfile()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(SPACE_4 + 2, SPACE_4, SPACE_4 + 2, SPACE_4)
        self._column.setSpacing(0)
        self.card = AppCard(theme)
        self._column.addWidget(self.card)
        self._column.addSpacing(SPACE_3)
        self._column.addLayout(self._simulate())
        self.rows: dict[str, ChoiceRow] = {}
        self._add_rows()
        self._column.addSpacing(SPACE_5)
        self.findings = FindingsList(theme)
        self._column.addWidget(self.findings)
        self._column.addStretch(1)
        column.addWidget(ScrollArea(theme, content), 1)
        theme.did_change.connect(self.update)
        self.show_profile(self._profile)
        self.show_app(None)
        self.show_life(None)

    def show_app(self, app: MiniApp | None, folder: Path | None = None, *, is_installed: bool = False) -> None:
        """Show what is on the bench."""
        self.card.setVisible(app is not None)
        self.findings.set_running(None, has_app=app is not None)
        if app is not None and folder is not None:
            self.card.show_app(app, folder, is_installed=is_installed)

    def show_broken(self, folder: Path, findings: Sequence[Finding]) -> None:
        """Show a folder that cannot run, and all that keeps it from that."""
        self.card.show()
        self.card.show_broken(folder, findings)
        self.findings.set_running(None)
        self.show_findings(findings)

    def show_profile(self, profile: LaunchProfile) -> None:
        """Show which conditions hold."""
        self._profile = profile
        newcomer = self.tr("As a newcomer")
        self._name.setText(newcomer if profile.name == LaunchProfile().name else profile.name)
        texts = texts_of(profile)
        for key, value in values_of(profile).items():
            self.rows[key].set_chosen(value, texts.get(key))
        self._fold()

    def show_life(self, state: RoomState | None) -> None:
        """Show how the renderer is, and offer what can be done to it now."""
        names = {
            None: self.tr("None"), RoomState.ASLEEP: self.tr("Asleep"), RoomState.CRASHED: self.tr("Crashed"),
            RoomState.RUNNING: self.tr("Running"), RoomState.LOADING: self.tr("Loading"),
            RoomState.HUNG: self.tr("Hangs"),
        }  # fmt: skip
        if state is RoomState.RUNNING:
            choices = [(self.tr("Suspend"), "suspend"), (self.tr("Crash the renderer"), "crash")]
        elif state is RoomState.ASLEEP:
            choices = [(self.tr("Wake"), "wake")]
        else:
            choices = [(self.tr("Start again"), "reload")]
        self.life.set_choices(choices)
        self.life.set_chosen(None, names.get(state, self.tr("None")))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the checks say."""
        self.card.show_count(len(findings))
        # A verdict is about the findings it came with.
        self.findings.say("")
        self.findings.show_findings(findings)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the panel, the line under its head, and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("background"))
        painter.fillRect(0, 0, self.width(), TOP_BAR, self.theme.color("panel"))
        painter.fillRect(0, TOP_BAR - 1, self.width(), 1, self.theme.color("line"))
        edge = 0 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), self.theme.color("line"))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_5, 0, SPACE_3, 0)
        title = Label(self.theme, self.tr("Workbench"), "heading")
        title.setFixedHeight(TOP_BAR)
        head.addWidget(title, 1)
        self.open_button = IconButton(self.theme, "folder-open", self.tr("Open a folder"))
        self.reload_button = IconButton(self.theme, "reload", self.tr("Reload"))
        self.open_button.clicked.connect(self.open_pressed)
        self.reload_button.clicked.connect(self.reload_pressed)
        head.addWidget(self.open_button)
        head.addWidget(self.reload_button)
        return head

    def _simulate(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(Label(self.theme, self.tr("Simulate"), "heading"))
        line.addSpacing(SPACE_3)
        self._name = Label(self.theme, "", "meta", "muted", elide=True)
        line.addWidget(self._name, 1)
        self.profiles = IconButton(self.theme, "menu", self.tr("Launch profiles"), side=32, size=ICON_SMALL)
        self.profiles.clicked.connect(lambda: self.profiles_pressed.emit(self.profiles))
        line.addWidget(self.profiles)
        return line

    def _add_rows(self) -> None:
        """Those of every day first; the others unfold, so that the findings are in sight."""
        known = {condition.key: condition for condition in conditions()}
        for key in _EVERY_DAY:
            self._add_row(known.pop(key))
        self.life = ChoiceRow(self.theme, self.tr("Renderer"))
        self.life.did_choose.connect(lambda deed: self.life_pressed.emit(str(deed)))
        self._column.addWidget(self.life)
        for condition in known.values():
            self._add_row(condition)
        self.more = Button(self.theme, "", "chevron-down", "ghost")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._fold)
        self._column.addSpacing(SPACE_2)
        self._column.addWidget(self.more)

    def _fold(self) -> None:
        """Show all conditions, or those of every day and whatever is not as a newcomer has it."""
        usual, unfolded = values_of(LaunchProfile()), self.more.isChecked()
        given = texts_of(self._profile)
        for key, value in values_of(self._profile).items():
            differs = value != usual[key] or (key in given and key != "frame")
            self.rows[key].setVisible(unfolded or key in _EVERY_DAY or differs)
        self.more.setText(self.tr("Fewer conditions") if unfolded else self.tr("More conditions"))
        self.more.set_icon("chevron-up" if unfolded else "chevron-down")

    def _add_row(self, condition: Condition) -> None:
        key = condition.key
        row = ChoiceRow(self.theme, condition.name)
        more = [(self.tr("More …"), partial(self.edit_pressed.emit, key))] if key in WITH_SHEET else []
        row.set_choices(condition.choices, more)
        row.did_choose.connect(partial(self._choose, key))
        self.rows[key] = row
        self._column.addWidget(row)

    def _choose(self, key: str, value: Any) -> None:
        self.did_choose.emit(changed(self._profile, key, value))
