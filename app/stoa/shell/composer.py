"""The composer: a post in the making, as it will look, until the person posts it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.records import Record
from stoa.services.feed.posts import TEXT_MAX_CHARS
from stoa.shell.attachments import PageAttachment, PictureAttachment, SurveyAttachment
from stoa.shell.composer_draft import AttachedPage, ComposerDraft, draft_to_json
from stoa.shell.survey_form import form_from_json, form_of
from stoa.shell.survey_maker import SurveyMaker
from stoa.ui.avatar import Avatar
from stoa.ui.button import Button, IconButton
from stoa.ui.folding_row import FoldingRow
from stoa.ui.label import Label
from stoa.ui.sheet import Sheet
from stoa.ui.text_area import TextArea
from stoa.ui.tokens import SPACE_1, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.ui.theme import Theme

SAVE_AFTER_MS = 400
# The counter shows once this many characters are left.
_COUNT_FROM = 200
_WIDTH = 560


class Writer(Record):
    """Who posts, as the card will show it."""

    name: str
    handle: str
    picture: QPixmap | None = None


class ComposerSheet(Sheet):
    """Answers with a ``ComposerDraft`` to post, or None; the draft is then still what ``draft_changed`` said last.

    ``draft_changed`` follows changes after a moment's rest with a dict for ``draft_from_json`` (empty: discarded).
    ``picture_pressed`` and ``page_pressed`` ask for what the person chooses elsewhere, ``picture_brought`` comes with a
    picture that was dropped (a ``Path``) or pasted (a ``QImage``): answer with ``set_picture`` and ``set_page``.
    ``hide`` and ``open`` let the sheet step aside meanwhile.
    """

    draft_changed = Signal(dict)
    picture_pressed = Signal()
    picture_brought = Signal(object)
    page_pressed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget, writer: Writer, clock: Callable[[], int],
        draft: ComposerDraft | None = None, app_icon: Callable[[str], QPixmap | None] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent, self.tr("New post"), width=_WIDTH)
        self._clock = clock
        self._app_icon = app_icon or (lambda _app_id: None)
        self._draft = draft or ComposerDraft()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SAVE_AFTER_MS)
        self.timer.timeout.connect(lambda: self.draft_changed.emit(draft_to_json(self._draft)))
        self._parts: dict[str, QWidget] = {}
        self._build(writer)
        self._show_all()

    @property
    def draft(self) -> ComposerDraft:
        """What stands there now."""
        return self._draft

    def set_picture(self, data: bytes | None) -> None:
        """Puts an encoded picture on the post, or takes it off. What is no picture is refused with a sentence."""
        if data is not None and not QPixmap().loadFromData(data):
            self.show_problem(self.tr("This file is no picture that can be shown: choose a PNG, JPEG, WebP or GIF."))
            return
        self._change(picture=data)

    def set_page(self, page: AttachedPage | None) -> None:
        """Puts a page of a mini-app on the post, or takes it off."""
        self._change(page=page)

    def show_problem(self, sentence: str) -> None:
        """Says what is wrong, until the next change."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def refuse(self) -> None:
        """Closes; what was typed a moment ago is kept too."""
        if self.timer.isActive():
            self.timer.stop()
            self.draft_changed.emit(draft_to_json(self._draft))
        super().refuse()

    def _build(self, writer: Writer) -> None:
        theme = self.theme
        top = QHBoxLayout()
        top.setSpacing(SPACE_3)
        top.addWidget(Avatar(theme, writer.picture, writer.name))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(theme, writer.name, "strong", elide=True))
        words.addWidget(Label(theme, f"@{writer.handle}", "meta", "muted", elide=True))
        top.addLayout(words, 1)
        discard = IconButton(theme, "trash", self.tr("Discard draft"))
        discard.clicked.connect(self._on_discarded)
        top.addWidget(discard)
        self.header.addLayout(top)
        self._area = TextArea(theme, self.tr("Text of the post"), self.tr("What would you like to share?"),
                              limit=TEXT_MAX_CHARS, lines=3, most_lines=9)  # fmt: skip
        self._area.take_up(self._draft.text)
        self._area.textChanged.connect(self._on_typed)
        self._area.did_submit.connect(self._on_posted)
        self._area.take_pictures()
        self._area.did_bring_picture.connect(self.picture_brought)
        self.body.addWidget(self._area)
        self._count = Label(theme, "", "meta", "muted")
        self.body.addWidget(self._count)
        self._problem = Label(theme, "", "meta", "warm", wrap=True)
        self._problem.hide()
        self._post = Button(theme, self.tr("Post"), "send", "primary")
        self._post.clicked.connect(self._on_posted)
        self.footer.addWidget(self._problem)
        self.footer.addLayout(self._actions())
        self.guard(self._post)
        self.focus_first(self._area)

    def _actions(self) -> FoldingRow:
        """The tools and, below them where the sheet is narrow or its text large, the answers."""
        tools_row = QHBoxLayout()
        tools_row.setSpacing(SPACE_1)
        tools = (
            ("image", self.tr("Add a picture"), self.picture_pressed.emit),
            ("attach", self.tr("Attach a page of an app"), self.page_pressed.emit),
            ("survey", self.tr("Make a survey"), self._open_maker),
        )
        for icon, name, slot in tools:
            button = IconButton(self.theme, icon, name)
            button.clicked.connect(slot)
            tools_row.addWidget(button)
        tools_row.addStretch(1)
        answers_row = QHBoxLayout()
        answers_row.setSpacing(SPACE_3)
        answers_row.addStretch(1)
        cancel = Button(self.theme, self.tr("Cancel"), None, "ghost")
        cancel.clicked.connect(self.refuse)
        answers_row.addWidget(cancel)
        answers_row.addWidget(self._post)
        row = FoldingRow()
        row.setSpacing(SPACE_2)
        row.addLayout(tools_row)
        row.addLayout(answers_row, 1)
        return row

    def _change(self, **changes: Any) -> None:
        self._draft = replace(self._draft, **changes)
        self._show_all()
        self.timer.start()

    def _show_all(self) -> None:
        draft = self._draft
        self._show("picture", draft.picture, self._picture_part)
        self._show("page_picture", draft.page_picture, self._page_picture_part)
        self._show("page", draft.page, self._page_part)
        self._show("survey", draft.survey or draft.survey_id, self._survey_part)
        self.show_problem("")
        left = self._area.left or 0
        over = left < 0
        self._count.setVisible(left <= _COUNT_FROM)
        self._count.set_tone("warm" if over else "muted")
        words = self.tr("{0} characters too many") if over else self.tr("{0} characters left")
        self._count.setText(words.format(abs(left)))
        self.delay.set_ready(self._post, not draft.is_empty and not over)

    def _show(self, name: str, value: object, make: Callable[[], QWidget]) -> None:
        old = self._parts.get(name)
        if old is not None and old.property("value") is value:
            return
        if old is not None:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
            del self._parts[name]
        if value is None:
            return
        part = self._parts[name] = make()
        part.setProperty("value", value)
        order = ["picture", "page_picture", "page", "survey"]
        before = [other for other in order[: order.index(name)] if other in self._parts]
        self.body.insertWidget(2 + len(before), part)

    def _picture_part(self) -> QWidget:
        part = PictureAttachment(
            self.theme, _pixmap(self._draft.picture), self.tr("Picture of the post"), self.tr("Remove picture")
        )
        part.remove_pressed.connect(lambda: self._change(picture=None))
        return part

    def _page_picture_part(self) -> QWidget:
        page = self._draft.page
        assert page is not None
        part = PictureAttachment(
            self.theme, _pixmap(page.picture), self.tr("Picture of the page"), self.tr("Leave the picture out")
        )
        part.remove_pressed.connect(lambda: self._change(page=replace(page, picture=None)))
        return part

    def _page_part(self) -> QWidget:
        page = self._draft.page
        assert page is not None
        part = PageAttachment(self.theme, page, self._app_icon(page.app_id))
        part.remove_pressed.connect(lambda: self._change(page=None))
        return part

    def _survey_part(self) -> QWidget:
        part = SurveyAttachment(self.theme, self._draft.survey)
        part.edit_pressed.connect(self._open_maker)
        part.remove_pressed.connect(lambda: self._change(survey=None, survey_id=None))
        return part

    def _open_maker(self) -> None:
        draft = self._draft
        form = None
        if draft.survey is not None:
            form = form_of(draft.survey)
        elif draft.unfinished_survey is not None:
            form = form_from_json(draft.unfinished_survey)
        maker = SurveyMaker(self.theme, self.parentWidget() or self, self._clock, form)
        maker.draft_changed.connect(lambda values: self._change(unfinished_survey=values))
        maker.did_answer.connect(self._on_survey_made)
        maker.open()

    def _on_survey_made(self, survey: object) -> None:
        if survey is not None:
            self._change(survey=survey, survey_id=None, unfinished_survey=None)

    def _on_typed(self) -> None:
        self._change(text=self._area.text)

    def _on_discarded(self) -> None:
        self.timer.stop()
        self.draft_changed.emit({})
        self.answer(None)

    def _on_posted(self) -> None:
        if self._post.isEnabled():
            self.timer.stop()
            self.answer(self._draft)


def _pixmap(data: bytes | None) -> QPixmap:
    """A picture's pixels; null where there are none that can be read."""
    pixmap = QPixmap()
    pixmap.loadFromData(data or b"")
    return pixmap
