"""How much is measured, and where: what every section of the bench is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench import pages
from tests.bench.starts import begin

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.chromium import Peer


@dataclass(slots=True)
class Plan:
    """``runs`` of each figure after one that is not counted; ``rooms`` are the numbers of rooms to take memory at."""

    folder: Path
    runs: int
    rooms: tuple[int, ...]
    posts: tuple[int, ...]
    catalogue: int
    peer: Peer | None

    def data(self, name: str, count: int) -> Path:
        """A data folder of its own with ``count`` pages installed, begun but not running."""
        data = self.folder / name / "data"
        if not data.exists():
            data.mkdir(parents=True)
            begin(data)
            pages.install(data, count)
        return data

    @property
    def most(self) -> int:
        """The most rooms."""
        return max(self.rooms)


FULL = {"runs": 15, "rooms": (1, 5, 10, 25), "posts": (100_000, 1_000_000), "catalogue": 1_000_000}
QUICK = {"runs": 5, "rooms": (1, 3, 6), "posts": (10_000, 100_000), "catalogue": 100_000}
