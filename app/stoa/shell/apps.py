"""Every mini-app that can be opened here: bundled, installed, and the folders the person has opened."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

from stoa.contract.errors import StoaError
from stoa.logbook import Log
from stoa.miniapp.app import ICON_PIXELS, MiniApp, Source, open_folder
from stoa.miniapp.search import search

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from stoa.miniapp.catalog import Catalog


log = Log(__name__)


class Folders(Protocol):
    """Remembers the folders the person has opened."""

    def folders(self) -> list[Path]:
        """The folders, newest first."""
        ...

    def add_folder(self, path: Path, at: int) -> None:
        """Remember a folder, opened at a time in milliseconds since 1970 UTC."""
        ...

    def forget_folder(self, path: Path) -> None:
        """Forget a folder."""
        ...


class Apps:
    """Finds mini-apps by key and by id. ``permissions`` are the names the contract knows.

    ``catalog`` has the bundled and installed ones; what goes on with packages goes on there. The remembered folders
    are read when one of them may be meant: a start by link to an installed app has no use for them.
    """

    def __init__(
        self, catalog: Catalog, folders: Folders, permissions: Collection[str], clock: Callable[[], int]
    ) -> None:
        self.catalog = catalog
        self._folders = folders
        self._permissions = permissions
        self._clock = clock
        self._opened: dict[str, MiniApp] = {}
        self._has_read_folders = False
        self._icons: dict[str, QPixmap | None] = {}
        self._problems: list[tuple[Path, str]] = []

    def all(self) -> list[MiniApp]:
        """Bundled and installed apps by name, then folders, newest first."""
        return [*self.catalog.apps(), *self._from_folders().values()]

    def search(self, text: str) -> list[MiniApp]:
        """The apps a person may mean, best first."""
        return search(self.all(), text)

    def problems(self) -> list[tuple[Path, str]]:
        """What is remembered or installed and cannot run: where it is, and a sentence that says why."""
        self._from_folders()
        return [*self.catalog.problems(), *self._problems]

    def open_folder(self, path: Path) -> MiniApp:
        """Read a folder and remember it. Raises StoaError saying what is wrong with it."""
        app = open_folder(path, self._permissions)
        self._remember(app)
        try:
            self._folders.add_folder(app.root, self._clock())
        except StoaError as error:
            # It runs all the same; only the next start will not know of it.
            log.warning("apps.folder_not_remembered", reason=str(error))
        return app

    def adopt(self, app: MiniApp) -> None:
        """An installed app has come, or changed."""
        self._icons.pop(app.key, None)

    def change(self, app: MiniApp) -> str | None:
        """What was changed in an installed app on the disk, as a sentence; it is then no app any more.

        For any thread. Reads every signed file at the first time, and looks at their sizes and times later.
        """
        if app.source is not Source.PACKAGE:
            return None
        # What somebody else found changed a moment ago is in the catalog no more: then the app itself knows.
        return self.catalog.change(app.app_id) or app.change()

    async def remove(self, app: MiniApp) -> None:
        """Uninstall an app, beside the window, or forget its folder. Raises StoaError."""
        if app.key in self._from_folders():
            self._folders.forget_folder(app.root)
            del self._opened[app.key]
        else:
            await asyncio.to_thread(self.catalog.uninstall, app.app_id)

    def by_key(self, key: str) -> MiniApp | None:
        """The app of a room key's part. A folder is read again, as it may have changed."""
        if (installed := self.catalog.get(key)) is not None:
            return installed
        if (known := self._from_folders().get(key)) is None:
            return None
        try:
            self._remember(open_folder(known.root, self._permissions))
        except StoaError:
            # What was read last still names it; opening it says what is wrong.
            return known
        return self._opened.get(key)

    def by_id(self, app_id: str) -> MiniApp | None:
        """The app a link means: an installed one before a folder with the same id."""
        found = self.catalog.get(app_id)
        return found or next((app for app in self._from_folders().values() if app.app_id == app_id), None)

    def icon(self, app: MiniApp) -> QPixmap | None:
        """The app's icon, decoded at one size; None when it has none that can be read."""
        if app.key not in self._icons:
            self._icons[app.key] = _read_icon(app.icon_path)
        return self._icons[app.key]

    def icon_by_id(self, app_id: str) -> QPixmap | None:
        """The icon of the app that a link means, None as well when there is no such app."""
        app = self.by_id(app_id)
        return None if app is None else self.icon(app)

    def _from_folders(self) -> dict[str, MiniApp]:
        """The folders' apps by key. One that is gone or broken is noted as a problem, and stays remembered."""
        if not self._has_read_folders:
            self._has_read_folders = True
            for path in self._folders.folders():
                try:
                    self._remember(open_folder(path, self._permissions))
                except StoaError as error:
                    self._problems.append((path, str(error)))
        return self._opened

    def _remember(self, app: MiniApp) -> None:
        self._opened[app.key] = app
        self._icons.pop(app.key, None)


def _read_icon(path: Path | None) -> QPixmap | None:
    if path is None:
        return None
    reader = QImageReader(str(path))
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > 4096:
        return None
    reader.setScaledSize(size.scaled(QSize(ICON_PIXELS, ICON_PIXELS), Qt.AspectRatioMode.KeepAspectRatio))
    pixmap = QPixmap.fromImageReader(reader)
    return None if pixmap.isNull() else pixmap
