"""Opening the file in whatever state it is, losing nothing; what happens to damaged ones is in test_damage."""

import os
import shutil
import sys

import apsw
import pytest
from tests.unit.database.files import fill, names

from stoa.database import (
    Database,
    DatabaseBusyError,
    DatabaseError,
    DatabaseTooNewError,
    ForeignDatabaseError,
    ReadOnlyError,
    open_database,
)
from stoa.database.opening import APPLICATION_ID


def test_new_file_is_made_with_its_folder_and_found_again(path):
    fill(path, 3)
    opened = open_database(path)
    assert opened.moved_aside is None
    assert len(opened.database.rows("SELECT * FROM settings")) == 3
    assert opened.database.row("PRAGMA journal_mode") == ("wal",)
    assert opened.database.row("PRAGMA application_id") == (APPLICATION_ID,)
    opened.database.close()
    assert names(path.parent) == ["stoa.db", "stoa.db-opening"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders of a user are private by their access list")
def test_new_folder_is_closed_to_other_users(path):
    open_database(path).database.close()
    assert path.parent.stat().st_mode & 0o077 == 0


def test_empty_file_is_a_new_database(path):
    path.parent.mkdir()
    path.touch()
    opened = open_database(path)
    assert opened.moved_aside is None
    opened.database.close()


def test_file_of_a_newer_version_is_left_as_it_was(path):
    fill(path)
    with apsw.Connection(str(path)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNewError, match=r"newer Stoa.*9999.*update Stoa"):
        open_database(path)
    assert path.read_bytes() == before
    assert names(path.parent) == ["stoa.db", "stoa.db-opening"]


def test_newer_version_that_is_only_in_the_log_is_seen(path):
    fill(path, 3)
    writer = Database(path)
    writer.execute("PRAGMA user_version = 9999")
    copy = path.parent / "copy.db"
    for side in ("", "-wal"):
        shutil.copy(f"{path}{side}", f"{copy}{side}")
    writer.close()
    log = (path.parent / "copy.db-wal").read_bytes()
    with pytest.raises(DatabaseTooNewError):
        open_database(copy)
    assert (path.parent / "copy.db-wal").read_bytes() == log


def test_database_of_another_program_is_left_as_it_was(path):
    path.parent.mkdir()
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE places (url); INSERT INTO places VALUES ('x')")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ForeignDatabaseError, match="not a Stoa database"):
        open_database(path)
    assert path.read_bytes() == before


def test_folder_that_cannot_be_made_names_the_way_out(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ReadOnlyError, match="--data-dir"):
        open_database(tmp_path / "file" / "stoa.db")


def test_folder_in_place_of_the_file_names_the_way_out(path):
    path.mkdir(parents=True)
    with pytest.raises(ReadOnlyError, match="--data-dir"):
        open_database(path)
    assert path.is_dir()


def test_lock_that_cannot_be_taken_names_the_way_out(path):
    path.with_name("stoa.db-opening").mkdir(parents=True)
    with pytest.raises(ReadOnlyError, match="--data-dir"):
        open_database(path)
    assert not path.exists()


def test_log_that_cannot_be_read_is_no_reason_to_move_the_file_aside(path):
    fill(path, 3)
    before = path.read_bytes()
    path.with_name("stoa.db-wal").mkdir()
    with pytest.raises(ReadOnlyError, match="--data-dir"):
        open_database(path)
    assert path.read_bytes() == before
    path.with_name("stoa.db-wal").rmdir()
    opened = open_database(path)
    assert len(opened.database.rows("SELECT * FROM settings")) == 3
    opened.database.close()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_folder_names_the_way_out_and_keeps_the_file(path):
    fill(path, 3)
    before = path.read_bytes()
    path.parent.chmod(0o500)
    path.chmod(0o400)
    try:
        with pytest.raises(ReadOnlyError, match="--data-dir"):
            open_database(path)
    finally:
        path.parent.chmod(0o700)
    assert path.read_bytes() == before


def test_file_opened_for_reading_only_is_refused(path, monkeypatch):
    fill(path, 3)
    monkeypatch.setattr("stoa.database.connection._READ_WRITE", apsw.SQLITE_OPEN_READONLY)
    with pytest.raises(ReadOnlyError, match="--data-dir"):
        open_database(path)


def test_step_that_fails_does_not_move_the_file_aside(path, monkeypatch):
    fill(path, 3)

    def fail(*_):
        raise DatabaseError("a step failed")

    monkeypatch.setattr("stoa.database.opening.migrate", fail)
    with pytest.raises(DatabaseError, match="a step failed"):
        open_database(path)
    monkeypatch.undo()
    opened = open_database(path)
    assert len(opened.database.rows("SELECT * FROM settings")) == 3
    opened.database.close()


def test_start_waits_while_another_one_is_opening(path, monkeypatch):
    monkeypatch.setattr("stoa.database.opening.BUSY_TIMEOUT_MS", 1)
    path.parent.mkdir()
    other = apsw.Connection(str(path.with_name("stoa.db-opening")))
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseBusyError, match="close the other"):
        open_database(path)
    assert not path.exists()
    other.close()
    open_database(path).database.close()


def test_opening_holds_the_lock_until_it_is_done(path, monkeypatch):
    held = []

    def migrate(*_):
        other = apsw.Connection(str(path.with_name("stoa.db-opening")))
        try:
            other.execute("BEGIN EXCLUSIVE")
        except apsw.BusyError:
            held.append(True)
        other.close()

    monkeypatch.setattr("stoa.database.opening.migrate", migrate)
    open_database(path).database.close()
    assert held == [True]
