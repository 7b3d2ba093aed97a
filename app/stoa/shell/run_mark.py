"""Whether the last run came to its end, and what is said when it did not."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from stoa.contract.errors import StoaError

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def unclean_words(names: Sequence[str]) -> str:
    """The sentence about rooms that were seen when a run ended without a word; at least one name."""
    if len(names) == 1:
        text = QCoreApplication.translate(
            "RunMark",
            "Stoa ended unexpectedly. {0} was open and was not started again; choose its tab to open it.",
        )
        return text.format(names[0])
    text = QCoreApplication.translate(
        "RunMark",
        "Stoa ended unexpectedly. {0} were open and were not started again; choose their tabs to open them.",
    )
    return text.format(", ".join(names))
