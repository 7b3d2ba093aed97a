"""The icon family: Phosphor outlines out of QtAwesome's data files, drawn as vector paths.

QtAwesome itself is not imported: it costs a quarter of a second and checks twelve fonts, where one font is read
in ten milliseconds at the first icon. The paths stay; the font does not.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap, QPixmapCache, QRawFont

from stoa.contract.errors import StoaError

# The name the product uses → the glyph that draws it.
GLYPHS: dict[str, str] = {
    "activity": "bell", "alert": "warning", "apps": "squares-four", "arrow-right": "arrow-right",
    "at": "at", "attach": "paperclip", "back": "arrow-left", "bed": "bed", "bell": "bell", "bell-off": "bell-slash",
    "book": "book-open", "bookmark": "bookmark-simple", "bookmark-filled": "bookmark-simple-fill",
    "browser": "browser", "bug": "bug", "camera": "camera", "chart": "chart-bar", "check": "check",
    "check-circle": "check-circle", "check-circle-filled": "check-circle-fill",
    "circle": "circle", "chef": "cooking-pot", "chevron-down": "caret-down",
    "chevron-left": "caret-left", "chevron-right": "caret-right", "chevron-up": "caret-up",
    "clipboard": "clipboard-text", "clock": "clock", "close": "x", "code": "code", "comment": "chat-circle",
    "copy": "copy", "dots": "dots-three-bold", "download": "download-simple", "edit": "pencil-simple",
    "external": "arrow-up-right", "eye": "eye", "eye-off": "eye-slash", "feed": "newspaper", "file": "file-text",
    "filter": "sliders-horizontal", "flag": "flag", "folder": "folder-simple", "folder-open": "folder-open",
    "globe": "globe", "globe-off": "wifi-slash", "grip": "dots-six-vertical", "heart": "heart",
    "heart-filled": "heart-fill", "help": "question", "image": "image", "info": "info", "key": "key",
    "language": "translate",
    "layers": "stack", "lightning": "lightning", "link": "link-simple",
    "list": "list-bullets", "live": "broadcast", "location": "map-pin", "lock": "lock-simple",
    "mail": "envelope-simple",
    "market": "storefront", "menu": "dots-three-bold", "microphone": "microphone", "minus": "minus",
    "moon": "moon", "move-down": "arrow-down", "move-up": "arrow-up", "offline": "cloud-slash", "package": "package",
    "palette": "palette", "pause": "pause", "pin": "push-pin", "play": "play", "plug": "puzzle-piece",
    "plus": "plus", "put-back": "arrow-square-in",
    "record": "record", "reload": "arrow-clockwise", "repost": "repeat", "rocket": "rocket-launch",
    "rss": "rss", "search": "magnifying-glass", "send": "paper-plane-tilt", "settings": "gear-six",
    "share": "share-network", "shield": "shield-check", "shield-off": "shield-slash", "sign-out": "sign-out",
    "signed": "circle-wavy-check", "sleep": "moon-stars", "smile": "smiley", "sparkles": "sparkle",
    "star": "star", "star-filled": "star-fill", "stoa": "bank", "stop": "stop", "storage": "database",
    "sun": "sun", "survey": "chart-bar-horizontal", "tear-off": "arrow-square-out", "text": "text-align-left",
    "trash": "trash", "trophy": "trophy", "undo": "arrow-counter-clockwise", "upload": "upload-simple",
    "user": "user", "users": "users", "wind": "wind", "wrench": "wrench",
}  # fmt: skip
# Arrows that point along the reading direction turn round in right-to-left languages.
_DIRECTIONAL = {"arrow-right", "back", "chevron-left", "chevron-right", "external", "send", "undo", "sign-out"}
_FONT, _CHARMAP = "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"
_EM = 256.0


class IconError(StoaError):
    """An icon was asked for by a name that is not in ``GLYPHS``, or the icon font is not there."""


@lru_cache(maxsize=1)
def _outlines() -> dict[str, QPainterPath]:
    """All mapped glyphs as paths in a 256 by 256 square; read once, at the first icon."""
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise IconError("The icons are missing: install the QtAwesome package.")
    fonts = Path(spec.submodule_search_locations[0]) / "fonts"
    raw_font = QRawFont(str(fonts / _FONT), _EM)
    if not raw_font.isValid():
        raise IconError(f"The icon font {_FONT} cannot be read: install QtAwesome 1.4 again.")
    codes: dict[str, str] = json.loads((fonts / _CHARMAP).read_text("utf-8"))
    outlines: dict[str, QPainterPath] = {}
    for name, glyph in GLYPHS.items():
        (index,) = raw_font.glyphIndexesForString(chr(int(codes[glyph], 16)))
        # The font's baseline is the bottom of its square.
        outlines[name] = raw_font.pathForGlyph(index).translated(0, _EM)
    return outlines


def _outline(name: str) -> QPainterPath:
    outline = _outlines().get(name)
    if outline is None:
        raise IconError(f"No icon is called {name!r}: add it to GLYPHS in ui/icons.py.")
    return outline


def paint_icon(painter: QPainter, name: str, color: str | QColor, rect: QRectF, *, mirrored: bool = False) -> None:
    """Draws an icon into ``rect``; arrows turn round when ``mirrored``. Raises IconError for an unknown name."""
    outline = _outline(name)
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / _EM, side / _EM)
    if mirrored and name in _DIRECTIONAL:
        painter.translate(_EM, 0)
        painter.scale(-1, 1)
    painter.fillPath(outline, QColor(color))
    painter.restore()


def icon_pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a pixmap of ``size`` logical pixels for a screen of ``ratio`` device pixels each; cached by Qt."""
    key = f"stoa:{name}:{color}:{size}:{ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    _outline(name)  # an error after the painter has begun would leave it active on a dead pixmap
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, color, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


def icon(name: str, color: str, size: int = 20) -> QIcon:
    """An icon for Qt's own widgets (menus, actions), sharp at one, two and three device pixels."""
    made = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        made.addPixmap(icon_pixmap(name, color, size, ratio))
    return made
