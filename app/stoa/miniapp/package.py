"""``.ma`` packages: one zip, packed the same way each time, and unpacked only when all of it is right."""

from __future__ import annotations

import io
import os
import re
import stat
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from stoa.miniapp.archive import MAX_FILES, MAX_RATIO, PACKAGE_MAX_BYTES, UNPACKED_MAX_BYTES, Archive
from stoa.miniapp.built import built_folder
from stoa.miniapp.disk import disk_refusal, remove_tree, sync_tree, write_new_file
from stoa.miniapp.errors import Finding, PackageError
from stoa.miniapp.manifest import MANIFEST_MAX_BYTES, MANIFEST_NAME, Manifest
from stoa.miniapp.naming import AUTHORS_FOLDERS, collision, name_problem
from stoa.miniapp.reading import read_manifest
from stoa.miniapp.signature import read_signature, sign
from stoa.miniapp.signed import SIGNATURE_MAX_BYTES, SIGNATURE_NAME, Signed, mark
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PACKAGE_ENDING = ".ma"
# The first day that zip can name: a package must not change with the clock.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FILE_MODE = (stat.S_IFREG | 0o644) << 16
_UNIX = 3
# How PEM files of private keys begin, encrypted or not (RFC 7468, and OpenSSH's and OpenSSL's older forms).
_PRIVATE_KEY = re.compile(rb"\s*-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----")


class Package(Record):
    """A package that was verified: its manifest, the warnings about it, its files, and who signed them, if anybody."""

    manifest: Manifest
    findings: tuple[Finding, ...]
    archive: Archive
    signed: Signed | None = None

    def write(self, into: Path, go_on: Callable[[], bool] = lambda: True) -> None:
        """Write all files below ``into``, which must be missing or empty; on the disk when it returns.

        ``go_on`` is asked before each file. Raises ``PackageError``, also when it said no, and leaves nothing behind.
        """
        try:
            into.mkdir(exist_ok=True)
            if any(into.iterdir()):
                raise PackageError(f"{into} is not empty: unpack into a new folder.")
        except OSError as exc:
            raise disk_refusal(f"{into} cannot be written", exc) from exc
        try:
            self._write_files(into, go_on)
        except OSError as exc:
            remove_tree(into)
            raise disk_refusal("The package could not be unpacked", exc) from exc
        except PackageError:
            remove_tree(into)
            raise

    def _write_files(self, into: Path, go_on: Callable[[], bool]) -> None:
        for name in self.archive.sizes:
            if not go_on():
                raise PackageError(f"{self.manifest.name} was not installed: it was stopped.")
            write_new_file(into / name, self.archive.chunks(name))
        sync_tree(into)

    def equals(self, root: Path) -> bool:
        """Whether the folder ``root`` holds exactly the files of this package. Raises ``PackageError``."""
        try:
            there = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
            return there.keys() == self.archive.sizes.keys() and all(
                path.read_bytes() == b"".join(self.archive.chunks(name)) for name, path in there.items()
            )
        except OSError:
            return False


def read_package_file(file: Path) -> bytes:
    """The bytes of a package, and not many more than one may have. Raises ``PackageError``."""
    try:
        if not file.is_file():
            raise PackageError(f"{file} is not a package file: choose a file that ends with .ma.")
        with file.open("rb") as opened:
            return opened.read(PACKAGE_MAX_BYTES + 1)
    except (OSError, ValueError) as exc:
        raise PackageError(f"{file} cannot be read: choose another file.") from exc


def open_package(data: bytes, permissions: Collection[str] | None = None) -> Package:
    """Verify the bytes of a package, and its signature, without writing anything.

    Raises ``PackageError`` or ``ManifestError``.
    """
    archive = Archive(data)
    sizes = archive.sizes
    if MANIFEST_NAME not in sizes:
        nested = next((name for name in sizes if name.endswith(f"/{MANIFEST_NAME}")), None)
        hint = f' It is in "{nested}": pack the folder\'s contents, not the folder.' if nested else ""
        raise PackageError(f"The package has no {MANIFEST_NAME} at its top.{hint}")
    manifest_data = archive.read(MANIFEST_NAME, MANIFEST_MAX_BYTES)
    if manifest_data is None:
        raise PackageError(f"{MANIFEST_NAME} in the package has more than {MANIFEST_MAX_BYTES} bytes: shorten it.")
    reading = read_manifest(manifest_data, permissions)
    if reading.manifest.entry not in sizes:
        raise _no_entry("The package", reading.manifest)
    return Package(reading.manifest, reading.findings, archive, _verified(archive, reading.manifest))


def unpack(data: bytes, into: Path, permissions: Collection[str] | None = None) -> Manifest:
    """Verify a package and write it below ``into``, which must be missing or empty.

    Raises ``PackageError`` or ``ManifestError``; then nothing is left below ``into``.
    """
    package = open_package(data, permissions)
    package.write(into)
    return package.manifest


def pack(
    folder: Path,
    permissions: Collection[str] | None = None,
    key: Ed25519PrivateKey | None = None,
    earlier: Sequence[Ed25519PrivateKey] = (),
) -> bytes:
    """Make a package of a folder: the same bytes for the same files and key. Dotfiles and its tests are left out.

    Of a project that has to be built, what was built is packed. With ``key`` it is signed; ``earlier`` are its author's
    former keys, oldest first. Raises ``MiniAppError`` (``PackageError`` or ``ManifestError``) naming what to change.
    """
    folder = built_folder(folder)
    try:
        contents = dict(_files(folder))
    except OSError as exc:
        raise PackageError(f"{exc.filename or folder} cannot be read: {exc.strerror}.") from exc
    if MANIFEST_NAME not in contents:
        raise PackageError(f"{folder} has no {MANIFEST_NAME}: add one with at least app_id and name.")
    manifest = read_manifest(contents[MANIFEST_NAME], permissions).manifest
    if manifest.entry not in contents:
        raise _no_entry(str(folder), manifest)
    _check_secrets(contents, manifest, key)
    if key is not None:
        marks = {name: mark([data]) for name, data in contents.items()}
        contents[SIGNATURE_NAME] = sign(marks, manifest, key, earlier)
    data = _zipped(contents)
    # What we would refuse to unpack is never handed out.
    open_package(data, permissions)
    return data


def _check_secrets(contents: dict[str, bytes], manifest: Manifest, key: Ed25519PrivateKey | None) -> None:
    """Refuse what would give a private key away, or would be refused by everybody who gets it."""
    for name, data in contents.items():
        if _PRIVATE_KEY.match(data):
            raise PackageError(f'"{name}" is a private key, and a package is for everybody: put it outside the folder.')
    if key is None and manifest.author_key is not None:
        raise PackageError(
            f'{MANIFEST_NAME} has a key under "author", so nobody would take the package unsigned: add --key FILE with '
            f"your private key, or take the key out."
        )


def _verified(archive: Archive, manifest: Manifest) -> Signed | None:
    """Who signed the package; every file is read to the end, and nothing is kept. Raises ``PackageError``."""
    data = None
    if SIGNATURE_NAME in archive.sizes:
        # One that is too large is refused for what is then left of it: nothing.
        data = archive.read(SIGNATURE_NAME, SIGNATURE_MAX_BYTES) or b""
    elif manifest.author_key is None:
        return None
    signed = read_signature(data, manifest)
    signed.compare({name: mark(archive.chunks(name)) for name in archive.sizes if name != SIGNATURE_NAME})
    return signed


def _no_entry(what: str, manifest: Manifest) -> PackageError:
    return PackageError(
        f'{what} has no "{manifest.entry}": add it, or name another page as "entry" in {MANIFEST_NAME}.'
    )


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name and contents of each file, sorted by name, judged by the rules of a package while it is walked."""
    names = sorted(_names(folder))
    pair = collision(names)
    if pair is not None:
        raise PackageError(f'"{pair[0]}" and "{pair[1]}" are one name on some systems: rename one of them.')
    total = 0
    for name in names:
        path = folder / name
        total += path.stat().st_size
        if total > UNPACKED_MAX_BYTES:
            raise PackageError(f"{folder} has more than {UNPACKED_MAX_BYTES // 2**20} MB of files: make them smaller.")
        yield name, path.read_bytes()


def _names(folder: Path) -> Iterator[str]:
    found = 0
    for where, folders, files in os.walk(folder, onerror=_raise):
        left_out = AUTHORS_FOLDERS if Path(where) == folder else frozenset()
        visible = [name for name in folders if not name.startswith(".") and name not in left_out]
        linked = [name for name in visible if Path(where, name).is_symlink()]
        folders[:] = sorted(visible)
        for name in [*linked, *(name for name in files if not name.startswith("."))]:
            path = Path(where, name)
            shown = path.relative_to(folder).as_posix()
            if shown == SIGNATURE_NAME:
                # The folder was unpacked from a package: what it becomes is signed anew, or not at all.
                continue
            _check_kind(path, shown)
            found += 1
            if found > MAX_FILES:
                raise PackageError(f"{folder} has more than {MAX_FILES} files: leave some out.")
            yield shown


def _raise(exc: OSError) -> None:
    raise exc


def _check_kind(path: Path, shown: str) -> None:
    mode = path.lstat().st_mode
    problem = name_problem(shown)
    if stat.S_ISLNK(mode):
        problem = "it is a symbolic link: put the file itself there"
    elif not stat.S_ISREG(mode):
        problem = "it is neither a file nor a folder"
    if problem is not None:
        raise PackageError(f'"{ascii(shown)[1:-1]}" cannot be packed: {problem}.')


def _zipped(contents: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in sorted(contents.items()):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = _UNIX
            info.external_attr = _FILE_MODE
            info.compress_type = zipfile.ZIP_DEFLATED if _gains(data) else zipfile.ZIP_STORED
            archive.writestr(info, data, compresslevel=9)
    return target.getvalue()


def _gains(data: bytes) -> bool:
    """Whether deflating makes it smaller, but not so much smaller that it would look like a zip bomb."""
    deflated = len(zlib.compress(data, 9))
    return deflated < len(data) < MAX_RATIO * deflated
