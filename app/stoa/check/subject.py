"""The folder under check, read once: its files, its manifest, its pages, scripts and style sheets."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from functools import cached_property
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING

from stoa.check.markup import Element, elements
from stoa.check.script import line_of, without_comments, without_texts
from stoa.miniapp.errors import Finding, ManifestError
from stoa.miniapp.files import media_type, read_regular_file
from stoa.miniapp.jsontext import JsonText, parse_json
from stoa.miniapp.manifest import MANIFEST_MAX_BYTES, MANIFEST_NAME, Manifest
from stoa.miniapp.naming import AUTHORS_FOLDERS
from stoa.miniapp.reading import read_manifest
from stoa.miniapp.signed import SIGNATURE_NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from stoa.check.references import Reference

# Beyond the 2,000 of a package, so that a check can still say by how much; then it stops looking.
_MAX_FILES = 10_000
# A larger script or page is generated, and reading it would take longer than it tells.
TEXT_MAX_BYTES = 2 * 1024 * 1024
_TEXT_TYPES = frozenset({"text/html", "text/css", "text/javascript"})
# The types of inline scripts that the browser runs; all other types are data.
_RUN = frozenset({"", "module", "text/javascript", "application/javascript"})


@dataclass(frozen=True)
class Code:
    """A script or style sheet, or the part of a page that is one: ``line`` is where it starts in ``file``."""

    file: str
    line: int
    text: str

    @cached_property
    def code(self) -> str:
        """A script without its comments; places keep their line."""
        return without_comments(self.text)

    @cached_property
    def bare(self) -> str:
        """A script without comments and quoted texts; places keep their line."""
        return without_texts(self.text)

    def where(self, text: str, at: int) -> str:
        """``file:line`` of a place in ``text``, which is one of the three forms of this code."""
        return f"{self.file}:{self.line + line_of(text, at) - 1}"


@dataclass(slots=True)
class Subject:
    """What validators judge. ``manifest`` is None when it is broken, and a bare one when it is missing."""

    root: Path
    permissions: frozenset[str]
    methods: Mapping[str, str | None]
    """The permission that each bridge call needs."""
    since: Mapping[str, int] = field(default_factory=dict)
    """The version of the contract from which on a call or an event exists; empty: not judged."""
    manifest: Manifest | None = None
    manifest_text: JsonText | None = None
    files: dict[str, int] = field(default_factory=dict)
    """Name and size in bytes of every file that would be packed: no dotfiles, and not the author's tests."""
    odd: dict[str, str] = field(default_factory=dict)
    """Name of what is no plain file, and what it is."""
    pages: dict[str, list[Element]] = field(default_factory=dict)
    scripts: list[Code] = field(default_factory=list)
    styles: list[Code] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    """Every address in pages, scripts and style sheets."""
    findings: list[Finding] = field(default_factory=list)
    """What was found while reading."""

    def manifest_line(self, pointer: str) -> str:
        """``manifest.json:line`` of a member by JSON pointer, or the file alone when there is none."""
        return MANIFEST_NAME if self.manifest_text is None else f"{MANIFEST_NAME}:{self.manifest_text.line(pointer)}"


def read_subject(
    root: Path,
    permissions: Collection[str],
    methods: Mapping[str, str | None],
    since: Mapping[str, int] | None = None,
) -> Subject:
    """Read a folder. Whatever cannot be read becomes a finding."""
    subject = Subject(root, frozenset(permissions), methods, since or {})
    _read_manifest(subject)
    _list_files(subject)
    for name, size in subject.files.items():
        if media_type(name) in _TEXT_TYPES and size <= TEXT_MAX_BYTES:
            _read_text(subject, name)
    return subject


def _read_manifest(subject: Subject) -> None:
    try:
        data = read_regular_file(subject.root, MANIFEST_NAME, MANIFEST_MAX_BYTES)
    except OSError as exc:
        subject.findings.append(Finding("error", MANIFEST_NAME, f"it cannot be read: {exc.strerror}"))
        return
    if data is None and lexists(subject.root / MANIFEST_NAME):
        sentence = "it must be a plain file inside the folder"
        subject.findings.append(Finding("error", MANIFEST_NAME, sentence, "put the file itself there"))
    elif data is None:
        sentence = "there is no manifest: the folder runs, but without permissions and network, and cannot be packed"
        fix = 'add {"app_id": "org.example.name", "name": "Name", "version": {"code": 1, "name": "1.0.0"}}'
        subject.findings.append(Finding("warning", MANIFEST_NAME, sentence, fix))
        subject.manifest = Manifest(app_id="folder.unwritten", name="Folder")
    else:
        _parse_manifest(subject, data)


def _parse_manifest(subject: Subject, data: bytes) -> None:
    try:
        reading = read_manifest(data, subject.permissions)
    except ManifestError as exc:
        subject.findings += exc.findings
        return
    subject.manifest = reading.manifest
    subject.findings += reading.findings
    subject.manifest_text = parse_json(data, max_bytes=MANIFEST_MAX_BYTES, max_depth=64)


def _list_files(subject: Subject) -> None:
    def refuse(exc: OSError) -> None:
        where = Path(exc.filename or subject.root)
        shown = where.relative_to(subject.root).as_posix() if where.is_relative_to(subject.root) else where.as_posix()
        subject.findings.append(Finding("error", shown, f"it cannot be read: {exc.strerror}"))

    for where, folders, files in os.walk(subject.root, onerror=refuse):
        left_out = AUTHORS_FOLDERS if Path(where) == subject.root else frozenset()
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in left_out)
        linked = [name for name in folders if Path(where, name).is_symlink()]
        for name in sorted([*linked, *(name for name in files if not name.startswith("."))]):
            _note_file(subject, Path(where, name))
        if len(subject.files) + len(subject.odd) > _MAX_FILES:
            return


def _note_file(subject: Subject, path: Path) -> None:
    name = path.relative_to(subject.root).as_posix()
    if name == SIGNATURE_NAME:
        # The folder was unpacked from a package; packing leaves the old signature out.
        return
    try:
        status = path.lstat()
    except OSError as exc:
        subject.findings.append(Finding("error", name, f"it cannot be read: {exc.strerror}"))
        return
    if stat.S_ISREG(status.st_mode):
        subject.files[name] = status.st_size
    else:
        subject.odd[name] = "a symbolic link" if stat.S_ISLNK(status.st_mode) else "neither a file nor a folder"


def _read_text(subject: Subject, name: str) -> None:
    try:
        data = (subject.root / name).read_bytes()
    except OSError as exc:
        subject.findings.append(Finding("error", name, f"it cannot be read: {exc.strerror}"))
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        line = data.count(b"\n", 0, exc.start) + 1
        subject.findings.append(
            Finding("error", f"{name}:{line}", "it is not UTF-8 text", "save it with the encoding UTF-8")
        )
        return
    kind = media_type(name)
    if kind == "text/javascript":
        subject.scripts.append(Code(name, 1, text))
    elif kind == "text/css":
        subject.styles.append(Code(name, 1, text))
    else:
        _read_page(subject, name, text)


def _read_page(subject: Subject, name: str, text: str) -> None:
    found = elements(text)
    subject.pages[name] = found
    for element in found:
        if element.tag == "script" and runs(element) and element.text.strip():
            subject.scripts.append(Code(name, element.text_line, element.text))
        if element.tag == "style":
            subject.styles.append(Code(name, element.text_line or element.line, element.text))
        if "style" in element.attributes:
            subject.styles.append(Code(name, element.line, element.attributes["style"]))


def runs(script: Element) -> bool:
    """Whether a browser takes the text of a ``script`` element for code (or an import map), and not for data."""
    kind = script.attributes.get("type", "").strip().lower()
    return kind in _RUN
