"""What a trial changes about a room's page that the page itself cannot tell from the real thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWebEngineCore import QWebEngineScript, QWebEngineSettings

from stoa.engine.fittings import fit

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.engine.room import Room

# The engine's own sizes, in pixels.
_FONT_SIZE, _FIXED_FONT_SIZE = 16, 13


def size_text(room: Room, percent: int) -> None:
    """Give pages the text size of somebody who has set theirs larger or smaller."""
    settings, sizes = room.page.settings(), QWebEngineSettings.FontSize
    settings.setFontSize(sizes.DefaultFontSize, round(_FONT_SIZE * percent / 100))
    settings.setFontSize(sizes.DefaultFixedFontSize, round(_FIXED_FONT_SIZE * percent / 100))


def run_before_page(room: Room, name: str, source: str) -> None:
    """Run a script in front of the page's own, in its world, in every document and frame from the next one on."""
    script = QWebEngineScript()
    script.setName(name)
    script.setSourceCode(source)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld.value)
    script.setRunsOnSubFrames(True)
    fit(room.page, [script])


def no_relay() -> QWebEngineScript:
    """The relay of a host that has no bridge."""
    script = QWebEngineScript()
    script.setName("stoa-relay")
    script.setSourceCode("0")
    return script


def ask_page(room: Room, script: str, answer: Callable[[object], None]) -> None:
    """Evaluate a script in the isolated world, which sees the page's document and nothing of its scripts."""
    room.page.runJavaScript(script, QWebEngineScript.ScriptWorldId.ApplicationWorld.value, answer)
