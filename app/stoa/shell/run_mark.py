"""Whether the last run came to its end."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from stoa.contract.errors import StoaError

if TYPE_CHECKING:
    from stoa.shell.session import Settings

_NAME = "running"


class RunMark:
    """A mark in the settings that stands from start to clean end."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def begin(self) -> bool:
        """Set the mark. True when it stands already: the last run did not come to its end."""
        found = self._settings.get(_NAME, False) is True
        # A disk that is full is told of elsewhere; it must not keep the window from opening.
        with suppress(StoaError):
            self._settings.set(_NAME, True)
        return found

    def end(self) -> None:
        """Take the mark away."""
        with suppress(StoaError):
            self._settings.set(_NAME, False)
