"""The score: published weights, shares that add up, and bundled mini-apps that keep to them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from stoa.areas import METHOD_PERMISSIONS, SINCE
from stoa.check import check_folder
from stoa.check.answer import CheckAnswer
from stoa.check.score import WEIGHT_OF, WEIGHTS, judged, losses, score
from stoa.miniapp.errors import Finding
from stoa.permissions import PERMISSION_NAMES

ROOT = Path(__file__).resolve().parents[3]


def finding(area: str, severity: str = "warning", sentence: str = "x") -> Finding:
    return Finding(severity, "a.js:1", sentence, area=area)  # type: ignore[arg-type]


def test_the_shares_of_all_areas_are_100() -> None:
    assert sum(weight.most for weight in WEIGHTS) == 100
    assert all(0 < weight.warning <= weight.error <= weight.most for weight in WEIGHTS)
    assert score([finding(weight.name) for weight in WEIGHTS for _ in range(100)]) == 0


def test_a_finding_costs_the_points_of_its_area_and_an_area_at_most_its_share() -> None:
    assert score([]) == 100
    assert losses([finding("contrast"), finding("contrast", "error")]) == {"contrast": 4}
    assert losses([finding("policy", "error")] * 10) == {"policy": 15}


def test_an_error_in_the_manifest_costs_everything() -> None:
    assert losses([finding("contrast"), finding("manifest", "error")]) == {"manifest": 100}
    assert score([Finding("error", "manifest.json:1", "broken")]) == 0


def test_a_finding_gets_its_area_and_why_it_matters_and_keeps_its_own() -> None:
    first, second = judged("network", [finding(""), Finding("error", "a", "b", why="own", area="contract")])
    assert (first.area, first.why) == ("network", WEIGHT_OF["network"].why)
    assert (second.area, second.why) == ("contract", "own")


def test_the_page_tells_the_weights() -> None:
    page = (ROOT / "docs/checking.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.+) \| (\d+) \| (\d+) \| (\d+) \|$", page, re.MULTILINE)
    told = [(name, about, *map(int, points)) for name, about, *points in rows]
    assert told == [(one.name, one.about, one.most, one.error, one.warning) for one in WEIGHTS]


def test_the_schema_of_the_answer_is_the_documented_one() -> None:
    documented = json.loads((ROOT / "docs/check.schema.json").read_text(encoding="utf-8"))
    assert documented == CheckAnswer.model_json_schema(by_alias=True)


@pytest.mark.parametrize("name", ["cards", "pulse", "quizzes", "recipes", "wiki"])
def test_the_bundled_mini_apps_score_95_or_more(name: str) -> None:
    report = check_folder(ROOT / "miniapps" / name, PERMISSION_NAMES, METHOD_PERMISSIONS, SINCE)
    assert report.score >= 95, report.to_text()
    assert all(one.area in WEIGHT_OF and one.why for one in report.findings)
    CheckAnswer.model_validate_json(report.to_json())


def test_translations_of_a_bundled_mini_app_are_seen(tmp_path: Path) -> None:
    for name in ("pulse/words/en.js", "pulse/words/de.js", "recipes/words.js"):
        source = (ROOT / "miniapps" / name).read_text(encoding="utf-8")
        lines = [line for line in source.splitlines() if "  newSurvey:" not in line or "de.js" not in name]
        text = "\n".join(lines).replace('unit_pinch: "Prise", ', "")
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = check_folder(tmp_path, (), {}).findings
    assert [one.sentence for one in found if one.area == "words"] == [
        '"newSurvey" is there in en and not in de',
        '"unit_pinch" is there in en and not in de',
    ]


def test_a_finding_that_nobody_judged_counts_by_its_file() -> None:
    assert losses([Finding("error", "a.js:1", "x")]) == {"files": 5}
    assert losses([Finding("error", ".", "x")]) == {"manifest": 100}
