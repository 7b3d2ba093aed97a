"""All checks of a mini-app at once: its folder, what it did in this run, and its page as it is now."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from stoa.areas import METHOD_PERMISSIONS, PERMISSION_NAMES, SINCE
from stoa.check import check_folder
from stoa.check.runtime import seen_at_run_time
from stoa.check.score import judged
from stoa.contract.errors import StoaError
from stoa.miniapp.errors import Finding
from stoa.workbench.accessibility import accessibility_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from stoa.engine.inspector import Inspector

_REFUSED = {"unknown_method", "invalid_params", "invalid_request", "parse_error"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What each check found. ``unasked`` says why the page could not be checked, where it could not."""

    folder: tuple[Finding, ...] = ()
    run: tuple[Finding, ...] = ()
    page: tuple[Finding, ...] = ()
    unasked: str = ""
    evidence: Mapping[str, Any] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, errors first."""
        return tuple(sorted((*self.folder, *self.run, *self.page), key=lambda one: one.severity != "error"))

    @property
    def errors(self) -> int:
        """How many are errors."""
        return sum(one.severity == "error" for one in self.findings)


async def judge(folder: Path, evidence: Mapping[str, Any], inspector: Inspector | None) -> Verdict:
    """Run every check. Never raises for what the mini-app does."""
    report = await asyncio.to_thread(check_folder, folder, PERMISSION_NAMES, METHOD_PERMISSIONS, SINCE)
    page: Iterable[Finding] = ()
    unasked = "" if inspector is not None else "The page sleeps, crashed or was closed."
    if inspector is not None:
        try:
            page = await accessibility_findings(inspector)
        except StoaError as error:
            unasked = str(error)
    run, page = judged("policy", run_findings(evidence)), judged("accessibility", page)
    return Verdict(tuple(report.findings), tuple(run), tuple(page), unasked, evidence)


def run_findings(evidence: Mapping[str, Any]) -> Iterator[Finding]:
    """What a run shows that no file does: refusals, calls that are wrong, errors in the console. Each once."""
    seen = set()
    for finding in (*_seen(evidence), *_called(evidence), *_written(evidence)):
        if (finding.where, finding.sentence) not in seen:
            seen.add((finding.where, finding.sentence))
            yield finding


def _seen(evidence: Mapping[str, Any]) -> Iterator[Finding]:
    """Requests and calls by the rules of the check; what else the room refused; calls that are wrong in themselves."""
    yield from seen_at_run_time(evidence.get("requests", ()), evidence.get("journal", ()))
    for one in evidence.get("refusals", ()):
        if "://" not in one["what"]:
            yield Finding("error", one["what"], one["rule"], one["fix"])


def _called(evidence: Mapping[str, Any]) -> Iterator[Finding]:
    for one in evidence.get("journal", ()):
        if one["verdict"] in _REFUSED:
            yield Finding("error", one["name"] or "bridge", f"{one['verdict']}: {one['rule']}", one["fix"])


def _written(evidence: Mapping[str, Any]) -> Iterator[Finding]:
    for one in evidence.get("console", ()):
        if one["level"] == "error":
            path = str(one["source"]).partition("://")[2].partition("/")[2]
            yield Finding("warning", f"{path or 'index.html'}:{one['line']}", one["text"].partition("\n")[0][:300])
