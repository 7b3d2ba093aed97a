"""The risk grade in the report."""

from __future__ import annotations

import json
from collections.abc import Callable

from stoa.check import Report

Check = Callable[..., Report]


def test_the_grade_is_told_with_its_reasons(check: Check) -> None:
    report = check(permissions=["camera", "share"], network=["https://a.example"])
    lines = report.to_text().splitlines()
    at = next(index for index, line in enumerate(lines) if "risk grade" in line)
    assert lines[at].endswith(": risk grade E (44 points); D (34 points) once it is signed")
    assert lines[at + 1 : at + 7] == [
        '    +15 it may ask for "camera"',
        "    +10 it could send what it sees, hears or reads over the network",
        "    +10 it is not signed",
        "    +4 servers it may reach: 1",
        "    +4 it asks for something personal and has no privacy_url",
        '    +1 it may ask for "share"',
    ]
    assert "error" in lines[-1]


def test_the_grade_is_in_the_json(check: Check) -> None:
    found = json.loads(check(permissions=["share"]).to_json())["risk"]
    assert (found["grade"], found["points"]) == ("B", 11)
    assert found["when_signed"] == {"grade": "A", "points": 1}
    assert found["reasons"] == [
        {"ground": "unsigned", "subject": None, "points": 10, "sentence": "it is not signed"},
        {"ground": "permission", "subject": "share", "points": 1, "sentence": 'it may ask for "share"'},
    ]


def test_one_point_is_one_point(check: Check) -> None:
    assert "A (1 point) once it is signed" in check(permissions=["share"]).to_text()


def test_a_broken_manifest_has_no_grade(check: Check) -> None:
    report = check(permissions=5)
    assert report.risk is None
    assert "risk grade" not in report.to_text()
    assert json.loads(report.to_json())["risk"] is None
