"""The table of docs/security.md, and what it claims, without starting an engine."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from tests.hostile import table
from tests.hostile.attacks import ATTACKS, GROUPS
from tests.hostile.held import HELD
from tests.hostile.outcomes import Outcomes
from tests.hostile.roads import ROADS
from tests.hostile.walls import WALLS

TESTS = Path(__file__).resolve().parents[2]


def test_every_road_that_leads_somewhere_is_closed_twice() -> None:
    once = {road.name for road in ROADS if not road.unreached and len(HELD[road.name].split()) < 2}
    assert once == set()


def test_only_known_walls_are_claimed_and_only_for_known_roads() -> None:
    assert {wall for walls in HELD.values() for wall in walls.split()} == set(WALLS)
    assert set(HELD) == {road.name for road in ROADS if not road.unreached}


def test_roads_are_many_and_each_has_a_name_of_its_own() -> None:
    names = [road.name for road in ROADS]
    assert len(names) == len(set(names)) > 120


def test_the_table_has_a_line_for_each_road_and_each_attack() -> None:
    text = table.markdown()
    assert all(f"\n| {road.name} | " in text for road in ROADS)
    assert all(f"\n| {attack.name} | " in text for attack in ATTACKS)


def test_each_attack_names_tests_that_are_there() -> None:
    named = {test for attack in ATTACKS for test in (attack.proof, attack.control) if test}
    assert [test for test in sorted(named) if not is_there(test)] == []


def is_there(test: str) -> bool:
    path, _, name = test.partition("::")
    return f"\ndef {name}(" in (TESTS / path).read_text(encoding="utf-8")


def test_each_group_of_attacks_has_controls_and_each_attack_one_or_a_reason() -> None:
    assert {attack.group for attack in ATTACKS if attack.control} == set(GROUPS)
    assert [attack.name for attack in ATTACKS if bool(attack.control) == bool(attack.uncontrolled)] == []
    names = [attack.name for attack in ATTACKS]
    assert len(names) == len(set(names))


def report(nodeid: str, outcome: Literal["passed", "failed", "skipped"]) -> pytest.TestReport:
    return pytest.TestReport(nodeid, ("", None, ""), {}, outcome, None, "call")


def test_an_attack_is_held_off_when_all_its_tests_passed_and_else_not() -> None:
    one, other = (attack for attack in ATTACKS if attack.name in {"channel", "bomb"})
    outcomes = Outcomes()
    assert outcomes.rows() == []
    outcomes.pytest_runtest_logreport(report(f"tests/{one.proof}[a]", "passed"))
    outcomes.pytest_runtest_logreport(report(f"tests/{one.control}", "failed"))
    outcomes.pytest_runtest_logreport(report(f"tests/{other.proof}[a]", "passed"))
    outcomes.pytest_runtest_logreport(report(f"tests/{other.proof}[b]", "failed"))
    said = {attack.name: words for attack, *words in outcomes.rows()}
    assert said["channel"] == ["held off", "NOT REACHED"]
    assert said["bomb"] == ["GOT THROUGH", "not tried"]


def test_the_table_is_written_between_its_marks_and_nothing_else_is_touched() -> None:
    written = table.inserted(f"before\n{table.BEGIN}\nSTALE\n{table.END}\nafter")
    assert written.startswith(f"before\n{table.BEGIN}\n")
    assert written.endswith(f"{table.END}\nafter")
    assert "STALE" not in written
    assert table.inserted(written) == written


def test_a_page_without_marks_is_a_fault() -> None:
    with pytest.raises(ValueError, match="end of roads"):
        table.inserted("no marks")
