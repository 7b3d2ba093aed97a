"""Finds the program's own objects in its process, by their type."""

from __future__ import annotations

import gc
from typing import TypeVar

_Kind = TypeVar("_Kind")


def living(kind: type[_Kind]) -> _Kind | None:
    """One object of exactly this type, or None. What the start froze is looked through too."""
    # Objects of the start stand apart from the collector, which then does not list them.
    gc.unfreeze()
    return next((found for found in gc.get_objects() if type(found) is kind), None)
