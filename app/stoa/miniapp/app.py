"""A mini-app in its place: what its manifest says, where its files are, and the key of its room."""

from __future__ import annotations

import unicodedata
from dataclasses import field
from enum import StrEnum
from os.path import lexists
from typing import TYPE_CHECKING

from stoa.miniapp import reading, signature
from stoa.miniapp.built import built_folder
from stoa.miniapp.errors import Finding, MiniAppError, PackageError
from stoa.miniapp.files import Served, plain_file, read_regular_file, resolve
from stoa.miniapp.identifier import FOLDER_PREFIX, folder_id
from stoa.miniapp.manifest import MANIFEST_MAX_BYTES, MANIFEST_NAME, Icon, Manifest, Reading
from stoa.miniapp.seal import Seal
from stoa.miniapp.signed import SIGNATURE_MAX_BYTES, SIGNATURE_NAME, Signed, mark
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

_NAME_MAX_CHARS = 80
# A tile of the launcher on a screen with two device pixels to each.
ICON_PIXELS = 192


class Source(StrEnum):
    """Where a mini-app comes from."""

    BUNDLED = "bundled"
    """It came with Stoa."""
    PACKAGE = "package"
    """It was installed from a ``.ma`` file."""
    FOLDER = "folder"
    """It is a folder of the person's, run where it is."""


class MiniApp(Record):
    """A mini-app that can run. ``root`` is resolved; ``key`` is the part of the room key that tells it from others.

    ``seal`` knows the files of a signed package; None when nobody signed them, or nothing was installed.
    """

    manifest: Manifest
    root: Path
    source: Source
    key: str
    has_manifest: bool = True
    findings: tuple[Finding, ...] = ()
    seal: Seal | None = field(default=None, compare=False, repr=False)

    @property
    def app_id(self) -> str:
        """The id in the manifest, or ``folder.`` and ten hexadecimal digits."""
        return self.manifest.app_id

    @property
    def icon_path(self) -> Path | None:
        """The file of the icon that fits best and is there, or None: see ``_fit``."""
        for icon in sorted(self.manifest.icons, key=_fit, reverse=True):
            served = plain_file(self.root, icon.src)
            if served is not None and served.media_type.startswith("image/") and self._is_whole(served):
                return served.path
        return None

    @property
    def signed(self) -> Signed | None:
        """Who signed it, and what; None when nobody did."""
        return None if self.seal is None else self.seal.signed

    def serve(self, raw_path: str) -> Served | None:
        """The file that a URL's path leads to, or None for "not found" (see ``stoa.miniapp.files.resolve``).

        A file of a signed package that is not as it was signed is not found.
        """
        served = resolve(self.root, self.manifest.entry, raw_path)
        return served if served is not None and self._is_whole(served) else None

    def change(self) -> str | None:
        """A sentence about what was changed since a signed package was installed, or None. Reads files."""
        name = None if self.seal is None else self.seal.broken()
        return None if name is None else _changed(self.manifest, name)

    def _is_whole(self, served: Served) -> bool:
        return self.seal is None or self.seal.holds(served.path)


def open_folder(path: Path, permissions: Collection[str] | None = None) -> MiniApp:
    """Open a folder of the person's, with or without a manifest.

    Of a project that has to be built it opens what was built. Raises ``ManifestError`` for a broken manifest and
    ``MiniAppError`` naming what is missing.
    """
    return open_app(built_folder(_root(path)), Source.FOLDER, lambda data: reading.read_manifest(data, permissions))


def open_app(path: Path, source: Source, read: Callable[[bytes], Reading] | None = None) -> MiniApp:
    """Open a mini-app from any source. ``read`` reads its manifest in place of ``read_manifest``.

    Raises like ``open_folder``.
    """
    root = _root(path)
    try:
        data = read_regular_file(root, MANIFEST_NAME, MANIFEST_MAX_BYTES)
    except OSError as exc:
        raise MiniAppError(f"{root / MANIFEST_NAME} cannot be read: {exc.strerror}.") from exc
    has_manifest = data is not None or lexists(root / MANIFEST_NAME)
    if data is None and has_manifest:
        raise MiniAppError(f"{root / MANIFEST_NAME} must be a plain file inside the folder.")
    found = Reading(_unwritten(root)) if data is None else (read or reading.read_manifest)(data)
    manifest = found.manifest
    key = f"{manifest.app_id}+folder-{folder_id(root)}" if source is Source.FOLDER else manifest.app_id
    seal = None if source is not Source.PACKAGE or data is None else _sealed(root, manifest, data)
    app = MiniApp(manifest, root, source, key, has_manifest, found.findings, seal)
    # Not ``serve``, which would read a sealed page to the end: whether it is whole is asked when it is opened.
    if resolve(root, manifest.entry, "/") is None:
        raise MiniAppError(
            f'{root} has no "{manifest.entry}": add it, or name another page as "entry" in {MANIFEST_NAME}.'
        )
    return app


def _sealed(root: Path, manifest: Manifest, data: bytes) -> Seal | None:
    """The seal of an installed package whose manifest is ``data``; None when it is not signed.

    Only signature and manifest are verified here, as what an app may do comes from them; its other files when they
    are served. Raises ``MiniAppError``.
    """
    try:
        written = read_regular_file(root, SIGNATURE_NAME, SIGNATURE_MAX_BYTES)
        if written is None and manifest.author_key is None:
            return None
        signed = signature.read_signature(written, manifest)
    except (OSError, PackageError):
        raise MiniAppError(_changed(manifest, SIGNATURE_NAME)) from None
    if signed.files.get(MANIFEST_NAME) != mark([data]):
        raise MiniAppError(_changed(manifest, MANIFEST_NAME))
    return Seal(root, signed)


def _changed(manifest: Manifest, file: str) -> str:
    return (
        f'{manifest.name} was changed on this machine after it was installed: "{file}" is not what its author signed. '
        f"Install it again from its package."
    )


def _root(path: Path) -> Path:
    try:
        root = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        raise MiniAppError(f"{path} is not there any more, or cannot be read: choose another folder.") from None
    if not root.is_dir():
        raise MiniAppError(f"{path} is not a folder: choose a folder with an index.html, or a .ma package.")
    return root


def _unwritten(root: Path) -> Manifest:
    """What stands in for a manifest that is not there: a name, and nothing else."""
    shown = "".join(char for char in root.name if unicodedata.category(char)[0] not in "CZ" or char == " ")
    return Manifest(app_id=f"{FOLDER_PREFIX}{folder_id(root)}", name=shown.strip()[:_NAME_MAX_CHARS] or "Folder")


def _fit(icon: Icon) -> tuple[int, int]:
    """How well an icon fits, the best highest: the smallest picture that is sharp, a drawing, then the largest.

    What draws drawings is a library of its own, 0.9 MB that a window needs for nothing else, and reads more than a
    picture's decoder of what a stranger has written.
    """
    if icon.sizes == "any":
        return 1, 0
    pixels = max(int(size.partition("x")[0]) for size in icon.sizes.split(" "))
    return (2, -pixels) if pixels >= ICON_PIXELS else (0, pixels)
