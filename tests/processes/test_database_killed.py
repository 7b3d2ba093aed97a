"""Killed at any moment, the database opens again with everything it had confirmed."""

import random
import signal
import subprocess
import sys

import pytest

from stoa.database import open_database

# Writes rows until it is killed: some alone, some as pairs in a transaction. A row is printed once it is confirmed.
WRITE = """
import sys
from pathlib import Path
from stoa.database import open_database
database = open_database(Path(sys.argv[1])).database
# A small log is folded into the file often, so that a kill falls into that as well.
database.rows("PRAGMA wal_autocheckpoint = 8")
first = int(sys.argv[2])
print("ready", flush=True)
for n in range(first, first + 1_000_000, 2):
    with database.transaction():
        database.execute("INSERT INTO settings VALUES (?, ?)", [f"{n:09}", "x" * (n % 3000)])
        database.execute("INSERT INTO settings VALUES (?, ?)", [f"{n + 1:09}", "y"])
    print(n, flush=True)
"""

ROUNDS = 8


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal; Windows ends a process in the same way")
def test_killed_at_any_moment_it_keeps_every_confirmed_row(tmp_path, same_paths):
    path = tmp_path / "stoa.db"
    chance = random.Random(20_260)
    confirmed = []
    for round_number in range(ROUNDS):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITE, str(path), str(round_number * 2_000_000)],
            stdout=subprocess.PIPE,
            text=True,
            env=same_paths,
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        # The number of rows, not the time, says when: the same on slow machines, and never at a row's edge.
        for _ in range(chance.randrange(1, 60)):
            confirmed.append(int(writer.stdout.readline()))
        writer.send_signal(signal.SIGKILL)
        rest, _ = writer.communicate(timeout=60)
        # The last line may have been cut short by the kill; a whole one ends with its newline.
        confirmed.extend(int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n"))
        opened = open_database(path)
        assert opened.moved_aside is None
        kept = {int(name) for (name,) in opened.database.rows("SELECT name FROM settings")}
        opened.database.close()
        assert kept >= set(confirmed)
        assert all((n ^ 1) in kept for n in kept), "half of a transaction was kept"
    assert len(confirmed) >= ROUNDS


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal; Windows ends a process in the same way")
@pytest.mark.parametrize("pause_ms", [0, 1, 2, 4, 8, 16, 32])
def test_killed_while_it_is_made_it_opens_again(tmp_path, same_paths, pause_ms):
    path = tmp_path / "stoa.db"
    code = (
        "import sys; from pathlib import Path; from stoa.database import open_database\n"
        "print('ready', flush=True)\n"
        "open_database(Path(sys.argv[1])); print('made', flush=True); input()"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=same_paths,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    signal.sigtimedwait([], pause_ms / 1000)
    program.send_signal(signal.SIGKILL)
    program.communicate(timeout=60)
    opened = open_database(path)
    assert opened.moved_aside is None
    assert opened.database.rows("SELECT * FROM accounts") == []
    opened.database.close()
