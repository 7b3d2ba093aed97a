"""What was read once is known the next time, and only as long as it is the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.miniapp import known_manifests, reading
from stoa.miniapp.errors import ManifestError
from stoa.miniapp.known_manifests import KnownManifests
from stoa.miniapp.reading import read_manifest
from stoa.paths import miniapps
from stoa.permissions import PERMISSION_NAMES

if TYPE_CHECKING:
    from pathlib import Path

FULL = {
    "app_id": "org.example.recipes",
    "name": "Recipes",
    "icons": [{"src": "a.png", "sizes": "1x1 2x2"}],
    "version": {"code": 4, "name": "1.0"},
    "window": {"design_width": 400},
    "permissions": ["share", {"name": "camera", "reason": "To look."}],
    "network": ["https://example.org", "wss://example.org:8443"],
    "author": {"name": "Ann"},
    "script": ["wasm"],
    "unknown": 1,
}


def text(**members: object) -> bytes:
    return json.dumps({**FULL, **members}).encode()


def known(file: Path, permissions: frozenset[str] | None = PERMISSION_NAMES) -> KnownManifests:
    return KnownManifests(file, permissions)


def kept(file: Path, *data: bytes) -> Path:
    manifests = known(file)
    for one in data:
        manifests.read(one)
    manifests.keep()
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "packages" / "known.json"


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What was judged anew from here on."""
    seen = []

    def judge(data, permissions=None):
        seen.append(data)
        return read_manifest(data, permissions)

    monkeypatch.setattr(reading, "read_manifest", judge)
    return seen


def test_what_was_read_is_known_the_next_time_and_is_the_same(file, judged):
    kept(file, text(), text(name="Other"))
    judged.clear()
    again = known(file)
    assert [again.read(text()), again.read(text(name="Other"))] == [
        read_manifest(text(), PERMISSION_NAMES), read_manifest(text(name="Other"), PERMISSION_NAMES)
    ]  # fmt: skip
    assert judged == []
    assert again.read(text()).findings


def test_every_bundled_mini_app_is_known_as_it_is_read(file, judged):
    texts = [path.read_bytes() for path in miniapps().glob("*/manifest.json")]
    kept(file, *texts)
    judged.clear()
    again = known(file)
    assert [again.read(one) for one in texts] == [read_manifest(one, PERMISSION_NAMES) for one in texts]
    assert (len(texts) >= 4, judged) == (True, [])


def test_a_text_that_differs_in_one_place_is_judged(file, judged):
    kept(file, text())
    judged.clear()
    known(file).read(text() + b"\n")
    assert judged == [text() + b"\n"]


def test_a_manifest_with_an_error_is_never_known(file):
    manifests = known(file)
    for _ in range(2):
        with pytest.raises(ManifestError):
            manifests.read(text(network=["http://example.org"]))
        manifests.keep()


def test_bytes_that_are_no_text_are_judged(file):
    with pytest.raises(ManifestError):
        known(file).read(b"\xff")


def test_other_permissions_are_other_rules(file):
    kept(file, text())
    with pytest.raises(ManifestError, match="no permission"):
        known(file, frozenset({"share"})).read(text())


def test_another_version_of_the_program_has_other_rules(file, judged, monkeypatch):
    kept(file, text())
    judged.clear()
    monkeypatch.setattr(known_manifests, "__version__", "99")
    known(file).read(text())
    assert judged == [text()]


def test_what_is_not_there_any_more_is_forgotten(file, judged):
    kept(file, text(), text(name="Other"))
    kept(file, text())
    judged.clear()
    again = known(file)
    again.read(text())
    again.read(text(name="Other"))
    assert judged == [text(name="Other")]


def test_nothing_is_written_when_nothing_is_new(file):
    kept(file, text())
    before = file.stat()
    kept(file, text())
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_place_that_cannot_be_written_changes_nothing(tmp_path, judged):
    (tmp_path / "packages").write_text("a file")
    file = kept(tmp_path / "packages" / "known.json", text())
    known(file).read(text())
    assert judged == [text(), text()]


def test_more_than_a_start_may_read_is_not_written(file, judged, monkeypatch):
    kept(file, text())
    monkeypatch.setattr(known_manifests, "_MAX_BYTES", file.stat().st_size + 16)
    kept(file, text(), text(name="Other"))
    judged.clear()
    again = known(file)
    assert [again.read(text()).manifest.name, again.read(text(name="Other")).manifest.name] == ["Recipes", "Other"]
    assert judged == [text(name="Other")]


@given(st.data())
def test_a_damaged_file_is_as_none(tmp_path_factory, data):
    file = kept(tmp_path_factory.mktemp("known") / "known.json", text())
    whole = file.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    file.write_bytes(whole[:place] + data.draw(st.binary(max_size=3)) + whole[place + data.draw(st.integers(0, 3)) :])
    assert known(file).read(text()) == read_manifest(text(), PERMISSION_NAMES)
