"""The table of docs/security.md, and what it claims, without starting an engine."""

from __future__ import annotations

import pytest
from tests.hostile import table
from tests.hostile.held import HELD
from tests.hostile.roads import ROADS
from tests.hostile.walls import SINGLE, WALLS


def test_every_road_that_leads_somewhere_is_closed_twice_or_told_of() -> None:
    once = {road.name for road in ROADS if not road.unreached and len(HELD[road.name].split()) < 2}
    assert once == set(SINGLE)


def test_only_known_walls_are_claimed_and_only_for_known_roads() -> None:
    assert {wall for walls in HELD.values() for wall in walls.split()} == set(WALLS)
    assert set(HELD) == {road.name for road in ROADS if not road.unreached}


def test_roads_are_many_and_each_has_a_name_of_its_own() -> None:
    names = [road.name for road in ROADS]
    assert len(names) == len(set(names)) > 120


def test_the_table_has_a_line_for_each_road() -> None:
    text = table.markdown()
    assert all(f"\n| {road.name} | " in text for road in ROADS)


def test_the_table_is_written_between_its_marks_and_nothing_else_is_touched() -> None:
    written = table.inserted(f"before\n{table.BEGIN}\nSTALE\n{table.END}\nafter")
    assert written.startswith(f"before\n{table.BEGIN}\n")
    assert written.endswith(f"{table.END}\nafter")
    assert "STALE" not in written
    assert table.inserted(written) == written


def test_a_page_without_marks_is_a_fault() -> None:
    with pytest.raises(ValueError, match="end of roads"):
        table.inserted("no marks")
