"""Running every validator over one folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.check import (
    contrast,
    documents,
    hosts,
    icons,
    links,
    members,
    offered,
    packaging,
    pages,
    privacy,
    refused,
    sizes,
    usable,
    words,
)
from stoa.check import permissions as used_permissions
from stoa.check.references import references
from stoa.check.report import Report, in_order, split_where
from stoa.check.risk import assess
from stoa.check.score import judged
from stoa.check.subject import read_subject
from stoa.miniapp.built import NotBuiltError, built_folder
from stoa.miniapp.errors import Finding
from stoa.miniapp.manifest import MANIFEST_NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

# Each validator, and the area of the score that its findings lower unless they say otherwise.
_VALIDATORS = (
    ("manifest", members.validate),
    ("files", pages.validate),
    ("icons", icons.validate),
    ("policy", refused.validate),
    ("permissions", used_permissions.validate),
    ("network", hosts.validate),
    ("contract", offered.validate),
    ("files", links.validate),
    ("files", packaging.validate),
    ("sizes", sizes.validate),
    ("privacy", privacy.validate),
    ("accessibility", documents.validate),
    ("accessibility", usable.validate),
    ("contrast", contrast.validate),
    ("words", words.validate),
)


def check_folder(
    path: Path,
    permissions: Collection[str],
    methods: Mapping[str, str | None],
    since: Mapping[str, int] | None = None,
) -> Report:
    """Check one folder; of a project that has to be built, what was built. Never raises for what is in it.

    ``permissions`` are the names that exist; ``methods`` maps each bridge call to the permission it needs, or None;
    ``since`` maps calls and events to the version of the contract that brought them (None: not judged).
    """
    try:
        root = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or "it is no path"
        return _refused(path, f"the folder cannot be read: {reason}", "name another folder")
    if not root.is_dir():
        return _refused(path, "it is not a folder", "name a folder with an index.html in it")
    try:
        built = built_folder(root)
    except NotBuiltError as exc:
        return _refused(path, "it has the sources of a mini-app, and nothing is built from them yet", exc.fix)
    path, root = (path if built == root else path / built.name), built
    subject = read_subject(root, permissions, methods, since)
    subject.references += references(subject)
    found = [*map(_area_of_reading, subject.findings)]
    for area, validate in _VALIDATORS:
        found += judged(area, validate(subject))
    risk = None if subject.manifest is None else assess(subject.manifest)
    return Report(in_order(found), str(path), risk)


def _refused(path: Path, sentence: str, fix: str) -> Report:
    found = judged("manifest", [Finding("error", ".", sentence, fix, "nothing in it can be judged")])
    return Report(tuple(found), str(path))


def _area_of_reading(finding: Finding) -> Finding:
    """What was found while reading is about the manifest, or about a file that cannot be read."""
    area = "manifest" if split_where(finding.where)[0] == MANIFEST_NAME else "files"
    return next(judged(area, [finding]))
