"""What a room was refused, by which rule, and the manifest line that would change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refusal. ``what`` is the thing asked for, ``rule`` why not, ``fix`` the manifest line, if one would help."""

    what: str
    rule: str
    fix: str | None = None


Refuse = Callable[[Refusal], None]
