"""Which key an app is known by."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from stoa.miniapp.author_key import fingerprint, short_fingerprint
from stoa.miniapp.errors import PackageError
from stoa.miniapp.key_file import public_key
from stoa.miniapp.signature import read_signature, sign
from stoa.miniapp.signed import Signed
from stoa.miniapp.signers import KnownSigner, KnownSigners
from tests.unit.miniapp.signing import ANN, APP_ID, BEN, CAT, manifest_of
from tests.unit.miniapp.test_signature import MARKS


@pytest.fixture
def signers(tmp_path: Path) -> KnownSigners:
    return KnownSigners(tmp_path)


def signed_by(*keys) -> Signed:
    """A list of files signed with the last key, after the ones before it."""
    *earlier, key = keys
    signed = read_signature(sign(MARKS, manifest_of(key), key, earlier), manifest_of(key))
    assert signed is not None
    return signed


def test_the_first_key_is_remembered_and_another_refused(signers: KnownSigners, tmp_path: Path) -> None:
    signers.judge(manifest_of(), None)
    signers.learn(manifest_of(None), None)
    assert signers.get(APP_ID) is None
    signers.judge(manifest_of(), signed_by(ANN))
    signers.learn(manifest_of(), signed_by(ANN))
    signers.learn(manifest_of(), signed_by(ANN))
    again = KnownSigners(tmp_path)
    assert again.get(APP_ID) == KnownSigner(APP_ID, "Recipes", "Ann", public_key(ANN))
    assert again.all()[0].fingerprint == fingerprint(public_key(ANN))
    again.judge(manifest_of(), signed_by(ANN))
    known, other = short_fingerprint(public_key(ANN)), short_fingerprint(public_key(BEN))
    with pytest.raises(PackageError) as refused:
        again.judge(manifest_of(BEN), signed_by(BEN))
    assert str(refused.value) == (
        f"This package of Recipes is signed with the key {other}, and Stoa knows Recipes by the key {known}: it may "
        "come from somebody else. Ask its author. If it is right, uninstall the app, forget its key at the end of "
        "Settings, Apps, and install it again."
    )
    with pytest.raises(PackageError, match=rf"is not signed, and Stoa knows Recipes by the key {known}"):
        again.judge(manifest_of(None), None)


def test_a_key_that_passes_on_takes_the_others_place(signers: KnownSigners) -> None:
    signers.learn(manifest_of(), signed_by(ANN))
    # One who missed the second key goes on from the first to the third.
    signers.judge(manifest_of(CAT), signed_by(ANN, BEN, CAT))
    signers.learn(manifest_of(CAT), signed_by(ANN, BEN, CAT))
    for key in (ANN, BEN):
        with pytest.raises(PackageError, match="may come from somebody else"):
            signers.judge(manifest_of(key), signed_by(key))


def test_a_forgotten_key_lets_anybody_sign(signers: KnownSigners) -> None:
    signers.learn(manifest_of(), signed_by(ANN))
    signers.forget(APP_ID)
    signers.forget(APP_ID)
    assert signers.all() == []
    signers.judge(manifest_of(BEN), signed_by(BEN))


def test_all_remembered_keys_are_told_by_name(signers: KnownSigners, tmp_path: Path) -> None:
    assert signers.all() == []
    for app_id, name in (("org.example.b", "apples"), ("org.example.a", "Zebra"), ("org.example.c", "Apples")):
        manifest = manifest_of(app_id=app_id, name=name)
        signers.learn(manifest, Signed(public_key(ANN), {}))
    (tmp_path / ".signers" / "org.example.d.json").write_text("{")
    (tmp_path / ".signers" / "org.example.a.0123.new").write_text("")
    (tmp_path / ".signers" / "Notes.json").write_text("{}")
    assert [one.app_id for one in signers.all()] == ["org.example.b", "org.example.c", "org.example.a"]


@pytest.mark.parametrize("text", ["", "{", '{"author":"A","key":"short","name":"B"}', '{"author":"A","name":"B"}'])
def test_a_file_that_cannot_be_read_trusts_nobody(signers: KnownSigners, tmp_path: Path, text: str) -> None:
    signers.learn(manifest_of(), signed_by(ANN))
    path = tmp_path / ".signers" / f"{APP_ID}.json"
    path.write_text(text)
    with pytest.raises(PackageError) as refused:
        signers.judge(manifest_of(), signed_by(ANN))
    assert str(path) in str(refused.value)
    assert "delete it to trust the next package's key" in str(refused.value)


def test_a_disk_that_refuses_is_told_and_leaves_nothing(
    signers: KnownSigners, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PackageError, match="The key of Recipes could not be remembered: No space left"):
        signers.learn(manifest_of(), signed_by(ANN))
    assert list((tmp_path / ".signers").iterdir()) == []
    monkeypatch.setattr(Path, "unlink", lambda *_args, **_kwargs: full())
    with pytest.raises(PackageError, match="could not be forgotten: No space left"):
        signers.forget(APP_ID)
    with pytest.raises(PackageError, match="could not be remembered"):
        signers.learn(manifest_of(), signed_by(ANN))
