"""``stoa check --fix``: the changes that are mechanical, written atomically, each told in a sentence.

What is never changed: anything that opens a door (hosts in ``network``), says something in the author's name (reasons,
descriptions, texts for pictures), or could change how a page looks. See docs/decisions/0020.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from stoa.check import icons, manifest_edit, permissions
from stoa.check.markup import elements
from stoa.check.page_edit import PageEdit
from stoa.check.report import Change, split_where
from stoa.check.subject import read_subject
from stoa.contract.errors import StoaError
from stoa.miniapp.built import OUTPUT, PUBLIC, is_source
from stoa.miniapp.errors import ManifestError
from stoa.miniapp.manifest import MANIFEST_NAME
from stoa.miniapp.reading import read_manifest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from stoa.check.subject import Subject
    from stoa.miniapp.manifest import Manifest

_BOM = "\ufeff"
_NEAR = re.compile(r'"(.+)" is not a member of the manifest')
_MEANT = re.compile(r'write "([a-z_]+)" instead')
_NEEDED = re.compile(r'stoa\.\S+ needs the permission "(.+)", which is not declared')
_SIZES = re.compile(r'write "sizes": "(\d+x\d+)"')
# What is taken for the icon where none is declared, the sharpest first.
_ICON_NAMES = ("icon.svg", "icon.png", "icon.webp")
_MAX_RENAMED = 50


class MendingError(StoaError):
    """A file that could not be written; what was changed before stays."""


def mend_folder(path: Path, known: Collection[str], methods: Mapping[str, str | None]) -> tuple[Change, ...]:
    """Change what is mechanical in a folder. ``known`` and ``methods`` as for ``check_folder``. Raises MendingError.

    Of a project that has to be built, what is written by hand: what was built would be written over.
    """
    if not path.is_dir():
        return ()
    root = path.resolve()
    if is_source(root):
        return tuple(_mend_source(root, known, methods))
    changes = _mend_manifest(root, known, methods)
    return tuple(changes + _mend_pages(read_subject(root, known, methods)))


def _mend_source(root: Path, known: Collection[str], methods: Mapping[str, str | None]) -> Iterator[Change]:
    """Mend what is copied as it is, and the head of the page that the build begins with."""
    public, built = root / PUBLIC, root / OUTPUT
    changes = _mend_manifest(public, known, methods, built if (built / MANIFEST_NAME).is_file() else None)
    subject = read_subject(public, known, methods)
    for change in changes + _mend_pages(subject):
        yield replace(change, file=f"{PUBLIC}/{change.file}")
    if subject.manifest is not None:
        # Its scripts are the build's: it puts modules into files of their own.
        entry = subject.manifest.entry
        yield from _mend_page(root, entry, subject.manifest, subject.manifest.name, moves_scripts=False)


def _mend_manifest(
    root: Path, known: Collection[str], methods: Mapping[str, str | None], built: Path | None = None
) -> list[Change]:
    """Mend the manifest of a folder, by what its code calls; ``built`` is the folder with the code if it is another."""
    file = root / MANIFEST_NAME
    if not file.is_file() or file.is_symlink():
        return []
    try:
        before = text = file.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return []
    sentences: list[str] = []
    for new, sentence in _renamings(text, known):
        text = new
        sentences.append(sentence)
    subject = read_subject(root, known, methods)
    if text != before:
        _write(file, text)
        subject = read_subject(root, known, methods)
    before = text
    code = subject if built is None else read_subject(built, known, methods)
    code.manifest, code.manifest_text = subject.manifest, subject.manifest_text
    for new, sentence in _additions(subject, code, text):
        text = new
        sentences.append(sentence)
    if text != before:
        _write(file, text)
    return [Change(MANIFEST_NAME, sentence) for sentence in sentences]


def _renamings(text: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """The text after each member that looks like a slip was given its name."""
    for _ in range(_MAX_RENAMED):
        renaming = _renaming(text, known)
        if renaming is None:
            return
        text = renaming[0]
        yield renaming


def _renaming(text: str, known: Collection[str]) -> tuple[str, str] | None:
    try:
        read_manifest(text.encode(), known)
    except ManifestError as error:
        for finding in error.findings:
            name, meant = _NEAR.fullmatch(finding.sentence), _MEANT.fullmatch(finding.fix or "")
            line = split_where(finding.where)[1]
            if name is not None and meant is not None and line is not None:
                new = manifest_edit.renamed(text, line, name[1], meant[1])
                if new is not None:
                    return new, f'"{name[1]}" is now "{meant[1]}"'
    return None


def _additions(subject: Subject, code: Subject, text: str) -> Iterator[tuple[str, str]]:
    """The text after each thing that was added to a manifest which can be read. ``code`` has the scripts."""
    manifest, read = subject.manifest, subject.manifest_text
    if manifest is None or read is None:
        return
    wanted: list[tuple[str | None, str]] = []

    def put(new: str | None, sentence: str) -> None:
        nonlocal text
        if new is not None:
            text = new
            wanted.append((new, sentence))

    if "/version" not in read.lines:
        put(manifest_edit.with_member(text, "version", {"code": 1, "name": "1.0.0"}), 'the version "1.0.0" added')
    icon = next((name for name in _ICON_NAMES if name in subject.files), None)
    if icon is not None and not manifest.icons:
        put(manifest_edit.with_item(text, "icons", {"src": icon}), f'the icon "{icon}" added')
    for index, sizes in _wrong_sizes(subject):
        put(manifest_edit.with_sizes(text, index, sizes), f'the sizes of icon {index + 1} are now "{sizes}"')
    for name in _needed(code):
        sentence = f'the permission "{name}" added: write its "reason", which people will read'
        put(manifest_edit.with_item(text, "permissions", {"name": name}), sentence)
    yield from ((new, sentence) for new, sentence in wanted if new is not None)


def _wrong_sizes(subject: Subject) -> Iterator[tuple[int, str]]:
    for index, finding in icons.by_index(subject):
        sizes = _SIZES.fullmatch(finding.fix or "")
        if sizes is not None:
            yield index, sizes[1]


def _needed(subject: Subject) -> list[str]:
    """Permissions of calls that stand in the code as calls: without a declaration they are refused everywhere."""
    found = (_NEEDED.fullmatch(finding.sentence) for finding in permissions.validate(subject))
    return list(dict.fromkeys(match[1] for match in found if match is not None))


def _mend_pages(subject: Subject) -> list[Change]:
    manifest = subject.manifest
    if manifest is None:
        return []
    has_name = subject.manifest_text is not None
    changes: list[Change] = []
    for name in subject.pages:
        title = manifest.name if has_name and name == manifest.entry else None
        changes += _mend_page(subject.root, name, manifest, title)
    return changes


def _mend_page(
    root: Path, name: str, manifest: Manifest, title: str | None, *, moves_scripts: bool = True
) -> Iterator[Change]:
    file = root / name
    try:
        text = "" if file.is_symlink() else file.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return
    if not any(element.tag == "html" for element in elements(text)):
        return
    mark = _BOM if text.startswith(_BOM) else ""
    edit = PageEdit(name, text.removeprefix(_BOM), lambda other: os.path.lexists(root / other))
    if moves_scripts and "inline" not in manifest.script:
        edit.move_scripts()
    edit.say_language(manifest.lang)
    edit.fit_windows()
    if title is not None:
        edit.give_title(title)
    for script, code in edit.scripts.items():
        _write(root / script, code)
    if edit.sentences:
        _write(file, mark + edit.text)
    yield from (Change(name, sentence) for sentence in edit.sentences)


def _write(file: Path, text: str) -> None:
    """Put a file in place at once; its rights stay as they are. A new file gets those of any new file."""
    try:
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    except OSError as error:
        raise MendingError(f"{file} could not be written: {error.strerror}.") from error
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(text.encode())
            target.flush()
            os.fsync(target.fileno())
        Path(temporary).chmod(_mode(file))
        Path(temporary).replace(file)
    except OSError as error:
        with suppress(OSError):
            Path(temporary).unlink()
        raise MendingError(f"{file} could not be written: {error.strerror}.") from error


def _mode(file: Path) -> int:
    with suppress(OSError):
        return file.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
