"""The page of the bench's figures."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench import page
from tests.bench.figures import Figure, Goal, spread

DOCS = Path(__file__).resolve().parents[3] / "docs"
MACHINE = {
    "date": "2026-01-01T00:00:00+00:00", "system": "Linux", "processor": "Some", "cores": 2, "memory_gib": 8,
    "load": [0.1, 0.2, 0.3], "gpu": False, "stoa": "1", "python": "3.11", "pyside": "6", "chromium": "140",
    "sqlite": "3", "peer": "Chromium 156",
}  # fmt: skip


def test_a_figure_knows_its_ratio_and_whether_its_goals_are_met() -> None:
    goals = (Goal(0.4, "peer"), Goal(20, at="max"), Goal(1.0, "peer", least=True))
    told = Figure("opening", "ms", [10.0, 30.0, 20.0], [100.0], goals).as_json()
    assert (told["stoa"]["median"], told["ratio"]) == (20.0, 0.2)
    assert [goal["met"] for goal in told["goals"]] == [True, False, False]
    assert [goal["goal"] for goal in told["goals"]] == ["≤ 0.4 of the peer", "≤ 20 (max)", "≥ 1 of the peer"]


def test_without_a_peer_its_goals_are_open() -> None:
    assert Figure("opening", "ms", [10.0], goals=(Goal(0.4, "peer"),)).as_json()["goals"][0]["met"] is None


def test_the_spread_names_what_one_run_in_twenty_exceeds() -> None:
    told = spread([float(number) for number in range(100)])
    assert (told["runs"], told["median"], told["p95"], told["p99"]) == (100, 49.5, 95.0, 99.0)


def test_the_page_has_a_line_for_each_figure_and_says_how_to_repeat_it() -> None:
    figure = Figure("second mini-app, cold", "ms", [120.4], [400.0], (Goal(0.4, "peer"),)).as_json()
    text = page.text({"machine": MACHINE, "sections": {"second_miniapp": [figure]}})
    assert "| second mini-app, cold | 120 ms |  | 1 | 400 ms | 0.30 | ≤ 0.4 of the peer | yes |" in text
    assert "dev.py bench --peer chromium --write" in text
    assert "Chromium 156" in text


def test_the_page_in_docs_is_the_one_that_its_figures_make() -> None:
    kept = DOCS / "speed.json"
    made = page.text(json.loads(kept.read_text())) if kept.exists() else None
    assert ((DOCS / "speed.md").read_text() if (DOCS / "speed.md").exists() else None) == made
