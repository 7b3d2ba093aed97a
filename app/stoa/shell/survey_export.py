"""All votes of a survey in a file for a spreadsheet, written piece by piece so that the window goes on meanwhile."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from stoa.contract.errors import StoaError
from stoa.shell.file_dialog import choose_to_save
from stoa.shell.refusal_words import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_NAME_MOST = 60


class Votes(Protocol):
    """What is asked of the survey store."""

    def export_csv(self, account_id: str, survey_id: str) -> Iterator[str]:
        """All votes as CSV, a little at a time."""
        ...


class Notices(Protocol):
    """Where the end is told."""

    def toast(self, text: str, tone: str) -> None:
        """Show a short notice."""
        ...


class SurveyExport(QObject):
    """Asks where to and writes the file. A file that could not be finished is not left behind."""

    def __init__(self, window: QWidget, notices: Notices, votes: Votes) -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices
        self._votes = votes

    async def export(self, account_id: str, survey_id: str, title: str) -> None:
        """Write the votes of a survey of this account."""
        name = file_stem(title) or self.tr("survey")
        place = await choose_to_save(self._window, self.tr("Export votes"), f"{name}.csv")
        if place is None:
            return
        try:
            await self._write(place, self._votes.export_csv(account_id, survey_id))
        except StoaError as error:
            self._notices.toast(told(error), "warm")
        except OSError as error:
            self._notices.toast(self.tr("{0} cannot be written: {1}").format(place.name, error.strerror), "warm")
        else:
            self._notices.toast(self.tr("Votes exported to {0}").format(place.name), "good")

    @staticmethod
    async def _write(place: Path, pieces: Iterator[str]) -> None:
        part = place.with_name(f"{place.name}.part")
        try:
            with part.open("w", encoding="utf-8-sig", newline="") as file:
                for piece in pieces:
                    file.write(piece)
                    await asyncio.sleep(0)
            part.replace(place)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise


def file_stem(title: str) -> str:
    """A title as a file may be called."""
    kept = "".join(char for char in title if char.isprintable() and char not in '/\\:*?"<>|')
    return kept.strip(" .")[:_NAME_MOST].rstrip(" .")
