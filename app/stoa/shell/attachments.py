"""What hangs on a post in the making, shown as the feed will show it, each with a button that takes it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stoa.shell.feed.card_style import FLATTEST, HIGHEST, STAR_CELL, STAR_ICON
from stoa.shell.feed.star_row import STARS
from stoa.ui.app_tile import AppIcon
from stoa.ui.button import Button, IconButton
from stoa.ui.card import Card
from stoa.ui.chip import Chip
from stoa.ui.label import Label
from stoa.ui.painting import paint_body, paint_picture
from stoa.ui.row import Icon
from stoa.ui.tokens import ICON_SMALL, RADIUS_CONTROL, SPACE_1, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from stoa.services.surveys.api import SurveyDraft
    from stoa.shell.composer_draft import AttachedPage
    from stoa.ui.theme import Theme

_PICTURE_WIDTH = 320


def remove_button(theme: Theme, name: str) -> IconButton:
    """A small close button."""
    return IconButton(theme, "close", name, side=28, size=ICON_SMALL)


class Picture(QWidget):
    """A picture in the shape that its card will have."""

    def __init__(self, theme: Theme, pixmap: QPixmap, name: str) -> None:
        super().__init__()
        self.theme = theme
        self._pixmap = pixmap
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its shape is the picture's, cut as in a card."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Its height at a width."""
        share = self._pixmap.height() / max(1, self._pixmap.width())
        return round(width * min(HIGHEST, max(FLATTEST, share)))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(_PICTURE_WIDTH, self.heightForWidth(_PICTURE_WIDTH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the picture and its edge."""
        painter = QPainter(self)
        paint_picture(painter, QRectF(self.rect()), RADIUS_CONTROL, self._pixmap)
        paint_body(painter, QRectF(self.rect()), RADIUS_CONTROL, None, self.theme.tokens.line)


class PictureAttachment(QWidget):
    """A picture that the post will show, with a button that takes it off. ``remove_pressed``."""

    remove_pressed = Signal()

    def __init__(self, theme: Theme, pixmap: QPixmap, name: str, remove_text: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if not pixmap.isNull():
            column.addWidget(Picture(theme, pixmap, name))
        remove = Button(theme, remove_text, "close", "ghost")
        remove.clicked.connect(self.remove_pressed)
        column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeading)


class PageAttachment(Card):
    """The page that the post will open. ``remove_pressed``."""

    remove_pressed = Signal()

    def __init__(self, theme: Theme, page: AttachedPage, icon: QPixmap | None) -> None:
        super().__init__(theme, flat=True, surface="panel", radius=RADIUS_CONTROL, margin=SPACE_3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3)
        row.addWidget(AppIcon(theme, icon, page.app_name))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(theme, page.title, "strong", elide=True))
        below = f"{page.app_name} · {page.subtitle}" if page.subtitle else page.app_name
        words.addWidget(Label(theme, below, "meta", "muted", elide=True))
        row.addLayout(words, 1)
        remove = remove_button(theme, self.tr("Remove the page"))
        remove.clicked.connect(self.remove_pressed)
        row.addWidget(remove)


class SurveyFaceCard(Card):
    """A survey's face in the feed before anybody has voted: its first question, and how many follow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, flat=True, surface="panel", radius=RADIUS_CONTROL, margin=SPACE_3)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_2)
        self._shown: list[QWidget] = []

    def show_survey(
        self, title: str, question: str, options: list[str], notes: list[str], *, stars: bool = False
    ) -> None:
        """Shows a survey, finished or not. ``notes`` are short facts; ``stars`` stand where options would."""
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self._shown = []
        if title and title != question:
            self._add(Label(self.theme, title, "meta", "muted", wrap=True))
        self._add(Label(self.theme, question or self.tr("Your question"), "strong", wrap=True))
        for option in options:
            self._add(self._option(option))
        if stars:
            self._add(self._stars())
        if notes:
            self._add(Label(self.theme, " · ".join(notes), "meta", "muted", wrap=True))

    def _add(self, widget: QWidget) -> None:
        self._column.insertWidget(len(self._shown), widget)
        self._shown.append(widget)
        widget.show()

    def _stars(self) -> QWidget:
        band = QWidget()
        band.setAccessibleName(self.tr("One to five stars"))
        row = QHBoxLayout(band)
        row.setContentsMargins(0, SPACE_1, 0, SPACE_1)
        row.setSpacing(STAR_CELL - STAR_ICON)
        for _ in range(STARS):
            row.addWidget(Icon(self.theme, "star", size=STAR_ICON))
        row.addStretch(1)
        return band

    def _option(self, text: str) -> QWidget:
        bar = Card(self.theme, flat=True, surface="background", radius=8, margin=SPACE_2 + 1)
        row = QHBoxLayout(bar)
        row.setContentsMargins(2, 0, 2, 0)
        row.addWidget(Label(self.theme, text, "body", elide=True))
        return bar


class SurveyAttachment(QWidget):
    """A survey on the post: one to be made, or, with ``survey`` None, one that a mini-app has made already.

    ``edit_pressed`` and ``remove_pressed``.
    """

    edit_pressed = Signal()
    remove_pressed = Signal()

    def __init__(self, theme: Theme, survey: SurveyDraft | None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        if survey is None:
            column.addWidget(Chip(theme, self.tr("survey attached"), "accent", "survey"))
        else:
            face = SurveyFaceCard(theme)
            first = survey.questions[0]
            face.show_survey(
                survey.title, first.text, list(first.options), survey_notes(survey), stars=first.kind == "rating"
            )
            column.addWidget(face)
            edit = Button(theme, self.tr("Edit survey"), "edit", "ghost")
            edit.clicked.connect(self.edit_pressed)
            row.addWidget(edit)
        remove = remove_button(theme, self.tr("Remove survey"))
        remove.clicked.connect(self.remove_pressed)
        row.addWidget(remove)
        row.addStretch(1)
        column.addLayout(row)


def survey_notes(survey: SurveyDraft) -> list[str]:
    """Short facts about a survey for the line below it."""
    translate = QCoreApplication.translate
    notes = [
        translate("SurveyAttachment", "anonymous")
        if survey.anonymous
        else translate("SurveyAttachment", "names are shown")
    ]
    if len(survey.questions) > 1:
        notes.insert(0, translate("SurveyAttachment", "{0} questions").format(len(survey.questions)))
    if survey.quiz:
        notes.append(translate("SurveyAttachment", "quiz"))
    if survey.can_change:
        notes.append(translate("SurveyAttachment", "votes can be changed"))
    return notes
