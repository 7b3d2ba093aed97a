"""Writing, waiting until the disk has it, and removing that never fails loudly."""

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
    """Write a file that must not exist yet; ``sync_tree`` then waits for the disk. Raises ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        for chunk in chunks:
            file.write(chunk)


def sync_folder(path: Path) -> None:
    """Wait until the disk has the folder's names. Systems that cannot open folders (Windows) do it by themselves."""
    with suppress(OSError):
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def sync_tree(root: Path) -> None:
    """Wait until the disk has all that is below ``root``. Raises ``OSError`` when a file could not be kept.

    After the last file is written, not after each: waiting once for what the disk does together takes half the time
    for many small files.
    """
    folders = [root]
    for path in root.rglob("*"):
        if path.is_dir():
            folders.append(path)
        else:
            with path.open("rb+") as file:
                os.fsync(file.fileno())
    for folder in folders:
        sync_folder(folder)


def remove_tree(path: Path) -> None:
    """Remove a folder as far as the system lets; what stays is tried again at the next start."""
    shutil.rmtree(path, ignore_errors=True)


def disk_refusal(what: str, exc: OSError) -> PackageError:
    """An error of the system as a sentence: ``what`` could not be done, and what to do about it."""
    reason = exc.strerror or "the system gave no reason"
    return PackageError(f"{what}: {reason}. Free some space or make the folder writable, then try again.")


def folders_in(root: Path) -> list[Path]:
    """The folders in a folder, by name, none of them a link; none where it cannot be read."""
    try:
        return sorted(path for path in root.iterdir() if path.is_dir() and not path.is_symlink())
    except OSError:
        return []
