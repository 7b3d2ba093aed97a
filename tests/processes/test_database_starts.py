"""Several starts at the same moment."""

from __future__ import annotations

import subprocess
import sys

import pytest

from stoa.database import open_database

OPEN = """
import sys
from pathlib import Path
from stoa.database import open_database
opened = open_database(Path(sys.argv[1]))
opened.database.execute("INSERT INTO settings VALUES (?, '1')", [sys.argv[2]])
opened.database.close()
print(opened.moved_aside is not None)
"""


@pytest.mark.parametrize("content", [None, b"not a database at all " * 100], ids=["new", "damaged"])
def test_starts_at_once_share_one_database(tmp_path, same_paths, content):
    path = tmp_path / "data" / "stoa.db"
    if content is not None:
        path.parent.mkdir()
        path.write_bytes(content)
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, str(path), f"start {n}"],
            stdout=subprocess.PIPE,
            text=True,
            env=same_paths,
        )
        for n in range(4)
    ]
    answers = [program.communicate(timeout=60)[0].strip() for program in programs]
    assert answers.count("True") == (content is not None)
    assert answers.count("False") == 4 - (content is not None)
    database = open_database(path).database
    assert database.rows("SELECT name FROM settings ORDER BY name") == [(f"start {n}",) for n in range(4)]
    database.close()
