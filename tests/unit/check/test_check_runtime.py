"""What a trial saw, as findings beside those in the files."""

from __future__ import annotations

from stoa.check.runtime import seen_at_run_time, unrefuted
from stoa.miniapp.errors import Finding
from stoa.miniapp.manifest import Manifest

REFUSED = {"url": "https://b.example/x?y", "refused": "not in network", "fix": 'add "https://b.example" to network'}
REACHED = {"url": "https://a.example/x", "refused": ""}
UNDECLARED = {"name": "share.post", "verdict": "not_declared", "rule": "r", "fix": 'add "share" to permissions'}
UNKNOWN = {"name": "share.fly", "verdict": "unknown_method"}
FINE = {"name": "surveys.mine", "verdict": "ok"}


def test_what_was_refused_is_told_once_with_what_would_change_it() -> None:
    findings = seen_at_run_time([REFUSED, REACHED, REFUSED], [UNDECLARED, FINE, UNKNOWN, UNDECLARED])
    assert [(one.area, one.severity, one.sentence, one.fix) for one in findings] == [
        (
            "network",
            "error",
            "when it ran, a request to https://b.example was refused: not in network",
            'add "https://b.example" to network',
        ),
        (
            "contract",
            "error",
            "when it ran, it made a call that does not exist: share.fly",
            None,
        ),
        (
            "permissions",
            "error",
            "when it ran, share.post was refused: its permission is not declared",
            'add "share" to permissions',
        ),
    ]


def test_a_trial_refutes_that_something_is_never_used_and_never_proves_it() -> None:
    manifest = Manifest(
        app_id="org.example.a", name="A", network=("https://a.example", "https://c.example", "https://b.example")
    )
    static = [
        Finding("warning", "manifest.json:3", "https://a.example is declared and no file names it"),
        Finding("warning", "manifest.json:4", "https://b.example is declared and no file names it"),
        Finding("warning", "manifest.json:5", 'the permission "surveys" is declared and never used'),
        Finding("warning", "manifest.json:6", 'the permission "files" is declared and never used'),
    ]
    methods = {"surveys.mine": "surveys", "share.post": "share"}
    odd = {"url": "https://[::1", "refused": ""} | {"url": "data:,x"}
    found = unrefuted(static, manifest, [REACHED, REFUSED, odd], [FINE], methods)
    assert [one.where for one in found] == ["manifest.json:4", "manifest.json:6"]
