"""Starts the program, says on its output when feed and first page of a mini-app were painted, and closes it then.

``python tests/bench/painted.py [arguments of the program]``. Both lines are JSON with the time in milliseconds since
1970. The program itself knows nothing of it: the paint event of a feed's card is watched, and the page tells its own
time as its title.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]

_LOOK_EVERY_MS = 4
MARK = "painted at "


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

    stoa.wiring.prepare_environment = prepared


def watch_cards() -> None:
    """Tell when the first card is on the screen; then look for the page."""
    from PySide6.QtCore import QTimer

    from stoa.shell.feed.card import CardWidget

    paint = CardWidget.paintEvent
    seen = []

    def watched(card: CardWidget, event: Any) -> None:
        paint(card, event)
        # The method stays in its place: Qt's side of the binding remembers which function it calls.
        if not seen:
            seen.append(card)
            # The picture reaches the screen when the event that painted it is over.
            QTimer.singleShot(0, lambda: tell(feed=time.time() * 1000))
            QTimer.singleShot(0, lambda: look_for_page(card.window()))

    CardWidget.paintEvent = watched  # type: ignore[method-assign]


def look_for_page(window: Any) -> None:
    """Tell when the page in front has told its time."""
    from PySide6.QtCore import QTimer

    if at := _told_in(window):
        tell(page=at)
        QTimer.singleShot(0, window, window.close)
    else:
        QTimer.singleShot(_LOOK_EVERY_MS, window, lambda: look_for_page(window))


def told_in_front() -> float:
    """The time that the page in front of the program's window has told, or 0; called by the hand in the program."""
    from tests.support.eye import main_window

    return _told_in(main_window())


def _told_in(window: Any) -> float:
    from stoa.shell.room_header import RoomHeader

    header = window.findChild(RoomHeader)
    title = header._title.text() if header is not None else ""
    return float(title.removeprefix(MARK)) if title.startswith(MARK) else 0.0


if __name__ == "__main__":
    sys.argv[0] = "stoa"
    watch()
    from stoa.cli import main

    main()
