"""Database files with something in them, and what lies beside them."""

from stoa.database import open_database


def fill(path, count=300):
    database = open_database(path).database
    with database.transaction():
        for n in range(count):
            database.execute("INSERT INTO settings VALUES (?, ?)", [f"name {n:04}", "x" * 500])
    database.close()


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())
