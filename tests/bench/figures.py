"""A figure of the bench: its runs, those of the peer, and what design asks of it."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Goal:
    """At most (or at least) ``value``; of the peer's median where ``of`` says so, otherwise in the figure's unit."""

    value: float
    of: Literal["peer", "itself"] = "itself"
    at: Literal["median", "p95", "p99", "max"] = "median"
    least: bool = False

    @property
    def text(self) -> str:
        """For people."""
        sign = "≥" if self.least else "≤"
        what = f"{sign} {self.value:g}{' of the peer' if self.of == 'peer' else ''}"
        return what if self.at == "median" else f"{what} ({self.at})"


@dataclass(slots=True)
class Figure:
    """One thing that is measured. ``peer`` stays empty where there is nothing to compare with."""

    what: str
    unit: str
    values: list[float] = field(default_factory=list)
    peer: list[float] = field(default_factory=list)
    goals: tuple[Goal, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Runs, medians and spreads, the ratio of the medians, and for each goal whether it is met (None: unknown)."""
        own, peer = spread(self.values), spread(self.peer)
        ratio = round(own["median"] / peer["median"], 3) if own and peer and peer["median"] else None
        goals = [{"goal": goal.text, "met": _is_met(goal, own, ratio)} for goal in self.goals]
        return {"what": self.what, "unit": self.unit, "stoa": own, "peer": peer, "ratio": ratio, "goals": goals}


def spread(values: list[float]) -> dict[str, float]:
    """Runs, median, p95, p99, least and most; nothing of no values."""
    if not values:
        return {}
    ordered = sorted(values)
    at = lambda share: round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 3)  # noqa: E731  short
    return {
        "runs": len(ordered),
        "median": round(statistics.median(ordered), 3),
        "p95": at(0.95),
        "p99": at(0.99),
        "min": round(ordered[0], 3),
        "max": round(ordered[-1], 3),
    }


def _is_met(goal: Goal, own: dict[str, float], ratio: float | None) -> bool | None:
    reached = ratio if goal.of == "peer" else own.get(goal.at)
    if reached is None:
        return None
    return reached >= goal.value if goal.least else reached <= goal.value
