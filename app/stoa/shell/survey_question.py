"""One question in the survey maker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.services.surveys.api import QuestionKind
from stoa.shell.survey_form import (
    EXPLANATION_MAX,
    GRADED,
    OPTION_MAX,
    OPTIONS_MAX,
    QUESTION_MAX,
    WITH_OPTIONS,
    QuestionForm,
)
from stoa.ui.button import Button, IconButton
from stoa.ui.card import Card
from stoa.ui.field import TextField
from stoa.ui.folding_row import FoldingRow
from stoa.ui.label import Label
from stoa.ui.menu import Menu
from stoa.ui.row import Row
from stoa.ui.stepper import Stepper
from stoa.ui.switch import Switch
from stoa.ui.tokens import ICON_SMALL, RADIUS_CONTROL, SPACE_1, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from stoa.ui.theme import Theme

_ICONS = {
    QuestionKind.SINGLE: "check-circle",
    QuestionKind.MULTIPLE: "list",
    QuestionKind.RATING: "star",
    QuestionKind.RANKING: "survey",
    QuestionKind.TEXT: "text",
}


class QuestionEditor(Card):
    """Edits a ``QuestionForm`` in place; ``did_change`` follows every edit.

    ``remove_pressed`` and ``move_pressed(-1 or 1)`` are for the survey to act on.
    """

    did_change = Signal()
    remove_pressed = Signal()
    move_pressed = Signal(int)

    def __init__(self, theme: Theme, form: QuestionForm, *, quiz: bool) -> None:
        super().__init__(theme, flat=True, surface="panel", radius=RADIUS_CONTROL, margin=SPACE_3)
        self.form = form
        self._quiz = quiz
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_2)
        self._title = Label(theme, "", "strong", elide=True)
        self._column.addLayout(self._head())
        self.field = TextField(theme, self.tr("Question"), self.tr("What would you like to know?"), limit=QUESTION_MAX)
        self.field.setText(form.text)
        self.field.textEdited.connect(self._on_text_edited)
        self._column.addWidget(self.field)
        self._rest = QWidget()
        self._column.addWidget(self._rest)
        self._rebuild()

    def set_place(self, number: int, count: int) -> None:
        """Says which question this is (from 0) of how many."""
        self._title.setText(self.tr("Question {0}").format(number + 1))
        self._up.setEnabled(number > 0)
        self._down.setEnabled(number < count - 1)
        self._remove.setEnabled(count > 1)

    def set_quiz(self, quiz: bool) -> None:  # noqa: FBT001 -- a slot
        """Shows or hides right answers and explanation."""
        self._quiz = quiz
        self._rebuild()

    def kind_names(self) -> dict[QuestionKind, str]:
        """The kinds of questions in the person's language."""
        return {
            QuestionKind.SINGLE: self.tr("One choice"),
            QuestionKind.MULTIPLE: self.tr("Several choices"),
            QuestionKind.RATING: self.tr("Rating"),
            QuestionKind.RANKING: self.tr("Ranking"),
            QuestionKind.TEXT: self.tr("Free text"),
        }

    def set_kind(self, kind: QuestionKind) -> None:
        """Changes the kind; options are kept for when it changes back."""
        self.form.kind = kind
        if kind is QuestionKind.SINGLE:
            del self.form.correct[1:]
        self._rebuild()
        self.did_change.emit()

    def _head(self) -> FoldingRow:
        whole = FoldingRow()
        whole.setSpacing(SPACE_1)
        whole.addWidget(self._title, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._kind = Button(self.theme, "", None, "plain")
        self._kind.clicked.connect(self._open_kinds)
        row.addWidget(self._kind)
        self._up = self._tool("move-up", self.tr("Move up"))
        self._up.clicked.connect(lambda: self.move_pressed.emit(-1))
        self._down = self._tool("move-down", self.tr("Move down"))
        self._down.clicked.connect(lambda: self.move_pressed.emit(1))
        self._remove = self._tool("trash", self.tr("Remove question"))
        self._remove.clicked.connect(self.remove_pressed)
        for button in (self._up, self._down, self._remove):
            row.addWidget(button)
        whole.addLayout(row)
        return whole

    def _tool(self, icon: str, name: str) -> IconButton:
        return IconButton(self.theme, icon, name, side=28, size=ICON_SMALL)

    def _open_kinds(self) -> None:
        menu = Menu(self.theme, self)
        for kind, name in self.kind_names().items():
            menu.add(name, _ICONS[kind], partial(self.set_kind, kind), checked=kind is self.form.kind)
        menu.popup(self._kind.mapToGlobal(self._kind.rect().bottomLeft()))

    def _rebuild(self) -> None:
        form = self.form
        self._kind.setText(self.kind_names()[form.kind])
        self._kind.set_icon(_ICONS[form.kind])
        self._kind.setAccessibleDescription(self.tr("Kind of question"))
        old = self._rest
        self._rest = QWidget()
        column = QVBoxLayout(self._rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        if form.kind in WITH_OPTIONS:
            self._add_options(column)
        if form.kind is QuestionKind.MULTIPLE:
            self._add_bounds(column)
        if self._quiz and form.kind in GRADED:
            self._add_explanation(column)
        required = Switch(self.theme, self.tr("Must be answered"), on=form.required)
        required.toggled.connect(self._on_required)
        column.addWidget(Row(self.theme, self.tr("Must be answered"), "", required, padding=0))
        self._column.replaceWidget(old, self._rest)
        old.hide()
        old.deleteLater()

    def _add_options(self, column: QVBoxLayout) -> None:
        for place, text in enumerate(self.form.options):
            row = QHBoxLayout()
            row.setSpacing(SPACE_1)
            name = self.tr("Option {0}").format(place + 1)
            if self._quiz and self.form.kind in GRADED:
                row.addWidget(self._correct_button(place))
            field = TextField(self.theme, name, name, limit=OPTION_MAX)
            field.setText(text)
            field.textEdited.connect(lambda text, place=place: self._on_option_edited(place, text))
            row.addWidget(field, 1)
            remove = self._tool("close", self.tr("Remove option {0}").format(place + 1))
            remove.setEnabled(len(self.form.options) > 2)
            remove.clicked.connect(lambda _on=False, place=place: self._on_option_removed(place))
            row.addWidget(remove)
            column.addLayout(row)
        if len(self.form.options) < OPTIONS_MAX:
            add = Button(self.theme, self.tr("Add option"), "plus", "ghost")
            add.clicked.connect(self._on_option_added)
            column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeading)

    def _correct_button(self, place: int) -> IconButton:
        button = IconButton(self.theme, "circle", self.tr("Right answer: option {0}").format(place + 1), side=30)
        button.set_checked_icon("check-circle-filled", "good")
        button.setChecked(place in self.form.correct)
        button.clicked.connect(lambda on: self._on_correct(place, on=on))
        return button

    def _add_bounds(self, column: QVBoxLayout) -> None:
        most = len(self.form.options)
        least = Stepper(self.theme, self.tr("At least"), self.form.least, 0, most)
        least.did_change.connect(self._on_least)
        column.addWidget(Row(self.theme, self.tr("At least"), "", least, padding=0))
        upper = Stepper(self.theme, self.tr("At most"), self.form.most or most, 1, most)
        upper.did_change.connect(self._on_most)
        column.addWidget(Row(self.theme, self.tr("At most"), "", upper, padding=0))

    def _add_explanation(self, column: QVBoxLayout) -> None:
        name = self.tr("Explanation, shown after voting")
        field = TextField(self.theme, name, name, limit=EXPLANATION_MAX)
        field.setText(self.form.explanation)
        field.textEdited.connect(self._on_explanation)
        column.addWidget(field)

    def _on_text_edited(self, text: str) -> None:
        self.form.text = text
        self.field.set_error("")
        self.did_change.emit()

    def _on_option_edited(self, place: int, text: str) -> None:
        self.form.options[place] = text
        self.did_change.emit()

    def _on_option_added(self) -> None:
        self.form.options.append("")
        self._rebuild()
        self.did_change.emit()
        fields = self._rest.findChildren(TextField)
        fields[len(self.form.options) - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_option_removed(self, place: int) -> None:
        del self.form.options[place]
        self.form.correct = [at - (at > place) for at in self.form.correct if at != place]
        if self.form.most is not None:
            self.form.most = min(self.form.most, len(self.form.options))
        self.form.least = min(self.form.least, len(self.form.options))
        self._rebuild()
        self.did_change.emit()

    def _on_correct(self, place: int, *, on: bool) -> None:
        kept = [] if self.form.kind is QuestionKind.SINGLE else [at for at in self.form.correct if at != place]
        self.form.correct = sorted([*kept, place]) if on else kept
        self._rebuild()
        self.did_change.emit()

    def _on_least(self, value: int) -> None:
        self.form.least = value
        if self.form.most is not None and self.form.most < value:
            self.form.most = value
        self._rebuild()
        self.did_change.emit()

    def _on_most(self, value: int) -> None:
        self.form.most = value
        self.form.least = min(self.form.least, value)
        self._rebuild()
        self.did_change.emit()

    def _on_explanation(self, text: str) -> None:
        self.form.explanation = text
        self.did_change.emit()

    def _on_required(self, on: bool) -> None:  # noqa: FBT001 -- Qt's signature
        self.form.required = on
        self.did_change.emit()
