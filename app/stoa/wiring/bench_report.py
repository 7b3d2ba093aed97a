"""The report of a bench: one HTML file that can be attached to a bug, with picture, findings, and what happened."""

from __future__ import annotations

import base64
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice

from stoa import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from stoa.miniapp.app import MiniApp
    from stoa.miniapp.errors import Finding
    from stoa.trial.launch_profile import LaunchProfile
    from stoa.workbench.verdict import Verdict


def bench_report(
    app: MiniApp, profile: LaunchProfile, verdict: Verdict, figures: Mapping[str, float], picture: str, now: int
) -> str:
    """The report as HTML. ``picture`` is a PNG in base64, ``figures`` as the health tab has them."""
    # The testing package brings Playwright, which the program needs for nothing else.
    from stoa.testing.report import Result, html_report
    from stoa.trial.launch_profile import write_profile

    results = [
        Result("the folder passes stoa check", _outcome(verdict.folder), 0.0, _lines(verdict.folder)),
        Result("nothing went wrong in this run", _outcome(verdict.run), 0.0, _lines(verdict.run), profile.name,
               picture, dict(verdict.evidence)),
        Result("everybody can use the page as it is now", "skipped" if verdict.unasked else _outcome(verdict.page),
               0.0, verdict.unasked or _lines(verdict.page), profile.name),
        Result("the conditions of this run", "passed", 0.0, write_profile(profile), profile.name),
    ]  # fmt: skip
    if figures:
        measured = "\n".join(f"{name}: {value:,}" for name, value in figures.items() if name != "at")
        results.append(Result("figures of its health", "passed", 0.0, measured))
    moment = datetime.fromtimestamp(now / 1000).astimezone()
    facts = (
        ("Version", app.manifest.version.name), ("Id", app.app_id), ("Folder", str(app.root)),
        ("Launch profile", profile.name), ("Stoa", __version__), ("Date", f"{moment:%Y-%m-%d %H:%M:%S %z}"),
        ("Errors", str(verdict.errors)), ("Findings", str(len(verdict.findings))),
    )  # fmt: skip
    return html_report(app.manifest.name, facts, results)


def picture_of(view: QWidget) -> str:
    """What a widget shows, as PNG in base64."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    view.grab().save(buffer, "PNG")
    return base64.b64encode(buffer.data().data()).decode()


def _outcome(findings: Iterable[Finding]) -> str:
    return "failed" if any(one.severity == "error" for one in findings) else "passed"


def _lines(findings: Iterable[Finding]) -> str:
    lines = []
    for one in findings:
        lines.append(f"{one.severity}: {one.where}: {one.sentence}")
        if one.fix:
            lines.append(f"    {one.fix}")
    return "\n".join(lines)
