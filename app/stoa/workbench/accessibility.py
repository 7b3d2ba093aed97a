"""axe-core on the page of a trial, in a world of its own: neither page nor policy come into it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from stoa.contract.errors import StoaError
from stoa.miniapp.errors import Finding, Severity
from stoa.workbench.answers import answer_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stoa.engine.inspector import Inspector

_WORLD = "stoa-axe"
_SECONDS = 30.0
_RUN = """
axe.run(document, { resultTypes: ['violations'], ...%s }).then((told) => JSON.stringify({
  span: [stoaBegun, performance.now()],
  violations: told.violations.map((one) => ({
    impact: one.impact, help: one.help, id: one.id,
    nodes: one.nodes.map((node) => ({
      target: String(node.target.at(-1)), why: node.failureSummary,
      data: node.any.find((check) => check.id === 'color-contrast')?.data ?? null,
    })),
  })),
})).finally(() => { delete globalThis.axe; })
"""
_ALL, _CONTRAST = "{}", "{ runOnly: ['color-contrast'] }"
# A page that takes another theme may glide there; one whose motion never ends is looked at as it is.
_SETTLE = """
new Promise((done) => setTimeout(done, 100)).then(() => Promise.race([
  Promise.allSettled(document.getAnimations().map((one) => one.finished)),
  new Promise((done) => setTimeout(done, 500)),
])).then(() => 0)
"""
_ERRORS = {"serious", "critical"}
_NODES_MAX = 20


class PageNotAskedError(StoaError):
    """The page could not be asked: it sleeps, crashed, or did not answer."""


async def look(
    inspector: Inspector, theme: str, *, contrast_alone: bool = False
) -> tuple[list[Finding], tuple[float, float]]:
    """What axe finds on the page as it is now, and when it began and ended, in the page's milliseconds.

    ``theme`` is what the page wears, for the findings to say. Raises StoaError.
    """
    context = await _world(inspector)
    begin = f"globalThis.stoaBegun = performance.now(); {_axe()}; 0"
    await _evaluate(inspector, context, begin)
    told = await _evaluate(inspector, context, _RUN % (_CONTRAST if contrast_alone else _ALL))
    if not isinstance(told, str):
        raise PageNotAskedError("The page did not answer.")
    answer = json.loads(told)
    return list(findings_in(answer["violations"], theme)), tuple(answer["span"])


async def settle(inspector: Inspector) -> None:
    """Wait until a page that was given another theme wears it. Raises StoaError."""
    await _evaluate(inspector, await _world(inspector), _SETTLE)


def findings_in(violations: list[dict[str, Any]], theme: str = "light") -> Iterator[Finding]:
    """The findings in axe's answer; serious and critical ones are errors."""
    for one in violations:
        severity: Severity = "error" if one["impact"] in _ERRORS else "warning"
        for node in one["nodes"][:_NODES_MAX]:
            data = node.get("data") or {}
            if data.get("contrastRatio"):
                where = f"{node['target']} on {data.get('bgColor')}, {theme} theme"
                fix = f"WCAG AA asks for {str(data.get('expectedContrastRatio', '4.5:1')).partition(':')[0]}"
                yield Finding(severity, where, f"Contrast {data['contrastRatio']} : 1", fix, area="contrast")
            else:
                yield Finding(severity, node["target"], f"{one['help']} ({one['id']})", _first_reason(node["why"]))


def _first_reason(text: str) -> str | None:
    lines = [line.strip() for line in (text or "").splitlines() if line.strip()]
    return lines[1] if len(lines) > 1 else None


async def _world(inspector: Inspector) -> int:
    tree = await _answer(inspector, "Page.getFrameTree", {})
    world = {"frameId": tree["frameTree"]["frame"]["id"], "worldName": _WORLD}
    return int((await _answer(inspector, "Page.createIsolatedWorld", world))["executionContextId"])


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
    try:
        return dict(await answer_to(lambda take, fail: inspector.send(command, params, take, fail), _SECONDS))
    except TimeoutError:
        raise PageNotAskedError("The page did not answer: its scripts may hang.") from None
