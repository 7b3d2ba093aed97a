"""Icons: all of them draw, sharply, mirrored where they point, and without QtAwesome's import."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from stoa.ui.icons import GLYPHS, IconError, icon, icon_pixmap, paint_icon


def drawn(name, *, mirrored=False, size=32):
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_icon(painter, name, "#000000", QRectF(0, 0, size, size), mirrored=mirrored)
    painter.end()
    return image


def ink(image):
    return sum(
        QColor(image.pixelColor(x, y)).alpha() > 100 for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize("name", sorted(GLYPHS))
def test_every_icon_draws_something_within_its_square(qapp, name):
    image = drawn(name)
    assert 8 < ink(image) < 32 * 32 * 0.8
    border = [image.pixelColor(x, y).alpha() for x in range(32) for y in (0, 31)]
    assert max(border) == 0


def test_an_unknown_icon_is_named_in_the_error(qapp):
    with pytest.raises(IconError, match="nonsense"):
        icon_pixmap("nonsense", "#000000", 20)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_a_pixmap_has_as_many_pixels_as_the_screen(qapp, ratio):
    pixmap = icon_pixmap("heart", "#ff0000", 20, ratio)
    assert pixmap.width() == 20 * ratio
    assert pixmap.deviceIndependentSize().width() == 20


def test_arrows_turn_round_and_hearts_do_not(qapp):
    assert drawn("chevron-left", mirrored=True) != drawn("chevron-left")
    assert drawn("heart", mirrored=True) == drawn("heart")


def test_an_icon_for_menus_has_sizes_for_dense_screens(qapp):
    assert len(icon("trash", "#123456", 16).availableSizes()) == 3


def test_the_first_icon_does_not_import_qtawesome():
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; a = QApplication([]);"
        "from stoa.ui.icons import icon_pixmap; icon_pixmap('heart', '#000', 20);"
        "sys.exit('qtawesome' in sys.modules or 'qtpy' in sys.modules)"
    )
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=surroundings, check=False)
    assert done.returncode == 0
