"""Starts the program, says on its output when what it was started for was painted, and closes it then.

``python tests/bench/painted.py [arguments of the program]``: the feed, or the page of a mini-app where a link is given.
Both lines are JSON with the time in milliseconds since 1970. The program itself knows nothing of it: the paint event of
a feed's card is watched, and the page tells its own time as its title.
"""

from __future__ import annotations

import json
import sys
import time
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]

MARK = "painted at "
_told: list[str] = []
# When the look of a page that was left was in the window, in place of the page.
_looks: list[float] = [0.0]


def tell(**figures: Any) -> None:
    """Write a line that the bench reads."""
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()


def watch() -> None:
    """Watch the program's parts from the moment on at which it begins with Qt; it prepares much before."""
    import stoa.wiring

    prepare = stoa.wiring.prepare_environment

    def prepared(**options: Any) -> None:
        prepare(**options)
        watch_cards()
        watch_title()

    stoa.wiring.prepare_environment = prepared


def watch_cards() -> None:
    """Tell when the first card is on the screen."""
    from PySide6.QtCore import QTimer

    def watched(painted: Any, card: Any, event: Any) -> None:
        painted(card, event)
        # The method stays in its place: Qt's side of the binding remembers which function it calls.
        if not _told:
            _told.append("feed")
            # The picture reaches the screen when the event that painted it is over.
            QTimer.singleShot(0, lambda: _end(card.window(), feed=time.time() * 1000))

    _when_imported("stoa.shell.feed.card", lambda module: _wrap(module.CardWidget, "paintEvent", watched))


def watch_title() -> None:
    """Tell when the page in front has told its time; what it painted under its room's splash counts when that goes."""
    uncovered: list[float] = []
    painted: list[tuple[float, float]] = []

    def end(widget: Any) -> None:
        if "page" not in _told and uncovered and painted:
            _told.append("page")
            at, answered = painted[0]
            _end(widget.window(), page=max(at, uncovered[0]), answered=max(answered, uncovered[0]))

    def shown(show_page: Any, frame: Any) -> None:
        was_covered = not frame._splash.isHidden()
        show_page(frame)
        if was_covered:
            uncovered.append(time.time() * 1000)
            end(frame)

    _when_imported("stoa.shell.room_frame", lambda module: _wrap(module.RoomFrame, "show_page", shown))

    def watched(show_face: Any, header: Any, face: Any) -> None:
        show_face(header, face)
        if (told := times(face.title)) is not None:
            painted.append(told)
            end(header)

    _when_imported("stoa.shell.room_header", lambda module: _wrap(module.RoomHeader, "show_face", watched))


def _end(window: Any, **figures: float) -> None:
    from PySide6.QtCore import QTimer

    tell(**figures)
    if "open" not in sys.argv or "page" in figures:
        QTimer.singleShot(0, window, window.close)


def _wrap(owner: Any, name: str, around: Any) -> None:
    inner = getattr(owner, name)
    setattr(owner, name, lambda self, *arguments: around(inner, self, *arguments))


def _when_imported(name: str, act: Any) -> None:
    """Call ``act`` with a module as soon as the program itself has imported it."""
    sys.meta_path.insert(0, _Watch(name, act))


class _Watch:
    def __init__(self, name: str, act: Any) -> None:
        self._name = name
        self._act = act

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        spec = PathFinder.find_spec(name, path, target) if name == self._name else None
        if spec is not None and spec.loader is not None:
            read = spec.loader.exec_module

            def exec_module(module: Any) -> None:
                read(module)
                self._act(module)

            spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


def times(title: str) -> tuple[float, float] | None:
    """What a page told as its title: when it was painted, and when again after its first call was answered."""
    if not title.startswith(MARK):
        return None
    painted, answered = title.removeprefix(MARK).split()
    return float(painted), float(answered)


def told_in_front() -> tuple[float, float]:
    """The times that the page in front has told, or zeros; called by the hand in the program."""
    from stoa.shell.room_header import RoomHeader
    from tests.support.eye import main_window

    header = main_window().findChild(RoomHeader)
    return (times(header._title.text()) if header is not None else None) or (0.0, 0.0)


def watch_looks() -> None:
    """From now on note when the look of a page that was left is in the window; called by the hand in the program."""
    from stoa.shell.room_frame import _Splash

    def shown(show_now: Any, splash: Any) -> None:
        # It paints at once, and hands that to the system.
        show_now(splash)
        if splash.isVisible() and splash.look is not None:
            _looks.append(time.time() * 1000)

    _wrap(_Splash, "show_now", shown)


def look_in_window() -> float:
    """When the last look was in the window; called by the hand in the program."""
    return _looks[-1]


if __name__ == "__main__":
    sys.argv[0] = "stoa"
    # First, as the command does: it says what is not read yet.
    from stoa.command import main
    from stoa.late_modules import STANDARD, postpone

    postpone(STANDARD)
    watch()
    main()
