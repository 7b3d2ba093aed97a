"""The comments of a post, in a sheet: read, write, delete one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from stoa.contract.errors import StoaError
from stoa.services.feed.posts import COMMENT_MAX_CHARS
from stoa.shell.feed.card_style import AVATAR
from stoa.shell.feed.wording import DOT, age_text
from stoa.shell.refusal_words import told
from stoa.ui.button import Button, IconButton
from stoa.ui.label import Label
from stoa.ui.scroll_area import ScrollArea
from stoa.ui.sheet import Sheet
from stoa.ui.text_area import TextArea
from stoa.ui.tokens import SPACE_1, SPACE_3, SPACE_4

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from stoa.services.feed.posts import Author, Comment, Post
    from stoa.shell.feed.dressing import Dressing
    from stoa.shell.feed.sources import FeedSource
    from stoa.shell.feed.viewing import Viewer

_PAGE = 30


class _Face(QWidget):
    """The round picture of a comment's author."""

    def __init__(self, dressing: Dressing, author: Author) -> None:
        super().__init__()
        self._dressing, self._author = dressing, author
        self.setFixedSize(AVATAR, AVATAR)
        dressing.shelf.loaded.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the picture, or initials until it is there."""
        QPainter(self).drawPixmap(0, 0, self._dressing.avatar(self._author))


class CommentRow(QWidget):
    """One comment. ``deleted(id)`` follows its bin, which only those have who may empty it."""

    deleted = Signal(int)

    def __init__(self, dressing: Dressing, comment: Comment, now: int, *, own: bool) -> None:
        super().__init__()
        theme = dressing.theme
        grid = QGridLayout(self)
        grid.setContentsMargins(0, SPACE_1, 0, SPACE_1)
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        name = Label(theme, comment.author.name, "strong", elide=True)
        handle = f"@{comment.author.handle}{DOT}" if comment.author.handle else ""
        meta = Label(theme, handle + age_text(comment.created_at, now), "meta", "muted", elide=True)
        text = Label(theme, comment.text, "body", wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(_Face(dressing, comment.author), 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(name, 0, 1)
        grid.addWidget(meta, 1, 1)
        grid.addWidget(text, 2, 1, 1, 2)
        self.setAccessibleName(f"{comment.author.name}: {comment.text}")
        if own:
            delete = IconButton(theme, "trash", self.tr("Delete this comment"), side=30, size=16)
            delete.clicked.connect(lambda: self.deleted.emit(comment.id))
            grid.addWidget(delete, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)


class CommentsSheet(Sheet):
    """Reads a page at a time. ``counted(post id)`` follows a change of their number, ``failed(sentence)`` a refusal."""

    counted = Signal(int)
    failed = Signal(str)

    def __init__(
        self, dressing: Dressing, feed: FeedSource, viewer: Viewer, post: Post, clock: Callable[[], int],
        window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(dressing.theme, window, self.tr("Comments"), width=500)
        self._dressing, self._feed, self._viewer = dressing, feed, viewer
        self._post, self._clock = post, clock
        self._last: Comment | None = None
        self._furnish()
        self._read()

    def _furnish(self) -> None:
        title = Label(self.theme, self.tr("Comments"), "title")
        close = IconButton(self.theme, "close", self.tr("Close"))
        close.clicked.connect(self.refuse)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(close)
        self.header.addLayout(top)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_3)
        self._empty = Label(self.theme, self.tr("No comments yet. Say something kind."), "body", "muted", wrap=True)
        self._more = Button(self.theme, self.tr("Show more"))
        self._more.clicked.connect(self._read)
        self.body.addWidget(self._empty)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self._field = TextArea(
            self.theme, self.tr("Your comment"), self.tr("Write a comment"), limit=COMMENT_MAX_CHARS, lines=2,
            most_lines=5,
        )  # fmt: skip
        self._send = Button(self.theme, self.tr("Send"), "send", "primary")
        self._wrong = Label(self.theme, "", "meta", "warm", wrap=True)
        self._wrong.hide()
        bottom = QHBoxLayout()
        bottom.setSpacing(SPACE_4)
        bottom.addWidget(self._field, 1)
        bottom.addWidget(self._send, 0, Qt.AlignmentFlag.AlignBottom)
        self.footer.addWidget(self._wrong)
        self.footer.addLayout(bottom)
        self._send.clicked.connect(self._on_sent)
        self._field.did_submit.connect(self._on_sent)
        self._field.textChanged.connect(self._on_typed)
        self._on_typed()
        self.focus_first(self._field)

    def _read(self) -> None:
        """Adds the next page of comments."""
        after = self._last.cursor if self._last is not None else None
        try:
            page = self._feed.comments(self._post.id, after, _PAGE)
        except StoaError as error:
            self._show_wrong(told(error))
            return
        now = self._clock()
        for comment in page:
            mine = self._viewer.account_id in (comment.account_id, self._post.account_id)
            row = CommentRow(self._dressing, comment, now, own=mine)
            row.deleted.connect(lambda comment_id, row=row: self._delete(comment_id, row))
            self._rows.addWidget(row)
            self._last = comment
        self._more.setVisible(len(page) == _PAGE)
        self._empty.setVisible(self._rows.count() == 0)

    def _delete(self, comment_id: int, row: CommentRow) -> None:
        try:
            self._feed.delete_comment(self._viewer.account_id, comment_id)
        except StoaError as error:
            self._show_wrong(told(error))
            return
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._empty.setVisible(self._rows.count() == 0)
        self.counted.emit(self._post.id)

    def _on_typed(self) -> None:
        left = self._field.left
        self._send.setEnabled(bool(self._field.text.strip()) and (left is None or left >= 0))
        too_long = left is not None and left < 0
        self._show_wrong(self.tr("Shorten it by {n} characters.").format(n=-(left or 0)) if too_long else "")

    def _on_sent(self) -> None:
        if not self._send.isEnabled():
            return
        try:
            self._feed.add_comment(self._viewer.account_id, self._viewer.author(), self._post.id, self._field.text)
        except StoaError as error:
            self._show_wrong(told(error))
            return
        self._field.clear()
        self._follow_growth()
        while self._more.isVisible():
            self._read()
        self._read()
        self.counted.emit(self._post.id)

    def _follow_growth(self) -> None:
        """Shows the last row once the layout has made room for it."""
        area = self.findChild(ScrollArea)
        if area is None:
            return
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: bar.setValue(most), Qt.ConnectionType.SingleShotConnection)

    def _show_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
