"""All checks of a mini-app at once: its folder, what it did in this run, and its page as it is now."""

from __future__ import annotations

import asyncio
from dataclasses import field
from typing import TYPE_CHECKING, Any

from stoa.areas import METHOD_PERMISSIONS, SINCE
from stoa.check import check_folder
from stoa.check.runtime import seen_at_run_time, unrefuted
from stoa.check.score import judged
from stoa.contract.errors import StoaError
from stoa.miniapp.errors import Finding
from stoa.permissions import PERMISSION_NAMES
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from stoa.miniapp.manifest import Manifest
    from stoa.workbench.page_look import PageLook

# What no page means to send. A call that does not exist is told by the rules of the check.
_REFUSED = {"invalid_params", "invalid_request", "parse_error"}


class Verdict(Record):
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


async def judge(folder: Path, manifest: Manifest | None, evidence: Mapping[str, Any], page: PageLook | None) -> Verdict:
    """Run every check. Never raises for what the mini-app does."""
    report = await asyncio.to_thread(check_folder, folder, PERMISSION_NAMES, METHOD_PERMISSIONS, SINCE)
    found: Iterable[Finding] = ()
    unasked = "" if page is not None else "The page sleeps, crashed or was closed."
    if page is not None:
        try:
            found = await page.findings()
        except StoaError as error:
            unasked = str(error)
    return Verdict(
        folder_findings(report.findings, manifest, evidence), run_findings(evidence), page_findings(found), unasked,
        evidence,
    )  # fmt: skip


def folder_findings(
    found: Sequence[Finding], manifest: Manifest | None, evidence: Mapping[str, Any]
) -> tuple[Finding, ...]:
    """What the files show, without what this run refutes."""
    if manifest is None:
        return tuple(found)
    requests, calls = evidence.get("requests", ()), evidence.get("journal", ())
    return tuple(unrefuted(found, manifest, requests, calls, METHOD_PERMISSIONS))


def page_findings(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """What axe found, with its share of the score."""
    return tuple(judged("accessibility", found))


def run_findings(evidence: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What a run shows that no file does: refusals, hangs, calls that are wrong, errors in the console. Each once."""
    found = (*_seen(evidence), *judged("run", (*_hung(evidence), *_called(evidence), *_written(evidence))))
    return tuple({(one.where, one.sentence): one for one in reversed(found)}.values())[::-1]


def _seen(evidence: Mapping[str, Any]) -> Iterator[Finding]:
    """Requests and calls by the rules of the check, and what else the room refused."""
    yield from seen_at_run_time(evidence.get("requests", ()), evidence.get("journal", ()))
    refusals = (one for one in evidence.get("refusals", ()) if "://" not in one["what"])
    yield from judged("policy", (Finding("error", one["what"], one["rule"], one["fix"]) for one in refusals))


def _hung(evidence: Mapping[str, Any]) -> Iterator[Finding]:
    fix = "let long work go on in a worker, or in parts: the page answers nobody meanwhile"
    for one in evidence.get("hangs", ()):
        path, _, rest = str(one["where"]).removeprefix("/").partition(":")
        what = one["function"] or "a script"
        yield Finding("error", f"{path or 'index.html'}:{rest}", f"the page hangs in {what}", fix)


def _called(evidence: Mapping[str, Any]) -> Iterator[Finding]:
    for one in evidence.get("journal", ()):
        if one["verdict"] in _REFUSED:
            yield Finding("error", one["name"] or "bridge", f"{one['verdict']}: {one['rule']}", one["fix"])


def _written(evidence: Mapping[str, Any]) -> Iterator[Finding]:
    for one in evidence.get("console", ()):
        if one["level"] == "error":
            path = str(one["source"]).partition("://")[2].partition("/")[2]
            yield Finding("warning", f"{path or 'index.html'}:{one['line']}", one["text"].partition("\n")[0][:300])
