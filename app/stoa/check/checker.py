"""Running every validator over one folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.check import documents, hosts, icons, links, members, packaging, pages, refused
from stoa.check import permissions as used_permissions
from stoa.check.references import references
from stoa.check.report import Report, in_order
from stoa.check.risk import assess
from stoa.check.subject import read_subject
from stoa.miniapp.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

_VALIDATORS = (
    members.validate,
    pages.validate,
    icons.validate,
    refused.validate,
    used_permissions.validate,
    hosts.validate,
    links.validate,
    packaging.validate,
    documents.validate,
)


def check_folder(path: Path, permissions: Collection[str], methods: Mapping[str, str | None]) -> Report:
    """Check one folder. Never raises for what is in it.

    ``permissions`` are the names that exist; ``methods`` maps each bridge call to the permission it needs, or None.
    """
    try:
        root = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or "it is no path"
        return Report(
            (Finding("error", ".", f"the folder cannot be read: {reason}", "name another folder"),), str(path)
        )
    if not root.is_dir():
        finding = Finding("error", ".", "it is not a folder", "name a folder with an index.html in it")
        return Report((finding,), str(path))
    subject = read_subject(root, permissions, methods)
    subject.references += references(subject)
    found = [*subject.findings]
    for validate in _VALIDATORS:
        found += validate(subject)
    risk = None if subject.manifest is None else assess(subject.manifest)
    return Report(in_order(found), str(path), risk)
