"""A survey in a sheet: its questions to answer, then its results, drawn live while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stoa.shell.feed.card_style import CardStyle
from stoa.shell.feed.survey_question import SurveyQuestion
from stoa.shell.feed.wording import DOT, votes_text
from stoa.ui.button import Button, IconButton
from stoa.ui.label import Label
from stoa.ui.sheet import Sheet
from stoa.ui.tokens import SPACE_2, SPACE_3, SPACE_5

if TYPE_CHECKING:
    from stoa.services.surveys.api import Survey, SurveyResults
    from stoa.ui.theme import Theme


class SurveySheet(Sheet):
    """Answers a survey or shows its count. ``sent(replies)`` follows a complete set of answers."""

    sent = Signal(object)

    def __init__(self, theme: Theme, survey: Survey, results: SurveyResults | None, window: QWidget) -> None:
        super().__init__(theme, window, survey.title, width=520)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._style = CardStyle(theme, rtl=rtl, ratio=self.devicePixelRatioF())
        self._survey, self._results = survey, results
        self._questions: list[SurveyQuestion] = []
        self._sent = False
        self._answering = _takes_answers(survey) and not survey.voted
        self._furnish()
        self._fill()

    @property
    def survey_id(self) -> str:
        """The id of the survey shown."""
        return self._survey.id

    def show_survey(self, survey: Survey | None, results: SurveyResults | None) -> None:
        """Takes the survey's newer state. Answers being given stay; a vote that went through shows the results."""
        if survey is None:
            self.refuse()
            return
        just_voted = survey.voted and not self._survey.voted
        sent, self._sent = self._sent, False
        self._survey, self._results = survey, results
        if self._answering and _takes_answers(survey) and not just_voted and not sent:
            self._note.setText(self._note_text())
            return
        live = not self._answering and results is not None and not just_voted
        self._answering = False
        if live and self._questions and results is not None:
            for question in self._questions:
                question.show_results(results)
            self._note.setText(self._note_text())
            return
        self._fill()

    def show_error(self, sentence: str) -> None:
        """Says why the answers were refused."""
        self._sent = False
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def _furnish(self) -> None:
        close = IconButton(self.theme, "close", self.tr("Close"))
        close.clicked.connect(self.refuse)
        top = QHBoxLayout()
        top.addWidget(Label(self.theme, self._survey.title, "title", wrap=True), 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._note = Label(self.theme, "", "meta", "muted", wrap=True)
        self.header.setSpacing(SPACE_2)
        self.header.addLayout(top)
        self.header.addWidget(self._note)
        self.body.setSpacing(SPACE_5)
        self._wrong = Label(self.theme, "", "meta", "warm", wrap=True)
        self._wrong.hide()
        self._back = Button(self.theme, self.tr("Close"))
        self._back.clicked.connect(self.refuse)
        self._go = Button(self.theme, "", kind="primary")
        self._go.clicked.connect(self._on_gone)
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(self._back, 1)
        row.addWidget(self._go, 1)
        self.footer.addWidget(self._wrong)
        self.footer.addLayout(row)

    def _fill(self) -> None:
        """Makes the questions anew, to be answered or with their counts."""
        for old in self._questions:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        counted = not self._answering
        self._questions = []
        hidden = counted and self._results is None
        for number, question in enumerate(self._survey.questions if not hidden else ()):
            made = SurveyQuestion(self._style, number, question, counted=counted)
            self._questions.append(made)
            self.body.addWidget(made)
            if not counted:
                made.fill(self._results)
            elif self._results is not None:
                made.show_results(self._results)
        self._note.setText(self._note_text())
        self.show_error("")
        changeable = counted and _takes_answers(self._survey)
        self._go.setText(self.tr("Send answers") if self._answering else self.tr("Change answers"))
        self._go.setVisible(self._answering or changeable)

    def _note_text(self) -> str:
        survey, results = self._survey, self._results
        parts = [votes_text(survey.voters)]
        if survey.closed:
            parts.append(self.tr("closed"))
        if self._answering:
            parts.append(self.tr("anonymous") if survey.anonymous else self.tr("your name is shown to the author"))
        elif results is None:
            parts.append(self.tr("results are shown once it is closed"))
        elif results.correct is not None:
            whole = len([question for question in survey.questions if question.correct])
            parts.append(self.tr("{right} of {whole} right").format(right=results.correct, whole=whole))
        return DOT.join(parts)

    def _on_gone(self) -> None:
        if not self._answering:
            self._answering = True
            self._fill()
            return
        wrong = [question for question in self._questions if not question.check()]
        if wrong:
            self.show_error(self.tr("Some questions still need an answer."))
            wrong[0].focus_answer()
            return
        self._sent = True
        self.sent.emit([reply for question in self._questions if (reply := question.reply()) is not None])


def _takes_answers(survey: Survey) -> bool:
    return not survey.closed and (not survey.voted or survey.can_change)
