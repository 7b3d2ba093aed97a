"""Packing and unpacking."""

from __future__ import annotations

import errno
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stoa.miniapp import package as package_module
from stoa.miniapp.archive import MAX_FILES
from stoa.miniapp.errors import ManifestError, MiniAppError, PackageError
from stoa.miniapp.package import open_package, pack, unpack

MakeFolder = Callable[..., Path]
MakeZip = Callable[..., bytes]


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_what_was_packed_is_unpacked(make_folder: MakeFolder, tmp_path: Path) -> None:
    folder = make_folder("recipes", {"pages/Käse 1.html": b"<p>", "zeros.bin": bytes(1_000_000), "empty": b""})
    manifest = unpack(pack(folder), tmp_path / "out")
    assert manifest.app_id == "org.example.recipes"
    assert tree(tmp_path / "out") == tree(folder)


def test_the_same_files_give_the_same_bytes(make_folder: MakeFolder) -> None:
    files = {f"{number}.js": b"x" * number for number in range(20)}
    first, second = make_folder("first", files), make_folder("second", dict(reversed(files.items())))
    os.utime(second / "1.js", (1, 1))
    (second / "2.js").chmod(0o755)
    (second / ".git").mkdir()
    (second / ".git" / "config").write_text("left out")
    (second / ".DS_Store").write_text("left out")
    (second / "empty folder").mkdir()
    assert pack(first) == pack(second)


def test_what_is_the_authors_own_is_not_packed(make_folder: MakeFolder, tmp_path: Path) -> None:
    plain = make_folder("plain", {"pages/tests/a.html": b"<p>"})
    tested = make_folder(
        "tested",
        {
            "pages/tests/a.html": b"<p>",
            "tests/test_cook.py": b"def test_it(miniapp): ...",
            "tests/pictures/home.png": b"PNG",
            "test-results/it/journal.json": b"[]",
        },
    )
    assert pack(tested) == pack(plain)
    unpack(pack(tested), tmp_path / "out")
    assert (tmp_path / "out" / "pages" / "tests" / "a.html").is_file()


def test_a_package_is_a_plain_zip_with_deflated_texts_and_stored_noise(make_folder: MakeFolder) -> None:
    noise = os.urandom(2000)
    folder = make_folder("recipes", {"a.js": b"let a = 1;\n" * 50, "noise.png": noise, "zeros.bin": bytes(100_000)})
    with zipfile.ZipFile(BytesIO(pack(folder))) as archive:
        kinds = {info.filename: info.compress_type for info in archive.infolist()}
        assert archive.namelist() == sorted(archive.namelist())
    assert kinds["a.js"] == zipfile.ZIP_DEFLATED
    assert kinds["noise.png"] == zipfile.ZIP_STORED
    # So well compressed that it would be taken for a bomb.
    assert kinds["zeros.bin"] == zipfile.ZIP_STORED


def test_packing_says_what_to_change(make_folder: MakeFolder, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(PackageError, match=r"has no manifest\.json: add one"):
        pack(empty)
    with pytest.raises(PackageError, match="cannot be read"):
        pack(tmp_path / "missing")
    with pytest.raises(PackageError, match=r'has no "start\.html": add it'):
        pack(make_folder("a", entry="start.html"))
    with pytest.raises(ManifestError, match='no permission "shar"'):
        pack(make_folder("b", permissions=["shar"]), ("share",))
    with pytest.raises(PackageError, match=r'"con.js" cannot be packed: .*device'):
        pack(make_folder("c", {"con.js": b""}))
    with pytest.raises(PackageError, match="one name on some systems"):
        pack(make_folder("d", {"a.js": b"", "A.js": b""}))


def test_links_and_pipes_are_not_packed(make_folder: MakeFolder, tmp_path: Path) -> None:
    for name, target in (("file", tmp_path / "x"), ("folder", tmp_path)):
        folder = make_folder(name)
        (folder / "link").symlink_to(target)
        with pytest.raises(PackageError, match='"link" cannot be packed: it is a symbolic link'):
            pack(folder)
    folder = make_folder("pipe")
    os.mkfifo(folder / "pipe")
    with pytest.raises(PackageError, match="neither a file nor a folder"):
        pack(folder)


def test_too_many_and_too_large_files_are_not_packed(make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    # With these are the manifest and the page.
    many = make_folder("many")
    for number in range(MAX_FILES - 1):
        os.close(os.open(many / f"{number}", os.O_CREAT))
    with pytest.raises(PackageError, match="more than 2000 files"):
        pack(many)
    monkeypatch.setattr(package_module, "UNPACKED_MAX_BYTES", 2**20)
    with pytest.raises(PackageError, match="more than 1 MB of files"):
        pack(make_folder("large", {"a.bin": bytes(2**20)}))


def test_unpacking_says_what_is_missing(make_zip: MakeZip, tmp_path: Path) -> None:
    elsewhere = b'{"app_id": "a.b", "name": "A", "entry": "x.html"}'
    cases: list[tuple[bytes, str]] = [
        (make_zip(("index.html", b""), bare=True), r"no manifest\.json at its top\.$"),
        (make_zip(("app/manifest.json", b"{}"), bare=True), r'It is in "app/manifest\.json": pack the folder\'s'),
        (make_zip(manifest=elsewhere), r'The package has no "x\.html": add it'),
        (make_zip(("manifest.json", os.urandom(300_000)), bare=True), "more than 262144"),
        (make_zip(manifest=b"{"), "cannot be read"),
    ]
    for data, sentence in cases:
        with pytest.raises(MiniAppError, match=sentence):
            unpack(data, tmp_path / "out")
        assert not (tmp_path / "out").exists()


def test_a_package_goes_into_an_empty_folder_only(make_zip: MakeZip, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "precious.txt").write_text("mine")
    with pytest.raises(PackageError, match="is not empty"):
        unpack(make_zip(), tmp_path / "full")
    assert tree(tmp_path / "full") == {"precious.txt": b"mine"}
    with pytest.raises(PackageError, match="cannot be written"):
        unpack(make_zip(), tmp_path / "missing" / "deep")
    (tmp_path / "empty").mkdir()
    unpack(make_zip(), tmp_path / "empty")
    assert (tmp_path / "empty" / "index.html").is_file()


def test_damaged_contents_leave_nothing_behind(make_zip: MakeZip, tmp_path: Path) -> None:
    data = bytearray(make_zip(("zz.txt", b"hello hello hello")))
    at = data.index(b"zz.txt") + 8
    data[at] ^= 0xFF
    with pytest.raises(PackageError, match=r'"zz\.txt" in the package is damaged'):
        unpack(bytes(data), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_full_disk_leaves_nothing_behind(make_zip: MakeZip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _chunks: Iterator[bytes]) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(package_module, "write_new_file", full)
    with pytest.raises(PackageError, match=r"could not be unpacked: No space left on device. Free some space"):
        unpack(make_zip(), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_package_knows_the_folder_it_was_unpacked_to(
    make_zip: MakeZip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = open_package(make_zip(("a.js", b"1")))
    package.write(tmp_path / "out")
    assert package.equals(tmp_path / "out")
    (tmp_path / "out" / "a.js").write_bytes(b"2")
    assert not package.equals(tmp_path / "out")
    (tmp_path / "out" / "a.js").write_bytes(b"1")
    (tmp_path / "out" / "b.js").write_bytes(b"1")
    assert not package.equals(tmp_path / "out")
    (tmp_path / "out" / "b.js").unlink()

    def unreadable(_path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", unreadable)
    assert not package.equals(tmp_path / "out")


NAMES = st.text(st.sampled_from("ab/.\\:A ") | st.characters(), min_size=1, max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(NAMES, st.binary(max_size=20), max_size=5), st.booleans())
def test_no_package_writes_outside_its_folder(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes], whole: bool
) -> None:
    place = tmp_path_factory.mktemp("place")
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            try:
                archive.writestr(name, data)
            except (UnicodeEncodeError, IndexError, UserWarning):  # what zipfile cannot write, or warns of
                continue
        if whole:
            members: dict[str, Any] = {"app_id": "org.example", "name": "Example"}
            archive.writestr("manifest.json", json.dumps(members))
            archive.writestr("index.html", "")
    try:
        unpack(target.getvalue(), place / "out")
    except MiniAppError:
        assert list(place.iterdir()) == []
    else:
        assert [path.name for path in place.iterdir()] == ["out"]
        written = {name.partition("\x00")[0]: data for name, data in files.items()}
        assert set(tree(place / "out")) <= {*written, "manifest.json", "index.html"}
