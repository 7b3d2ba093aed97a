"""Elements, Sources and Performance: the engine's own DevTools, docked, as long as there is a page to inspect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.ui.button import IconButton
from stoa.ui.label import Label
from stoa.ui.notice import Notice
from stoa.ui.tokens import SPACE_2, SPACE_4

if TYPE_CHECKING:
    from stoa.ui.theme import Theme
    from stoa.workbench.trial_room import TrialRoom

_PAGE = "'<!doctype html>\\n' + document.documentElement.outerHTML"


class ElementsTab(QWidget):
    """Docks the DevTools of the trial while it is shown; a page that sleeps, crashed or is closed has none.

    ``export_pressed`` follows once the page's elements are read.
    """

    export_pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.name = self.tr("Elements")
        self.setAccessibleName(self.name)
        self.trial: TrialRoom | None = None
        self._html = ""
        self._docked: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        tools = QHBoxLayout()
        tools.setContentsMargins(SPACE_4, 0, SPACE_4, SPACE_2)
        about = self.tr("Chromium's DevTools. Ctrl+F searches in them, Ctrl+Shift+F in all files.")
        tools.addWidget(Label(theme, about, "meta", "muted", wrap=True), 1)
        self.export = IconButton(theme, "download", self.tr("Export"))
        self.export.clicked.connect(self._on_export_clicked)
        tools.addWidget(self.export)
        self._column.addLayout(tools)
        self._nothing = Notice(
            theme,
            "code",
            self.tr("Nothing to inspect"),
            self.tr("A mini-app that sleeps or is closed has no elements."),
        )
        self._column.addWidget(self._nothing, 1)

    def follow(self, trial: TrialRoom | None) -> None:
        """Show the DevTools of another trial, or none."""
        self.trial = trial
        if trial is not None:
            trial.did_change_inspector.connect(self._dock)
        self._dock()

    def reveal(self, source: str, line: int) -> None:
        """Show a line of a file in the Sources panel."""
        inspector = None if self.trial is None else self.trial.inspector
        if inspector is not None:
            inspector.reveal(source, line)

    def showEvent(self, event: Any) -> None:
        """Docks them."""
        super().showEvent(event)
        self._dock()

    def exported(self) -> tuple[str, str]:
        """The document as it is now, as HTML."""
        return "page.html", self._html

    def _dock(self) -> None:
        inspector = None if self.trial is None else self.trial.inspector
        view = None if inspector is None or not self.isVisible() else inspector.view()
        self.export.setEnabled(inspector is not None)
        if view is self._docked and view is not None:
            return
        if self._docked is not None:
            # It goes with its inspector; here it is only let go.
            self._docked.destroyed.disconnect(self._on_gone)
            self._column.removeWidget(self._docked)
            self._docked.hide()
            # Not its parent any more: it must not go with this tab, whoever goes first.
            self._docked.setParent(None)
        self._docked = view
        self._nothing.setVisible(view is None)
        if view is not None:
            view.setAccessibleName(self.tr("DevTools"))
            view.destroyed.connect(self._on_gone)
            self._column.addWidget(view, 1)
            view.show()

    def _on_gone(self) -> None:
        self._docked = None
        self._nothing.show()

    def _on_export_clicked(self) -> None:
        inspector = None if self.trial is None else self.trial.inspector
        if inspector is not None:
            inspector.send("Runtime.evaluate", {"expression": _PAGE, "returnByValue": True}, self._on_read)

    def _on_read(self, values: dict[str, Any]) -> None:
        self._html = str(values.get("result", {}).get("value", ""))
        self.export_pressed.emit(self)
