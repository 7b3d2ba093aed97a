"""The tables of remembered answers and of refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.database import system_clock
from stoa.miniapp.grants import Answer
from stoa.records import Record

if TYPE_CHECKING:
    from stoa.database import Clock, Database

# Of each mini-app the newest so many different refusals are kept.
REFUSALS_PER_APP = 500
# A page chooses the addresses it asks for; more of one than this tells nobody anything.
WHAT_MAX_CHARS = 500


class GrantTable:
    """Remembered answers of the permission sheet: the `GrantStore` of ``stoa.miniapp.grants``."""

    def __init__(self, database: Database, clock: Clock = system_clock) -> None:
        self._database = database
        self._clock = clock

    def remembered(self, account_id: str, app_key: str, permission: str) -> Answer | None:
        """The remembered answer, if there is one."""
        row = self._database.row(
            "SELECT answer FROM grants WHERE account_id = ? AND app_key = ? AND permission = ?",
            [account_id, app_key, permission],
        )
        return Answer(row[0]) if row else None

    def remember(self, account_id: str, app_key: str, permission: str, answer: Answer) -> None:
        """Keep an answer in place of any other. "Once" is the room's to hold: it only ends the answer before."""
        if answer is Answer.ONCE:
            self.forget(account_id, app_key, permission)
            return
        self._database.execute(
            "INSERT OR REPLACE INTO grants (account_id, app_key, permission, answer, answered_at) "
            "VALUES (?, ?, ?, ?, ?)",
            [account_id, app_key, permission, str(answer), self._clock()],
        )

    def forget(self, account_id: str, app_key: str, permission: str | None = None) -> None:
        """Forget one answer, or all of this mini-app, so that it is asked again."""
        self._database.execute(
            "DELETE FROM grants WHERE account_id = ? AND app_key = ? AND permission = ifnull(?, permission)",
            [account_id, app_key, permission],
        )

    def all_of(self, account_id: str, app_key: str) -> dict[str, Answer]:
        """All remembered answers of this mini-app by permission."""
        rows = self._database.rows(
            "SELECT permission, answer FROM grants WHERE account_id = ? AND app_key = ? ORDER BY permission",
            [account_id, app_key],
        )
        return {permission: Answer(answer) for permission, answer in rows}

    def forget_app(self, app_key: str) -> None:
        """Forget what every account answered a mini-app, as when it is uninstalled."""
        self._database.execute("DELETE FROM grants WHERE app_key = ?", [app_key])


class LoggedRefusal(Record):
    """One thing a mini-app was refused: what, by which rule, the manifest line that would change it.

    ``at`` is when it was refused last (milliseconds since 1970 UTC), ``times`` how often.
    """

    id: int
    account_id: str
    app_key: str
    what: str
    rule: str
    fix: str | None
    at: int
    times: int


class RefusalLog:
    """What was refused to mini-apps, newest first. The same refusal again is counted, not added."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, account_id: str, app_key: str, what: str, rule: str, fix: str | None, at: int) -> None:
        """Keep a refusal; the oldest of the mini-app's goes when there are more than 500."""
        values = {
            "account": account_id,
            "app": app_key,
            "what": what if len(what) <= WHAT_MAX_CHARS else what[: WHAT_MAX_CHARS - 1] + "…",
            "rule": rule,
            "fix": fix,
            "at": at,
        }
        with self._database.transaction():
            # A room may outlive its account by a moment; then there is nobody to tell.
            self._database.execute(
                """
                INSERT OR REPLACE INTO refusals (account_id, app_key, what, rule, fix, at, times)
                SELECT :account, :app, :what, :rule, :fix, :at, 1 + ifnull(
                    (SELECT times FROM refusals
                     WHERE account_id = :account AND app_key = :app AND what = :what AND rule = :rule), 0)
                WHERE EXISTS (SELECT 1 FROM accounts WHERE id = :account)
                """,
                values,
            )
            self._database.execute(
                """
                DELETE FROM refusals WHERE id IN (
                    SELECT id FROM refusals WHERE app_key = :app ORDER BY id
                    LIMIT max(0, (SELECT count(*) FROM refusals WHERE app_key = :app) - :kept))
                """,
                {"app": app_key, "kept": REFUSALS_PER_APP},
            )

    def newest(self, app_key: str, limit: int = 50, account_id: str | None = None) -> list[LoggedRefusal]:
        """The newest refusals of a mini-app, of one account or of all."""
        rows = self._database.rows(
            """
            SELECT id, account_id, app_key, what, rule, fix, at, times FROM refusals
            WHERE app_key = ? AND account_id = ifnull(?, account_id) ORDER BY id DESC LIMIT ?
            """,
            [app_key, account_id, limit],
        )
        return [LoggedRefusal(*row) for row in rows]

    def clear(self, app_key: str) -> None:
        """Forget a mini-app's refusals."""
        self._database.execute("DELETE FROM refusals WHERE app_key = ?", [app_key])
