"""Saves pictures of every widget and surface in both themes: ``python tests/support/gallery.py OUT [PART …]``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "app"))

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from tests.support.gallery_shell import SURFACES

from stoa.ui.app_tile import AppTile
from stoa.ui.avatar import Avatar
from stoa.ui.button import Button, IconButton
from stoa.ui.card import Card
from stoa.ui.chip import Chip
from stoa.ui.field import SearchField, TextField
from stoa.ui.flow_grid import FlowGrid
from stoa.ui.icons import GLYPHS
from stoa.ui.label import Label
from stoa.ui.notice import Notice, Skeleton
from stoa.ui.scroll_area import ScrollArea
from stoa.ui.segmented import Segmented
from stoa.ui.sheet import Sheet
from stoa.ui.strip import Strip
from stoa.ui.switch import Switch
from stoa.ui.text_area import TextArea
from stoa.ui.theme import Theme
from stoa.ui.toast import Toast


def _row(column: QVBoxLayout, *widgets: QWidget) -> None:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    column.addLayout(row)


def _disabled(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def controls(theme: Theme) -> QWidget:
    """Every control in its states."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(14)
    column.addWidget(Strip(theme, "Running without the browser sandbox, because this is root.", "Why", closable=True))
    for kind in ("primary", "plain", "warm", "ghost"):
        _row(
            column,
            Button(theme, kind.title(), "send", kind),
            Button(theme, "Open", "external", kind, icon_after=True),
            _disabled(Button(theme, "Disabled", None, kind)),
        )
    heart = IconButton(theme, "heart", "Like")
    heart.set_checked_icon("heart-filled", "warm")
    heart.setChecked(True)
    _row(column, IconButton(theme, "search", "Search"), heart, _disabled(IconButton(theme, "share", "Share")),
         Switch(theme, "On", on=True), Switch(theme, "Off"), _disabled(Switch(theme, "Disabled")),
         Avatar(theme, None, "Corner Kitchen"), Avatar(theme, None, "Ada", size=28))  # fmt: skip
    _row(column, Segmented(theme, ["For you", "Following"]), Segmented(theme, ["Allow", "Ask", "Never"], compact=True),
         Chip(theme, "signed", "good", "signed"), Chip(theme, "no network", "neutral", "globe-off"),
         Chip(theme, "2 findings", "warm"), Chip(theme, "new", "accent"))  # fmt: skip
    column.addWidget(SearchField(theme, "Search", "Search apps, or paste a link", hint="Ctrl K"))
    wrong = TextField(theme, "Address", "https://…")
    wrong.setText("nonsense")
    wrong.set_error("Not an address.")
    _row(column, TextField(theme, "Name", "Your name"), wrong)
    area = TextArea(theme, "Text", "What is new?", limit=2000)
    area.setPlainText("Two lines of text that somebody typed,\nand one more.")
    column.addWidget(area)
    card = Card(theme)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(0, 0, 0, 0)
    for role in ("title", "heading", "strong", "body", "label", "meta", "chip", "tiny"):
        inside.addWidget(Label(theme, f"{role}: the quick brown fox", role))
    inside.addWidget(Label(theme, "muted", "body", "muted"))
    inside.addWidget(Skeleton(theme, disc=True))
    column.addWidget(card)
    column.addWidget(Notice(theme, "offline", "You are offline", "What is already here stays readable.", "Try again"))
    return page


def icons(theme: Theme) -> QWidget:
    """Every icon with its name."""
    page = QWidget()
    grid = QGridLayout(page)
    for place, name in enumerate(sorted(GLYPHS)):
        cell = QVBoxLayout()
        cell.addWidget(IconButton(theme, name, name, tone="text"), 0, Qt.AlignmentFlag.AlignHCenter)
        label = Label(theme, name, "tiny", "muted")
        cell.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        grid.addLayout(cell, place // 13, place % 13)
    return page


def tiles(theme: Theme) -> QWidget:
    """Tiles in a grid, with the sheet, the toast and the scroll bar over them."""
    page = QWidget()
    column = QVBoxLayout(page)
    grid = FlowGrid()
    red = QPixmap(192, 192)
    red.fill(QColor("#8A2B1A"))
    names = ["Recipes", "Pulse", "Wiki", "Flashcards", "Quizzes", "Breathe", "Market", "A very long name indeed"]
    cells = [AppTile(theme, name, red if name == "Recipes" else None) for name in names]
    cells.append(AppTile(theme, "Load folder", "folder-open"))
    grid.set_cells(cells)
    column.addWidget(ScrollArea(theme, grid))
    cells[1].take_focus()
    return page


def overlays(theme: Theme) -> QWidget:
    """A sheet and a toast above a page."""
    page = tiles(theme)
    page.resize(1360, 860)
    page.show()
    toast = Toast(theme, page)
    toast.say("Saved to your feed.", "good", "Open")
    sheet = Sheet(theme, page, "A sheet")
    sheet.header.addWidget(Label(theme, "Recipes wants to know you", "heading"))
    sheet.body.addWidget(Label(theme, "A long sentence that wraps over several lines of the sheet. " * 4, wrap=True))
    allow = Button(theme, "Allow", None, "primary")
    row = QHBoxLayout()
    row.addWidget(Button(theme, "Not now"))
    row.addWidget(allow)
    sheet.footer.addLayout(row)
    sheet.guard(allow)
    sheet.open()
    return page


PARTS = {"controls": controls, "icons": icons, "tiles": tiles, "overlays": overlays, **SURFACES}


def main(arguments: argparse.Namespace) -> None:
    """Saves each wanted part, or all, in both themes."""
    qt_app = QApplication([])
    if arguments.rtl:
        qt_app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    for mode in ("light", "dark"):
        theme = Theme(mode, motion=False)
        theme.set_scale(arguments.scale)
        theme.apply(qt_app)
        for name in arguments.parts or PARTS:
            _save(qt_app, PARTS[name](theme), name, out / f"{name}-{mode}")


def _save(qt_app: QApplication, page: QWidget, name: str, stem: Path) -> None:
    # Pages of the stage are looked at without the feed beside them.
    wide = (728, 800) if name.startswith(("launcher", "settings")) else (1360, 860)
    for width, height in (wide, (420, 860)):
        page.resize(width, height)
        page.show()
        for _ in range(3):
            qt_app.processEvents()
        for sheet in page.findChildren(Sheet):
            sheet.delay.timer.timeout.emit()
        page.grab().save(f"{stem}-{width}.png")
    page.close()
    page.deleteLater()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("parts", nargs="*")
    parser.add_argument("--rtl", action="store_true", help="mirrored, as in right-to-left languages")
    parser.add_argument("--scale", type=float, default=1.0, help="size of text, 1 is usual")
    main(parser.parse_args())
