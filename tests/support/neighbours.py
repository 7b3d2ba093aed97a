"""Somebody else on the same computer, who likes and comments what the person posts: for pictures and stories."""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

from tests.support.driver import is_root, stoa_command

from stoa.database import open_database
from stoa.services.feed.posts import Author, Draft
from stoa.services.feed.store import FeedStore
from stoa.services.identity.pictures import generated_picture
from stoa.services.identity.store import AccountStore

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.services.identity.accounts import Account


def move_in(data: Path, environ: dict[str, str]) -> None:
    """Start the program once on ``data``, then let a neighbour read what its account wrote."""
    sandbox = ["--no-sandbox"] if is_root() else []
    once = stoa_command("run", "--data-dir", data, "--quit-after", 3, *sandbox)
    subprocess.run(once, env=environ, check=True, capture_output=True, timeout=60)
    database = open_database(data / "stoa.db").database
    try:
        accounts, feed = AccountStore(database), FeedStore(database, _now)
        person = accounts.current()
        assert person is not None
        accounts.rename(person.id, "Mara Ellis", generated_picture("Mara Ellis", person.id))
        neighbour = accounts.add("Jonas Weber", None, _now())
        own = feed.publish(person.id, _author("Mara Ellis", person), Draft("The ferry has its summer timetable again."))
        feed.set_liked(neighbour.id, own, True)
        feed.add_comment(neighbour.id, _author("Jonas Weber", neighbour), own, "At last. See you on the first boat?")
    finally:
        database.close()


def _author(name: str, account: Account) -> Author:
    return Author(name, account.handle)


def _now() -> int:
    return time.time_ns() // 1_000_000
