"""What the person agreed that installed mini-apps may ask for, and of which they have to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from stoa.contract.errors import StoaError
from stoa.logbook import Log
from stoa.miniapp.app import Source
from stoa.miniapp.grants import Asks, additions

if TYPE_CHECKING:
    from stoa.miniapp.app import MiniApp

log = Log(__name__)


class Agreements(Protocol):
    """Remembers what the person agreed that each mini-app may ask for, by ``MiniApp.key``."""

    def get(self, app_key: str) -> Asks | None:
        """What was agreed to, or None."""
        ...

    def agree(self, app_key: str, asks: Asks) -> None:
        """Keep it."""
        ...


class Agreed:
    """Of what came with Stoa, and of the person's own folders, nothing is asked."""

    def __init__(self, agreements: Agreements) -> None:
        self._agreements = agreements
        # What the disk refused to keep holds as long as the program runs.
        self._unkept: dict[str, Asks] = {}

    def is_due(self, app: MiniApp) -> bool:
        """Whether the person must be asked before this mini-app runs."""
        if app.source is not Source.PACKAGE:
            return False
        agreed = self.get(app.key)
        return agreed is None or bool(additions(agreed, app.manifest))

    def get(self, app_key: str) -> Asks | None:
        """What was agreed to, or None."""
        return self._unkept.get(app_key) or self._agreements.get(app_key)

    def agree(self, app_key: str, asks: Asks) -> None:
        """Hold it from now on, and keep it where the disk lets."""
        try:
            self._agreements.agree(app_key, asks)
        except StoaError as error:
            log.warning("agreeing.not_kept", app_key=app_key, reason=str(error))
            self._unkept[app_key] = asks
