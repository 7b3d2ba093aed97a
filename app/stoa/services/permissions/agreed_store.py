"""The table of what the person agreed that each installed mini-app may ask for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stoa.database import system_clock
from stoa.miniapp.grants import Asks

if TYPE_CHECKING:
    from stoa.database import Clock, Database


class AgreedAsks:
    """By ``MiniApp.key``, for every account of this installation alike: an installed mini-app is one for all."""

    def __init__(self, database: Database, clock: Clock = system_clock) -> None:
        self._database = database
        self._clock = clock

    def get(self, app_key: str) -> Asks | None:
        """What was agreed to, or None when the mini-app was never started."""
        row = self._database.row("SELECT asks FROM agreed_asks WHERE app_key = ?", [app_key])
        if row is None:
            return None
        kept = json.loads(row[0])
        return Asks(*(frozenset(kept[name]) for name in ("permissions", "network", "script")))

    def agree(self, app_key: str, asks: Asks) -> None:
        """Keep what was agreed to in place of what was before."""
        kept = {"permissions": asks.permissions, "network": asks.network, "script": asks.script}
        text = json.dumps({name: sorted(values) for name, values in kept.items()})
        self._database.execute(
            "INSERT OR REPLACE INTO agreed_asks (app_key, asks, agreed_at) VALUES (?, ?, ?)",
            [app_key, text, self._clock()],
        )

    def forget_app(self, app_key: str) -> None:
        """Forget it, as when the mini-app is uninstalled."""
        self._database.execute("DELETE FROM agreed_asks WHERE app_key = ?", [app_key])
