"""Killed while it installs, the catalog has the old version and nothing half done."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from stoa.miniapp.catalog import Catalog
from stoa.miniapp.package import pack

if TYPE_CHECKING:
    from pathlib import Path

APP_ID = "org.example.recipes"


def package_of(folder: Path, code: int) -> Path:
    """A package of the given version."""
    source = folder / f"source{code}"
    source.mkdir()
    members = {"app_id": APP_ID, "name": "Recipes", "version": {"code": code, "name": f"{code}.0"}}
    (source / "manifest.json").write_text(json.dumps(members))
    (source / "index.html").write_text("<!doctype html>")
    file = folder / f"{code}.ma"
    file.write_bytes(pack(source))
    return file


def start(folder: Path) -> Catalog:
    """What a new start of the program finds."""
    return Catalog(folder / "bundled", folder / "packages")


def left(folder: Path) -> list[str]:
    """The folders of the installed packages."""
    return sorted(path.name for path in (folder / "packages").iterdir() if path.is_dir())


@pytest.mark.parametrize("moment", ["os.fsync", "os.rename"])
def test_a_process_killed_while_it_installs_leaves_the_old_version_and_nothing_else(
    tmp_path: Path, same_paths: dict[str, str], moment: str
) -> None:
    start(tmp_path).install(package_of(tmp_path, 1))
    package = package_of(tmp_path, 2)
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from stoa.miniapp.catalog import Catalog\n"
        "place = Path(sys.argv[1])\n"
        f"{moment} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "Catalog(place / 'bundled', place / 'packages').install(Path(sys.argv[2]))\n"
    )
    ended = subprocess.run([sys.executable, "-c", program, tmp_path, package], env=same_paths, check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert len(left(tmp_path)) == 2
    assert [app.manifest.version.code for app in start(tmp_path).apps()] == [1]
    assert left(tmp_path) == [f"{APP_ID}@1"]
