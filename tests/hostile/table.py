"""The table of roads as docs/security.md shows it: what is known without starting an engine."""

from __future__ import annotations

from itertools import groupby

from tests.hostile.held import HELD
from tests.hostile.roads import ROADS
from tests.hostile.walls import WALLS

BEGIN = "<!-- roads: written by packaging/generate.py -->"
END = "<!-- end of roads -->"


def inserted(document: str) -> str:
    """The document with the table between its two marks written anew. Raises ValueError where a mark is missing."""
    before, _, rest = document.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"docs/security.md needs the lines {BEGIN} and {END} around its table")
    return f"{before}{BEGIN}\n\n{markdown()}\n{END}{after}"


def markdown() -> str:
    """The walls, and for each group of roads what is tried and which walls close it by themselves."""
    lines = ["| Wall | What it is |", "| --- | --- |"]
    lines += [f"| {name} | {what} |" for name, what in WALLS.items()]
    reached = sum(not road.unreached for road in ROADS)
    lines += ["", f"{len(ROADS)} roads; an engine without walls lets {reached} of them through.", ""]
    for group, roads in groupby(ROADS, lambda road: road.group):
        lines += [f"### {group.capitalize()}", "", "| Road | What the page tries | Closed, each by itself, by |"]
        lines += ["| --- | --- | --- |"]
        for road in roads:
            walls = f"the engine: {road.unreached}" if road.unreached else ", ".join(HELD[road.name].split())
            lines.append(f"| {road.name} | {_cell(road.tries)} | {_cell(walls)} |")
        lines.append("")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
