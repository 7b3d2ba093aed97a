"""Opening folders."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from stoa.miniapp.app import Source, open_app, open_folder
from stoa.miniapp.errors import ManifestError, MiniAppError
from stoa.miniapp.identifier import folder_id

MakeFolder = Callable[..., Path]


def test_a_folder_with_a_manifest_is_that_mini_app_in_a_room_of_its_own(make_folder: MakeFolder) -> None:
    folder = make_folder(extra=1)
    app = open_folder(folder, ())
    assert app.app_id == "org.example.recipes"
    assert app.key == f"org.example.recipes+folder-{folder_id(folder.resolve())}"
    assert app.source is Source.FOLDER
    assert app.has_manifest
    assert [finding.severity for finding in app.findings] == ["warning"]
    assert app.root == folder.resolve()


def test_the_room_key_of_a_package_is_its_id(make_folder: MakeFolder) -> None:
    assert open_app(make_folder(), Source.PACKAGE).key == "org.example.recipes"


def test_a_folder_without_a_manifest_runs_and_asks_for_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "My \u202e demo\n"
    folder.mkdir()
    (folder / "index.html").write_text("<p>")
    app = open_folder(folder, ("share",))
    assert app.app_id == f"folder.{folder_id(folder.resolve())}"
    assert app.manifest.name == "My  demo"
    assert not app.has_manifest
    assert app.manifest.permissions == ()
    assert app.manifest.network == ()
    assert app.icon_path is None


def test_a_folder_whose_name_shows_nothing_has_a_name_all_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "\u202e"
    folder.mkdir()
    (folder / "index.html").write_text("<p>")
    assert open_folder(folder).manifest.name == "Folder"


def test_files_are_served_from_the_folder(make_folder: MakeFolder) -> None:
    app = open_folder(make_folder("recipes", {"start.html": b"<p>"}, entry="start.html"))
    route, missing = app.serve("/recipe/17"), app.serve("/missing.js")
    assert route is not None
    assert route.path == app.root / "start.html"
    assert missing is None


def test_the_largest_icon_that_is_there_is_the_icon(make_folder: MakeFolder) -> None:
    icons = [
        {"src": "missing.svg", "sizes": "any"},
        {"src": "notes.txt", "sizes": "any"},
        {"src": "48.png", "sizes": "16x16 48x48"},
        {"src": "96.png", "sizes": "96x96"},
    ]
    files = {"48.png": b"", "96.png": b"", "notes.txt": b""}
    app = open_folder(make_folder("recipes", files, icons=icons))
    assert app.icon_path == app.root / "96.png"


@pytest.mark.parametrize(
    ("sizes", "chosen"),
    [
        (("any", "48x48", "512x512", "256x256"), "256x256"),
        (("any", "48x48", "191x191"), "any"),
        (("48x48", "96x96 128x128", "191x191"), "191x191"),
        (("48x48 192x192", "512x512", "any"), "48x48 192x192"),
    ],
)
def test_the_smallest_picture_that_is_sharp_comes_before_a_drawing_and_that_before_smaller_pictures(
    make_folder: MakeFolder, sizes: tuple[str, ...], chosen: str
) -> None:
    names = {size: f"{place}.{'svg' if size == 'any' else 'png'}" for place, size in enumerate(sizes)}
    icons = [{"src": name, "sizes": size} for size, name in names.items()]
    app = open_folder(make_folder("recipes", dict.fromkeys(names.values(), b""), icons=icons))
    assert app.icon_path == app.root / names[chosen]


def test_a_folder_that_is_gone_or_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(MiniAppError, match="is not there any more"):
        open_folder(tmp_path / "gone")
    with pytest.raises(MiniAppError, match="is not there any more"):
        open_folder(Path("a\x00b"))
    file = tmp_path / "file.html"
    file.write_text("<p>")
    with pytest.raises(MiniAppError, match="is not a folder: choose a folder with an index"):
        open_folder(file)


def test_a_missing_entry_page_is_named(tmp_path: Path, make_folder: MakeFolder) -> None:
    with pytest.raises(MiniAppError, match=r'has no "index\.html": add it, or name another page as "entry"'):
        open_folder(tmp_path)
    with pytest.raises(MiniAppError, match=r'has no "start\.html"'):
        open_folder(make_folder(entry="start.html"))


def test_a_broken_manifest_is_told(make_folder: MakeFolder) -> None:
    with pytest.raises(ManifestError, match=r"manifest\.json:1"):
        open_folder(make_folder("recipes", {"manifest.json": b"{"}))


def test_a_manifest_that_is_no_file_of_the_folder_is_refused(make_folder: MakeFolder, tmp_path: Path) -> None:
    for number, place in enumerate((tmp_path / "elsewhere.json", Path("gone.json"))):
        (tmp_path / "elsewhere.json").write_text("{}")
        folder = make_folder(f"link{number}")
        (folder / "manifest.json").unlink()
        (folder / "manifest.json").symlink_to(place)
        with pytest.raises(MiniAppError, match="must be a plain file inside the folder"):
            open_folder(folder)
    folder = make_folder("pipe")
    (folder / "manifest.json").unlink()
    os.mkfifo(folder / "manifest.json")
    with pytest.raises(MiniAppError, match="must be a plain file inside the folder"):
        open_folder(folder)


def test_a_manifest_that_cannot_be_read_is_told(make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("stoa.miniapp.app.read_regular_file", refuse)
    with pytest.raises(MiniAppError, match=r"manifest\.json cannot be read: Permission denied"):
        open_folder(make_folder())
