"""The report of a run as one HTML file: verdicts, pictures, and what crossed the bridge. It needs nothing beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ROWS_MAX = 200


@dataclass(slots=True)
class Result:
    """One test: ``outcome`` is ``passed``, ``failed`` or ``skipped``, ``seconds`` how long it took.

    ``picture`` is a PNG in base64 of what was shown at its end, ``evidence`` as the host gives it.
    """

    name: str
    outcome: str
    seconds: float
    message: str = ""
    profile: str = ""
    picture: str = ""
    evidence: dict[str, Any] = field(default_factory=dict)


def verdict(results: Sequence[Result]) -> str:
    """The run in one sentence."""
    failed = sum(result.outcome == "failed" for result in results)
    if not results:
        return "Nothing was tested."
    return f"{failed} of {len(results)} failed." if failed else f"All {len(results)} passed."


def html_report(title: str, facts: Iterable[tuple[str, str]], results: Sequence[Result]) -> str:
    """The report as HTML. ``facts`` are names and values for its head: version, folder, date, profile."""
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)
    tone = "bad" if any(result.outcome == "failed" for result in results) else "good"
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style><main>"
        f'<h1>{escape(title)}</h1><p class="verdict {tone}">{escape(verdict(results))}</p><dl>{rows}</dl>'
        f"{''.join(map(_section, results))}</main></html>\n"
    )


def _section(result: Result) -> str:
    shown = " open" if result.outcome == "failed" else ""
    picture = (
        f'<img alt="What it showed at the end" src="data:image/png;base64,{result.picture}">' if result.picture else ""
    )
    message = f"<pre>{escape(result.message)}</pre>" if result.message else ""
    profile = f'<span class="meta">{escape(result.profile)}</span>' if result.profile else ""
    return (
        f'<details{shown}><summary><span class="chip {escape(result.outcome)}">{escape(result.outcome)}</span>'
        f'<span class="name">{escape(_sentence(result.name))}</span>{profile}'
        f'<span class="meta">{result.seconds:.1f} s</span></summary><div class="parts">{picture}'
        f'<div class="texts">{message}{_evidence(result.evidence)}</div></div></details>'
    )


def _evidence(evidence: dict[str, Any]) -> str:
    calls = [
        (one["name"], one["verdict"], f"{one['duration_ms']:.1f}", one["params"]) for one in evidence.get("journal", [])
    ]
    requests = [
        (one["outcome"], one["method"], one["url"], one["refused"] or one["failed"])
        for one in evidence.get("requests", [])
        if not one["url"].startswith("miniapp:") or one["outcome"] in {"failed", "refused"}
    ]
    refusals = [(one["what"], one["rule"], one["fix"] or "") for one in evidence.get("refusals", [])]
    console = [(one["level"], one["text"], f"{one['source']}:{one['line']}") for one in evidence.get("console", [])]
    return (
        _table("Bridge", ("call", "verdict", "ms", "parameters"), calls)
        + _table("Requests", ("outcome", "method", "address", "why"), requests)
        + _table("Refused", ("what", "rule", "what would change it"), refusals)
        + _table("Console", ("level", "text", "place"), console)
    )


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    kept = list(rows)
    if not kept:
        return ""
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in kept[:_ROWS_MAX])
    more = f'<p class="meta">and {len(kept) - _ROWS_MAX} more</p>' if len(kept) > _ROWS_MAX else ""
    return f"<h2>{escape(title)}</h2><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _sentence(name: str) -> str:
    """``test_it_opens[dark]`` as ``It opens (dark)``."""
    words, _, rest = name.removeprefix("test_").partition("[")
    text = words.replace("_", " ").strip()
    return text[:1].upper() + text[1:] + (f" ({rest.removesuffix(']')})" if rest else "")


_STYLE = """
:root{color-scheme:light dark;--bg:#f5f3ef;--card:#fff;--line:#e7e3db;--text:#1d1c1a;--muted:#6f6a62;--good:#2f7d5b;
--goodsoft:#e2f1ea;--bad:#b4481f;--badsoft:#fbeae2}
@media(prefers-color-scheme:dark){:root{--bg:#131416;--card:#1f2124;--line:#2c2f34;--text:#ece9e3;--muted:#a09b92;
--good:#6cc29b;--goodsoft:#1e3129;--bad:#f08a63;--badsoft:#3a2620}}
body{margin:0;background:var(--bg);color:var(--text);font:14px/1.5 Inter,system-ui,sans-serif}
main{max-width:1080px;margin:0 auto;padding:32px 24px}h1{font-size:24px;margin:0}h2{font-size:14px;margin:16px 0 4px}
.verdict{font-size:16px;font-weight:600}.verdict.good{color:var(--good)}.verdict.bad{color:var(--bad)}
dl{display:flex;flex-wrap:wrap;gap:8px 24px;margin:0 0 24px}dt{color:var(--muted);font-size:12.5px}dd{margin:0}
details{background:var(--card);border:1px solid var(--line);border-radius:16px;margin:8px 0;padding:0 16px}
summary{display:flex;gap:12px;align-items:center;padding:12px 0;cursor:pointer}.name{flex:1;font-weight:600}
.chip{border-radius:99px;padding:1px 10px;font-size:12.5px;background:var(--line)}
.chip.passed{color:var(--good);background:var(--goodsoft)}.chip.failed{color:var(--bad);background:var(--badsoft)}
.meta{color:var(--muted);font-size:12.5px}.parts{display:flex;gap:16px;flex-wrap:wrap;padding-bottom:16px}
.parts img{width:240px;align-self:flex-start;border:1px solid var(--line);border-radius:10px}
.texts{flex:1;min-width:280px;overflow-x:auto}
pre{background:var(--bg);border-radius:10px;padding:12px;white-space:pre-wrap;overflow-wrap:anywhere;margin:0}
table{border-collapse:collapse;width:100%;font-size:12.5px}th{text-align:start;color:var(--muted);font-weight:400}
td,th{border-bottom:1px solid var(--line);padding:4px 8px 4px 0;vertical-align:top;overflow-wrap:anywhere}
"""
