"""One to five stars in a row: the answer to a rating question, in a card, in the sheet and in a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from stoa.shell.feed.card_style import STAR_ICON
from stoa.shell.feed.wording import option_name
from stoa.ui.icons import paint_icon
from stoa.ui.painting import mixed, paint_body
from stoa.ui.pressable import Pressable
from stoa.ui.spoken import choose, speak_as_choice
from stoa.ui.tokens import RADIUS_CONTROL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from stoa.shell.feed.card_style import CardStyle
    from stoa.shell.feed.survey_face import OptionFace
    from stoa.ui.theme import Theme

STARS = 5


class Star(Pressable):
    """One star, with the share of those who gave as many below it once that is known."""

    def __init__(self, theme: Theme, row: StarRow) -> None:
        super().__init__(theme, parent=row)
        self._row = row
        self.face: OptionFace | None = None
        speak_as_choice(self)

    def show_face(self, face: OptionFace, *, pressable: bool) -> None:
        """Show its state."""
        self.face = face
        self.setAccessibleName(option_name(face))
        self.setEnabled(pressable)
        choose(self, face.mine)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offers as many stars as lie before it."""
        self._row.offer(self)
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the star, its share and the focus ring."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        if self.hover or self.isDown():
            ground = mixed(tokens.card, tokens.hover, 1.0 if self.isDown() else self.hover)
            paint_body(painter, self.rect().toRectF(), RADIUS_CONTROL, ground)
        counted = self.face is not None and self.face.percent is not None
        side = min(STAR_ICON, self.width() - 4.0)
        height = self._row.star_height
        filled, ink = self._row.look(self)
        at = QRectF((self.width() - side) / 2, (height - side) / 2, side, side)
        paint_icon(painter, "star-filled" if filled else "star", getattr(tokens, ink), at)
        if counted and self.face is not None:
            painter.setFont(self.theme.font("meta"))
            painter.setPen(tokens.muted)
            below = QRectF(0, height - 6, self.width(), self.height() - height + 4)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(below, flags, f"{self.face.percent}%")
        self.paint_focus(painter)


class StarRow(QWidget):
    """Five stars. ``pressed(index)`` follows one of them, from 0. Arrow keys and the digits 1 to 5 move the focus.

    It is one stop of Tab: the star that was given, or the first.
    """

    pressed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: CardStyle | None = None
        self._offered = 0
        self.stars = [Star(theme, self) for _ in range(STARS)]
        for index, star in enumerate(self.stars):
            star.clicked.connect(lambda _on=False, index=index: self.pressed.emit(index))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("One to five stars"))

    @property
    def star_height(self) -> int:
        """The height of the stars alone."""
        return self._style.star_height(counted=False) if self._style is not None else 0

    def show_stars(self, faces: Sequence[OptionFace], style: CardStyle, *, pressable: bool) -> None:
        """Show what was given, and how many gave what once the faces know."""
        self._style = style
        for star, face in zip(self.stars, faces, strict=True):
            star.show_face(face, pressable=pressable)
        self._rove(self._stop())
        self._place()
        self.updateGeometry()

    def focus_row(self) -> None:
        """Puts the focus on the star that Tab stops at."""
        self.stars[self._stop()].take_focus()

    def offer(self, star: Star | None) -> None:
        """Fill the stars up to one that is pointed at; None ends that."""
        self._offered = 0 if star is None or not star.isEnabled() else self.stars.index(star) + 1
        for one in self.stars:
            one.update()

    def look(self, star: Star) -> tuple[bool, str]:
        """Whether a star is filled, and its colour's token: what is offered, else what was given, else the average."""
        place = self.stars.index(star)
        if self._offered:
            return place < self._offered, "accent" if place < self._offered else "muted"
        given = self._given()
        if given is not None:
            return place <= given, "accent" if place <= given else "muted"
        return place < round(self._average()), "muted"

    def sizeHint(self) -> QSize:
        """Five cells side by side."""
        counted = any(star.face is not None and star.face.percent is not None for star in self.stars)
        style = self._style
        return QSize() if style is None else QSize(STARS * style.star_cell, style.star_height(counted=counted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the stars."""
        super().resizeEvent(event)
        self._place()

    def leaveEvent(self, event: object) -> None:
        """Ends what was offered."""
        self.offer(None)
        super().leaveEvent(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes from star to star."""
        now = next((index for index, star in enumerate(self.stars) if star.hasFocus()), None)
        forward = -1 if self.isRightToLeft() else 1
        steps = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward}
        digit = event.key() - Qt.Key.Key_1
        key = Qt.Key(event.key())
        if now is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in steps:
            self._go(min(STARS - 1, max(0, now + steps[key])))
        elif 0 <= digit < STARS:
            self._go(digit)
        else:
            super().keyPressEvent(event)

    def _go(self, index: int) -> None:
        self._rove(index)
        self.stars[index].take_focus()
        self.offer(self.stars[index])

    def _given(self) -> int | None:
        return next((index for index, star in enumerate(self.stars) if star.face is not None and star.face.mine), None)

    def _average(self) -> float:
        shares = [star.face.share or 0.0 if star.face is not None else 0.0 for star in self.stars]
        return sum(share * (index + 1) for index, share in enumerate(shares))

    def _stop(self) -> int:
        focused = next((index for index, star in enumerate(self.stars) if star.hasFocus()), None)
        return focused if focused is not None else self._given() or 0

    def _rove(self, stop: int) -> None:
        """Let Tab stop at one star alone."""
        for index, star in enumerate(self.stars):
            by_tab = Qt.FocusPolicy.StrongFocus if index == stop else Qt.FocusPolicy.ClickFocus
            star.setFocusPolicy(by_tab if star.isEnabled() else Qt.FocusPolicy.NoFocus)

    def _place(self) -> None:
        cell = 0 if self._style is None else min(self._style.star_cell, self.width() // STARS)
        for index, star in enumerate(self.stars):
            x = self.width() - (index + 1) * cell if self.isRightToLeft() else index * cell
            star.setGeometry(QRect(x, 0, cell, self.height()))
