"""The page of what is followed: feeds by address, their state, OPML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.shell.settings.section import Section
from stoa.shell.sheets.question import HostQuestionSheet
from stoa.ui.button import Button, IconButton
from stoa.ui.field import TextField
from stoa.ui.folding_row import FoldingRow
from stoa.ui.label import Label
from stoa.ui.notice import Notice
from stoa.ui.row import Row
from stoa.ui.tokens import SPACE_2, SPACE_4

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.shell.settings.faces import FeedFace
    from stoa.ui.theme import Theme

ADDRESS_MAX = 2048


class FollowingPage(QWidget):
    """Lists feeds. ``add_entered(address)``, ``removal_confirmed(id)``, ``import_pressed()``, ``export_pressed()``.

    Answer ``add_entered`` with ``show_problem``: a sentence, or "" once it is followed.
    """

    add_entered = Signal(str)
    removal_confirmed = Signal(int)
    import_pressed = Signal()
    export_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(Label(theme, self.tr("Follow a site"), "heading"))
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        name = self.tr("Address of a site or feed")
        self._field = TextField(theme, name, "https://", limit=ADDRESS_MAX)
        self._field.returnPressed.connect(self._on_entered)
        self._add = Button(theme, self.tr("Follow"), "plus", "primary")
        self._add.clicked.connect(self._on_entered)
        row.addWidget(self._field, 1)
        row.addWidget(self._add)
        column.addLayout(row)
        self._problem = Label(theme, "", "meta", "warm", wrap=True)
        self._problem.hide()
        column.addWidget(self._problem)
        column.addSpacing(SPACE_4)
        self._section = Section(theme, self.tr("Followed"))
        column.addWidget(self._section)
        text = self.tr("Paste the address of a site you like; its posts then appear in the feed.")
        self._nothing = Notice(theme, "rss", self.tr("You follow no site yet"), text)
        column.addWidget(self._nothing)
        column.addLayout(self._files())
        column.addStretch(1)
        self.show_feeds(())

    def show_feeds(self, feeds: Sequence[FeedFace]) -> None:
        """Shows what is followed, each with what is wrong with it."""
        self._section.set_rows(*(self._row(feed) for feed in feeds))
        self._section.setVisible(bool(feeds))
        self._nothing.setVisible(not feeds)
        self._export.setEnabled(bool(feeds))

    def show_problem(self, sentence: str) -> None:
        """Says why an address cannot be followed; "" clears the field for the next one."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._field.set_error(sentence)
        self.set_busy(busy=False)
        if not sentence:
            self._field.clear()

    def set_busy(self, *, busy: bool) -> None:
        """While an address is being tried nothing else can be entered."""
        self._field.setReadOnly(busy)
        self._add.setEnabled(not busy)
        self._add.setText(self.tr("Looking…") if busy else self.tr("Follow"))

    def _files(self) -> QHBoxLayout:
        whole = QHBoxLayout()
        row = FoldingRow()
        row.setSpacing(SPACE_2)
        bring = Button(self.theme, self.tr("Import OPML"), "upload")
        bring.clicked.connect(self.import_pressed)
        self._export = Button(self.theme, self.tr("Export OPML"), "download")
        self._export.clicked.connect(self.export_pressed)
        row.addWidget(bring)
        row.addWidget(self._export)
        whole.addLayout(row)
        whole.addStretch(1)
        return whole

    def _row(self, feed: FeedFace) -> Row:
        remove = IconButton(self.theme, "trash", self.tr("Stop following {0}").format(feed.title or feed.url))
        remove.clicked.connect(lambda: self._on_remove(feed))
        below = feed.problem or " · ".join(part for part in (feed.url, feed.note) if part)
        row = Row(self.theme, feed.title or feed.url, below, remove, before="alert" if feed.problem else "rss")
        if feed.problem:
            row.text.set_tone("warm")
        return row

    def _on_entered(self) -> None:
        address = self._field.text().strip()
        if address and not self._field.isReadOnly():
            self.add_entered.emit(address)

    def _on_remove(self, feed: FeedFace) -> None:
        sheet = HostQuestionSheet(
            self.theme,
            self.window(),
            self.tr("Stop following {0}?").format(feed.title or feed.url),
            self.tr("Its posts leave your feed. You can follow it again at any time."),
            self.tr("Stop following"),
            destructive=True,
        )
        sheet.did_answer.connect(lambda yes: self.removal_confirmed.emit(feed.id) if yes else None)
        sheet.open()
