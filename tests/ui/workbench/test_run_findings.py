"""What a run shows that no file does becomes findings, each once."""

from __future__ import annotations

from stoa.miniapp.errors import Finding
from stoa.miniapp.manifest import Manifest
from stoa.workbench.accessibility import findings_in
from stoa.workbench.findings_list import begun_large, place_and_fix
from stoa.workbench.verdict import Verdict, folder_findings, run_findings

LINE = {"level": "error", "text": "Uncaught oh\nat a", "line": 3, "source": "miniapp://org.example.a/app.js"}
CALL = {"name": "survey.vote", "verdict": "invalid_params", "rule": "option is 9", "fix": None, "params": ""}
REFUSAL = {"what": "eval", "rule": "text is not run as script", "fix": None}


def test_errors_of_the_console_wrong_calls_and_refusals_are_findings_once():
    evidence = {"console": [LINE, LINE, {**LINE, "level": "info"}], "journal": [CALL, CALL], "refusals": [REFUSAL]}
    told = [(one.severity, one.where, one.sentence) for one in run_findings(evidence)]
    assert [one.area for one in run_findings(evidence)] == ["policy", "run", "run"]
    assert told == [
        ("error", "eval", "text is not run as script"),
        ("error", "survey.vote", "invalid_params: option is 9"),
        ("warning", "app.js:3", "Uncaught oh"),
    ]


def test_a_hang_is_a_finding_at_its_place():
    hangs = [{"function": "spin", "where": "/js/spin.js:3:5"}, {"function": "", "where": "/:9:1"}]
    told = [(one.severity, one.where, one.sentence) for one in run_findings({"hangs": hangs})]
    assert told == [
        ("error", "js/spin.js:3:5", "the page hangs in spin"),
        ("error", "index.html:9:1", "the page hangs in a script"),
    ]


def test_a_contrast_is_told_in_figures_and_other_violations_in_words():
    data = {"contrastRatio": 3.1, "bgColor": "#ffffff", "expectedContrastRatio": "4.5:1"}
    violations = [
        {"impact": "serious", "help": "Contrast", "id": "color-contrast",
         "nodes": [{"target": ".meta", "why": "", "data": data}]},
        {"impact": "minor", "help": "Name it", "id": "label",
         "nodes": [{"target": "input", "why": "Fix any:\n  It has no name", "data": None}]},
    ]  # fmt: skip
    contrast, name = findings_in(violations, "dark")
    assert (contrast.severity, contrast.sentence, contrast.fix) == ("error", "Contrast 3.1 : 1", "WCAG AA asks for 4.5")
    assert (contrast.area, contrast.where) == ("contrast", ".meta on #ffffff, dark theme")
    assert (name.severity, name.sentence, name.fix) == ("warning", "Name it (label)", "It has no name")
    verdict = Verdict(page=(name,), run=(contrast,))
    assert (verdict.errors, verdict.findings) == (1, (contrast, name))


def test_what_a_run_refutes_is_no_finding_of_the_folder():
    manifest = Manifest(app_id="org.example.a", name="A", network=("https://a.example",))
    unused = Finding("warning", "manifest.json:3", "https://a.example is declared and no file names it")
    asked = {"requests": [{"url": "https://a.example/x", "refused": ""}]}
    assert folder_findings([unused], manifest, {}) == (unused,)
    assert folder_findings([unused], manifest, asked) == ()
    assert folder_findings([unused], None, asked) == (unused,)


def test_the_window_begins_a_finding_with_a_capital_but_no_name_in_code():
    assert begun_large("message boxes are refused") == "Message boxes are refused"
    assert begun_large("people, and the host") == "People, and the host"
    assert begun_large("app_id is missing") == "app_id is missing"
    assert begun_large('"share" is not declared') == '"share" is not declared'
    assert begun_large("") == ""


def test_a_finding_about_the_whole_folder_names_no_place():
    assert place_and_fix(Finding("error", ".", "it is gone", "name another folder")) == "Name another folder"
    assert place_and_fix(Finding("error", ".", "it is gone")) == ""
    assert place_and_fix(Finding("error", "a.js:1", "no", "write yes")) == "a.js:1 · write yes"
    assert place_and_fix(Finding("error", "a.js:1", "no")) == "a.js:1"
