"""The window: rail, feed and stage; one at a time when it is narrow."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from stoa.shell.early_presses import EarlyPresses
from stoa.shell.rail import Rail
from stoa.shell.splitter import PaneSplitter
from stoa.shell.tab_order import enter, step
from stoa.ui.sheet import open_sheets
from stoa.ui.strip import Strip
from stoa.ui.tokens import FEED_MAX, FEED_MIN, NARROW, SLIM, STAGE_MIN

if TYPE_CHECKING:
    from stoa.shell.stage import Stage
    from stoa.ui.theme import Theme

_SIZE = (1360, 860)
_MINIMUM = (360, 480)
_SHORTCUTS = (
    ("Ctrl+K", "search"),
    ("Ctrl+N", "compose"),
    ("Ctrl+W", "close"),
    ("Ctrl+Tab", "next"),
    ("Ctrl+Shift+Tab", "previous"),
    ("Ctrl+R", "reload"),
    ("F5", "reload"),
    ("Ctrl+O", "open"),
    ("Ctrl+,", "settings"),
    ("Ctrl+Q", "quit"),
    ("F6", "pane"),
    ("F1", "keys"),
    ("Ctrl+/", "keys"),
    ("Alt+Left", "back"),
)


class MainWindow(QWidget):
    """Everything in its place. ``did_choose`` names a place of the rail, ``did_shortcut`` an action by keyboard.

    ``early`` holds its keys and presses until there is somebody to hear them.
    """

    did_choose = Signal(str)
    did_shortcut = Signal(str)
    did_drop = Signal(object)
    did_close = Signal()

    def __init__(self, theme: Theme, stage: Stage) -> None:
        super().__init__()
        self._theme = theme
        # The feed may come after a mini-app that somebody waits for.
        self._feed = QWidget()
        self._stage = stage
        self._place = "feed"
        self._narrow = False
        self.setWindowTitle("Stoa")
        self.setAcceptDrops(True)
        self.setMinimumSize(*_MINIMUM)
        self.resize(*_SIZE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._column.addLayout(row, 1)
        self.rail = Rail(theme, self)
        self.rail.did_choose.connect(self.did_choose)
        row.addWidget(self.rail)
        self._splitter = PaneSplitter(theme, self)
        self._splitter.addWidget(self._feed)
        self._splitter.addWidget(stage)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([560, _SIZE[0] - 560])
        self._kept_split = self._splitter.saveState()
        row.addWidget(self._splitter, 1)
        for keys, action in _SHORTCUTS:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda action=action: self.did_shortcut.emit(action))
        self.early = EarlyPresses(self)
        self.early.hold(self.did_shortcut, self.rail.account_pressed)
        self._arrange()
        theme.did_change.connect(self.update)

    def set_feed(self, feed: QWidget) -> None:
        """Put the feed into its place."""
        sizes = self._splitter.sizes()
        self._splitter.replaceWidget(0, feed)
        self._feed.deleteLater()
        self._feed = feed
        self._arrange()
        self._splitter.setSizes(sizes)

    def add_strip(self, text: str, button: str | None = None, *, closable: bool = False) -> Strip:
        """Put a warning over everything; returned so that it can be changed."""
        strip = Strip(self._theme, text, button, closable=closable, parent=self)
        strip.did_close.connect(strip.hide)
        self._column.insertWidget(self._column.count() - 1, strip)
        return strip

    def show_place(self, place: str) -> None:
        """Mark a place of the rail and, in a narrow window, show its half: ``feed``, or anything else for the stage."""
        self._place = place
        self.rail.mark(place)
        self._arrange()

    @property
    def place(self) -> str:
        """The place of the rail that is marked."""
        return self._place

    def switch_pane(self) -> None:
        """Take the focus from the stage to the feed, or from anywhere else to the stage."""
        focus = QApplication.focusWidget()
        to_feed = focus is not None and self._stage.isAncestorOf(focus)
        if self._narrow:
            to_feed = self._place != "feed"
            self.show_place("feed" if to_feed else "apps")
        if to_feed:
            self._feed.setFocus(Qt.FocusReason.TabFocusReason)
            now = QApplication.focusWidget()
            if now is None or not self._feed.isAncestorOf(now):
                # There is no list of posts to enter, as in a feed that is still empty.
                enter(self._feed)
        else:
            self._stage.focus_content()

    @property
    def theme(self) -> Theme:
        """What its sheets are dressed in."""
        return self._theme

    @property
    def is_narrow(self) -> bool:
        """Whether feed and stage are shown one at a time."""
        return self._narrow

    @property
    def has_sheet(self) -> bool:
        """Whether a question stands over the window."""
        return bool(open_sheets(self))

    def state(self) -> dict[str, Any]:
        """Geometry and splitter, as JSON values."""
        return {
            "geometry": base64.b64encode(self.saveGeometry().data()).decode(),
            "splitter": base64.b64encode(self._wide_split().data()).decode(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take a state back; what does not fit is ignored by Qt."""
        if isinstance(geometry := state.get("geometry"), str):
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        if isinstance(splitter := state.get("splitter"), str) and splitter:
            self._kept_split = QByteArray.fromBase64(splitter.encode())
            self._splitter.restoreState(self._kept_split)
            self._splitter.setHandleWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows both halves, or one."""
        super().resizeEvent(event)
        self.rail.set_slim(self.width() < SLIM)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            if narrow:
                self._kept_split = self._splitter.saveState()
            self._narrow = narrow
            self._arrange()
            if not narrow:
                self._splitter.restoreState(self._kept_split)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes folders and packages."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hands the folders and packages on, one after the other."""
        paths = _dropped(event)
        if paths:
            event.acceptProposedAction()
        for path in paths:
            self.did_drop.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Says so before the window goes."""
        self.did_close.emit()
        super().closeEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 -- Qt's signature
        """Leads Tab through what is seen."""
        return step(self, forward=next_)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.color("background"))

    def _wide_split(self) -> QByteArray:
        """How feed and stage share a wide window, also while this one is narrow."""
        return self._kept_split if self._narrow else self._splitter.saveState()

    def _arrange(self) -> None:
        """Bound the feed's width when both are shown; show one half when the window is narrow."""
        on_feed = self._place == "feed"
        # Three columns of its own need the whole window.
        alone = self._narrow or self._place == "workbench"
        self._feed.setVisible(not alone or on_feed)
        self._stage.setVisible(not self._narrow or not on_feed)
        self._feed.setMinimumWidth(0 if self._narrow else FEED_MIN)
        self._feed.setMaximumWidth(16_777_215 if self._narrow else FEED_MAX)
        self._stage.setMinimumWidth(0 if self._narrow else STAGE_MIN)


def _dropped(event: QDropEvent) -> list[Path]:
    """What was dropped, if all of it can be opened."""
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    all_open = all(path.suffix == ".ma" or path.is_dir() for path in paths)
    return paths if len(paths) == len(urls) and all_open else []
