"""The survey maker: questions, rules and a live preview, above the composer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Qt, QTimer, Signal
from PySide6.QtWidgets import QDateTimeEdit, QVBoxLayout, QWidget

from stoa.services.surveys.api import QuestionKind, ResultsVisible
from stoa.shell.attachments import SurveyFaceCard
from stoa.shell.survey_form import (
    QUESTIONS_MAX,
    TITLE_MAX,
    WITH_OPTIONS,
    FormError,
    QuestionForm,
    SurveyForm,
    draft_of,
    form_to_json,
)
from stoa.shell.survey_question import QuestionEditor
from stoa.ui.button import Button
from stoa.ui.field import TextField
from stoa.ui.folding_row import FoldingRow
from stoa.ui.label import Label
from stoa.ui.row import Row
from stoa.ui.segmented import Segmented
from stoa.ui.sheet import Sheet
from stoa.ui.switch import Switch
from stoa.ui.tokens import SPACE_2, SPACE_3

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.ui.theme import Theme

_WIDTH = 620
_DAY = 24 * 3600 * 1000
_SPANS = (None, _DAY, 7 * _DAY)
_RESULTS = (ResultsVisible.ALWAYS, ResultsVisible.AFTER_VOTING, ResultsVisible.AFTER_CLOSING)
SAVE_AFTER_MS = 400


class SurveyMaker(Sheet):
    """Answers with a ``SurveyDraft``, or None. ``draft_changed`` follows edits after a moment with ``form_to_json``."""

    draft_changed = Signal(dict)

    def __init__(self, theme: Theme, parent: QWidget, clock: Callable[[], int], form: SurveyForm | None = None) -> None:
        super().__init__(theme, parent, self.tr("Survey"), width=_WIDTH)
        self._clock = clock
        self.form = form or SurveyForm()
        self._editors: list[QuestionEditor] = []
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SAVE_AFTER_MS)
        self.timer.timeout.connect(lambda: self.draft_changed.emit(form_to_json(self.form)))
        self.header.addWidget(Label(theme, self.tr("Make a survey"), "heading"))
        self._title = TextField(
            theme, self.tr("Title"), self.tr("Title (one question can do without)"), limit=TITLE_MAX
        )
        self._title.setText(self.form.title)
        self._title.textEdited.connect(self._on_titled)
        self.body.addWidget(self._title)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(SPACE_3)
        self.body.addLayout(self._questions)
        self._add = Button(theme, self.tr("Add question"), "plus")
        self._add.clicked.connect(self.add_question)
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self._add_rules()
        self.body.addWidget(Label(theme, self.tr("Preview"), "strong"))
        self._preview = SurveyFaceCard(theme)
        self.body.addWidget(self._preview)
        self._add_footer()
        for question in self.form.questions:
            self._add_editor(question)
        self._renumber()
        self.focus_first(self._editors[0].field)

    def add_question(self, question: QuestionForm | None = None) -> None:
        """Adds a question at the end and brings the keyboard to it."""
        if len(self.form.questions) >= QUESTIONS_MAX:
            return
        self.form.questions.append(question or QuestionForm())
        self._add_editor(self.form.questions[-1])
        self._renumber()
        self._on_changed()
        self._editors[-1].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Answers with the survey, or says what is missing."""
        try:
            draft = draft_of(self.form, self._clock())
        except FormError as error:
            self._problem.setText(str(error))
            self._problem.show()
            if error.question is not None:
                field = self._editors[error.question].field
                field.set_error(str(error))
                field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.timer.stop()
        self.answer(draft)

    def refuse(self) -> None:
        """Closes; what was typed is kept for the next time."""
        if self.timer.isActive():
            self.timer.stop()
            self.draft_changed.emit(form_to_json(self.form))
        super().refuse()

    def _add_footer(self) -> None:
        self._problem = Label(self.theme, "", "meta", "warm", wrap=True)
        self._problem.hide()
        self.footer.addWidget(self._problem)
        row = FoldingRow()
        row.setSpacing(SPACE_2)
        row.addStretch(1)
        cancel = Button(self.theme, self.tr("Cancel"), None, "ghost")
        cancel.clicked.connect(self.refuse)
        row.addWidget(cancel)
        done = Button(self.theme, self.tr("Attach to post"), "check", "primary")
        done.clicked.connect(self.finish)
        row.addWidget(done)
        self.footer.addLayout(row)

    def _add_rules(self) -> None:
        theme, form = self.theme, self.form
        self.body.addWidget(Label(theme, self.tr("Rules"), "strong"))
        labels = [self.tr("By hand"), self.tr("1 day"), self.tr("1 week"), self.tr("On a date")]
        self._closes = Segmented(theme, labels, name=self.tr("Closes"), compact=True)
        self._closes.did_select.connect(self._on_closes)
        self._date = QDateTimeEdit(self)
        self._date.setAccessibleName(self.tr("Closing time"))
        self._date.setCalendarPopup(True)
        self._date.setMinimumDateTime(QDateTime.fromMSecsSinceEpoch(self._clock()))
        self._date.setVisible(form.closes_at is not None)
        if form.closes_at is not None:
            self._closes.select(3)
            self._date.setDateTime(QDateTime.fromMSecsSinceEpoch(form.closes_at))
        self._date.dateTimeChanged.connect(self._on_date)
        results = [self.tr("Always"), self.tr("After voting"), self.tr("After closing")]
        self._results = Segmented(theme, results, name=self.tr("Results are shown"), compact=True)
        self._results.select(_RESULTS.index(form.results))
        self._results.did_select.connect(self._on_results)
        for title, control in ((self.tr("Closes"), self._closes), (self.tr("Results are shown"), self._results)):
            self.body.addWidget(Label(theme, title, "meta", "muted"))
            self.body.addWidget(control)
            if control is self._closes:
                self.body.addWidget(self._date)
        self._anonymous = self._switch(
            self.tr("Anonymous"), self.tr("Nobody sees who voted for what."), form.anonymous, self._on_anonymous
        )
        self._can_change = self._switch(
            self.tr("Votes can be changed"), self.tr("Not in a quiz."), form.can_change, self._on_can_change
        )
        self._quiz = self._switch(
            self.tr("Quiz"), self.tr("Some answers are right, and shown after voting."), form.quiz, self._on_quiz
        )

    def _switch(self, title: str, text: str, on: bool, slot: Callable[[bool], None]) -> Switch:  # noqa: FBT001
        switch = Switch(self.theme, title, on=on)
        switch.toggled.connect(slot)
        self.body.addWidget(Row(self.theme, title, text, switch, padding=0))
        return switch

    def _add_editor(self, question: QuestionForm) -> None:
        editor = QuestionEditor(self.theme, question, quiz=self.form.quiz)
        editor.did_change.connect(self._on_changed)
        editor.remove_pressed.connect(lambda: self._on_removed(editor))
        editor.move_pressed.connect(lambda by: self._on_moved(editor, by))
        self._editors.append(editor)
        self._questions.addWidget(editor)
        # A layout shows what it gets only later, and what is hidden takes no focus.
        editor.show()

    def _renumber(self) -> None:
        for number, editor in enumerate(self._editors):
            editor.set_place(number, len(self._editors))
        self._add.setEnabled(len(self._editors) < QUESTIONS_MAX)
        self._show_preview()

    def _show_preview(self) -> None:
        form = self.form
        first = form.questions[0]
        options = [option for option in first.options if option.strip()] if first.kind in WITH_OPTIONS else []
        notes = [self.tr("anonymous") if form.anonymous else self.tr("names are shown")]
        if len(form.questions) > 1:
            notes.insert(0, self.tr("{0} questions").format(len(form.questions)))
        if form.quiz:
            notes.append(self.tr("quiz"))
        if form.closes_at is not None:
            when = QDateTime.fromMSecsSinceEpoch(form.closes_at)
            notes.append(
                self.tr("closes {0}").format(self.locale().toString(when, self.locale().FormatType.ShortFormat))
            )
        stars = first.kind is QuestionKind.RATING
        self._preview.show_survey(form.title.strip(), first.text, options, notes, stars=stars)

    def _on_changed(self) -> None:
        self._problem.hide()
        self._show_preview()
        self.timer.start()

    def _on_titled(self, text: str) -> None:
        self.form.title = text
        self._on_changed()

    def _on_removed(self, editor: QuestionEditor) -> None:
        place = self._editors.index(editor)
        del self.form.questions[place]
        self._editors.remove(editor)
        self._questions.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._renumber()
        self._on_changed()

    def _on_moved(self, editor: QuestionEditor, by: int) -> None:
        place = self._editors.index(editor)
        self._editors.insert(place + by, self._editors.pop(place))
        self.form.questions.insert(place + by, self.form.questions.pop(place))
        self._questions.removeWidget(editor)
        self._questions.insertWidget(place + by, editor)
        self._renumber()
        self._on_changed()

    def _on_closes(self, index: int) -> None:
        on_date = index == len(_SPANS)
        self._date.setVisible(on_date)
        span = 7 * _DAY if on_date else _SPANS[index]
        self.form.closes_at = None if span is None else self._clock() + span
        if on_date:
            self._date.setDateTime(QDateTime.fromMSecsSinceEpoch(self._clock() + 7 * _DAY))
        self._on_changed()

    def _on_date(self, when: QDateTime) -> None:
        if self._date.isVisibleTo(self):
            self.form.closes_at = when.toMSecsSinceEpoch()
            self._on_changed()

    def _on_results(self, index: int) -> None:
        self.form.results = _RESULTS[index]
        self._on_changed()

    def _on_anonymous(self, on: bool) -> None:  # noqa: FBT001 -- Qt's signature
        self.form.anonymous = on
        self._on_changed()

    def _on_can_change(self, on: bool) -> None:  # noqa: FBT001 -- Qt's signature
        self.form.can_change = on
        self._on_changed()

    def _on_quiz(self, on: bool) -> None:  # noqa: FBT001 -- Qt's signature
        self.form.quiz = on
        self._can_change.setEnabled(not on)
        for editor in self._editors:
            editor.set_quiz(on)
        self._on_changed()
