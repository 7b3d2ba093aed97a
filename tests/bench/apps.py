"""Mini-apps by the million and one by one: the launcher's search as one types, and installing a package."""

from __future__ import annotations

import json
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stoa.miniapp.catalog import Catalog
from stoa.miniapp.package import pack
from stoa.miniapp.search import AppIndex
from stoa.paths import miniapps
from stoa.permissions import PERMISSION_NAMES
from stoa.shell.launcher_desk import FOUND_MAX
from tests.bench.figures import Figure, Goal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.plan import Plan

_SYLLABLES = "ka lo mi ren ta vos ul pe dra sin qua fer no zi bel ho ma cri ot lan".split()  # noqa: SIM905
_WORDS = 20_000
_CATEGORIES = ("food", "games", "news", "work", "travel", "music")
_PACKAGE_FILES, _FILE_BYTES = 50, 100_000


@dataclass(slots=True)
class Entry:
    """A mini-app as a catalogue lists it: what the index reads, without the rest of a manifest."""

    app_id: str
    name: str
    description: str
    categories: tuple[str, ...]
    short_name: str | None = None

    @property
    def manifest(self) -> Entry:
        """Itself."""
        return self

    @property
    def key(self) -> str:
        """Its id."""
        return self.app_id


def entries(count: int) -> Iterator[Entry]:
    """The same invented mini-apps for the same count: names of two words, sentences whose words are as in real text."""
    chance = random.Random(count)
    words = sorted({"".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(_WORDS)})
    chance.shuffle(words)
    stock = chance.choices(words, [1 / rank for rank in range(1, len(words) + 1)], k=400_000)
    for number in range(count):
        at = chance.randrange(len(stock) - 16)
        yield Entry(
            app_id=f"org.{stock[at + 1]}.{stock[at + 2]}{number}",
            name=f"{chance.choice(words)} {stock[at]}".title(),
            description=" ".join(stock[at + 3 : at + 11]),
            categories=(chance.choice(_CATEGORIES),),
        )


def measure_search(plan: Plan) -> list[Figure]:
    """The launcher's own index over a catalogue, asked after every letter."""
    searched = Figure(
        f"search as you type in a catalogue of {plan.catalogue:,} apps", "ms", goals=(Goal(20, at="p99"),)
    )
    built = Figure(f"building the index of {plan.catalogue:,} apps", "s")
    catalogue = list(entries(plan.catalogue))
    begun = time.perf_counter()
    index = AppIndex(catalogue)
    built.values.append(time.perf_counter() - begun)
    for text in _typed(catalogue):
        for end in range(1, len(text) + 1):
            begun = time.perf_counter()
            index.search(text[:end], FOUND_MAX)
            searched.values.append((time.perf_counter() - begun) * 1000)
    return [searched, built]


def _typed(catalogue: list[Entry]) -> list[str]:
    """Rare and common words, names and ids to the end, and what is not there."""
    some = catalogue[:: max(1, len(catalogue) // 8)]
    common = max(some, key=lambda entry: len(entry.description)).description.split()[:3]
    return [
        *(entry.name for entry in some), some[0].app_id, *common, "food", "food a", "o e a", "no such thing", "zzzz",
        f"{common[0]} {some[1].name.split()[0]}",
    ]  # fmt: skip


def measure_install(plan: Plan) -> list[Figure]:
    """A package of 5 MB: read, checked, unpacked, put in its place, and there for the next start."""
    figure = Figure("install of a 5 MB package", "ms")
    catalog = Catalog(miniapps(), plan.folder / "installed", PERMISSION_NAMES)
    for run in range(-1, plan.runs):
        package = _package(plan.folder / "to-install", run + 2)
        begun = time.perf_counter()
        catalog.install(package)
        if run >= 0:
            figure.values.append((time.perf_counter() - begun) * 1000)
        catalog.uninstall(f"org.example.big{run + 2}")
    return [figure]


def _package(folder: Path, number: int) -> Path:
    """A package of 50 files of noise, which no compression makes smaller."""
    root = folder / str(number)
    root.mkdir(parents=True)
    chance = random.Random(number)
    manifest = {"app_id": f"org.example.big{number}", "name": f"Big {number}", "version": {"code": 1, "name": "1"}}
    (root / "manifest.json").write_text(json.dumps(manifest))
    (root / "index.html").write_text("<!doctype html><title>Big</title>")
    for file in range(_PACKAGE_FILES):
        (root / f"picture{file}.png").write_bytes(chance.randbytes(_FILE_BYTES))
    package = folder / f"{number}.ma"
    package.write_bytes(pack(root))
    return package
