"""Folders to check."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path  # noqa: TC003 - pytest reads the annotations of fixtures
from typing import Any

import pytest

from stoa.check import Report, check_folder, checker, privacy, usable

Check = Callable[..., Report]
Told = Callable[..., list[tuple[str, str, str]]]

PERMISSIONS = ("camera", "microphone", "location", "clipboard", "notifications", "files", "share", "surveys")
METHODS = {
    "host.ready": None,
    "host.saveFile": "files",
    "share.post": "share",
    "surveys.vote": "surveys",
    "share.later": "share",
}
SINCE = {**dict.fromkeys(METHODS, 1), "share.later": 2, "theme.didChange": 1, "back.didPress": 1, "tabs.didMove": 2}
PAGE = (
    '<!doctype html><html lang="en"><head><title>Recipes</title>'
    '<meta name="viewport" content="width=device-width"></head><body>\n{body}\n</body></html>'
)
WHOLE: dict[str, Any] = {
    "app_id": "org.example.recipes",
    "name": "Recipes",
    "description": "Cook what you have.",
    "version": {"code": 1, "name": "1.0.0"},
    "author": {"name": "Ada"},
    "icons": [{"src": "icon.svg"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the folder under check is made."""
    return tmp_path / "recipes"


@pytest.fixture
def check(folder: Path, check_all: Check, monkeypatch: pytest.MonkeyPatch) -> Check:
    """As ``check_all``, without what is told of names for those who do not see, and of privacy.

    The bodies of these tests are about one thing each, and would be longer with both.
    """
    left_out = {usable.validate, privacy.validate}
    kept = tuple(one for one in checker._VALIDATORS if one[1] not in left_out)

    def run(*arguments: Any, **members: Any) -> Report:
        with monkeypatch.context() as patch:
            patch.setattr(checker, "_VALIDATORS", kept)
            return check_all(*arguments, **members)

    return run


@pytest.fixture
def check_all(folder: Path) -> Check:
    """Check a folder without faults, changed by members of the manifest, a body, and files (None: left out)."""

    def run(body: str = "", files: dict[str, str | bytes | None] | None = None, **members: Any) -> Report:
        contents: dict[str, str | bytes | None] = {
            "manifest.json": json.dumps(WHOLE | members, indent=1),
            "index.html": PAGE.format(body=body),
            "icon.svg": "<svg></svg>",
        } | (files or {})
        folder.mkdir(exist_ok=True)
        for name, data in contents.items():
            if data is not None:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        return check_folder(folder, PERMISSIONS, METHODS, SINCE)

    return run


@pytest.fixture
def told(check: Check) -> Told:
    """What a check tells: place, severity and sentence of each finding."""

    def run(*arguments: Any, **members: Any) -> list[tuple[str, str, str]]:
        findings = check(*arguments, **members).findings
        return [(finding.where, finding.severity, finding.sentence) for finding in findings]

    return run
