"""A post's picture as large as the window has room for: in its card it is cut to the shape of a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stoa.ui.button import IconButton
from stoa.ui.label import Label
from stoa.ui.painting import paint_body
from stoa.ui.sheet import Sheet
from stoa.ui.tokens import CONTROL_HEIGHT, RADIUS_CONTROL, SPACE_3, SPACE_4, SPACE_6

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from stoa.services.feed.posts import Post
    from stoa.shell.feed.dressing import Dressing

# The sheet's own margins and the head with the author's name.
_ACROSS = 2 * (SPACE_6 + SPACE_4)
_DOWN = _ACROSS + CONTROL_HEIGHT + 2 * SPACE_4
_LEAST = 240


class WholePicture(QWidget):
    """A picture in its own shape, as wide as there is room."""

    def __init__(self, dressing: Dressing, picture_id: str, own: QSize, width: int) -> None:
        super().__init__()
        self._dressing, self._picture_id, self._own, self._wide = dressing, picture_id, own, width
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        dressing.shelf.loaded.connect(self._on_loaded)

    def hasHeightForWidth(self) -> bool:
        """Its shape is the picture's."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Its height at a width."""
        return max(1, round(min(width, self._wide) * self._own.height() / max(1, self._own.width())))

    def sizeHint(self) -> QSize:
        """As large as it was made for."""
        return QSize(self._wide, self.heightForWidth(self._wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the picture, or its place until it is decoded."""
        width = min(self.width(), self._wide)
        size = QSize(width, self.heightForWidth(width))
        painter = QPainter(self)
        left = (self.width() - width) // 2
        pixmap = self._dressing.picture(self._picture_id, size, RADIUS_CONTROL)
        if pixmap is not None:
            painter.drawPixmap(left, 0, pixmap)
        else:
            place = self.rect().toRectF().adjusted(left, 0, -left, 0)
            paint_body(painter, place, RADIUS_CONTROL, self._dressing.style.tokens.hover)

    def _on_loaded(self, picture_id: str) -> None:
        if picture_id == self._picture_id:
            self.update()


class PictureSheet(Sheet):
    """Shows a post's picture until Esc, the cross or a press anywhere; it answers nothing."""

    def __init__(self, dressing: Dressing, post: Post, picture_id: str, own: QSize, window: QWidget) -> None:
        room = QSize(max(_LEAST, window.width() - _ACROSS), max(_LEAST, window.height() - _DOWN))
        shown = own if own.width() <= room.width() and own.height() <= room.height() else own.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio
        )  # fmt: skip
        name = self.tr("Picture by {0}").format(post.author.name)
        super().__init__(dressing.theme, window, name, width=max(_LEAST, shown.width()) + 2 * SPACE_6)
        head = QHBoxLayout()
        head.setSpacing(SPACE_3)
        head.addWidget(Label(self.theme, post.author.name, "heading", elide=True), 1)
        close = IconButton(self.theme, "close", self.tr("Close the picture"))
        close.clicked.connect(self.refuse)
        head.addWidget(close)
        self.header.addLayout(head)
        picture = WholePicture(dressing, picture_id, own, shown.width())
        picture.setAccessibleName(name)
        picture.setAccessibleDescription(post.text)
        self.body.addWidget(picture)
        self.focus_first(close)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Closes: nothing here is asked."""
        event.accept()
        self.refuse()
