"""One question of a survey in its sheet: to be answered, or with its count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRect, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from stoa.shell.feed.card_parts import OptionRow
from stoa.shell.feed.card_style import OPTION_GAP
from stoa.shell.feed.sources import Reply
from stoa.shell.feed.star_row import StarRow
from stoa.shell.feed.survey_face import (
    OptionFace,
    complete,
    option_texts,
    picks_of,
    reply_of,
    shares,
    toggled,
    votes_at_once,
)
from stoa.shell.feed.wording import votes_text
from stoa.ui.label import Label
from stoa.ui.text_area import TextArea
from stoa.ui.tokens import SPACE_1, SPACE_2

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from stoa.services.surveys.api import Question, SurveyResults
    from stoa.shell.feed.card_style import CardStyle

_TEXT_MOST = 2000
# More free texts than this are read in the export.
_TEXTS_SHOWN = 20


class _Options(QWidget):
    """Rows of options, one below the other. ``pressed(index)`` follows one of them."""

    pressed = Signal(int)

    def __init__(self, style: CardStyle, count: int) -> None:
        super().__init__()
        self._style = style
        self._faces: list[OptionFace] = []
        self._pressable = False
        self._rows = [OptionRow(style.theme, self) for _ in range(count)]
        for index, row in enumerate(self._rows):
            row.clicked.connect(lambda _checked=False, index=index: self.pressed.emit(index))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_options(self, faces: list[OptionFace], *, pressable: bool) -> None:
        """Shows the options' state."""
        self._faces, self._pressable = faces, pressable
        self._place()

    def sizeHint(self) -> QSize:
        """All rows and the gaps between them."""
        return QSize(200, len(self._rows) * (self._style.option_height + OPTION_GAP) - OPTION_GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the rows to the width."""
        super().resizeEvent(event)
        self._place()

    def focus_row(self) -> None:
        """Puts the focus on the first row."""
        self._rows[0].take_focus()

    def _place(self) -> None:
        step = self._style.option_height + OPTION_GAP
        for index, (row, face) in enumerate(zip(self._rows, self._faces, strict=False)):
            rect = QRect(0, index * step, self.width(), self._style.option_height)
            row.show_option(face, rect, self._style, pressable=self._pressable)


class _Stars(StarRow):
    """A row of stars with the same way of showing its state."""

    def __init__(self, style: CardStyle) -> None:
        super().__init__(style.theme)
        self._look = style

    def show_options(self, faces: list[OptionFace], *, pressable: bool) -> None:
        """Shows the stars' state."""
        self.show_stars(faces, self._look, pressable=pressable)


class SurveyQuestion(QWidget):
    """A question with its options or its field. ``changed`` follows every change of the answer."""

    changed = Signal()

    def __init__(self, style: CardStyle, number: int, question: Question, *, counted: bool) -> None:
        super().__init__()
        self._style, self._number, self._question = style, number, question
        self._picks: tuple[int, ...] = ()
        self._options: _Options | _Stars | None = None
        self._field: TextArea | None = None
        theme = style.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE_2)
        column.setSpacing(SPACE_2)
        heading = Label(theme, question.text, "heading", wrap=True)
        self._hint = Label(theme, self._rule() if not counted else "", "meta", "muted", wrap=True)
        self._hint.setVisible(bool(self._hint.text()))
        head = QVBoxLayout()
        head.setSpacing(SPACE_1)
        head.addWidget(heading)
        head.addWidget(self._hint)
        column.addLayout(head)
        if question.kind != "text":
            self._options = _Stars(style) if question.kind == "rating" else _Options(style, len(question.options))
            self._options.pressed.connect(self._on_pressed)
            column.addWidget(self._options)
        elif not counted:
            self._field = TextArea(theme, question.text, self.tr("Your answer"), limit=_TEXT_MOST, lines=3)
            self._field.textChanged.connect(self.changed)
            column.addWidget(self._field)
        self._below = Label(theme, "", "meta", "muted", wrap=True)
        self._below.hide()
        column.addWidget(self._below)
        self._show_picks()

    def reply(self) -> Reply | None:
        """The answer as it stands, or None where there is none."""
        if self._field is not None:
            text = self._field.text.strip()
            return Reply(self._number, text=text) if text else None
        return reply_of(self._question, self._number, self._picks) if self._picks else None

    def fill(self, results: SurveyResults | None) -> None:
        """Begins with what was answered before."""
        self._picks = picks_of(results, self._number)
        answers = results.my_answers if results is not None else []
        text = next((answer.text for answer in answers if answer.question == self._number), None)
        if self._field is not None and text:
            self._field.take_up(text)
        self._show_picks()

    def check(self) -> bool:
        """Whether the answer can be sent; says below the question what is missing."""
        sentence = self._missing()
        self._below.set_tone("warm")
        self._below.setText(sentence)
        self._below.setVisible(bool(sentence))
        return not sentence

    def focus_answer(self) -> None:
        """Puts the focus where the answer is given."""
        if self._field is not None:
            self._field.setFocus()
        elif self._options is not None:
            self._options.focus_row()

    def show_results(self, results: SurveyResults) -> None:
        """Shows the count."""
        counted = results.questions[self._number]
        mine = picks_of(results, self._number)
        if self._options is not None and counted.counts:
            known = shares(self._question, counted.counts, counted.answered)
            faces = self._faces(mine, known)
            self._options.show_options(faces, pressable=False)
        lines = [self._question.explanation] if self._question.explanation else []
        if counted.average is not None:
            lines.append(self.tr("{mean} stars on average").format(mean=QLocale().toString(counted.average, "f", 1)))
        lines.extend(f"“{text}”" for text in counted.texts[:_TEXTS_SHOWN])
        lines.append(votes_text(counted.answered))
        self._below.set_tone("muted")
        self._below.setText("\n".join(lines))
        self._below.show()

    def _on_pressed(self, option: int) -> None:
        self._picks = (option,) if votes_at_once(self._question) else toggled(self._question, self._picks, option)
        self._below.hide()
        self._show_picks()
        self.changed.emit()

    def _show_picks(self) -> None:
        if self._options is None:
            return
        self._options.show_options(self._faces(self._picks, None), pressable=True)

    def _faces(self, picks: tuple[int, ...], known: list[tuple[float, int]] | None) -> list[OptionFace]:
        """The options with these picks and, once they are known, their shares."""
        ranked, correct = self._question.kind == "ranking", self._question.correct if known else ()
        return [
            OptionFace(
                text,
                known[index][0] if known else None,
                known[index][1] if known else None,
                index in picks,
                picks.index(index) + 1 if ranked and index in picks else None,
                index in correct,
            )
            for index, text in enumerate(option_texts(self._question))
        ]

    def _rule(self) -> str:
        """What a good answer is, where that is not plain."""
        question = self._question
        parts = []
        if question.kind == "ranking":
            parts.append(self.tr("Press the options in order, best first."))
        elif question.kind == "multiple":
            most = question.max or len(question.options)
            if question.min > 1:
                parts.append(self.tr("Choose {least} to {most}.").format(least=question.min, most=most))
            else:
                parts.append(self.tr("Choose up to {most}.").format(most=most))
        if not question.required:
            parts.append(self.tr("You may leave this out."))
        return " ".join(parts)

    def _missing(self) -> str:
        question = self._question
        reply = self.reply()
        if reply is None:
            return self.tr("Answer this question.") if question.required else ""
        if self._field is not None:
            left = self._field.left or 0
            return self.tr("Shorten it by {n} characters.").format(n=-left) if left < 0 else ""
        if not votes_at_once(question) and not complete(question, self._picks):
            return self._rule() if question.kind != "ranking" else self.tr("Give every option a place.")
        return ""
