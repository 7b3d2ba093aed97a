"""The frame of a tab: a search, what can be done, the lines, and the chosen one in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from stoa.ui.button import IconButton
from stoa.ui.field import SearchField
from stoa.ui.notice import Notice
from stoa.ui.row import Divider
from stoa.ui.tokens import SPACE_2, SPACE_4
from stoa.workbench.entry_list import EntryList, Line, mono_font

if TYPE_CHECKING:
    from stoa.ui.theme import Theme
    from stoa.workbench.trial_room import TrialRoom


class DetailView(QPlainTextEdit):
    """A text to read and to copy from."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        # Read only, it would show no cursor; with one, it can be read by keyboard.
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        theme.did_change.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(mono_font(self._theme))
        tokens = self._theme.tokens
        self.setStyleSheet(f"QPlainTextEdit {{ background: {tokens.panel}; color: {tokens.text}; padding: 12px; }}")


def _ruled(theme: Theme, lines: EntryList) -> QWidget:
    """The lines below a rule: where they are scrolled, none seems cut off by the tools above them."""
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Divider(theme))
    column.addWidget(lines, 1)
    return place


class LogTab(QWidget):
    """Lines of one kind. Subclasses say what a line is, what it is in full, and what a file of them holds."""

    export_pressed = Signal(object)

    def __init__(self, theme: Theme, name: str, icon: str, empty: tuple[str, str]) -> None:
        """``empty`` are the title and the sentence shown while there is nothing."""
        super().__init__()
        self.theme = theme
        self.name = name
        self.trial: TrialRoom | None = None
        self.setAccessibleName(name)
        self._build(theme, icon, empty)
        self.field.did_search.connect(self.list.search)
        self.list.did_choose.connect(self._on_chosen)
        self.clear.clicked.connect(self.forget)
        self.export.clicked.connect(lambda: self.export_pressed.emit(self))
        self._show_list()

    def _build(self, theme: Theme, icon: str, empty: tuple[str, str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tools = QHBoxLayout()
        self.tools.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        self.tools.setSpacing(SPACE_2)
        self.field = SearchField(theme, self.tr("Search in {0}").format(self.name), self.tr("Search"))
        self.clear = IconButton(theme, "trash", self.tr("Clear"))
        self.export = IconButton(theme, "download", self.tr("Export"))
        self.tools.addWidget(self.field, 1)
        self.tools.addWidget(self.clear)
        self.tools.addWidget(self.export)
        column.addLayout(self.tools)
        self._more = QHBoxLayout()
        self._more.setSpacing(SPACE_2)
        column.addLayout(self._more)
        self.list = EntryList(theme, self.name)
        self.detail = DetailView(theme, self.tr("Details"))
        self.detail.hide()
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(_ruled(theme, self.list))
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(Notice(theme, icon, *empty))
        self._pages.addWidget(split)
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._middle.setChildrenCollapsible(False)
        self._middle.addWidget(self._pages)
        column.addWidget(self._middle, 1)

    def add_tools(self, *controls: QWidget) -> None:
        """Put controls into a line below the search."""
        self._more.setContentsMargins(SPACE_4, 0, SPACE_4, SPACE_2)
        for control in controls:
            self._more.addWidget(control)
        self._more.addStretch(1)

    def place_above(self, widget: QWidget) -> None:
        """Give a widget a place above the lines, with a handle between."""
        self._middle.insertWidget(0, widget)

    def put(self, line: Line) -> None:
        """Add a line, or change the one of its key."""
        self.list.model_of_lines.put(line)
        self._show_list()

    def set_lines(self, lines: list[Line]) -> None:
        """Replace all lines."""
        self.list.model_of_lines.set_lines(lines)
        self._show_list()

    def forget(self) -> None:
        """Empty the list."""
        self.set_lines([])
        self.detail.hide()

    def follow(self, trial: TrialRoom) -> None:
        """Show what a new trial does; the lines of the one before go."""
        self.trial = trial
        self.forget()

    def in_full(self, line: Line) -> str:
        """All that is known about a line."""
        raise NotImplementedError

    def exported(self) -> tuple[str, str]:
        """The name and the text of a file with the lines that are shown."""
        raise NotImplementedError

    def _on_chosen(self, line: Line | None) -> None:
        self.detail.setVisible(line is not None)
        if line is not None:
            self.detail.setPlainText(self.in_full(line))

    def _show_list(self) -> None:
        self._pages.setCurrentIndex(1 if self.list.model_of_lines.rowCount() else 0)
