"""docs/speed.md out of the bench's JSON."""

from __future__ import annotations

from typing import Any

_HEAD = """\
# Speed, measured

This page is written by the bench from `docs/speed.json`; nobody edits it. Measured on {date} with Stoa {stoa}
(Python {python}, PySide {pyside}, Chromium engine {chromium}, SQLite {sqlite}) on {processor}, {cores} cores,
{memory_gib} GiB, {gpu}, load {load} at the start, {system}. {peer}

Times drift from machine to machine; the ratios are what counts. A figure is the median of its runs after one that is
not counted; `p95` is what one run in twenty exceeds. Times to the screen are told by the page itself, at its second
animation frame from the run of its script on, the peer's as Stoa's; in a start not before its room's splash is gone.
What is compared with the peer is measured in turn with it.
"""
_PEER = (
    "The peer is {version}: one process, a window (`--app`) and a profile (`--profile-directory`) for each mini-app."
)
_NO_PEER = "No peer was measured."
_TABLE = """
| | Stoa | p95 | runs | peer | ratio | goal | met |
|---|---|---|---|---|---|---|---|
"""
_TAIL = """
## How to repeat it

On a machine that does nothing else, on Debian or Ubuntu:

```
python3 packaging/dev.py bench --peer chromium --write
```

`--quick` takes five runs of smaller things for a first look, `--only NAME` one section ({sections}), `--json FILE`
writes the JSON elsewhere. `--peer chromium` installs Debian's package `chromium` if it is not there.

## What is not in these figures

Both sides draw without a GPU where there is none, with the flags that this needs. Everybody's cold start is one with
its files in the disk cache. Memory is what all processes have written, and each page of a file that one of them has
mapped, counted once and whole: not the proportional set size, which would give a part of the program's libraries to the
bench, as that has them too. Memory and rest are those of the program as a person starts it, with its supervisor, whose
rooms are opened by links; elsewhere a hand inside the program presses what a person would press. The bridge's calls
pass gate, permission check, database and journal; the peer's WebSocket answers from a variable.
"""


def text(document: dict[str, Any]) -> str:
    """The page."""
    machine = document["machine"]
    peer = _PEER.format(version=machine["peer"]) if machine.get("peer") else _NO_PEER
    gpu = "a GPU" if machine["gpu"] else "no GPU"
    load = ", ".join(str(value) for value in machine["load"])
    parts = [_HEAD.format(**{**machine, "peer": peer, "gpu": gpu, "load": load})]
    for name, figures in document["sections"].items():
        parts.append(f"\n## {name.replace('_', ' ').capitalize()}\n{_TABLE}" + "".join(map(_row, figures)))
    for name, why in document.get("failed", {}).items():
        parts.append(f"\n## {name.replace('_', ' ').capitalize()}\n\nNot measured: {why}\n")
    return "".join(parts) + _TAIL.format(sections=", ".join(f"`{name}`" for name in document["sections"]))


def _row(figure: dict[str, Any]) -> str:
    own, peer, unit = figure["stoa"], figure["peer"], figure["unit"]
    goals = figure["goals"]
    cells = [
        figure["what"],
        _said(own.get("median"), unit),
        _said(own.get("p95"), unit) if own.get("runs", 0) > 1 else "",
        str(own.get("runs", 0)),
        _said(peer.get("median"), unit),
        "" if figure["ratio"] is None else f"{figure['ratio']:.2f}",
        "; ".join(goal["goal"] for goal in goals),
        "; ".join({True: "yes", False: "**no**", None: "?"}[goal["met"]] for goal in goals),
    ]
    return f"| {' | '.join(cells)} |\n"


def _said(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f} {unit}"
