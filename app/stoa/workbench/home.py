"""Where a trial keeps its data: throw-away testers, each with a database, keys and rooms of its own."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from stoa.database import open_database
from stoa.records import Record
from stoa.services.feed.store import FeedStore, PictureStore
from stoa.services.identity.consent_store import ConsentStore
from stoa.services.identity.keys import Chosen, FileSecrets, Place
from stoa.services.identity.store import AccountStore
from stoa.services.identity.vault import Vault
from stoa.services.storage.store import StorageTable
from stoa.services.surveys.store import SurveyStore

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.database import Clock, Database
    from stoa.services.identity.accounts import Account


class TesterStores(Record):
    """One tester's tables."""

    database: Database
    account: Account
    accounts: AccountStore
    consents: ConsentStore
    vault: Vault
    storage: StorageTable
    surveys: SurveyStore
    feed: FeedStore
    pictures: PictureStore


class TrialHome:
    """The testers under one folder: ``tester-1`` to ``tester-5``, each made when first needed.

    A tester's keys are in files even where the system has a keyring: they sign nothing that outlives a trial.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._open: dict[int, TesterStores] = {}

    def tester(self, number: int) -> TesterStores:
        """A tester's tables. Raises StoaError when they cannot be opened."""
        if number not in self._open:
            self._open[number] = self._made(number)
        return self._open[number]

    def rooms(self, number: int) -> Path:
        """Where the rooms of a tester keep what their pages store."""
        return self._place(number) / "rooms"

    def begin_anew(self, number: int, app_key: str) -> None:
        """Forget all that a tester has with one mini-app. Its room must be closed."""
        stores = self.tester(number)
        room_key = f"{stores.account.id}/{app_key}"
        stores.storage.clear(room_key)
        stores.consents.remove(stores.account.id, app_key)
        shutil.rmtree(self.rooms(number) / stores.account.id / app_key, ignore_errors=True)

    def forget(self, number: int) -> None:
        """Make another tester of this number, who has done nothing yet. No room of theirs may be open."""
        if number in self._open:
            self._open.pop(number).database.close()
            shutil.rmtree(self._place(number), ignore_errors=True)

    def close(self) -> None:
        """Close every database."""
        for stores in self._open.values():
            stores.database.close()
        self._open.clear()

    def _place(self, number: int) -> Path:
        return self._folder / f"tester-{number}"

    def _made(self, number: int) -> TesterStores:
        place = self._place(number)
        place.mkdir(parents=True, exist_ok=True)
        database = open_database(place / "stoa.db", self._clock).database
        accounts = AccountStore(database)
        account = accounts.ensure(self._clock(), f"Tester {number}")
        secrets = place / "secrets"
        return TesterStores(
            database=database,
            account=account,
            accounts=accounts,
            consents=ConsentStore(database),
            vault=Vault(lambda: Chosen(FileSecrets(secrets), Place.FILES, f"A tester's keys are in {secrets}.")),
            storage=StorageTable(database),
            surveys=SurveyStore(database, self._clock, lambda _account_id: account.name),
            feed=FeedStore(database, self._clock),
            pictures=PictureStore(database),
        )
