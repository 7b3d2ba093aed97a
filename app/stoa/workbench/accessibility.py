"""axe-core on the page of a trial, in a world of its own: neither page nor policy come into it."""

from __future__ import annotations

import asyncio
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from stoa.contract.errors import StoaError
from stoa.miniapp.errors import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stoa.engine.inspector import Inspector

_WORLD = "stoa-axe"
_SECONDS = 30.0
_RUN = """
axe.run(document, { resultTypes: ['violations'] }).then((told) => JSON.stringify(told.violations.map((one) => ({
  impact: one.impact, help: one.help, id: one.id,
  nodes: one.nodes.map((node) => ({
    target: String(node.target.at(-1)), why: node.failureSummary,
    data: node.any.find((check) => check.id === 'color-contrast')?.data ?? null,
  })),
}))))
"""
_ERRORS = {"serious", "critical"}
_NODES_MAX = 20


class PageNotAskedError(StoaError):
    """The page could not be asked: it sleeps, crashed, or did not answer."""


async def accessibility_findings(inspector: Inspector) -> list[Finding]:
    """What axe finds on the page as it is now. Raises StoaError."""
    tree = await _answer(inspector, "Page.getFrameTree", {})
    world = {"frameId": tree["frameTree"]["frame"]["id"], "worldName": _WORLD}
    context = (await _answer(inspector, "Page.createIsolatedWorld", world))["executionContextId"]
    await _evaluate(inspector, context, f"{_axe()}; 0")
    told = await _evaluate(inspector, context, _RUN)
    return list(findings_in(json.loads(told))) if isinstance(told, str) else []


def findings_in(violations: list[dict[str, Any]]) -> Iterator[Finding]:
    """The findings in axe's answer; serious and critical ones are errors."""
    for one in violations:
        severity: Severity = "error" if one["impact"] in _ERRORS else "warning"
        for node in one["nodes"][:_NODES_MAX]:
            data = node.get("data") or {}
            if data.get("contrastRatio"):
                where = f"{node['target']} on {data.get('bgColor')}"
                fix = f"WCAG AA asks for {str(data.get('expectedContrastRatio', '4.5:1')).partition(':')[0]}"
                yield Finding(severity, where, f"Contrast {data['contrastRatio']} : 1", fix)
            else:
                yield Finding(severity, node["target"], f"{one['help']} ({one['id']})", _first_reason(node["why"]))


def _first_reason(text: str) -> str | None:
    lines = [line.strip() for line in (text or "").splitlines() if line.strip()]
    return lines[1] if len(lines) > 1 else None


@cache
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


async def _evaluate(inspector: Inspector, context: int, script: str) -> Any:
    asked = {"expression": script, "contextId": context, "awaitPromise": True, "returnByValue": True}
    told = await _answer(inspector, "Runtime.evaluate", asked)
    if "exceptionDetails" in told:
        raise PageNotAskedError(str(told["exceptionDetails"].get("text", "The page did not answer.")))
    return told.get("result", {}).get("value")


async def _answer(inspector: Inspector, command: str, params: Mapping[str, Any]) -> dict[str, Any]:
    answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()

    def fail(error: StoaError) -> None:
        if not answer.done():
            answer.set_exception(error)

    inspector.send(command, params, lambda told: None if answer.done() else answer.set_result(told), fail)
    try:
        return await asyncio.wait_for(answer, _SECONDS)
    except TimeoutError:
        raise PageNotAskedError("The page did not answer: its scripts may hang.") from None
