"""Numbered steps, each applied once and whole."""

from dataclasses import dataclass

import pytest

from stoa.database import Database, DatabaseError, open_database, open_memory
from stoa.database.migrations import all_migrations, migrate, version_of


@dataclass(frozen=True)
class Step:
    number: int
    text: str
    file_name: str = "step"

    def sql(self):
        return self.text


def test_steps_have_different_numbers_in_order():
    numbers = [step.number for step in all_migrations()]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 1


def test_memory_database_has_every_step():
    database = open_memory()
    assert version_of(database) == all_migrations()[-1].number
    assert database.rows("SELECT * FROM accounts") == []
    assert database.rows("PRAGMA foreign_keys") == [(1,)]
    database.close()


def test_second_migration_does_nothing():
    database = open_memory()
    assert migrate(database, all_migrations()) == 0
    database.close()


def test_every_start_of_the_steps_leads_to_the_same_tables():
    whole = open_memory()
    shape = whole.rows("SELECT type, name, sql FROM sqlite_schema ORDER BY name")
    whole.close()
    steps = all_migrations()
    for count in range(len(steps) + 1):
        database = Database(None)
        assert migrate(database, steps[:count]) == count
        assert migrate(database, steps) == len(steps) - count
        assert database.rows("SELECT type, name, sql FROM sqlite_schema ORDER BY name") == shape
        database.close()


def test_step_that_fails_leaves_nothing_of_itself():
    database = Database(None)
    steps = [Step(1, "CREATE TABLE one (n)"), Step(2, "CREATE TABLE two (n); INSERT INTO nowhere VALUES (1)")]
    with pytest.raises(DatabaseError, match="nowhere"):
        migrate(database, steps)
    assert version_of(database) == 1
    assert database.rows("SELECT name FROM sqlite_schema") == [("one",)]
    assert database.rows("PRAGMA foreign_keys") == [(1,)]
    database.close()


def test_step_that_breaks_a_reference_is_undone():
    database = Database(None)
    steps = [
        Step(1, "CREATE TABLE a (n INTEGER PRIMARY KEY); CREATE TABLE b (n REFERENCES a); INSERT INTO a VALUES (1)"),
        Step(2, "INSERT INTO b VALUES (1)"),
        Step(3, "DELETE FROM a"),
    ]
    with pytest.raises(DatabaseError, match="refer to nothing"):
        migrate(database, steps)
    assert version_of(database) == 2
    assert database.rows("SELECT * FROM a") == [(1,)]
    database.close()


def test_step_another_program_applied_meanwhile_is_skipped(tmp_path):
    ours, theirs = Database(tmp_path / "stoa.db"), Database(tmp_path / "stoa.db")

    @dataclass(frozen=True)
    class Watched(Step):
        """A step during whose reading another program waits for the lock, and which that program finds done."""

        def sql(self):
            assert theirs.row("PRAGMA user_version") == (0,)
            return self.text

    steps = [Watched(1, "CREATE TABLE one (n)"), Step(2, "CREATE TABLE two (n)")]
    assert migrate(ours, steps) == 2
    assert migrate(theirs, [Step(1, "not SQL"), Step(2, "not SQL"), Step(3, "CREATE TABLE three (n)")]) == 1
    assert version_of(ours) == 3
    ours.close()
    theirs.close()


def test_database_of_an_older_version_keeps_its_rows(tmp_path):
    path = tmp_path / "stoa.db"
    old = Database(path)
    old.execute("PRAGMA application_id = 0x53746F61")
    migrate(old, all_migrations()[:1])
    old.execute("INSERT INTO accounts VALUES ('a', 'Ada', 'ada', x'00', 1)")
    old.close()
    opened = open_database(path)
    assert opened.moved_aside is None
    assert opened.database.rows("SELECT name FROM accounts") == [("Ada",)]
    assert version_of(opened.database) == all_migrations()[-1].number
    opened.database.close()
