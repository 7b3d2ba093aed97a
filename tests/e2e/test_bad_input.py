"""Broken data and broken mini-apps: each is told in a sentence, and nothing is lost."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support.driver import WAIT_SECONDS, environment, is_root, stoa_command

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.driver import Stoa

pytestmark = pytest.mark.e2e

SANDBOX = ["--no-sandbox"] if is_root() else []


def refused(*arguments: object, prefix: tuple[str, ...] = ()) -> str:
    """Start the program where it must refuse; the sentence it says."""
    finished = subprocess.run(
        [*prefix, *stoa_command(*arguments, *SANDBOX)], env=environment(), capture_output=True, text=True, check=False,
        timeout=WAIT_SECONDS,
    )  # fmt: skip
    assert finished.returncode == 1, finished.stderr
    assert "Traceback" not in finished.stderr
    return finished.stderr


def test_bad_input_is_told_and_nothing_is_lost(start: Callable[..., Stoa], tmp_path: Path) -> None:
    damaged_data_is_moved_aside(start, tmp_path)
    data_of_a_newer_version_is_left_alone(tmp_path)
    a_folder_that_cannot_be_written_is_named(tmp_path)
    broken_mini_apps_do_not_open(start, tmp_path)


def damaged_data_is_moved_aside(start: Callable[..., Stoa], tmp_path: Path) -> None:
    """It is kept whole, and its new name is told in the window."""
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    (damaged / "stoa.db").write_bytes(b"no database at all " * 400)
    with start(data="damaged") as stoa:
        told = stoa.wait_for("The database was damaged…", kind="Label")["name"]
        aside = next(damaged.glob("stoa.db.broken-*"))
        assert str(aside) in told
        assert aside.read_bytes() == b"no database at all " * 400
        stoa.wait_for("Posts", kind="FeedList")


def data_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    """Not a byte of it changes."""
    newer = tmp_path / "newer"
    shutil.copytree(tmp_path / "damaged", newer)
    database = sqlite3.connect(newer / "stoa.db")
    database.execute("PRAGMA user_version = 9999")
    database.close()
    before = (newer / "stoa.db").read_bytes()
    assert "written by a newer Stoa" in refused("run", "--data-dir", newer)
    assert (newer / "stoa.db").read_bytes() == before


def a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The sentence names it, and the option that chooses another."""
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    # Root may write anywhere, unless it gives that right up.
    prefix = ("setpriv", "--bounding-set", "-dac_override") if is_root() else ()
    if not prefix or shutil.which(prefix[0]):
        told = refused("run", "--data-dir", locked / "stoa", prefix=prefix)
        assert str(locked / "stoa") in told
        assert "--data-dir" in told
        assert not any(locked.iterdir())


def broken_mini_apps_do_not_open(start: Callable[..., Stoa], tmp_path: Path) -> None:
    """A folder, a package and a link, each with its sentence in the window."""
    folder = tmp_path / "Broken"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Broken</title>")
    (folder / "manifest.json").write_text('{"app_id": "org.example.broken", "name": ')
    package = tmp_path / "cut.ma"
    package.write_bytes(b"PK\x03\x04 and then nothing")
    assert "is not there" in refused("open", tmp_path / "nowhere", "--data-dir", tmp_path / "data")

    with start(command=("open", str(folder))) as stoa:
        assert "manifest.json" in stoa.wait_for("manifest.json…", kind="Label")["name"]
        assert stoa.do("drop", path=str(package))
        stoa.until(lambda: stoa.shows("cut.ma…") or stoa.shows("package…"), "what is wrong with the package")
        packages = tmp_path / "data" / "packages"
        assert not [path for path in packages.iterdir() if path.is_dir()], "nothing was installed"
        stoa.press("Search apps, or paste a link", kind="SearchField")
        stoa.do("type", text="stoa://not a link")
        stoa.insist("key", keys="Return")
        stoa.wait_for("This link cannot be opened…")
        tabs = [node["name"] for node in stoa.see() if node["kind"] == "Tab"]
        assert tabs == ["Apps"]
