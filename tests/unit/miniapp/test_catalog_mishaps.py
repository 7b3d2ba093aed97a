"""Installing and removing while steps are never reached, disks refuse, and files break."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from stoa.miniapp import catalog as catalog_module
from stoa.miniapp import disk
from stoa.miniapp.catalog import Catalog
from stoa.miniapp.errors import PackageError
from tests.unit.miniapp.catalogs import left, start

MakePackage = Callable[..., Path]


class Killed(BaseException):
    """What no clean-up of ours catches, like kill -9."""


@pytest.mark.parametrize("step", ["write_new_file", "sync_tree", "rename", "sync_folder"])
def test_killed_at_any_step_the_old_or_the_new_version_is_there(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
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


def test_a_killed_uninstall_never_brings_an_older_version_back(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
