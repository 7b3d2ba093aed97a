"""Damaged files are moved aside, whole, and never overwritten."""

import time

import pytest
from tests.unit.database.files import fill, names

from stoa.database import ReadOnlyError, open_database

NOON = 1_760_000_000_000
STAMP = time.strftime("%Y%m%d-%H%M%S", time.localtime(NOON / 1000))


def at_noon():
    return NOON


def test_file_that_is_no_database_is_moved_aside_with_its_name_told(path):
    path.parent.mkdir()
    path.write_bytes(b"not a database at all " * 100)
    opened = open_database(path, at_noon)
    assert opened.moved_aside == path.with_name(f"stoa.db.broken-{STAMP}")
    assert opened.moved_aside.read_bytes() == b"not a database at all " * 100
    assert opened.database.rows("SELECT * FROM accounts") == []
    opened.database.close()


def test_file_moved_aside_before_is_never_overwritten(path):
    path.parent.mkdir()
    for content in (b"first" * 500, b"second" * 500, b"third" * 500):
        path.write_bytes(content)
        open_database(path, at_noon).database.close()
    kept = {name: (path.parent / name).read_bytes()[:5] for name in names(path.parent) if "broken" in name}
    assert kept == {
        f"stoa.db.broken-{STAMP}": b"first",
        f"stoa.db.broken-{STAMP}-2": b"secon",
        f"stoa.db.broken-{STAMP}-3": b"third",
    }


def test_log_goes_aside_with_its_file(path):
    path.parent.mkdir()
    path.write_bytes(b"not a database at all " * 100)
    path.with_name("stoa.db-wal").write_bytes(b"log")
    path.with_name("stoa.db-shm").write_bytes(b"index")
    opened = open_database(path, at_noon)
    assert path.with_name(f"stoa.db.broken-{STAMP}-wal").read_bytes() == b"log"
    assert path.with_name(f"stoa.db.broken-{STAMP}-shm").exists()
    opened.database.close()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_damaged_page_is_found_at_the_start(path, share):
    fill(path)
    content = bytearray(path.read_bytes())
    page = int(len(content) * share) // 4096 * 4096
    content[page : page + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    opened = open_database(path)
    assert opened.moved_aside is not None
    assert opened.moved_aside.read_bytes() == content
    opened.database.close()


def test_truncated_file_is_found_at_the_start(path):
    fill(path)
    content = path.read_bytes()[: 10 * 4096]
    path.write_bytes(content)
    opened = open_database(path)
    assert opened.moved_aside is not None
    assert opened.moved_aside.read_bytes() == content
    opened.database.close()


def test_truncated_large_file_is_found_at_the_start(path, monkeypatch):
    monkeypatch.setattr("stoa.database.opening._ALWAYS_CHECK_BYTES", 0)
    fill(path)
    path.write_bytes(path.read_bytes()[: 10 * 4096])
    opened = open_database(path)
    assert opened.moved_aside is not None
    opened.database.close()


def test_large_file_is_checked_when_it_was_found_damaged_before(path, monkeypatch):
    monkeypatch.setattr("stoa.database.opening._ALWAYS_CHECK_BYTES", 0)
    fill(path)
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xa5" * 4096
    path.write_bytes(content)
    opened = open_database(path)
    assert opened.moved_aside is None
    opened.database.close()
    path.with_name("stoa.db-suspect").touch()
    opened = open_database(path)
    assert opened.moved_aside is not None
    opened.database.close()


def test_file_that_cannot_be_moved_aside_is_left_and_told(path, monkeypatch):
    path.parent.mkdir()
    path.write_bytes(b"not a database at all " * 100)

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.rename", refuse)
    with pytest.raises(ReadOnlyError, match="--data-dir"):
        open_database(path)
    assert path.read_bytes() == b"not a database at all " * 100
