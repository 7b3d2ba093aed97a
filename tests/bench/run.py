"""Measures the program and prints one JSON document: ``python3 packaging/dev.py bench --peer chromium --write``.

Run it on a machine that does nothing else. ``docs/speed.md`` is written from the document.
"""

# ruff: noqa: E402  this checkout must be on the path before the project can be imported

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]
os.environ.pop("QTWEBENGINE_DISABLE_SANDBOX", None)  # the program is told by its own flag
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody starts without compiled files twice

from tests.bench import apps, bridge, feeds, flood, memory, page, rooms, starts
from tests.bench.chromium import Peer
from tests.bench.loopback import Loopback
from tests.bench.machine import machine
from tests.bench.plan import FULL, QUICK, Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.bench.figures import Figure

# Each section with the seconds it takes in full on two quiet cores, the peer included; told before it begins.
_SECONDS = {
    "cold_start": 40, "second_miniapp": 140, "resume": 120, "memory_and_rest": 180, "bridge": 80, "flood": 40,
    "feed": 110, "feed_start": 35, "post_search": 10, "app_search": 60, "install": 15,
}  # fmt: skip
SECTIONS: dict[str, Callable[[Plan], list[Figure]]] = {
    "cold_start": starts.measure,
    "second_miniapp": rooms.measure_opening,
    "resume": rooms.measure_resuming,
    "memory_and_rest": memory.measure,
    "bridge": bridge.measure,
    "flood": flood.measure,
    "feed": feeds.measure_frames,
    "feed_start": feeds.measure_start,
    "post_search": feeds.measure_search,
    "app_search": apps.measure_search,
    "install": apps.measure_install,
}


def measure(plan: Plan, names: Sequence[str]) -> dict[str, Any]:
    """The sections asked for, each on data folders of its own. One that fails is named and keeps no other back."""
    document: dict[str, Any] = {"machine": machine(), "sections": {}}
    document["machine"]["peer"] = None if plan.peer is None else plan.peer.version
    document["failed"] = {}
    begun, left = time.monotonic(), sum(_SECONDS[name] for name in names)
    for name in names:
        passed = time.monotonic() - begun
        sys.stderr.write(f"bench: {name}; {passed / 60:.1f} min passed, some {left / 60:.0f} min left in a full run\n")
        left -= _SECONDS[name]
        try:
            document["sections"][name] = [figure.as_json() for figure in SECTIONS[name](plan)]
        except Exception as error:  # noqa: BLE001  the other figures are worth having
            traceback.print_exc()
            document["failed"][name] = f"{type(error).__name__}: {error}".splitlines()[0]
    return document


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--peer", choices=("chromium", "none"), default="none", help="what to measure side by side")
    made.add_argument("--quick", action="store_true", help="five runs of smaller things, for a look")
    made.add_argument("--runs", type=int, help="another number of runs of each figure")
    made.add_argument("--only", action="append", choices=tuple(SECTIONS), help="this section; may be given again")
    made.add_argument("--json", type=Path, metavar="FILE", help="write the document there too")
    made.add_argument("--write", action="store_true", help="write docs/speed.json and docs/speed.md")
    made.add_argument("--from", dest="kept", type=Path, metavar="FILE", help="take this document and measure nothing")
    return made


def main() -> int:
    """Measure as the command line says."""
    asked = parser().parse_args()
    if asked.kept is not None:
        document = json.loads(asked.kept.read_text())
    else:
        with tempfile.TemporaryDirectory() as name, Loopback() as server:
            size = QUICK if asked.quick else FULL
            peer = Peer(Path(name) / "chromium", server) if asked.peer == "chromium" else None
            plan = Plan(**{**size, "folder": Path(name), "peer": peer, "runs": asked.runs or size["runs"]})
            document = measure(plan, asked.only or tuple(SECTIONS))
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    sys.stdout.write(text)
    if asked.json is not None:
        asked.json.write_text(text)
    if asked.write:
        (ROOT / "docs" / "speed.json").write_text(text)
        (ROOT / "docs" / "speed.md").write_text(page.text(document))
    return 1 if document.get("failed") else 0


if __name__ == "__main__":
    sys.exit(main())
