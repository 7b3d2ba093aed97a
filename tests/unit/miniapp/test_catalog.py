"""Installing, updating, and removing; what goes wrong on the way is in test_catalog_mishaps."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from stoa.miniapp.app import Source
from stoa.miniapp.errors import ManifestError, MiniAppError, PackageError
from stoa.miniapp.package import unpack
from tests.unit.miniapp.catalogs import left, start

if TYPE_CHECKING:
    from stoa.miniapp.catalog import Catalog

MakeFolder = Callable[..., Path]
MakePackage = Callable[..., Path]


def bundle(make_folder: MakeFolder, folder: str, /, **members: Any) -> Path:
    return make_folder(f"bundled/{folder}", **members)


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


def test_what_was_examined_is_compared_again_when_it_is_placed(catalog: Catalog, make_package: MakePackage) -> None:
    older, newer = make_package(1), make_package(2)
    arrival = catalog.examine(older)
    assert (arrival.before, arrival.is_there) == (None, False)
    catalog.install(newer)
    with pytest.raises(PackageError, match="the package is older"):
        catalog.place(arrival)
    again = catalog.examine(newer)
    assert again.is_there
    assert catalog.place(again) == again.before


def test_a_stopped_installation_leaves_what_was_there(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path
) -> None:
    installed = catalog.install(make_package(1))
    files = iter([True, False])
    with pytest.raises(PackageError, match="Recipes was not installed: it was stopped"):
        catalog.place(catalog.examine(make_package(2)), lambda: next(files))
    assert catalog.apps() == [installed]
    assert left(tmp_path) == ["org.example.recipes@1"]


def test_many_threads_read_the_folders_once(
    make_folder: MakeFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle(make_folder, "a")
    catalog = start(tmp_path)
    begun, go_on, read = threading.Event(), threading.Event(), []

    def slow_tidy() -> None:
        read.append(1)
        begun.set()
        assert go_on.wait(10)

    monkeypatch.setattr(catalog, "_tidy", slow_tidy)
    with ThreadPoolExecutor() as pool:
        first = pool.submit(catalog.apps)
        assert begun.wait(10)
        second = pool.submit(catalog.apps)
        go_on.set()
        assert first.result() == second.result() != []
    assert read == [1]


def test_while_the_folders_are_read_again_the_apps_of_before_are_there(
    catalog: Catalog, make_package: MakePackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = catalog.install(make_package(1))
    seen = []
    add = catalog._add

    def look_meanwhile(*arguments: Any) -> None:
        seen.append(catalog.apps())
        add(*arguments)

    monkeypatch.setattr(catalog, "_add", look_meanwhile)
    catalog.refresh()
    assert seen == [[installed]]


def test_one_app_is_found_by_its_id_without_reading_the_other_packages(
    catalog: Catalog, make_package: MakePackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = catalog.install(make_package())
    other = tmp_path / "packages" / "org.example.other@1"
    other.mkdir()
    read: list[str] = []
    again = start(tmp_path)
    open_it = again._open
    monkeypatch.setattr(again, "_open", lambda path, source: read.append(path.name) or open_it(path, source))
    assert again.get("org.example.recipes") == app
    assert again.get("org.example.absent") is None
    assert read == ["org.example.recipes@1"]
    assert again.apps() == [app]
    assert [path for path, _ in again.problems()] == [other]
