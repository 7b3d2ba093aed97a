"""Opens the database and builds the stores; those that the first picture of the window can do without come late."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from stoa.database import Clock, open_database
from stoa.services.feed.store import FeedStore, PictureStore
from stoa.services.identity.store import AccountStore
from stoa.services.settings.store import SettingsStore

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.database import Database
    from stoa.paths import Paths
    from stoa.services.activity.store import ActivityStore
    from stoa.services.launches.store import LaunchStore
    from stoa.services.permissions.agreed_store import AgreedAsks
    from stoa.services.permissions.store import GrantTable, RefusalLog


class Stores:
    """The tables by subject. ``moved_aside`` is where a damaged database now is."""

    def __init__(self, database: Database, clock: Clock, moved_aside: Path | None = None) -> None:
        self.database = database
        self.clock = clock
        self.moved_aside = moved_aside
        self.accounts = AccountStore(database)
        self.settings = SettingsStore(database)
        self.feed = FeedStore(database, clock)
        self.pictures = PictureStore(database)

    @cached_property
    def launches(self) -> LaunchStore:
        """Which apps were opened, and the folders."""
        from stoa.services.launches.store import LaunchStore

        return LaunchStore(self.database)

    @cached_property
    def grants(self) -> GrantTable:
        """What the person answered."""
        from stoa.services.permissions.store import GrantTable

        return GrantTable(self.database)

    @cached_property
    def agreed(self) -> AgreedAsks:
        """What the person agreed that installed apps may ask for."""
        from stoa.services.permissions.agreed_store import AgreedAsks

        return AgreedAsks(self.database, self.clock)

    @cached_property
    def refusals(self) -> RefusalLog:
        """What apps were refused."""
        from stoa.services.permissions.store import RefusalLog

        return RefusalLog(self.database)

    @cached_property
    def activity(self) -> ActivityStore:
        """What others did."""
        from stoa.services.activity.store import ActivityStore

        return ActivityStore(self.database)


def open_stores(paths: Paths, clock: Clock) -> Stores:
    """Open everything under the data folder. Raises StoaError naming what to do when that cannot be."""
    opened = open_database(paths.database, clock)
    return Stores(opened.database, clock, opened.moved_aside)
