"""Counting listeners: what is garbage is none, however late it goes, and a leak is one on every machine."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from stoa.testing.listeners import growth, leaks


class Walked:
    """A page that adds listeners with every walk. They can go when it was left alone ``late`` times; None: never."""

    def __init__(self, late: int | None) -> None:
        self.profile = SimpleNamespace(theme="light", model_copy=lambda **_: None)
        self.page = self
        self.context = self
        self._late = late
        self._added = self._quiet = 0

    def new_cdp_session(self, _page: object) -> Walked:
        return self

    def evaluate(self, script: str, *_arguments: object) -> Any:
        return [] if "querySelectorAll" in script else None

    def wait_for_timeout(self, _milliseconds: int) -> None:
        """It is left alone."""
        self._quiet += 1

    def apply(self, _profile: object) -> None:
        """A walk goes on."""
        self._added, self._quiet = self._added + 1, 0

    def send(self, method: str, *_arguments: object) -> dict[str, Any]:
        if method == "HeapProfiler.collectGarbage" and self._late is not None and self._quiet >= self._late:
            self._added = 0
        metrics = [{"name": "JSEventListeners", "value": 40 + self._added}]
        return {"metrics": metrics, "result": {}}

    def detach(self) -> None:
        """Nothing to let go."""


@pytest.mark.parametrize("late", [1, 2, 4])
def test_listeners_that_can_go_a_little_later_are_no_leak(late: int) -> None:
    assert not leaks(growth(Walked(late)))  # type: ignore[arg-type]


def test_listeners_that_stay_are_a_leak() -> None:
    assert leaks(growth(Walked(None)))  # type: ignore[arg-type]
