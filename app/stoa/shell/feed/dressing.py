"""What all cards of a list share while they look the same: style, frame, avatars, icons and pictures."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from stoa.shell.feed.card_style import APP_ICON, AVATAR, CardStyle
from stoa.ui.app_tile import paint_app_icon
from stoa.ui.avatar import paint_avatar
from stoa.ui.card_frame import CardFrame, drawn_pixmap

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.services.feed.posts import Author
    from stoa.shell.feed.pictures import PictureShelf
    from stoa.ui.theme import Theme

    AppIcons = Callable[[str], QPixmap | None]

_KEPT = 200


class Dressing:
    """Made once for a list; ``renew`` after theme, direction or screen changed. ``app_icons`` gives icons by app id."""

    def __init__(self, theme: Theme, shelf: PictureShelf, app_icons: AppIcons) -> None:
        self.theme = theme
        self.shelf = shelf
        self._app_icons = app_icons
        self._drawn: OrderedDict[tuple[str, str], QPixmap] = OrderedDict()
        self.renew(rtl=False, ratio=1.0)

    def renew(self, *, rtl: bool, ratio: float) -> None:
        """Makes style and frame for the theme in force."""
        self.style = CardStyle(self.theme, rtl=rtl, ratio=ratio)
        self.frame = CardFrame(self.style.tokens, ratio)
        self.ground = QColor(self.style.tokens.background)
        self._drawn.clear()

    def avatar(self, author: Author) -> QPixmap:
        """The author's round picture; initials while it is decoded or where there is none."""
        if author.picture is not None:
            pixmap = self.shelf.pixmap(author.picture, QSize(AVATAR, AVATAR), AVATAR // 2, self.style.ratio)
            if pixmap is not None:
                return pixmap

        def paint(painter: QPainter, rect: QRectF) -> None:
            paint_avatar(painter, rect, self.theme, author.name)

        return self._kept(("avatar", author.name), paint, AVATAR)

    def app_icon(self, app_id: str, name: str) -> QPixmap:
        """A mini-app's icon, or its initials."""

        def paint(painter: QPainter, rect: QRectF) -> None:
            paint_app_icon(painter, rect, self.theme, name, self._app_icons(app_id))

        return self._kept((app_id, name), paint, APP_ICON)

    def picture(self, picture_id: str, size: QSize, radius: int) -> QPixmap | None:
        """A picture at the size it is shown; None while it is being decoded."""
        return self.shelf.pixmap(picture_id, size, radius, self.style.ratio)

    def prepare(self, picture_id: str, size: QSize, radius: int) -> None:
        """Has a picture decoded that is likely to be shown soon."""
        self.shelf.prepare(picture_id, size, radius, self.style.ratio)

    def forget_icons(self) -> None:
        """Asks for the mini-apps' icons anew, as one was installed or removed."""
        self._drawn.clear()

    def _kept(self, key: tuple[str, str], paint: Callable[[QPainter, QRectF], None], side: int) -> QPixmap:
        pixmap = self._drawn.get(key)
        if pixmap is None:
            pixmap = self._drawn[key] = drawn_pixmap(paint, side, self.style.ratio)
            if len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        else:
            self._drawn.move_to_end(key)
        return pixmap
