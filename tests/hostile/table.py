"""The table of roads and attacks as docs/security.md shows it: what is known without starting an engine."""

from __future__ import annotations

from itertools import groupby

from tests.hostile.attacks import ATTACKS
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
    """The walls, the roads by group with the walls that close each by themselves, and the attacks that are no roads."""
    lines = ["| Wall | What it is |", "| --- | --- |"]
    lines += [f"| {name} | {what} |" for name, what in WALLS.items()]
    return "\n".join([*lines, "", *_roads(), *_attacks()])


def _roads() -> list[str]:
    reached = sum(not road.unreached for road in ROADS)
    lines = [f"{len(ROADS)} roads; an engine without walls lets {reached} of them through.", ""]
    for group, roads in groupby(ROADS, lambda road: road.group):
        lines += _head(group.capitalize(), "Road", "Closed, each by itself, by")
        for road in roads:
            walls = f"the engine: {road.unreached}" if road.unreached else ", ".join(HELD[road.name].split())
            control = "not reached" if road.unreached else "reached"
            lines.append(f"| {road.name} | {_cell(road.tries)} | {_cell(walls)} | {control} |")
        lines.append("")
    return lines


def _attacks() -> list[str]:
    controlled = sum(bool(attack.control) for attack in ATTACKS)
    lines = [f"{len(ATTACKS)} attacks that are no roads; {controlled} have a control beside them.", ""]
    for group, attacks in groupby(ATTACKS, lambda attack: attack.group):
        lines += _head(f"Attacks: {group}", "Attack", "Closed by")
        for attack in attacks:
            control = "reached" if attack.control else f"none: {attack.uncontrolled}"
            lines.append(f"| {attack.name} | {_cell(attack.tries)} | {_cell(attack.closed_by)} | {_cell(control)} |")
        lines.append("")
    return lines


def _head(title: str, name: str, closed: str) -> list[str]:
    return [f"### {title}", "", f"| {name} | What the page tries | {closed} | Control |", "| --- | --- | --- | --- |"]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
