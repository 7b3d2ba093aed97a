"""Tests run by cost, cheapest first: what breaks a rule is known before an engine has been started."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

# Its thread has to be there before the first engine is.
import tests.support.outside  # noqa: F401

if TYPE_CHECKING:
    import pytest

# How long an example takes says more about what else the machine does than about the program.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

ORDER = ("architecture", "unit", "processes", "ui", "engine", "testing", "hostile", "e2e", "faults", "soak")
ROOT = Path(__file__).parent


def pytest_collection_finish() -> None:
    """What was collected stays to the end: looking through it for garbage again and again is a tenth of a quick run."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort by folder; within a folder nothing changes."""

    def rank(item: pytest.Item) -> int:
        first = item.path.relative_to(ROOT).parts[0] if item.path.is_relative_to(ROOT) else ""
        return ORDER.index(first) if first in ORDER else len(ORDER)

    items.sort(key=rank)
