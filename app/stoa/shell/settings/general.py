"""The general page: looks, language, motion, starter content, where secrets are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stoa.engine.sleep_rules import AWAKE_CHOICES
from stoa.shell.settings.faces import GeneralFace, Language
from stoa.shell.settings.section import Section
from stoa.shell.sheets.keys import KeysSheet
from stoa.shell.sheets.question import HostQuestionSheet
from stoa.ui.button import Button
from stoa.ui.row import Row
from stoa.ui.segmented import Segmented
from stoa.ui.switch import Switch
from stoa.ui.tokens import SPACE_4

if TYPE_CHECKING:
    from stoa.ui.theme import Mode, Theme

_MODES: tuple[Mode, ...] = ("light", "dark", "system")
_LANGUAGES: tuple[Language, ...] = get_args(Language)


class GeneralPage(QWidget):
    """Announces what the person chose; ``show_face`` shows what holds."""

    mode_chosen = Signal(str)
    language_chosen = Signal(str)
    motion_chosen = Signal(bool)
    awake_max_chosen = Signal(int)
    starter_removal_confirmed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._mode = Segmented(
            theme, [self.tr("Light"), self.tr("Dark"), self.tr("System")], name=self.tr("Appearance"), compact=True
        )
        self._mode.did_select.connect(lambda index: self.mode_chosen.emit(_MODES[index]))
        self._language = Segmented(
            theme, [self.tr("System"), "English", "Deutsch"], name=self.tr("Language"), compact=True
        )
        self._language.did_select.connect(lambda index: self.language_chosen.emit(_LANGUAGES[index]))
        self._motion = Switch(theme, self.tr("Motion"))
        self._motion.clicked.connect(self._on_motion)
        keys = Button(theme, self.tr("Show keys"))
        keys.clicked.connect(lambda: KeysSheet(theme, self.window()).open())
        remove = Button(theme, self.tr("Remove"))
        remove.clicked.connect(self._on_remove)
        self._secrets = Row(theme, self.tr("Keys of your accounts"), " ", before="key")
        looks = Section(
            theme,
            self.tr("Looks and language"),
            Row(theme, self.tr("Appearance"), "", self._mode),
            Row(theme, self.tr("Language"), self.tr("Takes effect at the next start."), self._language),
            Row(theme, self.tr("Motion"), self.tr("Things glide and fade."), self._motion),
            Row(theme, self.tr("Keyboard"), self.tr("Everything works without a mouse. F1 shows how."), keys),
        )
        starter = self.tr("Invented posts that show what a feed looks like. Your own posts stay.")
        self._starter = Section(
            theme, self.tr("Feed"), Row(theme, self.tr("Starter content"), starter, remove, before="sparkles")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for part in (looks, self._open_apps(), self._starter, Section(theme, self.tr("Secrets"), self._secrets)):
            column.addWidget(part)
        column.addStretch(1)
        self.show_face(GeneralFace())

    def _open_apps(self) -> Section:
        """How many of the open apps stay awake."""
        numbers = [str(number) if number else self.tr("All") for number in AWAKE_CHOICES]
        self._awake = Segmented(self.theme, numbers, name=self.tr("Apps that stay awake"), compact=True)
        self._awake.did_select.connect(lambda index: self.awake_max_chosen.emit(AWAKE_CHOICES[index]))
        asleep = self.tr("Of the open ones. The others sleep: they take hardly any memory, and wake where they were.")
        row = Row(self.theme, self.tr("Apps that stay awake"), asleep, self._awake, before="sleep")
        return Section(self.theme, self.tr("Open apps"), row)

    def show_face(self, face: GeneralFace) -> None:
        """Shows what holds now."""
        self._mode.select(_MODES.index(face.mode))
        self._language.select(_LANGUAGES.index(face.language))
        self._motion.setChecked(face.motion)
        self._awake.select(AWAKE_CHOICES.index(face.awake_max) if face.awake_max in AWAKE_CHOICES else 0)
        self._starter.setVisible(face.has_starter)
        self._secrets.set_text(face.secrets)

    def _on_motion(self) -> None:
        self.motion_chosen.emit(self._motion.isChecked())

    def _on_remove(self) -> None:
        sheet = HostQuestionSheet(
            self.theme,
            self.window(),
            self.tr("Remove the starter content?"),
            self.tr("The invented posts go for good. Your own posts and what you follow stay."),
            self.tr("Remove"),
            destructive=True,
        )
        sheet.did_answer.connect(lambda yes: self.starter_removal_confirmed.emit() if yes else None)
        sheet.open()
