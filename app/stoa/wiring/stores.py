"""Opens the database and builds every store that the first picture of the window needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stoa.database import Clock, open_database
from stoa.services.activity.store import ActivityStore
from stoa.services.feed.store import FeedStore, PictureStore
from stoa.services.identity.store import AccountStore
from stoa.services.launches.store import LaunchStore
from stoa.services.permissions.store import GrantTable, RefusalLog
from stoa.services.settings.store import SettingsStore

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.database import Database
    from stoa.paths import Paths


@dataclass(frozen=True, slots=True)
class Stores:
    """The tables by subject. ``moved_aside`` is where a damaged database now is."""

    database: Database
    clock: Clock
    moved_aside: Path | None
    accounts: AccountStore
    settings: SettingsStore
    launches: LaunchStore
    grants: GrantTable
    refusals: RefusalLog
    feed: FeedStore
    pictures: PictureStore
    activity: ActivityStore


def open_stores(paths: Paths, clock: Clock) -> Stores:
    """Open everything under the data folder. Raises StoaError naming what to do when that cannot be."""
    opened = open_database(paths.database, clock)
    db = opened.database
    return Stores(
        database=db,
        clock=clock,
        moved_aside=opened.moved_aside,
        accounts=AccountStore(db),
        settings=SettingsStore(db),
        launches=LaunchStore(db),
        grants=GrantTable(db),
        refusals=RefusalLog(db),
        feed=FeedStore(db, clock),
        pictures=PictureStore(db),
        activity=ActivityStore(db),
    )
