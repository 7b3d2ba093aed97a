"""What screen readers are told where Qt guesses wrong: that a button is one of several, and the order of reading.

Only by what Qt's own wrappers look at. A factory of wrappers in Python (``QAccessible.installFactory``) takes the
program down: the engine asks it about objects of its own that PySide cannot hold (seen with PySide6 6.11.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton, QWidget


def speak_as_choice(button: QAbstractButton) -> None:
    """Speak of a button as one of several of which one is chosen: a radio button, and not a check box."""
    button.setCheckable(True)
    button.setAutoExclusive(True)


def choose(button: QAbstractButton, chosen: bool) -> None:  # noqa: FBT001  a state
    """Let a choice be the chosen one, or not; none may be, which Qt alone would not allow."""
    if button.isChecked() is not chosen:
        button.setAutoExclusive(False)
        button.setChecked(chosen)
        button.setAutoExclusive(True)


def read_in_order(parts: Sequence[QWidget]) -> None:
    """Let widgets of one parent, which must not overlap, be read in this order while somebody listens.

    Qt reads children in the order of their stacking.
    """
    if not QAccessible.isActive() or not parts:
        return
    wanted = list(parts)
    siblings, parent = set(map(id, wanted)), wanted[0].parentWidget()
    if parent is not None and [child for child in parent.children() if id(child) in siblings] != wanted:
        for part in wanted:
            part.raise_()
