"""Choosing files without stopping the event loop: a dialog that blocks inside a task would stop every other task."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


async def choose_to_save(parent: QWidget, title: str, name: str) -> Path | None:
    """Where to save a file, or None when the person closed the dialog."""
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    return await _answer(dialog)


async def choose_to_open(parent: QWidget, title: str, filters: str) -> Path | None:
    """Which file to open, or None."""
    dialog = QFileDialog(parent, title, str(Path.home()), filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return await _answer(dialog)


async def choose_folder(parent: QWidget, title: str) -> Path | None:
    """Which folder to open, or None."""
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return await _answer(dialog)


async def _answer(dialog: QFileDialog) -> Path | None:
    done: asyncio.Future[Path | None] = asyncio.get_running_loop().create_future()

    def on_finished(result: int) -> None:
        files = dialog.selectedFiles()
        if not done.done():
            done.set_result(Path(files[0]) if result and files else None)
        dialog.deleteLater()

    dialog.finished.connect(on_finished)
    dialog.open()
    return await done
