"""The two ways a report is printed, and the exit code."""

from __future__ import annotations

import json

from stoa.check.report import Change, Report, in_order, split_where
from stoa.miniapp.errors import Finding

WHY = "that part of the page stays dead"
ERROR = Finding("error", "index.html:12", "a script inside a page is refused", "move it into a .js file", WHY, "policy")
WARNING = Finding("warning", "big.png", "the picture has 2.0 MB", area="sizes")


def test_text_has_a_line_for_each_finding_and_one_for_the_change() -> None:
    assert Report((ERROR, WARNING), "app/").to_text() == (
        "app/index.html:12: error: a script inside a page is refused\n"
        "    why: that part of the page stays dead\n"
        "    fix: move it into a .js file\n"
        "app/big.png: warning: the picture has 2.0 MB\n"
        "app/: score 93 of 100 (policy -5, sizes -2)\n"
        "app/: 1 error, 1 warning"
    )
    assert Report().to_text() == "score 100 of 100\n0 errors, 0 warnings"


def test_what_was_changed_is_told_first() -> None:
    report = Report((WARNING,), "app", changes=(Change("manifest.json", '"nmae" is now "name"'),))
    assert report.to_text().startswith('app/manifest.json: changed: "nmae" is now "name"\napp/big.png: warning')
    assert json.loads(report.to_json())["changes"] == [{"file": "manifest.json", "sentence": '"nmae" is now "name"'}]


def test_a_finding_about_the_whole_folder_is_told_at_the_folder() -> None:
    report = Report((Finding("error", ".", "it is not a folder"),), "apps/one")
    assert report.to_text() == (
        "apps/one: error: it is not a folder\napps/one: score 0 of 100 (manifest -100)\napps/one: 1 error, 0 warnings"
    )


def test_a_file_name_cannot_move_the_cursor() -> None:
    text = Report((Finding("error", "a\x1b[2Jb\n.js", "x"),)).to_text()
    assert text.startswith("a\\x1b[2Jb\\n.js: error: x\n")


def test_json_has_file_and_line_apart() -> None:
    assert json.loads(Report((ERROR, WARNING), "app").to_json()) == {
        "schema": 1,
        "folder": "app",
        "score": 93,
        "losses": [{"area": "policy", "points": 5, "most": 15}, {"area": "sizes", "points": 2, "most": 5}],
        "changes": [],
        "errors": 1,
        "warnings": 1,
        "risk": None,
        "findings": [
            {
                "file": "index.html",
                "line": 12,
                "severity": "error",
                "area": "policy",
                "sentence": "a script inside a page is refused",
                "why": WHY,
                "fix": "move it into a .js file",
            },
            {
                "file": "big.png",
                "line": None,
                "severity": "warning",
                "area": "sizes",
                "sentence": "the picture has 2.0 MB",
                "why": "",
                "fix": None,
            },
        ],
    }


def test_only_errors_fail() -> None:
    assert Report((WARNING,)).exit_code == 0
    assert Report((WARNING, ERROR)).exit_code == 1


def test_findings_are_in_the_order_of_places_and_told_once() -> None:
    places = ["b.js:10", "b.js:9", "manifest.json:3", "a.js", "b.js:9", "a:b"]
    findings = [Finding("error", place, "x") for place in places]
    assert [finding.where for finding in in_order(findings)] == [
        "manifest.json:3",
        "a.js",
        "a:b",
        "b.js:9",
        "b.js:10",
    ]
    assert split_where("a:b") == ("a:b", None)
