"""Signing packages and refusing every one that is not as it was signed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from stoa.miniapp.author_key import decoded, encoded, fingerprint, key_problem, short_fingerprint
from stoa.miniapp.errors import ManifestError, MiniAppError, PackageError
from stoa.miniapp.key_file import public_key
from stoa.miniapp.package import open_package, pack, unpack
from stoa.miniapp.signature import MAX_ENDORSEMENTS, _SignatureFile, read_signature, sign, tree_root
from stoa.miniapp.signed import SIGNATURE_MAX_BYTES, mark
from tests.unit.miniapp.signing import (
    ANN,
    BEN,
    CAT,
    FILES,
    SIGNATURE,
    authored,
    key_of,
    manifest_of,
    signed_files,
    zipped,
)

MakeFolder = Callable[..., Path]
MARKS = {name: mark([data]) for name, data in FILES.items()}
SIGNED = sign(MARKS, manifest_of(), ANN)


def written(**changes: Any) -> bytes:
    """A signature file with other members than were signed, written as signature files are."""
    members = json.loads(SIGNED) | changes
    return (json.dumps(members, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def test_a_signed_folder_is_packed_the_same_each_time_and_knows_its_signer(make_folder: MakeFolder) -> None:
    folder = make_folder("a", {"manifest.json": authored(), "käse.js": b"1"})
    data = pack(folder, key=ANN)
    assert pack(folder, key=ANN) == data
    signed = open_package(data).signed
    assert signed is not None
    assert signed.key == public_key(ANN)
    assert set(signed.files) == {"index.html", "käse.js", "manifest.json"}
    assert signed.continues(public_key(ANN))
    assert not signed.continues(public_key(BEN))


def test_an_unsigned_package_has_no_signer(make_folder: MakeFolder) -> None:
    assert open_package(pack(make_folder())).signed is None


def test_an_unpacked_package_can_be_packed_again(make_folder: MakeFolder, tmp_path: Path) -> None:
    data = pack(make_folder("a", {"manifest.json": authored()}), key=ANN)
    unpack(data, tmp_path / "out")
    assert (tmp_path / "out" / SIGNATURE).is_file()
    assert pack(tmp_path / "out", key=ANN) == data


def test_packing_refuses_what_nobody_would_take_and_what_gives_a_key_away(make_folder: MakeFolder) -> None:
    folder = make_folder("a", {"manifest.json": authored()})
    with pytest.raises(PackageError, match=r'has a key under "author".* add --key FILE'):
        pack(folder)
    with pytest.raises(PackageError, match=rf'has the key "{public_key(ANN)}".*put "key": "{public_key(BEN)}" there'):
        pack(folder, key=BEN)
    with pytest.raises(PackageError, match='has no key under "author"'):
        pack(make_folder("b"), key=ANN)
    secret = make_folder("c", {"my.pem": b"\n-----BEGIN PRIVATE KEY-----\nMC4C"})
    with pytest.raises(PackageError, match=r'"my\.pem" is a private key'):
        pack(secret)


def test_a_package_without_the_signature_its_manifest_promises_is_refused() -> None:
    files = signed_files()
    del files[SIGNATURE]
    with pytest.raises(PackageError, match="names its author's key, and yet is not signed"):
        open_package(zipped(files))


def test_a_signature_by_a_key_the_manifest_does_not_name_is_refused() -> None:
    files = signed_files()
    for manifest in (authored(None), authored(BEN)):
        with pytest.raises(PackageError, match=rf"with the key {short_fingerprint(public_key(ANN))}, which its"):
            open_package(zipped(files | {"manifest.json": manifest}))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"index.html": b"<!doctype htmL>"}, r'"index\.html" was changed'),
        ({"index.html": b"<!doctype html>\n"}, r'"index\.html" was changed'),
        ({"more.js": b""}, r'"more\.js" was added'),
        ({"empty.txt": None}, r'"empty\.txt" is missing'),
        ({"manifest.json": authored(description="Another.")}, r'"manifest\.json" was changed'),
        ({"manifest.json": authored(code=2)}, "does not hold"),
        ({"manifest.json": authored(app_id="org.example.other")}, "does not hold"),
        ({SIGNATURE: b""}, "cannot be read"),
        ({SIGNATURE: bytes(SIGNATURE_MAX_BYTES + 1)}, "cannot be read"),
        ({SIGNATURE: signed_files(code=2)[SIGNATURE]}, "does not hold"),
        ({SIGNATURE: signed_files(BEN)[SIGNATURE]}, "does not name"),
    ],
)
def test_whatever_is_changed_after_signing_is_named(change: dict[str, bytes | None], sentence: str) -> None:
    files = {name: data for name, data in (signed_files() | change).items() if data is not None}
    with pytest.raises(PackageError, match=sentence):
        open_package(zipped(files))


@settings(deadline=None)
@given(st.data())
def test_no_flipped_byte_of_any_file_is_taken(data: st.DataObject) -> None:
    files = signed_files(earlier=(BEN,))
    name = data.draw(st.sampled_from([name for name in files if files[name]]))
    at = data.draw(st.integers(0, len(files[name]) - 1))
    changed = bytearray(files[name])
    changed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises((PackageError, ManifestError)):
        open_package(zipped(files | {name: bytes(changed)}))


@settings(deadline=None)
@given(st.data())
def test_no_renamed_missing_or_added_file_is_taken(data: st.DataObject) -> None:
    files = signed_files()
    name = data.draw(st.sampled_from(sorted(files)))
    other = data.draw(st.sampled_from(["other.js", "a/other.js", name.upper(), f"{name}x", "_stoa/other.json"]))
    content = files[name]
    if data.draw(st.booleans()):
        del files[name]
    if name in files or data.draw(st.booleans()):
        files[other] = content
    with pytest.raises((PackageError, ManifestError)):
        open_package(zipped(files))


@settings(deadline=None)
@given(st.data())
def test_a_package_with_any_changed_byte_is_refused_or_says_the_same(data: st.DataObject) -> None:
    files = signed_files()
    package = bytearray(zipped(files))
    package[data.draw(st.integers(0, len(package) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        opened = open_package(bytes(package))
    except MiniAppError:
        return
    # Times and modes of the zip itself are nobody's, and are not written either.
    assert {name: b"".join(opened.archive.chunks(name)) for name in opened.archive.sizes} == files


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_signature_or_a_refusal(data: bytes) -> None:
    with pytest.raises(PackageError):
        read_signature(data, manifest_of())


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(public_key(ANN)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.sampled_from(sorted(json.loads(written()))), _JSON)
def test_any_other_member_is_refused(name: str, value: Any) -> None:
    before = json.loads(written())[name]
    if value == before and type(value) is type(before):
        assert read_signature(written(), manifest_of()) is not None
        return
    with pytest.raises(PackageError):
        read_signature(written(**{name: value}), manifest_of())


def test_a_signature_that_is_not_written_in_the_one_way_is_refused() -> None:
    data = written()
    assert read_signature(data, manifest_of()) is not None
    twice = data.replace(b'{\n "algorithm"', b'{\n "format": 1,\n "algorithm"')
    for other in (data + b"\n", data.rstrip(), json.dumps(json.loads(data)).encode(), twice, b"\xef\xbb\xbf" + data):
        assert other != data
        with pytest.raises(PackageError, match="cannot be read"):
            read_signature(other, manifest_of())


def test_a_signature_of_another_size_is_refused() -> None:
    for data in (bytes(SIGNATURE_MAX_BYTES + 1), written(signature="AAAA"), written(signature=public_key(ANN))):
        with pytest.raises(PackageError, match="cannot be read"):
            read_signature(data, manifest_of())


def test_an_empty_list_of_files_is_refused() -> None:
    with pytest.raises(PackageError, match="does not hold"):
        read_signature(written(files={}), manifest_of())


def test_a_key_that_is_no_point_of_the_curve_signs_nothing() -> None:
    # y = 2 has no x on the curve (RFC 8032 §5.1.3).
    key = encoded(b"\x02" + bytes(31))
    manifest = replace(manifest_of(), author=replace(manifest_of().author, key=key))  # type: ignore[type-var]
    with pytest.raises(PackageError, match="does not hold"):
        read_signature(written(key=key), manifest)


def test_a_signature_says_what_it_is_for() -> None:
    """Were the two messages alike, a former key's word could be a signature on a package."""
    manifest = manifest_of()
    root = tree_root(MARKS)
    for message in (
        root,
        f"org.example.recipes\n1\n{root}",
        f"Stoa mini-app next key, format 1\norg.example.recipes\n{root}",
    ):
        with pytest.raises(PackageError, match="does not hold"):
            read_signature(written(signature=encoded(ANN.sign(message.encode()))), manifest)


def test_the_documented_message_is_what_is_signed() -> None:
    root = tree_root(MARKS)
    message = f"Stoa mini-app package, format 1\norg.example.recipes\n1\n{root}".encode()
    assert json.loads(written())["signature"] == encoded(ANN.sign(message))


def test_the_tree_is_that_of_rfc_6962() -> None:
    def leaf(name: str) -> bytes:
        return sha256(b"\x00" + sha256(name.encode()).digest() + (1).to_bytes(8, "big") + name.encode()).digest()

    def node(one: bytes, other: bytes) -> bytes:
        return sha256(b"\x01" + one + other).digest()

    a, b, c, d, e = (leaf(name) for name in "abcde")
    marks = {name: mark([name.encode()]) for name in "edcba"}
    assert tree_root(marks) == node(node(node(a, b), node(c, d)), e).hex()
    assert tree_root({"a": marks["a"]}) == a.hex()
    assert tree_root({name: marks[name] for name in "abc"}) == node(node(a, b), c).hex()


def test_an_earlier_key_passes_on_to_the_next() -> None:
    data = sign(MARKS, manifest_of(CAT), CAT, [ANN, BEN])
    signed = read_signature(data, manifest_of(CAT))
    assert signed is not None
    assert signed.earlier_keys == (public_key(ANN), public_key(BEN))
    assert all(signed.continues(public_key(key)) for key in (ANN, BEN, CAT))
    assert not signed.continues(public_key(key_of(9)))


def test_a_line_of_keys_that_is_broken_is_refused() -> None:
    members = json.loads(sign(MARKS, manifest_of(CAT), CAT, [ANN, BEN]))
    ann, ben = members["endorsements"]
    alien = json.loads(sign(MARKS, manifest_of(CAT, app_id="org.example.other"), CAT, [ANN, BEN]))["endorsements"]
    for endorsements in ([ann], [ben, ann], [ann, ann], [{**ann, "key": public_key(key_of(9))}, ben], alien):
        with pytest.raises(PackageError, match="does not hold"):
            read_signature(written(**(members | {"endorsements": endorsements})), manifest_of(CAT))
    with pytest.raises(PackageError, match="At most 16 earlier keys"):
        sign(MARKS, manifest_of(CAT), CAT, [ANN] * (MAX_ENDORSEMENTS + 1))


def test_a_key_is_32_bytes_written_in_one_way() -> None:
    key = public_key(ANN)
    assert key_problem(key) is None
    assert len(key) == 43
    last = {"A": "B"}.get(key[-1], chr(ord(key[-1]) + 1))
    for text in ("", key[:-1], key + "A", key + "=", key[:-1] + last, "!" * 43, key[:-1] + "é", " " + key[1:]):
        assert key_problem(text) is not None, text
    assert decoded(encoded(b"\xff\xfe")) == b"\xff\xfe"
    with pytest.raises(ManifestError, match=r"author\.key: it is no public key.*stoa keygen FILE"):
        manifest_of(author={"name": "Ann", "key": "AAAA"})


def test_a_fingerprint_is_half_a_hash_in_groups() -> None:
    words = fingerprint(public_key(ANN)).split(" ")
    assert "".join(words) == sha256(public_key(ANN).encode()).hexdigest().upper()[:32]
    assert [len(word) for word in words] == [4] * 8
    assert short_fingerprint(public_key(ANN)) == " ".join(words[:2])


def test_what_is_no_key_and_no_signature_is_not_taken_for_one() -> None:
    with pytest.raises(ValidationError) as caught:
        _SignatureFile(files={}, key="x", root="0" * 64, signature="x")
    assert {fault["loc"][0] for fault in caught.value.errors()} == {"key", "signature"}
