"""Installing, updating, removing, and starting again after a crash."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stoa.miniapp import catalog as catalog_module
from stoa.miniapp import disk
from stoa.miniapp.app import Source
from stoa.miniapp.catalog import Catalog
from stoa.miniapp.errors import ManifestError, MiniAppError, PackageError
from stoa.miniapp.package import pack, unpack

MakeFolder = Callable[..., Path]
MakePackage = Callable[..., Path]


@pytest.fixture
def make_package(make_folder: MakeFolder, tmp_path: Path) -> MakePackage:
    """A ``.ma`` file of the given version code."""

    def make(code: int = 1, files: dict[str, bytes] | None = None, **members: Any) -> Path:
        number = len(list(tmp_path.glob("*.ma")))
        folder = make_folder(f"source{number}", files, version={"code": code, "name": f"{code}.0"}, **members)
        file = tmp_path / f"{number}.ma"
        file.write_bytes(pack(folder))
        return file

    return make


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return start(tmp_path)


def start(tmp_path: Path) -> Catalog:
    return Catalog(tmp_path / "bundled", tmp_path / "packages", ("share",))


def bundle(make_folder: MakeFolder, folder: str, /, **members: Any) -> Path:
    return make_folder(f"bundled/{folder}", **members)


def left(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "packages").iterdir())


def test_without_folders_there_is_nothing(catalog: Catalog) -> None:
    assert catalog.apps() == []
    assert catalog.problems() == []
    assert catalog.get("org.example.recipes") is None


def test_bundled_apps_are_found_and_other_folders_are_not(make_folder: MakeFolder, tmp_path: Path) -> None:
    bundle(make_folder, "b", app_id="org.example.b", name="Beta")
    bundle(make_folder, "a", app_id="org.example.a", name="Alpha")
    bundle(make_folder, "_sdk")
    (tmp_path / "bundled" / "empty").mkdir()
    (tmp_path / "bundled" / "file.txt").write_text("x")
    catalog = start(tmp_path)
    assert [app.manifest.name for app in catalog.apps()] == ["Alpha", "Beta"]
    assert {app.source for app in catalog.apps()} == {Source.BUNDLED}
    assert [app.manifest.name for app in catalog.search("bet")] == ["Beta"]
    assert catalog.problems() == []


def test_broken_and_doubled_bundled_apps_are_problems(make_folder: MakeFolder, tmp_path: Path) -> None:
    bundle(make_folder, "a")
    bundle(make_folder, "b")
    bundle(make_folder, "c", permissions=["shar"])
    catalog = start(tmp_path)
    assert len(catalog.apps()) == 1
    (double, twice), (broken, why) = catalog.problems()
    assert double.name == "b"
    assert 'The id "org.example.recipes" is taken by' in twice
    assert broken.name == "c"
    assert 'no permission "shar"' in why


def test_an_installed_package_is_there_now_and_after_the_next_start(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path
) -> None:
    app = catalog.install(make_package(3))
    assert app.root == (tmp_path / "packages" / "org.example.recipes@3").resolve()
    assert app.source is Source.PACKAGE
    assert catalog.get("org.example.recipes") == app
    assert start(tmp_path).apps() == [app]


def test_the_same_package_again_changes_nothing(catalog: Catalog, make_package: MakePackage, tmp_path: Path) -> None:
    package = make_package()
    assert catalog.install(package) == catalog.install(package)
    assert left(tmp_path) == ["org.example.recipes@1"]


def test_an_update_counts_at_once_and_the_old_version_goes_at_the_next_start(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path
) -> None:
    catalog.install(make_package(2))
    new = catalog.install(make_package(10))
    assert catalog.apps() == [new]
    assert left(tmp_path) == ["org.example.recipes@10", "org.example.recipes@2"]
    assert start(tmp_path).apps() == [new]
    assert left(tmp_path) == ["org.example.recipes@10"]


def test_an_older_package_and_a_changed_one_of_the_same_version_are_refused(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path
) -> None:
    installed = catalog.install(make_package(2))
    with pytest.raises(
        PackageError, match=r"Recipes 2\.0 \(code 2\) is installed, and the package is older \(code 1\)"
    ):
        catalog.install(make_package(1))
    with pytest.raises(PackageError, match=r"raise version\.code in manifest\.json"):
        catalog.install(make_package(2, {"a.js": b"changed"}))
    assert catalog.apps() == [installed]
    assert left(tmp_path) == ["org.example.recipes@2"]


def test_an_id_of_another_app_is_refused(make_folder: MakeFolder, make_package: MakePackage, tmp_path: Path) -> None:
    bundle(make_folder, "notes", app_id="org.example.notes", name="Notes")
    catalog = start(tmp_path)
    with pytest.raises(PackageError, match="belongs to Notes, which came with Stoa: change app_id"):
        catalog.install(make_package(9, app_id="org.example.notes"))
    catalog.install(make_package(1, author={"name": "Ada"}))
    with pytest.raises(PackageError, match=r"belongs to Recipes by Ada, which is installed, .* by an unnamed author"):
        catalog.install(make_package(2))


@pytest.mark.parametrize("name", ["missing.ma", "folder", "a\x00b"])
def test_what_is_no_file_is_told(catalog: Catalog, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(PackageError, match=r"is not a package file|cannot be read"):
        catalog.install(tmp_path / name)


def test_a_file_that_cannot_be_read_is_told(
    catalog: Catalog, make_package: MakePackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    package = make_package()
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PackageError, match="cannot be read: choose another file"):
        catalog.install(package)


def test_a_broken_package_changes_nothing(catalog: Catalog, make_package: MakePackage, tmp_path: Path) -> None:
    installed = catalog.install(make_package(1))
    package = make_package(2)
    for data in (package.read_bytes()[:-1], b"", b"hello"):
        package.write_bytes(data)
        with pytest.raises(PackageError):
            catalog.install(package)
    with pytest.raises(ManifestError):
        catalog.install(make_package(3, permissions=["telepathy"]))
    assert catalog.apps() == [installed]
    assert left(tmp_path) == ["org.example.recipes@1"]


@pytest.mark.parametrize("step", ["write_new_file", "sync_tree", "rename", "sync_folder"])
def test_killed_at_any_step_the_old_or_the_new_version_is_there(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    class Killed(BaseException):
        """What no clean-up of ours catches, like kill -9."""

    def kill(*_arguments: object) -> None:
        raise Killed

    catalog.install(make_package(1))
    package = make_package(2)
    target = {"rename": "os.rename", "sync_folder": "stoa.miniapp.catalog.sync_folder"}.get(
        step, f"stoa.miniapp.package.{step}"
    )
    with monkeypatch.context() as patch:
        patch.setattr(target, kill)
        with pytest.raises(Killed):
            catalog.install(package)
    after = start(tmp_path)
    expected = 2 if step == "sync_folder" else 1
    assert [app.manifest.version.code for app in after.apps()] == [expected]
    assert after.problems() == []
    assert left(tmp_path) == [f"org.example.recipes@{expected}"]
    assert after.install(package).manifest.version.code == 2


@pytest.mark.parametrize("moment", ["os.fsync", "os.rename"])
def test_a_process_killed_for_real_leaves_the_old_version_and_nothing_else(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path, moment: str
) -> None:
    catalog.install(make_package(1))
    package = make_package(2)
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from stoa.miniapp.catalog import Catalog\n"
        "place = Path(sys.argv[1])\n"
        f"{moment} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "Catalog(place / 'bundled', place / 'packages').install(Path(sys.argv[2]))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run([sys.executable, "-c", program, tmp_path, package], env=environment, check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert len(left(tmp_path)) == 2
    assert [app.manifest.version.code for app in start(tmp_path).apps()] == [1]
    assert left(tmp_path) == ["org.example.recipes@1"]


def test_a_disk_that_refuses_is_told_and_leaves_the_old_version(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    installed = catalog.install(make_package(1))
    package = make_package(2)
    monkeypatch.setattr(os, "rename", full)
    with pytest.raises(PackageError, match="Recipes could not be installed: No space left on device"):
        catalog.install(package)
    with pytest.raises(PackageError, match=r"org\.example\.recipes@1 could not be removed: No space left"):
        catalog.uninstall("org.example.recipes")
    assert start(tmp_path).apps() == [installed]
    assert left(tmp_path) == ["org.example.recipes@1"]


def test_a_data_folder_that_cannot_be_made_is_told(make_package: MakePackage, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    catalog = Catalog(tmp_path / "bundled", tmp_path / "file" / "packages")
    with pytest.raises(PackageError, match=r"could not be installed: .*make the folder writable"):
        catalog.install(make_package())


def test_a_package_that_breaks_while_it_is_installed_is_told(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rename_and_lose(source: Path, target: Path) -> None:
        shutil.copytree(source, target)
        (target / "index.html").unlink()

    monkeypatch.setattr(os, "rename", rename_and_lose)
    with pytest.raises(PackageError, match="was changed on the disk while it was installed"):
        catalog.install(make_package())


def test_a_version_that_broke_on_the_disk_is_a_problem_and_can_be_installed_again(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path
) -> None:
    old, new = make_package(1), make_package(2)
    catalog.install(old)
    catalog.install(new)
    (tmp_path / "packages" / "org.example.recipes@2" / "index.html").unlink()
    again = start(tmp_path)
    assert [app.manifest.version.code for app in again.apps()] == [1]
    assert [path.name for path, _ in again.problems()] == ["org.example.recipes@2"]
    assert again.install(new).manifest.version.code == 2
    assert again.problems() == []
    assert left(tmp_path) == ["org.example.recipes@1", "org.example.recipes@2"]


def test_what_does_not_belong_among_the_packages_never_runs(
    make_folder: MakeFolder, make_package: MakePackage, tmp_path: Path
) -> None:
    bundle(make_folder, "notes", app_id="org.example.notes", name="Notes")
    packages = tmp_path / "packages"
    packages.mkdir()
    unpack(make_package().read_bytes(), packages / "org.example.other@1")
    unpack(make_package(app_id="org.example.notes").read_bytes(), packages / "org.example.notes@1")
    unpack(make_package(app_id="org.example.x").read_bytes(), packages / "by hand")
    (packages / "org.example.linked@1").symlink_to(packages / "by hand")
    (packages / "file").write_text("x")
    catalog = start(tmp_path)
    assert [app.manifest.name for app in catalog.apps()] == ["Notes"]
    problems = {path.name: sentence for path, sentence in catalog.problems()}
    assert problems["org.example.other@1"].startswith('Its manifest says "org.example.recipes"')
    assert problems["org.example.notes@1"].startswith('The id "org.example.notes" is taken by')
    assert len(problems) == 2


def test_uninstalling_removes_all_versions_and_is_told_when_it_cannot_be(
    catalog: Catalog, make_folder: MakeFolder, make_package: MakePackage, tmp_path: Path
) -> None:
    bundle(make_folder, "notes", app_id="org.example.notes", name="Notes")
    catalog.install(make_package(1))
    catalog.install(make_package(2))
    catalog.install(make_package(1, app_id="org.example.kept"))
    catalog.uninstall("org.example.recipes")
    assert catalog.get("org.example.recipes") is None
    assert left(tmp_path) == ["org.example.kept@1"]
    with pytest.raises(MiniAppError, match=r'no installed mini-app "org.example.recipes"'):
        catalog.uninstall("org.example.recipes")
    with pytest.raises(MiniAppError, match="Notes came with Stoa"):
        catalog.uninstall("org.example.notes")


def test_a_killed_uninstall_never_brings_an_older_version_back(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        """What no clean-up of ours catches, like kill -9."""

    def kill(_path: Path) -> None:
        raise Killed

    catalog.install(make_package(1))
    catalog.install(make_package(2))
    with monkeypatch.context() as patch:
        patch.setattr(catalog_module, "remove_tree", kill)
        with pytest.raises(Killed):
            catalog.uninstall("org.example.recipes")
    assert [app.manifest.version.code for app in start(tmp_path).apps()] == [2]
    assert left(tmp_path) == ["org.example.recipes@2"]


def test_waiting_for_the_disk_is_quiet_where_folders_cannot_be_opened(tmp_path: Path) -> None:
    disk.sync_folder(tmp_path / "missing")
    disk.sync_folder(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_error_without_words_of_the_system_is_still_a_sentence() -> None:
    assert str(disk.disk_refusal("It could not be saved", OSError())).startswith(
        "It could not be saved: the system gave no reason."
    )
