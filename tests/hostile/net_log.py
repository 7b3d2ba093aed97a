"""The engine's own log of the network: which host names it set out to look up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LOOK_UP = "HOST_RESOLVER_MANAGER_JOB"


def names_looked_up(path: Path) -> set[str]:
    """The hosts that a resolver was started for. A log may end in the middle: its process ends without a farewell."""
    if not path.is_file():
        return set()
    constants, _, events = path.read_text(encoding="utf-8", errors="replace").partition('"events": [')
    types = json.loads(constants.rstrip().rstrip(",") + "}")["constants"]["logEventTypes"] if events else {}
    names = set()
    for line in events.splitlines():
        try:
            event = json.loads(line.rstrip(",").removesuffix("]}"))
        except ValueError:
            continue
        if event.get("type") == types.get(_LOOK_UP) and "host" in event.get("params", {}):
            names.add(event["params"]["host"].rpartition("/")[2].partition(":")[0])
    return names
