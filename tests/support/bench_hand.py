"""What a tester reads and chooses inside the running program: lists of the workbench, and its file dialogs."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog
from tests.support.eye import UnseenError


def choose(path: str) -> None:
    """Choose a file or folder in the dialog that is open, and agree."""
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QFileDialog) and dialog.isVisible():
            dialog.selectFile(path)
            QTimer.singleShot(0, dialog, dialog.accept)
            return
    raise UnseenError("No file dialog is open.")


def lines(tab: str) -> list[str]:
    """What the lines of a tab of the workbench say."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractItemView) and widget.isVisible() and widget.accessibleName() == tab:
            model = widget.model()
            rows = range(model.rowCount())
            return [str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)) for row in rows]
    raise UnseenError(f"No list {tab!r} is shown.")
