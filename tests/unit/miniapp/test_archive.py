"""Hostile packages."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.miniapp.archive import MAX_FILES, PACKAGE_MAX_BYTES, Archive
from stoa.miniapp.errors import PackageError

MakeZip = Callable[..., bytes]
SpecialEntry = Callable[[str, int], zipfile.ZipInfo]


def plain_zip(*entries: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return target.getvalue()


def stretched(*, count: int) -> bytes:
    """A zip whose directory names one file ``count`` times, with an end record that admits only one."""
    data = plain_zip(("a", b"x"))
    size, start = struct.unpack_from("<2L", data, len(data) - 22 + 12)
    entry = data[start : start + size]
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, size * count, start, 0)
    return data[:start] + entry * count + end


def test_a_package_of_100000_files_is_told_to_have_too_many() -> None:
    # More than 65,535 entries stand in a second directory, which the last record only points to.
    data = plain_zip(("a", b"x"))
    body, end = data[:-22], bytearray(data[-22:])
    struct.pack_into("<2H", end, 8, 0xFFFF, 0xFFFF)
    with pytest.raises(PackageError, match=f"more than {MAX_FILES} files"):
        Archive(body + b"PK\x06\x07" + bytes(16) + bytes(end))


def test_names_sizes_and_contents_are_those_of_the_files(make_zip: MakeZip) -> None:
    archive = Archive(make_zip(("pages/", b""), ("pages/a.txt", b"hello"), ("empty.txt", b""), bare=True))
    assert archive.sizes == {"pages/a.txt": 5, "empty.txt": 0}
    assert archive.read("pages/a.txt", 5) == b"hello"
    assert archive.read("pages/a.txt", 4) is None
    assert archive.read("missing", 100) is None
    assert b"".join(archive.chunks("empty.txt")) == b""


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("../x.js", "empty"),
        ("a/../../x.js", "empty"),
        ("/etc/passwd", "absolute"),
        ("C:/x.js", '":"'),
        ("a\\..\\x.js", '"\\\\"'),
        ("con.js", "device"),
        ("a.", "dot"),
        ("a /x", "space"),
        ("aux/", "device"),
        (".hidden/x", "dot"),
        ("_stoa/stoa.js", "host's own"),
        ("a\u202egnp.js", "U\\+202E"),
        ("n" * 241, "240"),
    ],
)
def test_unfit_names_are_refused(make_zip: MakeZip, name: str, word: str) -> None:
    with pytest.raises(PackageError, match=rf"is refused: .*{word}"):
        Archive(make_zip((name, b"x")))


def test_a_zero_in_a_name_is_refused() -> None:
    for name in (b"a\x00b.js", b"\x00ab.js"):
        data = plain_zip(("a0b.js", b"x")).replace(b"a0b.js", name)
        with pytest.raises(PackageError, match=r"U\+0000"):
            Archive(data)


@pytest.mark.parametrize(
    "names",
    [("a.js", "A.js"), ("pages/a", "Pages/b"), ("a", "a/b"), ("strasse.js", "straße.js")],
)
def test_names_that_collide_somewhere_are_refused(make_zip: MakeZip, names: tuple[str, str]) -> None:
    with pytest.raises(PackageError, match="one name on some systems"):
        Archive(make_zip(*((name, b"x") for name in names)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused(make_zip: MakeZip) -> None:
    with pytest.raises(PackageError, match=r'"a.js" and "a.js" are one name'):
        Archive(make_zip(("a.js", b"x"), ("a.js", b"y")))


@pytest.mark.parametrize(
    ("mode", "word"),
    [(stat.S_IFLNK, "symbolic link"), (stat.S_IFIFO, "neither a file"), (stat.S_IFCHR, "neither a file"),
     (stat.S_IFDIR, "neither a file")],
)  # fmt: skip
def test_what_is_no_plain_file_is_refused(make_zip: MakeZip, special_entry: SpecialEntry, mode: int, word: str) -> None:
    with pytest.raises(PackageError, match=word):
        Archive(make_zip((special_entry("link.js", mode), b"/etc/passwd")))


def test_encrypted_and_exotic_and_unmarked_entries_are_refused(special_entry: SpecialEntry) -> None:
    data = bytearray(plain_zip(("a.js", b"x")))
    start = data.index(b"PK\x01\x02")
    encrypted = bytes(data[: start + 8]) + b"\x01" + bytes(data[start + 9 :])
    with pytest.raises(PackageError, match="encrypted"):
        Archive(encrypted)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.js", b"x" * 100)
    with pytest.raises(PackageError, match="deflate"):
        Archive(target.getvalue())
    with pytest.raises(PackageError, match="UTF-8"):
        Archive(plain_zip(("aXb.js", b"x")).replace(b"aXb.js", b"a\x84b.js"))


def test_a_zip_bomb_is_refused_by_its_ratio(make_zip: MakeZip) -> None:
    with pytest.raises(PackageError, match="zip bomb"):
        Archive(make_zip(("zeros.bin", bytes(10_000_000))))


def test_more_than_can_be_kept_is_refused_by_its_size() -> None:
    data = bytearray(plain_zip(("a.bin", b"x" * 1000)))
    start = data.index(b"PK\x01\x02")
    data[start + 24 : start + 28] = struct.pack("<L", 201 * 1024 * 1024)
    with pytest.raises(PackageError, match="more than 200 MB"):
        Archive(bytes(data))


def test_a_package_over_twenty_megabytes_is_refused_unread() -> None:
    with pytest.raises(PackageError, match="more than 20 MB"):
        Archive(bytes(PACKAGE_MAX_BYTES + 1))


def test_too_many_files_are_refused_however_the_directory_counts_them() -> None:
    with pytest.raises(PackageError, match="more than 2000 files"):
        Archive(plain_zip(*((f"{number}.js", b"") for number in range(MAX_FILES + 1))))
    with pytest.raises(PackageError, match="more than 2000 files"):
        Archive(stretched(count=3000))
    with pytest.raises(PackageError, match="more than 2000 files"):
        Archive(stretched(count=200_000))


def test_a_hundred_thousand_files_are_refused_before_their_names_are_read() -> None:
    data = plain_zip(("a", b"x"))
    start = data.index(b"PK\x01\x02")
    entry = data[start:-22]
    hundred = data[:start] + entry * 100_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(entry) * 100_000, start, 0)
    with pytest.raises(PackageError, match="more than 2000 files"):
        Archive(hundred + end)


def test_a_directory_that_counts_wrong_is_damaged() -> None:
    with pytest.raises(PackageError, match="damaged"):
        Archive(stretched(count=2))


def test_a_second_directory_is_never_followed() -> None:
    data = plain_zip(("a", b"x"))
    comment = b"PK\x06\x07" + bytes(16)
    size, start = struct.unpack_from("<2L", data, len(data) - 22 + 12)
    entry = bytearray(data[start : start + size] + comment)
    entry[32:34] = struct.pack("<H", len(comment))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), start, 0)
    with pytest.raises(PackageError, match="damaged"):
        Archive(data[:start] + bytes(entry) + end)


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"<html>" * 100])
def test_what_is_no_zip_with_files_is_no_package(data: bytes) -> None:
    with pytest.raises(PackageError, match="no Stoa package"):
        Archive(data)


def test_bytes_around_the_zip_are_refused(make_zip: MakeZip) -> None:
    data = make_zip()
    with pytest.raises(PackageError, match="no Stoa package"):
        Archive(b"#!/bin/sh\n" + data)
    with pytest.raises(PackageError, match="damaged"):
        Archive(data + b"x")


def test_a_directory_entry_without_its_signature_is_damaged(make_zip: MakeZip) -> None:
    with pytest.raises(PackageError, match="damaged"):
        Archive(make_zip().replace(b"PK\x01\x02", b"PK\x01\x03", 1))


def test_a_name_that_is_not_the_encoding_it_claims_is_damaged() -> None:
    data = plain_zip(("aä.js", b"x")).replace("aä.js".encode(), b"a\xff\xff.js")
    with pytest.raises(PackageError, match="damaged"):
        Archive(data)


def test_a_package_cut_off_anywhere_is_refused(make_zip: MakeZip) -> None:
    data = make_zip(("app.js", b"let x = 1;"))
    for length in range(len(data)):
        with pytest.raises(PackageError):
            Archive(data[:length])


def test_damaged_contents_are_found_when_they_are_read() -> None:
    archive = Archive(plain_zip(("a.txt", b"hello hello hello")).replace(b"PK\x03\x04", b"PK\x03\x04", 1))
    assert archive.read("a.txt", 100) == b"hello hello hello"
    data = bytearray(plain_zip(("a.txt", b"hello hello hello")))
    data[36] ^= 0xFF
    with pytest.raises(PackageError, match=r'"a\.txt" in the package is damaged'):
        Archive(bytes(data)).read("a.txt", 100)


@given(st.data())
def test_no_change_of_bytes_raises_anything_but_a_package_error(data: st.DataObject) -> None:
    raw = bytearray(plain_zip(("manifest.json", b"{}"), ("index.html", b"<p>" * 20), ("a/b.js", b"1")))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at] = data.draw(st.integers(0, 255))
    try:
        archive = Archive(bytes(raw))
        for name in archive.sizes:
            assert sum(map(len, archive.chunks(name))) <= archive.sizes[name]
    except PackageError:
        return


@given(st.binary(max_size=300).map(lambda data: b"PK\x03\x04" + data))
def test_no_bytes_raise_anything_but_a_package_error(data: bytes) -> None:
    with pytest.raises(PackageError):
        Archive(data)
