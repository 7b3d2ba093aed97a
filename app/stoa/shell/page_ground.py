"""The ground of a page, before it has painted and wherever it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from stoa.ui.tokens import LIGHT

if TYPE_CHECKING:
    from stoa.miniapp.app import MiniApp


def ground_of(app: MiniApp, card: QColor) -> QColor:
    """What lies under an app's page: the card's colour, but light under a page that was not written for the dark.

    The engine draws the text of a page without a style of its own black, whatever lies under it.
    """
    knows_dark = app.has_manifest and app.manifest.color_scheme != "light"
    return card if knows_dark else QColor(LIGHT.card)
