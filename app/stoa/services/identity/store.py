"""The table of accounts.

The window needs it before its first paint, so nothing here imports pydantic or Pillow before they are needed.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from stoa.services.identity.accounts import Account, AccountError, clean_name, generated_name, handle_for

if TYPE_CHECKING:
    from stoa.database import Database

_COLUMNS = "id, name, handle, picture, created_at"


class AccountStore:
    """The accounts of this installation and which of them is in use. There is always at least one after `ensure`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Account]:
        """Every account, oldest first."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM accounts ORDER BY rowid")  # noqa: S608  own constant
        return [Account(*row) for row in rows]

    def get(self, account_id: str) -> Account | None:
        """The account, or None when there is none of that id."""
        return _account(self._database.row(f"SELECT {_COLUMNS} FROM accounts WHERE id = ?", [account_id]))  # noqa: S608

    def add(self, name: str, picture: bytes | None, now: int) -> Account:
        """Make an account with a handle of its own; without a picture one is generated.

        Raises:
            AccountError: the name is empty or too long.
        """
        account_id = uuid.uuid4().hex
        name = clean_name(name)
        with self._database.transaction():
            taken = {handle for (handle,) in self._database.rows("SELECT handle FROM accounts")}
            account = Account(account_id, name, handle_for(name, taken), picture or _drawn(name, account_id), now)
            self._database.insert(
                "INSERT INTO accounts VALUES (?, ?, ?, ?, ?)",
                [account.id, account.name, account.handle, account.picture, account.created_at],
            )
        return account

    def rename(self, account_id: str, name: str, picture: bytes | None = None) -> Account:
        """Change the name, and the picture where one is given; the handle stays, as others may know it.

        A generated picture is drawn anew, with the initials of the new name.

        Raises:
            AccountError: the name is empty or too long, or there is no such account.
        """
        name, before = clean_name(name), self._existing(account_id)
        if picture is None and before.picture == _drawn(before.name, account_id):
            picture = _drawn(name, account_id)
        self._database.execute(
            "UPDATE accounts SET name = ?, picture = ifnull(?, picture) WHERE id = ?", [name, picture, account_id]
        )
        return self._existing(account_id)

    def remove(self, account_id: str) -> None:
        """Forget an account with all it owns in the database; if it was in use, the oldest other one is.

        Raises:
            AccountError: it is the only account.
        """
        with self._database.transaction():
            if self._database.execute("DELETE FROM accounts WHERE id = ?", [account_id]) == 0:
                return
            others = self.all()
            if not others:
                raise AccountError("This is the only account: add another one before you remove it.")
            if self.current() is None:
                self.set_current(others[0].id)

    def current(self) -> Account | None:
        """The account in use; None only before the first start has made one."""
        return _account(
            self._database.row(
                f"SELECT {_COLUMNS} FROM accounts WHERE id = (SELECT account_id FROM current_account)"  # noqa: S608
            )
        )

    def set_current(self, account_id: str) -> Account:
        """Use another account from now on.

        Raises:
            AccountError: there is no such account.
        """
        account = self._existing(account_id)
        self._database.execute("INSERT OR REPLACE INTO current_account VALUES (1, ?)", [account_id])
        return account

    def ensure(self, now: int, name: str = "") -> Account:
        """The account in use; the first start makes one, with ``name`` or an invented one, and a picture."""
        with self._database.transaction():
            account = self.current()
            if account is None:
                others = self.all()
                made = others[0] if others else self.add(name.strip() or generated_name(uuid.uuid4().hex), None, now)
                account = self.set_current(made.id)
        return account

    def _existing(self, account_id: str) -> Account:
        account = self.get(account_id)
        if account is None:
            raise AccountError("This account is gone: choose another one.")
        return account


def _account(row: tuple[Any, ...] | None) -> Account | None:
    return Account(*row) if row else None


def _drawn(name: str, seed: str) -> bytes:
    # Pillow takes 40 ms to import, and only a new account needs it.
    from stoa.services.identity.pictures import generated_picture  # noqa: PLC0415

    return generated_picture(name, seed)
