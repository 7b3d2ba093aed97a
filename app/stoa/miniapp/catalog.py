"""Which mini-apps there are, and installing and removing packages so that a crash at any moment loses nothing.

An installed package is the folder ``<app-id>@<version code>``. It comes to be by one rename; an update is one more
such folder, the highest code counts, and the older one goes at the next start (a room may still be showing it).
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from stoa.chance import token
from stoa.miniapp import package
from stoa.miniapp.app import MiniApp, Source, open_app
from stoa.miniapp.disk import disk_refusal, folders_in, remove_tree, sync_folder
from stoa.miniapp.errors import MiniAppError, PackageError
from stoa.miniapp.known_manifests import KnownManifests
from stoa.miniapp.manifest import MANIFEST_NAME, Manifest
from stoa.miniapp.search import search
from stoa.miniapp.signers import KnownSigners
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from stoa.miniapp.package import Package

_INSTALLING = ".installing-"
_REMOVED = ".removed-"
_INSTALLED = re.compile(r"(?P<app_id>[a-z0-9.-]+)@(?P<code>[0-9]{1,10})")


class Arrival(Record):
    """A verified package on its way in. ``before`` is what is installed under its id; the same files: ``is_there``."""

    package: Package
    before: MiniApp | None = None
    is_there: bool = False


@dataclass(slots=True)
class _Found:
    """What one reading of the folders found; never changed once others see it."""

    apps: dict[str, MiniApp] = field(default_factory=dict)
    problems: list[tuple[Path, str]] = field(default_factory=list)


class Catalog:
    """The mini-apps that came with Stoa and those that were installed; the folders are read at the first question.

    ``examine``, ``place``, ``install``, ``change`` and ``uninstall`` may run in another thread than the questions. Two
    of them at once find both done in some order. ``signers`` knows the apps' keys.
    """

    def __init__(self, bundled: Path, packages: Path, permissions: Collection[str] | None = None) -> None:
        self._bundled = bundled
        self._packages = packages
        self.signers = KnownSigners(packages)
        self._manifests = KnownManifests(packages / ".manifests.json", permissions)
        self._changed: dict[Path, str] = {}
        self._found: _Found | None = None
        # What was asked for by its id before all was read.
        self._alone: dict[str, MiniApp | None] = {}
        # Of two readings the one that began last must be the one that counts.
        self._reading = Lock()

    def apps(self) -> list[MiniApp]:
        """All mini-apps that can run, by name."""
        return search(self._known().apps.values(), "")

    def get(self, app_id: str) -> MiniApp | None:
        """The mini-app with this id, or None. As long as nobody asked for all of them, no other package is read."""
        if (found := self._found) is not None:
            return found.apps.get(app_id)
        if app_id not in self._alone:
            with self._reading:
                self._alone[app_id] = self._read(app_id).apps.get(app_id)
        return self._alone[app_id]

    def problems(self) -> list[tuple[Path, str]]:
        """What is in the folders and cannot run: where it is, and a sentence that says why."""
        return list(self._known().problems)

    def refresh(self) -> None:
        """Read the folders again."""
        with self._reading:
            self._read_folders()

    def install(self, file: Path) -> MiniApp:
        """Install or update from a ``.ma`` file; the same version with the same files again is no error.

        Raises ``PackageError`` or ``ManifestError``; then everything is as it was.
        """
        return self.place(self.examine(file))

    def examine(self, file: Path) -> Arrival:
        """Read and verify a ``.ma`` file and compare it with what is installed. Raises as ``install``."""
        return self._compared(package.open_package(package.read_package_file(file), self._manifests.permissions))

    def place(self, arrival: Arrival, go_on: Callable[[], bool] = lambda: True) -> MiniApp:
        """Install what was examined; ``go_on`` is asked before each file. Raises as ``install``."""
        manifest = arrival.package.manifest
        if self.get(manifest.app_id) != arrival.before:
            # A person may have thought about it for long.
            arrival = self._compared(arrival.package)
        if arrival.before is not None and arrival.is_there:
            return arrival.before
        self._place(arrival.package, go_on)
        self.refresh()
        app = self.get(manifest.app_id)
        if app is None:
            raise PackageError(f"{manifest.name} was changed on the disk while it was installed: try again.")
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

    def change(self, app_id: str) -> str | None:
        """A sentence when files of a signed app are not as they were signed; it then runs no more. Reads them all."""
        app = self.get(app_id)
        if app is None or (sentence := app.change()) is None:
            return None
        self._changed[app.root] = sentence
        self.refresh()
        return sentence

    def forget_signer(self, app_id: str) -> None:
        """Let anybody sign the next package of an app that is not installed. Raises ``MiniAppError``."""
        if any(_id(path) == app_id for path, _ in self._installed()):
            raise MiniAppError(f"{app_id} is installed, and whoever signs next would get what it keeps: uninstall it.")
        self.signers.forget(app_id)

    def _compared(self, package: Package) -> Arrival:
        app_id = package.manifest.app_id
        # What was changed on the disk makes room for what is whole.
        self.change(app_id)
        before = self.get(app_id)
        if before is not None and before.source is Source.BUNDLED:
            name = before.manifest.name
            raise PackageError(f'The id "{app_id}" belongs to {name}, which came with Stoa: change app_id.')
        self.signers.judge(package.manifest, package.signed)
        return Arrival(package, before, before is not None and self._is_installed(package, before))

    def _known(self) -> _Found:
        if (found := self._found) is None:
            with self._reading:
                # Another thread may have had the same question while this one waited.
                if (found := self._found) is None:
                    self._tidy()
                    found = self._read_folders()
        return found

    def _read_folders(self) -> _Found:
        self._found = self._read()
        self._manifests.keep()
        return self._found

    def _read(self, app_id: str | None = None) -> _Found:
        """Read all that came with Stoa, and all packages or those of one id."""
        found = _Found()
        for path in folders_in(self._bundled):
            if not path.name.startswith(("_", ".")) and (path / MANIFEST_NAME).exists():
                self._add(found, path, Source.BUNDLED)
        for path, _ in sorted(self._installed(), key=lambda item: item[1], reverse=True):
            if app_id is None or _id(path) == app_id:
                self._add(found, path, Source.PACKAGE)
        return found

    def _add(self, found: _Found, path: Path, source: Source) -> None:
        try:
            app = self._open(path, source)
            other = found.apps.get(app.app_id)
            if other is None and source is Source.PACKAGE:
                self._judge(app)
        except MiniAppError as exc:
            found.problems.append((path, str(exc)))
            return
        if other is None:
            found.apps[app.app_id] = app
        elif source is Source.BUNDLED or other.source is Source.BUNDLED:
            found.problems.append((path, f'The id "{app.app_id}" is taken by {other.root}: change app_id.'))

    def _open(self, path: Path, source: Source) -> MiniApp:
        app = open_app(path, source, self._manifests.read)
        if source is Source.PACKAGE and app.app_id != _id(path):
            raise MiniAppError(f'Its manifest says "{app.app_id}": uninstall it and install it again.')
        return app

    def _judge(self, app: MiniApp) -> None:
        """Raise ``MiniAppError`` when files or signer are not those that were installed; else know the signer."""
        if app.root in self._changed:
            raise MiniAppError(self._changed[app.root])
        self.signers.judge(app.manifest, app.signed)
        # Here, so that an end between installing and remembering leaves nothing unremembered. A disk that refuses is
        # asked again at the next reading.
        with suppress(PackageError):
            self.signers.learn(app.manifest, app.signed)

    def _installed(self) -> Iterator[tuple[Path, int]]:
        """Each installed version with its code."""
        for path in folders_in(self._packages):
            match = _INSTALLED.fullmatch(path.name)
            if match is not None:
                yield path, int(match["code"])

    def _is_installed(self, package: Package, installed: MiniApp) -> bool:
        """Whether exactly this is installed already. Raises ``PackageError`` when it may not be installed at all."""
        old, new = installed.manifest, package.manifest
        # Whose key it is was judged; without keys the name is all there is to tell authors apart by.
        if _author(old) != _author(new) and (package.signed is None or installed.signed is None):
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

    def _place(self, package: Package, go_on: Callable[[], bool]) -> None:
        """Unpack beside, then rename: the one moment at which the new version exists or does not."""
        beside = self._packages / f"{_INSTALLING}{token(8)}"
        place = self._packages / f"{package.manifest.app_id}@{package.manifest.version.code}"
        try:
            self._packages.mkdir(parents=True, exist_ok=True)
        except OSError as exc:
            raise disk_refusal(f"{package.manifest.name} could not be installed", exc) from exc
        package.write(beside, go_on)
        try:
            self._changed.pop(place.resolve(), None)
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
        away = self._packages / f"{_REMOVED}{token(8)}"
        try:
            os.rename(path, away)  # noqa: PTH104 - one system call, named as such
        except OSError as exc:
            raise disk_refusal(f"{path.name} could not be removed", exc) from exc
        sync_folder(self._packages)
        remove_tree(away)

    def _tidy(self) -> None:
        """Remove what an interrupted installation left, and versions that a newer one replaced before this start."""
        for path in folders_in(self._packages):
            if path.name.startswith((_INSTALLING, _REMOVED)):
                remove_tree(path)
        newest: dict[str, int] = {}
        for path, code in sorted(self._installed(), key=lambda item: item[1], reverse=True):
            if newest.get(_id(path), code) > code:
                remove_tree(path)
            elif self._runs(path):
                newest[_id(path)] = code

    def _runs(self, path: Path) -> bool:
        try:
            self._judge(self._open(path, Source.PACKAGE))
        except MiniAppError:
            return False
        return True


def _id(path: Path) -> str:
    return path.name.rpartition("@")[0]


def _author(manifest: Manifest) -> str:
    return manifest.author.name if manifest.author else "an unnamed author"
