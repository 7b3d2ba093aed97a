"""Projects whose mini-app has to be built first: which folder is the mini-app, and what to run while it is not there.

The layout is that of Vite, and of ``stoa new --template typescript``: ``package.json`` at the top, what is copied as it
is in ``public/`` with the manifest, and what runs in ``dist/``.
"""

from __future__ import annotations

from os.path import lexists
from typing import TYPE_CHECKING

from stoa.miniapp.errors import MiniAppError
from stoa.miniapp.manifest import MANIFEST_NAME

if TYPE_CHECKING:
    from pathlib import Path

OUTPUT = "dist"
PUBLIC = "public"


class NotBuiltError(MiniAppError):
    """The sources of a mini-app that was not built yet. ``fix`` says what to run."""

    def __init__(self, root: Path) -> None:
        self.fix = "run npm install and npm run build in it"
        super().__init__(
            f"{root} has the sources of a mini-app, and nothing is built from them yet: {self.fix} (Node.js has both). "
            f'The mini-app is what that puts into "{OUTPUT}".'
        )


def is_source(root: Path) -> bool:
    """Whether a folder holds the sources of a mini-app and not the mini-app itself."""
    if lexists(root / MANIFEST_NAME):
        return False
    return (root / "package.json").is_file() and (root / PUBLIC / MANIFEST_NAME).is_file()


def built_folder(root: Path) -> Path:
    """The folder that runs: what was built where ``root`` holds sources, else ``root``. Raises NotBuiltError."""
    if not is_source(root):
        return root
    if not (root / OUTPUT / MANIFEST_NAME).is_file():
        raise NotBuiltError(root)
    return root / OUTPUT
