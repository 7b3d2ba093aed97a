"""Answers the engine's question about a web feature: now or later, exactly once, and with no when anything fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from PySide6.QtWebEngineCore import QWebEnginePermission

    Spawn = Callable[[Coroutine[Any, Any, None]], object]


def decide_beside(spawn: Spawn, allowed: Awaitable[bool], answer: Callable[[bool], None]) -> None:
    """Wait beside for whether it is allowed, and answer with that. ``spawn`` runs a coroutine beside."""

    async def decide() -> None:
        verdict = False
        try:
            verdict = await allowed
        finally:
            answer(verdict)

    spawn(decide())


def tell_engine(permission: QWebEnginePermission, *, granted: bool) -> None:
    """Hand the engine its answer."""
    if granted:
        permission.grant()
    else:
        permission.deny()
