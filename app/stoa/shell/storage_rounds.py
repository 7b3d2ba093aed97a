"""Which rooms' folders are worth sizing at a look. A rule only: no files, no engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

# All rooms are sized at every so many looks, whatever they did: five minutes at thirty seconds each.
ALL_AT_EVERY = 10


class StorageRounds:
    """Sizing a folder is a walk over some dozens of files, and nothing grows in one whose page does nothing.

    A room is due that worked since the last look, and once more at the look after: the engine writes what a page hands
    it by and by.
    """

    def __init__(self) -> None:
        self._looks = 0
        self._seen: dict[str, Hashable] = {}
        self._worked: frozenset[str] = frozenset()

    def due(self, work: Mapping[str, Hashable | None]) -> list[str]:
        """The rooms to size at this look, in the order given.

        ``work`` says by each open room's key how much it has worked in all; None where that is not known.
        """
        worked = frozenset(key for key, mark in work.items() if mark is None or self._seen.get(key) != mark)
        again, is_for_all = self._worked, self._looks % ALL_AT_EVERY == 0
        self._looks += 1
        self._seen = {key: mark for key, mark in work.items() if mark is not None}
        self._worked = worked
        return [key for key in work if is_for_all or key in worked or key in again]
