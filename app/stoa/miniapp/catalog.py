"""Which mini-apps there are, and installing and removing packages so that a crash at any moment loses nothing.

An installed package is the folder ``<app-id>@<version code>``. It comes to be by one rename; an update is one more
such folder, the highest code counts, and the older one goes at the next start (a room may still be showing it).
"""

from __future__ import annotations

import os
import re
from secrets import token_hex
from typing import TYPE_CHECKING

from stoa.miniapp.app import MiniApp, Source, open_app
from stoa.miniapp.archive import PACKAGE_MAX_BYTES
from stoa.miniapp.disk import disk_refusal, remove_tree, sync_folder
from stoa.miniapp.errors import MiniAppError, PackageError
from stoa.miniapp.manifest import MANIFEST_NAME, Manifest
from stoa.miniapp.package import Package, open_package
from stoa.miniapp.search import search

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_INSTALLING = ".installing-"
_REMOVED = ".removed-"
_INSTALLED = re.compile(r"(?P<app_id>[a-z0-9.-]+)@(?P<code>[0-9]{1,10})")


class Catalog:
    """The mini-apps that came with Stoa and those that were installed; the folders are read at the first question."""

    def __init__(self, bundled: Path, packages: Path, permissions: Collection[str] | None = None) -> None:
        self._bundled = bundled
        self._packages = packages
        self._permissions = permissions
        self._was_read = False
        self._apps: dict[str, MiniApp] = {}
        self._problems: list[tuple[Path, str]] = []

    def apps(self) -> list[MiniApp]:
        """All mini-apps that can run, by name."""
        return search(self._known().values(), "")

    def get(self, app_id: str) -> MiniApp | None:
        """The mini-app with this id, or None."""
        return self._known().get(app_id)

    def search(self, text: str) -> list[MiniApp]:
        """The mini-apps a person may mean, best first (see ``stoa.miniapp.search``)."""
        return search(self._known().values(), text)

    def problems(self) -> list[tuple[Path, str]]:
        """What is in the folders and cannot run: where it is, and a sentence that says why."""
        self._known()
        return list(self._problems)

    def refresh(self) -> None:
        """Read the folders again."""
        self._was_read, self._apps, self._problems = True, {}, []
        for path in _folders(self._bundled):
            if not path.name.startswith(("_", ".")) and (path / MANIFEST_NAME).exists():
                self._add(path, Source.BUNDLED)
        for path, _ in sorted(self._installed(), key=lambda item: item[1], reverse=True):
            self._add(path, Source.PACKAGE)

    def install(self, file: Path) -> MiniApp:
        """Install or update from a ``.ma`` file; the same version with the same files again is no error.

        Raises ``PackageError`` or ``ManifestError``; then everything is as it was.
        """
        package = open_package(_read(file), self._permissions)
        installed = self.get(package.manifest.app_id)
        if installed is not None and self._is_installed(package, installed):
            return installed
        self._place(package)
        self.refresh()
        app = self.get(package.manifest.app_id)
        if app is None:
            raise PackageError(f"{file.name} was changed on the disk while it was installed: try again.")
        return app

    def uninstall(self, app_id: str) -> None:
        """Remove an installed mini-app, in all its versions. Raises ``MiniAppError`` when that cannot be."""
        app = self.get(app_id)
        if app is not None and app.source is Source.BUNDLED:
            raise MiniAppError(f"{app.manifest.name} came with Stoa and cannot be uninstalled.")
        versions = [path for path, code in sorted(self._installed(), key=lambda item: item[1]) if _id(path) == app_id]
        if not versions:
            raise MiniAppError(f'There is no installed mini-app "{app_id}".')
        # Oldest first: were the newest to go first, a crash would bring an older version back to life.
        for path in versions:
            self._remove(path)
        self.refresh()

    def _known(self) -> dict[str, MiniApp]:
        if not self._was_read:
            self._tidy()
            self.refresh()
        return self._apps

    def _add(self, path: Path, source: Source) -> None:
        try:
            app = open_app(path, source, self._permissions)
        except MiniAppError as exc:
            self._problems.append((path, str(exc)))
            return
        other = self._apps.get(app.app_id)
        if source is Source.PACKAGE and app.app_id != _id(path):
            self._problems.append((path, f'Its manifest says "{app.app_id}": uninstall it and install it again.'))
        elif other is None:
            self._apps[app.app_id] = app
        elif source is Source.BUNDLED or other.source is Source.BUNDLED:
            self._problems.append((path, f'The id "{app.app_id}" is taken by {other.root}: change app_id.'))

    def _installed(self) -> Iterator[tuple[Path, int]]:
        """Each installed version with its code."""
        for path in _folders(self._packages):
            match = _INSTALLED.fullmatch(path.name)
            if match is not None:
                yield path, int(match["code"])

    def _is_installed(self, package: Package, installed: MiniApp) -> bool:
        """Whether exactly this is installed already. Raises ``PackageError`` when it may not be installed at all."""
        old, new = installed.manifest, package.manifest
        if installed.source is Source.BUNDLED:
            raise PackageError(f'The id "{new.app_id}" belongs to {old.name}, which came with Stoa: change app_id.')
        if _author(old) != _author(new):
            raise PackageError(
                f'The id "{new.app_id}" belongs to {old.name} by {_author(old)}, which is installed, and this package '
                f"is by {_author(new)}: change app_id, or uninstall the other one first."
            )
        if new.version.code < old.version.code:
            raise PackageError(
                f"{old.name} {old.version.name} (code {old.version.code}) is installed, and the package is older "
                f"(code {new.version.code}): uninstall it first to go back."
            )
        if new.version.code > old.version.code:
            return False
        if package.equals(installed.root):
            return True
        raise PackageError(
            f"Version code {new.version.code} of {old.name} is installed with other files: raise version.code in "
            f"{MANIFEST_NAME}, or uninstall it first."
        )

    def _place(self, package: Package) -> None:
        """Unpack beside, then rename: the one moment at which the new version exists or does not."""
        beside = self._packages / f"{_INSTALLING}{token_hex(8)}"
        place = self._packages / f"{package.manifest.app_id}@{package.manifest.version.code}"
        try:
            self._packages.mkdir(parents=True, exist_ok=True)
        except OSError as exc:
            raise disk_refusal(f"{package.manifest.name} could not be installed", exc) from exc
        package.write(beside)
        try:
            if place.exists():
                # It is there, and yet not among the mini-apps that can run: broken, so it makes room.
                self._remove(place)
            os.rename(beside, place)  # noqa: PTH104 - one system call, named as such
        except OSError as exc:
            remove_tree(beside)
            raise disk_refusal(f"{package.manifest.name} could not be installed", exc) from exc
        sync_folder(self._packages)

    def _remove(self, path: Path) -> None:
        """Take a version away in one rename, then delete it. Raises ``PackageError``."""
        away = self._packages / f"{_REMOVED}{token_hex(8)}"
        try:
            os.rename(path, away)  # noqa: PTH104 - one system call, named as such
        except OSError as exc:
            raise disk_refusal(f"{path.name} could not be removed", exc) from exc
        sync_folder(self._packages)
        remove_tree(away)

    def _tidy(self) -> None:
        """Remove what an interrupted installation left, and versions that a newer one replaced before this start."""
        for path in _folders(self._packages):
            if path.name.startswith((_INSTALLING, _REMOVED)):
                remove_tree(path)
        newest: dict[str, int] = {}
        for path, code in sorted(self._installed(), key=lambda item: item[1], reverse=True):
            if newest.get(_id(path), code) > code:
                remove_tree(path)
            elif _runs(path, self._permissions):
                newest[_id(path)] = code


def _folders(root: Path) -> list[Path]:
    try:
        return sorted(path for path in root.iterdir() if path.is_dir() and not path.is_symlink())
    except OSError:
        return []


def _id(path: Path) -> str:
    return path.name.rpartition("@")[0]


def _runs(path: Path, permissions: Collection[str] | None) -> bool:
    try:
        return open_app(path, Source.PACKAGE, permissions).app_id == _id(path)
    except MiniAppError:
        return False


def _author(manifest: Manifest) -> str:
    return manifest.author.name if manifest.author else "an unnamed author"


def _read(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise PackageError(f"{file} is not a package file: choose a file that ends with .ma.")
        with file.open("rb") as opened:
            return opened.read(PACKAGE_MAX_BYTES + 1)
    except (OSError, ValueError) as exc:
        raise PackageError(f"{file} cannot be read: choose another file.") from exc
