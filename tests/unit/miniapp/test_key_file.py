"""Files of private keys."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from stoa.miniapp import key_file
from stoa.miniapp.key_file import KeyFileError, is_open_to_others, make_key_file, public_key, read_key_file
from tests.unit.miniapp.signing import ANN

if TYPE_CHECKING:
    from pathlib import Path


def test_a_key_is_written_for_its_owner_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    before = os.umask(0)
    try:
        key = make_key_file(path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not is_open_to_others(path)
    assert public_key(read_key_file(path)) == public_key(key)
    assert public_key(make_key_file(tmp_path / "other.pem")) != public_key(key)


def test_no_file_is_ever_written_over(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    path.write_text("precious")
    with pytest.raises(KeyFileError, match="is there already, and no key is ever written over"):
        make_key_file(path)
    assert path.read_text() == "precious"
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(KeyFileError, match="is there already"):
        make_key_file(tmp_path / "link")
    assert not (tmp_path / "target").exists()


def test_places_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "missing" / "key.pem", tmp_path / "a\0b"):
        with pytest.raises(KeyFileError, match=r"could not be written: .*Choose another place"):
            make_key_file(path)
        with pytest.raises(KeyFileError, match="cannot be read: "):
            read_key_file(path)


def test_what_is_no_private_key_is_told(tmp_path: Path) -> None:
    form = (Encoding.PEM, PrivateFormat.PKCS8)
    cases = {
        b"": "holds no Ed25519 private key",
        b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n": "holds no Ed25519 private key",
        b"x" * 20_000: "holds no Ed25519 private key",
        X25519PrivateKey.generate().private_bytes(*form, NoEncryption()): "holds no Ed25519 private key",
        ANN.private_bytes(*form, BestAvailableEncryption(b"open")): "has a password: save it without one",
    }
    for number, (data, sentence) in enumerate(cases.items()):
        path = tmp_path / str(number)
        path.write_bytes(data)
        with pytest.raises(KeyFileError, match=sentence):
            read_key_file(path)


def test_a_key_that_others_may_read_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "key.pem"
    make_key_file(path)
    path.chmod(0o640)
    assert is_open_to_others(path)
    assert not is_open_to_others(tmp_path / "missing")
    monkeypatch.setattr(sys, "platform", "win32")
    assert key_file.sys.platform == "win32"
    assert not is_open_to_others(path)
