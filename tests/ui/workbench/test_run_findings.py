"""What a run shows that no file does becomes findings, each once."""

from __future__ import annotations

from stoa.workbench.accessibility import findings_in
from stoa.workbench.verdict import Verdict, run_findings

LINE = {"level": "error", "text": "Uncaught oh\nat a", "line": 3, "source": "miniapp://org.example.a/app.js"}
CALL = {"name": "survey.vote", "verdict": "invalid_params", "rule": "option is 9", "fix": None, "params": ""}
REFUSAL = {"what": "eval", "rule": "text is not run as script", "fix": None}


def test_errors_of_the_console_wrong_calls_and_refusals_are_findings_once():
    evidence = {"console": [LINE, LINE, {**LINE, "level": "info"}], "journal": [CALL, CALL], "refusals": [REFUSAL]}
    told = [(one.severity, one.where, one.sentence) for one in run_findings(evidence)]
    assert told == [
        ("error", "eval", "text is not run as script"),
        ("error", "survey.vote", "invalid_params: option is 9"),
        ("warning", "app.js:3", "Uncaught oh"),
    ]


def test_a_contrast_is_told_in_figures_and_other_violations_in_words():
    data = {"contrastRatio": 3.1, "bgColor": "#ffffff", "expectedContrastRatio": "4.5:1"}
    violations = [
        {"impact": "serious", "help": "Contrast", "id": "color-contrast",
         "nodes": [{"target": ".meta", "why": "", "data": data}]},
        {"impact": "minor", "help": "Name it", "id": "label",
         "nodes": [{"target": "input", "why": "Fix any:\n  It has no name", "data": None}]},
    ]  # fmt: skip
    contrast, name = findings_in(violations)
    assert (contrast.severity, contrast.sentence, contrast.fix) == ("error", "Contrast 3.1 : 1", "WCAG AA asks for 4.5")
    assert (name.severity, name.sentence, name.fix) == ("warning", "Name it (label)", "It has no name")
    verdict = Verdict(page=(name,), run=(contrast,))
    assert (verdict.errors, verdict.findings) == (1, (contrast, name))
