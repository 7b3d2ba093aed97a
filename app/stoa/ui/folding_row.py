"""Controls side by side where there is room for them, else one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QLayoutItem

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

# Words beside a control wrap; narrower than this they are no longer read with ease.
_WORDS = 120
# Qt's largest size of a layout.
_UNBOUNDED = (1 << 24) // 32 - 1


class FoldingRow(QBoxLayout):
    """A row that becomes a column where its contents would not fit: long languages, large text, narrow windows."""

    def __init__(self) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)

    def setGeometry(self, rect: QRect) -> None:
        """Folds or unfolds for this width."""
        self._fold(rect.width())
        super().setGeometry(rect)

    def hasHeightForWidth(self) -> bool:
        """It is higher where it is folded."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at ``width``. Asking changes nothing: Qt asks for widths that it does not give."""
        margins, parts = self.contentsMargins(), self._parts()
        inner = width - margins.left() - margins.right()
        around = margins.top() + margins.bottom()
        gaps = self.spacing() * max(0, len(parts) - 1)
        if self._is_folded(width):
            return sum(_height(part, inner) for part in parts) + gaps + around
        wrapping = [part for part in parts if part.hasHeightForWidth()]
        fixed = sum(part.sizeHint().width() for part in parts if not part.hasHeightForWidth())
        share = (inner - fixed - gaps) // max(1, len(wrapping))
        return max((_height(part, share) for part in parts), default=0) + around

    def minimumSize(self) -> QSize:
        """As narrow as its widest part."""
        margins = self.contentsMargins()
        widest = max((part.minimumSize().width() for part in self._parts()), default=0)
        return QSize(widest + margins.left() + margins.right(), super().minimumSize().height())

    def maximumSize(self) -> QSize:
        """As wide as it is let: folded, a part that does not grow must not hold back the others."""
        return QSize(_UNBOUNDED, super().maximumSize().height())

    def sizeHint(self) -> QSize:
        """All of it side by side."""
        return QSize(self._wanted(), super().sizeHint().height())

    def _is_folded(self, width: int) -> bool:
        return width < self._wanted()

    def _wanted(self) -> int:
        margins, parts = self.contentsMargins(), self._parts()
        hints = [
            min(part.sizeHint().width(), _WORDS) if part.hasHeightForWidth() else part.sizeHint().width()
            for part in parts
        ]
        return sum(hints) + self.spacing() * max(0, len(hints) - 1) + margins.left() + margins.right()

    def _parts(self) -> list[QLayoutItem]:
        """What is shown."""
        items = (self.itemAt(place) for place in range(self.count()))
        return [item for item in items if item is not None and not item.isEmpty()]

    def _fold(self, width: int) -> None:
        folded = self._is_folded(width)
        direction = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        if direction is not self.direction():
            self.setDirection(direction)


def _height(part: QLayoutItem, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
