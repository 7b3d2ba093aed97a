"""Signed files on the disk: which are still as they were signed."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from stoa.miniapp import seal as seal_module
from stoa.miniapp.app import MiniApp, Source, open_app
from stoa.miniapp.errors import MiniAppError
from stoa.miniapp.package import unpack
from stoa.miniapp.seal import Seal
from tests.unit.miniapp.signing import ANN, BEN, SIGNATURE, authored, signed_files, zipped

Install = Callable[..., MiniApp]


@pytest.fixture
def installed(tmp_path: Path) -> MiniApp:
    files = signed_files(icons=[{"src": "icon.png"}])
    unpack(zipped(files), tmp_path / "app")
    return open_app(tmp_path / "app", Source.PACKAGE)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One number for each file that is read to its end."""
    found: list[int] = []
    plain = seal_module.mark

    def count(chunks):
        found.append(1)
        return plain(chunks)

    monkeypatch.setattr(seal_module, "mark", count)
    return found


def test_what_was_signed_is_served_and_read_to_the_end_once(installed: MiniApp, reads: list[int]) -> None:
    assert installed.change() is None
    assert len(reads) == 4
    assert installed.serve("/") is not None
    assert installed.serve("/a/deep.js") is not None
    assert installed.serve("/a/deep.js") is not None
    assert installed.change() is None
    assert len(reads) == 4


def test_a_changed_file_is_not_served_and_named(installed: MiniApp) -> None:
    script = installed.root / "a" / "deep.js"
    assert installed.serve("/a/deep.js") is not None
    script.write_bytes(b"let a = 2;")
    assert installed.serve("/a/deep.js") is None
    assert installed.change() == (
        'Recipes was changed on this machine after it was installed: "a/deep.js" is not what its author signed. '
        "Install it again from its package."
    )
    assert installed.serve("/") is not None
    script.write_bytes(b"let a = 1; let b = 2;")
    assert installed.serve("/a/deep.js") is None
    script.write_bytes(b"let a = 1;")
    assert installed.serve("/a/deep.js") is not None
    assert installed.change() is None


def test_a_file_of_the_same_size_with_its_time_set_back_is_found_out(installed: MiniApp) -> None:
    assert installed.change() is None
    page = installed.root / "index.html"
    before = page.stat()
    page.write_bytes(b"<!doctype htmL>")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert page.stat().st_mtime_ns == before.st_mtime_ns
    assert installed.serve("/") is None


def test_a_missing_file_is_a_change_and_an_added_one_is_never_served(installed: MiniApp) -> None:
    (installed.root / "added.js").write_bytes(b"")
    (installed.root / "icon.png").write_bytes(b"")
    assert installed.serve("/added.js") is None
    assert installed.icon_path is None
    # File managers leave files of their own in folders.
    assert installed.change() is None
    (installed.root / "empty.txt").unlink()
    assert '"empty.txt"' in str(installed.change())


def test_the_signature_is_never_served(installed: MiniApp) -> None:
    assert (installed.root / SIGNATURE).is_file()
    assert installed.serve(f"/{SIGNATURE}") is None
    assert installed.seal is not None
    assert not installed.seal.holds(installed.root / SIGNATURE)


def test_names_are_compared_composed(installed: MiniApp, tmp_path: Path) -> None:
    assert installed.signed is not None
    files = {"käse.js": installed.signed.files["empty.txt"]}
    place = tmp_path / "mac"
    place.mkdir()
    there = place / unicodedata.normalize("NFD", "käse.js")
    there.write_bytes(b"")
    sealed = Seal(place, type(installed.signed)(installed.signed.key, files))
    assert sealed.holds(there)
    assert not sealed.holds(tmp_path / "elsewhere.js")


def test_a_file_that_cannot_be_read_does_not_hold(installed: MiniApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", unreadable)
    assert installed.serve("/") is None


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"manifest.json": authored(description="Another.")}, "manifest.json"),
        ({"manifest.json": authored(code=2)}, SIGNATURE),
        ({"manifest.json": authored(None)}, SIGNATURE),
        ({SIGNATURE: None}, SIGNATURE),
        ({SIGNATURE: b"{}"}, SIGNATURE),
        ({SIGNATURE: signed_files(BEN)[SIGNATURE]}, SIGNATURE),
    ],
)
def test_a_changed_manifest_or_signature_keeps_the_app_from_opening(
    installed: MiniApp, change: dict[str, bytes | None], what: str
) -> None:
    for name, data in change.items():
        if data is None:
            (installed.root / name).unlink()
        else:
            (installed.root / name).write_bytes(data)
    with pytest.raises(MiniAppError) as refused:
        open_app(installed.root, Source.PACKAGE)
    assert f'after it was installed: "{what}" is not what its author signed' in str(refused.value)


def test_an_app_in_its_folder_needs_no_signature(tmp_path: Path) -> None:
    """Its author works on it: the key is in the manifest before anything is signed."""
    for name, data in signed_files(ANN).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    app = open_app(tmp_path, Source.FOLDER)
    (tmp_path / "index.html").write_bytes(b"new")
    assert app.signed is None
    assert app.change() is None
    assert app.serve("/") is not None
