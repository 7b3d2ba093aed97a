"""Who may install and update what, and files that were changed after they were installed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stoa.miniapp.app import Source
from stoa.miniapp.author_key import short_fingerprint
from stoa.miniapp.errors import MiniAppError, PackageError
from stoa.miniapp.key_file import public_key
from tests.unit.miniapp.catalogs import left, start
from tests.unit.miniapp.signing import ANN, APP_ID, BEN, CAT, FILES, SIGNATURE, authored, signed_files, zipped

if TYPE_CHECKING:
    from stoa.miniapp.catalog import Catalog

MakeFolder = Callable[..., Path]
Package = Callable[..., Path]
SCRIPT = Path("packages") / f"{APP_ID}@1" / "a" / "deep.js"


@pytest.fixture
def package(tmp_path: Path) -> Package:
    """A ``.ma`` file that these keys signed, the last one after the others; without a key nobody did."""

    def make(*keys, code: int = 1, **members) -> Path:
        if keys:
            files = signed_files(keys[-1], code, keys[:-1], **members)
        else:
            files = {**FILES, "manifest.json": authored(None, code, **members)}
        file = tmp_path / f"{len(list(tmp_path.glob('*.ma')))}.ma"
        file.write_bytes(zipped(files))
        return file

    return make


def known(catalog: Catalog) -> str | None:
    signer = catalog.signers.get(APP_ID)
    return signer and signer.key


def test_the_first_key_is_remembered_and_updates_need_it(catalog: Catalog, package: Package, tmp_path: Path) -> None:
    app = catalog.install(package(ANN))
    assert app.signed is not None
    assert app.signed.key == known(catalog) == public_key(ANN)
    assert catalog.install(package(ANN, code=2)).manifest.version.code == 2
    for other in (package(BEN, code=3), package(code=3)):
        with pytest.raises(PackageError, match=rf"Stoa knows Recipes by the key {short_fingerprint(public_key(ANN))}"):
            catalog.install(other)
    assert [app.manifest.version.code for app in start(tmp_path).apps()] == [2]


def test_a_key_is_kept_when_its_app_goes_and_forgotten_only_then(
    catalog: Catalog, package: Package, tmp_path: Path
) -> None:
    catalog.install(package(ANN))
    with pytest.raises(MiniAppError, match="is installed, and whoever signs next would get what it keeps"):
        catalog.forget_signer(APP_ID)
    catalog.uninstall(APP_ID)
    assert left(tmp_path) == [".signers"]
    again = start(tmp_path)
    with pytest.raises(PackageError, match="may come from somebody else"):
        again.install(package(BEN))
    again.forget_signer(APP_ID)
    assert again.install(package(BEN)).signed is not None
    assert known(again) == public_key(BEN)


def test_an_unsigned_app_may_become_a_signed_one_of_the_same_author(catalog: Catalog, package: Package) -> None:
    assert catalog.install(package()).signed is None
    assert known(catalog) is None
    with pytest.raises(PackageError, match="belongs to Recipes by Ann"):
        catalog.install(package(BEN, code=2, author={"name": "Ben", "key": public_key(BEN)}))
    assert known(catalog) is None
    catalog.install(package(ANN, code=2))
    assert known(catalog) == public_key(ANN)


def test_the_key_and_not_the_name_is_the_author(catalog: Catalog, package: Package) -> None:
    catalog.install(package(ANN))
    renamed = package(ANN, code=2, author={"name": "Ann & Co", "key": public_key(ANN)})
    assert catalog.install(renamed).manifest.version.code == 2


def test_a_new_key_that_the_old_one_passes_on_to_is_remembered(
    catalog: Catalog, package: Package, tmp_path: Path
) -> None:
    catalog.install(package(ANN))
    catalog.install(package(ANN, CAT, code=2))
    assert known(catalog) == public_key(CAT)
    assert catalog.problems() == []
    with pytest.raises(PackageError, match="may come from somebody else"):
        catalog.install(package(ANN, code=3))
    again = start(tmp_path)
    assert [app.manifest.version.code for app in again.apps()] == [2]
    assert again.install(package(CAT, code=3)).manifest.version.code == 3


def test_an_id_of_the_bundled_apps_is_nobodys_to_sign(
    catalog: Catalog, make_folder: MakeFolder, package: Package
) -> None:
    make_folder("bundled/recipes")
    with pytest.raises(PackageError, match="came with Stoa"):
        catalog.install(package(ANN))
    assert known(catalog) is None


def test_a_changed_app_is_told_and_runs_no_more_until_it_is_installed_again(
    catalog: Catalog, package: Package, tmp_path: Path
) -> None:
    file = package(ANN)
    catalog.install(file)
    assert catalog.change(APP_ID) is None
    (tmp_path / SCRIPT).write_bytes(b"let a = 2;")
    sentence = catalog.change(APP_ID)
    assert sentence is not None
    assert 'Recipes was changed on this machine after it was installed: "a/deep.js"' in sentence
    assert catalog.get(APP_ID) is None
    assert catalog.problems() == [((tmp_path / SCRIPT).parents[1], sentence)]
    assert catalog.change(APP_ID) is None
    assert catalog.install(file).signed is not None
    assert catalog.problems() == []
    assert catalog.change(APP_ID) is None
    assert (tmp_path / SCRIPT).read_bytes() == b"let a = 1;"


def test_installing_again_mends_what_nobody_had_noticed(catalog: Catalog, package: Package, tmp_path: Path) -> None:
    file = package(ANN)
    catalog.install(file)
    (tmp_path / SCRIPT).unlink()
    assert start(tmp_path).install(file).signed is not None
    assert (tmp_path / SCRIPT).read_bytes() == b"let a = 1;"


def test_an_unsigned_app_has_nothing_to_compare_with(catalog: Catalog, package: Package, tmp_path: Path) -> None:
    catalog.install(package())
    (tmp_path / SCRIPT).write_bytes(b"let a = 2;")
    assert catalog.change(APP_ID) is None
    assert catalog.change("org.example.unknown") is None


@pytest.mark.parametrize("manifest", [authored(None, description="Mine now."), authored(BEN)])
def test_a_signature_taken_away_or_replaced_on_the_disk_is_found_at_the_next_start(
    catalog: Catalog, package: Package, tmp_path: Path, manifest: bytes
) -> None:
    catalog.install(package(ANN))
    place = tmp_path / "packages" / f"{APP_ID}@1"
    (place / "manifest.json").write_bytes(manifest)
    (place / SIGNATURE).unlink()
    if b"key" in manifest:
        (place / SIGNATURE).write_bytes(signed_files(BEN)[SIGNATURE])
    again = start(tmp_path)
    assert again.apps() == []
    assert [path for path, _ in again.problems()] == [place]
    assert "Stoa knows Recipes by the key" in again.problems()[0][1]


def test_a_newer_version_of_a_stranger_on_the_disk_does_not_take_the_older_ones_place(
    catalog: Catalog, package: Package, tmp_path: Path
) -> None:
    catalog.install(package(ANN))
    stranger = tmp_path / "packages" / f"{APP_ID}@9"
    for name, data in signed_files(BEN, 9).items():
        (stranger / name).parent.mkdir(parents=True, exist_ok=True)
        (stranger / name).write_bytes(data)
    again = start(tmp_path)
    assert [app.manifest.version.code for app in again.apps()] == [1]
    assert [path for path, _ in again.problems()] == [stranger]


def test_a_signed_app_whose_key_nobody_remembers_is_known_from_the_next_reading(
    catalog: Catalog, package: Package, tmp_path: Path
) -> None:
    """As after an end between the two, or a disk that refused."""
    catalog.install(package(ANN))
    (tmp_path / "packages" / ".signers" / f"{APP_ID}.json").unlink()
    again = start(tmp_path)
    assert known(again) is None
    assert [app.source for app in again.apps()] == [Source.PACKAGE]
    assert known(again) == public_key(ANN)


def test_a_disk_that_keeps_no_key_lets_the_app_run_and_is_asked_again(
    catalog: Catalog, package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = package(ANN)

    def refuse(*_: object) -> None:
        raise PackageError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(catalog.signers, "_write", refuse)
        assert catalog.install(file).signed is not None
        assert known(catalog) is None
    assert left(tmp_path) == [f"{APP_ID}@1"]
    catalog.refresh()
    assert known(catalog) == public_key(ANN)
