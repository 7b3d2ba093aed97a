"""The host's own header over a mini-app: name, chips, and the capsule that the page can neither cover nor remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stoa.records import Record
from stoa.ui.button import IconButton
from stoa.ui.chip import Chip, ChipTone
from stoa.ui.hint import plain_hint
from stoa.ui.label import Label
from stoa.ui.painting import paint_body
from stoa.ui.tokens import ICON_SMALL, SPACE_1, SPACE_2, SPACE_3, SPACE_4

if TYPE_CHECKING:
    from stoa.ui.theme import Theme

HEADER_HEIGHT = 52
_CAPSULE_HEIGHT = 34
# The name has this much before the chips have anything; where they have not, they are in the tooltip.
_NAME_ROOM = 140
_TITLE_LEAST = 60


class ChipFace(Record):
    """What one chip says; ``hint`` is the sentence behind it."""

    text: str
    tone: ChipTone = "neutral"
    icon: str | None = None
    hint: str = ""


class HeaderFace(Record):
    """What the header shows of a room."""

    name: str
    title: str = ""
    chips: tuple[ChipFace, ...] = ()
    can_share: bool = True
    back: bool = False


class Capsule(QWidget):
    """Share, menu, close: always there, always the host's."""

    share_pressed = Signal()
    menu_pressed = Signal()
    close_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(_CAPSULE_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_1, 1, SPACE_1, 1)
        row.setSpacing(SPACE_1 + 1)
        self.share = IconButton(theme, "share", self.tr("Share this page"), side=32, size=ICON_SMALL + 1, tone="text")
        self.menu = IconButton(theme, "menu", self.tr("Menu"), side=32, size=ICON_SMALL + 3, tone="text")
        self.close_button = IconButton(theme, "close", self.tr("Close this app"), side=32, size=ICON_SMALL, tone="text")
        for button, signal in (
            (self.share, self.share_pressed),
            (self.menu, self.menu_pressed),
            (self.close_button, self.close_pressed),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        theme.did_change.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the pill and the lines between its buttons."""
        painter = QPainter(self)
        tokens = self._theme.tokens
        paint_body(painter, self.rect().toRectF(), self.height() / 2, tokens.card, tokens.line)
        for button in (self.menu, self.close_button):
            if not self.share.isVisible() and button is self.menu:
                continue
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = button.geometry().right() + 3 if mirrored else button.geometry().left() - 3
            painter.fillRect(x, 10, 1, self.height() - 20, self._theme.color("line"))


class RoomHeader(QWidget):
    """The strip above the page. With ``own_window`` it has a button that puts the room back on the stage."""

    back_pressed = Signal()
    put_back_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, own_window: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(HEADER_HEIGHT)
        # Whatever a page calls itself, it takes no room from the capsule or from what stands beside the stage.
        self.setMinimumWidth(1)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, 0, SPACE_3 - 2, 0)
        row.setSpacing(SPACE_2 + 2)
        self._back = IconButton(theme, "back", self.tr("Back"), side=32, size=ICON_SMALL + 2, tone="text")
        self._back.clicked.connect(self.back_pressed)
        self._name = Label(theme, "", "strong", elide=True)
        self._title = Label(theme, "", "meta", "muted", elide=True)
        row.addWidget(self._back)
        row.addWidget(self._name)
        row.addWidget(self._title)
        self._chips = QWidget(self)
        self._chip_row = QHBoxLayout(self._chips)
        self._chip_row.setContentsMargins(0, 0, 0, 0)
        self._chip_row.setSpacing(SPACE_2)
        self._shown_chips: list[Chip] = []
        self._face: HeaderFace | None = None
        row.addWidget(self._chips)
        row.addStretch(1)
        words = self.tr("Put back as a tab")
        self._put_back = IconButton(theme, "put-back", words, side=32, size=ICON_SMALL + 2, tone="text")
        self._put_back.clicked.connect(self.put_back_pressed)
        self._put_back.setVisible(own_window)
        row.addWidget(self._put_back)
        self.capsule = Capsule(theme, self)
        row.addWidget(self.capsule)

    def show_face(self, face: HeaderFace) -> None:
        """Show what is known of the room; chips that are there already stay."""
        if face == self._face:
            return
        before, self._face = self._face, face
        self._back.setVisible(face.back)
        self._name.setText(face.name)
        self._title.setText(face.title[:60])
        self.capsule.share.setVisible(face.can_share)
        if before is None or face.chips != before.chips:
            self._show_chips(face.chips)
        facts = " · ".join((face.name, *(chip.text for chip in face.chips)))
        self.setToolTip(plain_hint("\n".join((facts, *(chip.hint for chip in face.chips if chip.hint)))))
        self.setAccessibleName(facts)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives chips and title up where there is no room for them."""
        super().resizeEvent(event)
        self._make_room()

    def _show_chips(self, chips: tuple[ChipFace, ...]) -> None:
        for old in self._shown_chips:
            self._chip_row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown_chips = [Chip(self._theme, chip.text, chip.tone, chip.icon, self._chips) for chip in chips]
        for chip, shown in zip(chips, self._shown_chips, strict=True):
            shown.setToolTip(plain_hint(chip.hint))
            shown.setAccessibleDescription(chip.hint)
            self._chip_row.addWidget(shown)
            # Now: Qt would do it a moment later, and the header would be painted twice.
            shown.show()

    def _make_room(self) -> None:
        row = self._row
        fixed = [one for one in (self._back, self._put_back, self.capsule) if not one.isHidden()]
        taken = sum(one.sizeHint().width() for one in fixed) + min(_NAME_ROOM, self._name.sizeHint().width())
        # Gaps stand between these, the name, the title, the chips and the stretch.
        spare = self.rect().marginsRemoved(row.contentsMargins()).width() - taken - row.spacing() * (len(fixed) + 3)
        # Not the layout's own hint: that leaves out what was added to it just now.
        chips = sum(chip.sizeHint().width() + self._chip_row.spacing() for chip in self._shown_chips)
        self._chips.setVisible(spare >= chips)
        self._title.setVisible(bool(self._title.text()) and spare >= chips + _TITLE_LEAST)
