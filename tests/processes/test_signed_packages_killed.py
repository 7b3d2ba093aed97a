"""Killed before each step on the disk, a catalog of signed packages has the old state or the new one, and its key."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from stoa.miniapp.key_file import public_key
from tests.unit.miniapp.signing import ANN, APP_ID, BEN, CAT, signed_files, zipped

if TYPE_CHECKING:
    from pathlib import Path

# Forks once for each step, kills the child right before it, and prints what a new start finds then.
PROGRAM = """
import json, os, shutil, signal, sys
from pathlib import Path
from stoa.miniapp.catalog import Catalog
from stoa.miniapp.errors import PackageError

place, act, package, stranger = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])
app_id, steps = sys.argv[5], 0

def until(last):
    def counted(step):
        def run(*arguments, **named):
            global steps
            steps += 1
            if steps == last:
                os.kill(os.getpid(), signal.SIGKILL)
            return step(*arguments, **named)
        return run
    for name in ("mkdir", "fsync", "rename", "replace", "unlink", "rmdir"):
        setattr(os, name, counted(getattr(os, name)))

def act_until(folder, last):
    child = os.fork()
    if child == 0:
        catalog = Catalog(folder / "bundled", folder / "packages")
        catalog.apps()
        until(last)
        catalog.install(package) if act == "install" else catalog.uninstall(app_id)
        os._exit(0)
    return os.waitpid(child, 0)[1]

def found(folder):
    catalog = Catalog(folder / "bundled", folder / "packages")
    versions = [app.manifest.version.code for app in catalog.apps()]
    signer = catalog.signers.get(app_id)
    try:
        catalog.examine(stranger)
        refused = False
    except PackageError:
        refused = True
    left = sorted(path.name for path in (folder / "packages").iterdir() if path.is_dir())
    return {"versions": versions, "key": signer and signer.key, "change": catalog.change(app_id), "refused": refused,
            "problems": len(catalog.problems()), "left": left}

last = ended = 0
while last < 200:
    last += 1
    folder = place.with_name(f"{place.name}-{last}")
    shutil.copytree(place, folder)
    ended = act_until(folder, last)
    state = found(folder)
    if act == "install":
        Catalog(folder / "bundled", folder / "packages").install(package)
        state["again"] = found(folder)["versions"]
    print(json.dumps({"killed": ended == signal.SIGKILL, **state}), flush=True)
    if ended == 0:
        break
"""


def package(folder: Path, name: str, *keys, code: int) -> Path:
    file = folder / name
    file.write_bytes(zipped(signed_files(keys[-1], code, keys[:-1])))
    return file


def outcomes(same_paths: dict[str, str], *arguments: object) -> list[dict]:
    """What was found after each kill; the last entry is of the run that came to its end."""
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, arguments), APP_ID],
        env=same_paths, capture_output=True, text=True, check=True, timeout=110,
    )  # fmt: skip
    found = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [one["killed"] for one in found] == [True] * (len(found) - 1) + [False]
    assert len(found) > 5
    assert [(one["change"], one["problems"]) for one in found] == [(None, 0)] * len(found)
    return found


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "packages").mkdir(parents=True)
    return folder


def install(place: Path, same_paths: dict[str, str], file: Path) -> None:
    program = "import sys; from pathlib import Path; from stoa.miniapp.catalog import Catalog\n"
    program += "p = Path(sys.argv[1]); Catalog(p / 'bundled', p / 'packages').install(Path(sys.argv[2]))"
    subprocess.run([sys.executable, "-c", program, place, file], env=same_paths, check=True, timeout=60)


def test_a_killed_first_installation_leaves_nothing_or_an_app_with_its_key(
    tmp_path: Path, place: Path, same_paths: dict[str, str]
) -> None:
    new, stranger = package(tmp_path, "new.ma", ANN, code=1), package(tmp_path, "other.ma", BEN, code=2)
    found = outcomes(same_paths, place, "install", new, stranger)
    for one in found:
        assert one["versions"] in ([], [1])
        assert one["key"] == (public_key(ANN) if one["versions"] else None)
        assert one["refused"] == bool(one["versions"])
        assert one["again"] == [1]
    assert {tuple(one["versions"]) for one in found} == {(), (1,)}


def test_a_killed_update_to_a_new_key_leaves_one_version_and_its_key(
    tmp_path: Path, place: Path, same_paths: dict[str, str]
) -> None:
    install(place, same_paths, package(tmp_path, "old.ma", ANN, code=1))
    new, stranger = package(tmp_path, "new.ma", ANN, BEN, code=2), package(tmp_path, "other.ma", CAT, code=3)
    found = outcomes(same_paths, place, "install", new, stranger)
    for one in found:
        assert one["versions"] in ([1], [2])
        assert one["key"] == public_key(ANN if one["versions"] == [1] else BEN)
        assert one["refused"]
        assert one["again"] == [2]
    assert {tuple(one["versions"]) for one in found} == {(1,), (2,)}


def test_a_killed_uninstallation_leaves_the_app_or_nothing_and_always_the_key(
    tmp_path: Path, place: Path, same_paths: dict[str, str]
) -> None:
    install(place, same_paths, package(tmp_path, "old.ma", ANN, code=1))
    stranger = package(tmp_path, "other.ma", CAT, code=3)
    found = outcomes(same_paths, place, "uninstall", tmp_path / "none", stranger)
    for one in found:
        assert one["versions"] in ([], [1])
        assert one["key"] == public_key(ANN)
        assert one["refused"]
        assert one["left"] == [".signers", *(f"{APP_ID}@{code}" for code in one["versions"])]
    assert {tuple(one["versions"]) for one in found} == {(), (1,)}
