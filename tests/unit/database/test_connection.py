"""Rows in and out, transactions that nest, and errors that say what to do."""

import apsw
import pytest

from stoa.database import (
    ConstraintError,
    Database,
    DatabaseBrokenError,
    DatabaseBusyError,
    DatabaseError,
    DiskFullError,
    ReadOnlyError,
    open_database,
)
from stoa.database.errors import translated


@pytest.fixture
def numbers():
    database = Database(None)
    database.execute("CREATE TABLE numbers (n INTEGER PRIMARY KEY)")
    yield database
    database.close()


def stored(database):
    return [n for (n,) in database.rows("SELECT n FROM numbers ORDER BY n")]


def test_insert_gives_the_new_row_id(numbers):
    assert numbers.insert("INSERT INTO numbers DEFAULT VALUES") == 1
    assert numbers.insert("INSERT INTO numbers DEFAULT VALUES") == 2


def test_execute_counts_changed_rows(numbers):
    numbers.execute("INSERT INTO numbers VALUES (1), (2), (3)")
    assert numbers.execute("DELETE FROM numbers WHERE n > :least", {"least": 1}) == 2
    assert numbers.execute("DELETE FROM numbers WHERE n > 100") == 0


def test_every_statement_of_several_runs_even_after_one_that_gives_rows(numbers):
    numbers.execute("SELECT 1 UNION SELECT 2; PRAGMA user_version; INSERT INTO numbers VALUES (7)")
    assert stored(numbers) == [7]
    assert numbers.insert("SELECT 1; INSERT INTO numbers VALUES (9)") == 9


def test_row_is_none_when_nothing_matches(numbers):
    assert numbers.row("SELECT n FROM numbers") is None


def test_transaction_that_raises_leaves_nothing(numbers):
    def fail():
        with numbers.transaction():
            numbers.execute("INSERT INTO numbers VALUES (1)")
            assert numbers.in_transaction
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert stored(numbers) == []
    assert not numbers.in_transaction


def test_inner_transaction_is_undone_alone(numbers):
    def fail():
        with numbers.transaction():
            numbers.execute("INSERT INTO numbers VALUES (2)")
            numbers.execute("INSERT INTO numbers VALUES (1)")

    with numbers.transaction():
        numbers.execute("INSERT INTO numbers VALUES (1)")
        with pytest.raises(ConstraintError):
            fail()
        with numbers.transaction():
            numbers.execute("INSERT INTO numbers VALUES (3)")
    assert stored(numbers) == [1, 3]


def test_outer_transaction_undoes_what_the_inner_one_released(numbers):
    def fail():
        with numbers.transaction():
            with numbers.transaction():
                numbers.execute("INSERT INTO numbers VALUES (1)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert stored(numbers) == []


def test_constraint_that_fails_at_commit_undoes_the_transaction(numbers):
    numbers.execute("CREATE TABLE refs (n INTEGER REFERENCES numbers DEFERRABLE INITIALLY DEFERRED)")
    with pytest.raises(ConstraintError), numbers.transaction():
        numbers.execute("INSERT INTO refs VALUES (7)")
    assert numbers.rows("SELECT * FROM refs") == []
    with numbers.transaction():
        numbers.execute("INSERT INTO numbers VALUES (1)")
    assert stored(numbers) == [1]


def test_foreign_keys_are_enforced(numbers):
    numbers.execute("CREATE TABLE refs (n INTEGER REFERENCES numbers)")
    with pytest.raises(ConstraintError) as caught:
        numbers.execute("INSERT INTO refs VALUES (7)")
    assert "FOREIGN KEY" in caught.value.rule


def test_full_disk_is_told_and_leaves_what_was_there(tmp_path):
    database = open_database(tmp_path / "stoa.db").database
    database.execute("INSERT INTO settings VALUES ('kept', '1')")
    ((pages,),) = database.rows("PRAGMA page_count")
    database.execute(f"PRAGMA max_page_count = {pages}")

    def fill():
        with database.transaction():
            database.execute("INSERT INTO settings VALUES ('small', '2')")
            database.execute("INSERT INTO settings VALUES ('large', ?)", ["x" * 1_000_000])

    with pytest.raises(DiskFullError, match="free some space"):
        fill()
    assert database.rows("SELECT name FROM settings") == [("kept",)]
    database.execute("INSERT INTO settings VALUES ('later', '3')")
    database.close()
    again = open_database(tmp_path / "stoa.db").database
    assert again.rows("SELECT name FROM settings ORDER BY name") == [("kept",), ("later",)]
    again.close()


def test_writing_what_may_not_be_written_names_the_way_out(tmp_path):
    database = Database(tmp_path / "stoa.db")
    database.execute("PRAGMA query_only = ON")
    with pytest.raises(ReadOnlyError, match="--data-dir"):
        database.execute("CREATE TABLE t (n)")
    database.close()


def test_file_held_by_another_program_is_told_as_busy(tmp_path):
    first = Database(tmp_path / "stoa.db")
    second = Database(tmp_path / "stoa.db")
    second.rows("PRAGMA busy_timeout = 1")
    with first.transaction(), pytest.raises(DatabaseBusyError, match="close the other"), second.transaction():
        pytest.fail("two programs write at once")
    with second.transaction():
        second.execute("CREATE TABLE t (n)")
    first.close()
    second.close()


def test_sql_mistake_is_an_error_of_this_tree(numbers):
    with pytest.raises(DatabaseError, match="no such table"):
        numbers.rows("SELECT * FROM nowhere")


@pytest.mark.parametrize(("free", "kind"), [(10_000, DiskFullError), (10**9, DatabaseError)], ids=["full", "room left"])
def test_input_output_error_is_a_full_disk_when_the_disk_is_full(tmp_path, monkeypatch, free, kind):
    monkeypatch.setattr("stoa.database.errors.shutil.disk_usage", lambda _: type("Usage", (), {"free": free}))
    assert type(translated(apsw.IOError("disk I/O error"), tmp_path / "stoa.db")) is kind


def test_file_that_cannot_be_made_on_a_full_disk_says_full(tmp_path, monkeypatch):
    monkeypatch.setattr("stoa.database.errors.shutil.disk_usage", lambda _: type("Usage", (), {"free": 0}))
    assert isinstance(translated(apsw.CantOpenError("unable to open"), tmp_path / "stoa.db"), DiskFullError)


def test_input_output_error_without_a_disk_to_ask_is_still_told(tmp_path):
    assert type(translated(apsw.IOError("disk I/O error"), None)) is DatabaseError
    assert type(translated(apsw.IOError("disk I/O error"), tmp_path / "gone" / "stoa.db")) is DatabaseError


def test_closing_twice_does_nothing(tmp_path):
    database = Database(tmp_path / "stoa.db")
    database.close()
    database.close()


def test_damage_met_while_running_is_told_and_remembered_for_the_next_start(tmp_path, monkeypatch):
    path = tmp_path / "stoa.db"
    database = open_database(path).database
    with database.transaction():
        for n in range(400):
            database.execute("INSERT INTO settings VALUES (?, ?)", [f"name {n:04}", "x" * 500])
    database.close()
    content = bytearray(path.read_bytes())
    # Without the check at the start, no page of the table is in the cache yet.
    monkeypatch.setattr("stoa.database.opening._ALWAYS_CHECK_BYTES", 0)
    database = open_database(path).database
    content[len(content) // 2 :] = b"\xff" * (len(content) - len(content) // 2)
    path.write_bytes(content)
    with pytest.raises(DatabaseBrokenError, match="start Stoa again"):
        database.rows("SELECT * FROM settings")
    assert (tmp_path / "stoa.db-suspect").exists()
    database.close()
    opened = open_database(path)
    assert opened.moved_aside is not None
    assert not (tmp_path / "stoa.db-suspect").exists()
    opened.database.close()
