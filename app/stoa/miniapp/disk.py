"""Writing that is on the disk when it says so, and removing that never fails loudly."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from stoa.miniapp.errors import PackageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write_new_file(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file that must not exist yet, and wait until the disk has it. Raises ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Wait until the disk has the folder's names. Systems that cannot open folders (Windows) do it by themselves."""
    with suppress(OSError):
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def sync_tree(root: Path) -> None:
    """``sync_folder`` for ``root`` and every folder below it."""
    for folder in [root, *(path for path in root.rglob("*") if path.is_dir())]:
        sync_folder(folder)


def remove_tree(path: Path) -> None:
    """Remove a folder as far as the system lets; what stays is tried again at the next start."""
    shutil.rmtree(path, ignore_errors=True)


def disk_refusal(what: str, exc: OSError) -> PackageError:
    """An error of the system as a sentence: ``what`` could not be done, and what to do about it."""
    reason = exc.strerror or "the system gave no reason"
    return PackageError(f"{what}: {reason}. Free some space or make the folder writable, then try again.")
