"""The top of the feed pane: which timeline, search, and writing a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from stoa.services.feed.posts import Timeline
from stoa.ui.button import Button, IconButton
from stoa.ui.field import SearchField
from stoa.ui.label import Label
from stoa.ui.segmented import Segmented
from stoa.ui.tokens import SPACE_2, SPACE_3, SPACE_5, TOP_BAR

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from stoa.ui.theme import Theme

# A search follows typing after this pause.
_PAUSE_MS = 120
_SHOWN = (Timeline.FOR_YOU, Timeline.FOLLOWING)


class FeedHeader(QWidget):
    """Three faces: timelines, a search, and the title of a list that is looked at for a while (bookmarks)."""

    timeline_chosen = Signal(object)
    searched = Signal(str)
    search_left = Signal()
    results_entered = Signal()
    compose_pressed = Signal()
    manage_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._following = False
        self._faces = QStackedWidget(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        self._faces.addWidget(self._timelines())
        self._faces.addWidget(self._search())
        self._faces.addWidget(self._title())
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_5, 0, SPACE_5, 1)
        row.addWidget(self._faces)
        self._edge = row
        self._fit()
        theme.did_change.connect(self._fit)

    @property
    def searching(self) -> bool:
        """Whether the search field is shown."""
        return self._faces.currentIndex() == 1

    def show_timeline(self, timeline: Timeline) -> None:
        """Shows which timeline is read."""
        self._following = timeline is Timeline.FOLLOWING
        self._fold()
        if timeline in _SHOWN:
            self._segmented.select(_SHOWN.index(timeline))
            self._faces.setCurrentIndex(0)
            return
        self._heading.setText(self.tr("Bookmarks") if timeline is Timeline.BOOKMARKS else self.tr("My posts"))
        self._faces.setCurrentIndex(2)

    def open_search(self) -> None:
        """Shows the search field and puts the cursor there."""
        self._faces.setCurrentIndex(1)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def leave_search(self) -> None:
        """Empties the search field without telling."""
        self._pause.stop()
        self._field.blockSignals(True)
        self._field.clear()
        self._field.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves the search on Esc."""
        if event.key() == Qt.Key.Key_Escape and self._faces.currentIndex() > 0:
            self._on_left()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out what there is no room for."""
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the panel and the line below it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.color("line"))

    def _fit(self) -> None:
        """Grows with the text."""
        self.setFixedHeight(max(TOP_BAR, self._faces.sizeHint().height() + SPACE_3))
        self._fold()
        self.update()

    def _fold(self) -> None:
        """In a narrow pane writing a post is an icon alone, and what is followed is managed in the settings only."""
        self._post.setText(self.tr("Post"))
        icons = (3 if self._following else 2) * self._manage.sizeHint().width()
        wanted = self._segmented.sizeHint().width() + icons + SPACE_2 + self._post.sizeHint().width() + 2 * SPACE_5
        slim = self.width() < wanted
        self._manage.setVisible(self._following and not slim)
        edge = SPACE_2 if slim else SPACE_5
        self._edge.setContentsMargins(edge, 0, edge, 1)
        if slim:
            self._post.setText("")
        self._post.updateGeometry()

    def _timelines(self) -> QWidget:
        face, row = _row()
        self._segmented = Segmented(self.theme, [self.tr("For you"), self.tr("Following")])
        self._segmented.setAccessibleName(self.tr("Timeline"))
        self._segmented.did_select.connect(lambda index: self.timeline_chosen.emit(_SHOWN[index]))
        self._manage = IconButton(self.theme, "rss", self.tr("Manage what you follow"))
        self._manage.clicked.connect(self.manage_pressed)
        self._manage.hide()
        bookmarks = IconButton(self.theme, "bookmark", self.tr("Bookmarks"))
        bookmarks.clicked.connect(lambda: self.timeline_chosen.emit(Timeline.BOOKMARKS))
        search = IconButton(self.theme, "search", self.tr("Search posts"))
        search.clicked.connect(self.open_search)
        self._post = Button(self.theme, self.tr("Post"), "plus", "primary")
        self._post.setAccessibleName(self.tr("Write a post"))
        self._post.setToolTip(self.tr("Write a post"))
        self._post.clicked.connect(self.compose_pressed)
        row.addWidget(self._segmented)
        row.addStretch(1)
        for button in (self._manage, bookmarks, search):
            row.addWidget(button)
        row.addSpacing(SPACE_2)
        row.addWidget(self._post)
        return face

    def _search(self) -> QWidget:
        face, row = _row()
        self._field = SearchField(self.theme, self.tr("Search posts"), self.tr("Search posts"))
        self._field.did_search.connect(lambda _text: self._pause.start())
        self._field.did_submit.connect(lambda _text: self._on_paused())
        self._field.did_leave_down.connect(self.results_entered)
        leave = IconButton(self.theme, "close", self.tr("Close the search"))
        leave.clicked.connect(self._on_left)
        row.addWidget(self._field, 1)
        row.addSpacing(SPACE_2)
        row.addWidget(leave)
        return face

    def _title(self) -> QWidget:
        face, row = _row()
        back = IconButton(self.theme, "back", self.tr("Back to the feed"))
        back.clicked.connect(self._on_left)
        self._heading = Label(self.theme, "", "heading")
        row.addWidget(back)
        row.addSpacing(SPACE_2)
        row.addWidget(self._heading, 1)
        return face

    def _on_paused(self) -> None:
        self._pause.stop()
        self.searched.emit(self._field.text().strip())

    def _on_left(self) -> None:
        self.leave_search()
        self.search_left.emit()


def _row() -> tuple[QWidget, QHBoxLayout]:
    face = QWidget()
    row = QHBoxLayout(face)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    return face, row
