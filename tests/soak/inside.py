"""Inside the running program: makes its rooms fall asleep soon, and counts what is still alive."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken, isValid

from stoa.bridge.journal import Answered, Entry
from stoa.engine import ending, pool
from stoa.wiring.afterwards import Afterwards
from tests.support.living import living

if TYPE_CHECKING:
    from stoa.shell.room_face import RoomFace

SUSPEND_AFTER_MS = 150
# One of each for every room: whatever is left of these when no room is open has leaked.
KINDS = ("Room", "RoomFace", "RoomPage", "RoomView", "RoomChannel", "RoomSpec", "SchemeHandler", "Interceptor",
         "Watchdog", "Introduction", "RoomWindow", "QWebChannel", "QWebEngineProfile", "Caller")  # fmt: skip


def is_running() -> bool:
    """Whether the program has got past its first paint."""
    return living(Afterwards) is not None


def hasten() -> None:
    """Let hidden rooms fall asleep after a moment, and a page that ended again and again be loaded at once."""
    ending.LOOP_ENDS = sys.maxsize
    pool.SUSPEND_AFTER_MS = SUSPEND_AFTER_MS
    # The event loop's workers come all at once, with the first work: let it not be in the middle.
    _rest().tasks.spawn(asyncio.to_thread(int))


def state_of(app_id: str) -> str:
    """Where the room of an app stands; empty when it is not open."""
    face = _face(app_id)
    return "" if face is None else face.room.state.value


def is_ready(app_id: str) -> bool:
    """Whether the page of an app has said that it is ready."""
    face = _face(app_id)
    return face is not None and face.room.is_ready


def renderer_of(app_id: str) -> int:
    """The process of an app's page."""
    face = _face(app_id)
    return 0 if face is None else int(face.room.page.renderProcessPid())


def tear(app_id: str) -> None:
    """Give the room of an app a window of its own."""
    if (face := _face(app_id)) is not None:
        _rest().torn.tear(face.key)


def put_back(app_id: str) -> None:
    """Give the room of an app its tab again."""
    if (face := _face(app_id)) is not None:
        _rest().torn.put_back(face.key)


def alive() -> dict[str, int]:
    """How many there are: of each kind that belongs to a room, of the program's objects, of Qt's below the windows."""
    rest = _rest()
    rest.pool.drop_spare()
    rest.pool.end_waiting()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.collect()
    kinds = Counter(type(found).__name__ for found in gc.get_objects() if _is_the_programs(found))
    windows = [window for window in QApplication.topLevelWidgets() if window.parent() is None]
    below = sum(1 + len(window.findChildren(QObject)) for window in windows)
    shown = {kind: kinds[kind] for kind in KINDS}
    return {**shown, "windows": len(windows), "Qt objects": below, "objects of Stoa": sum(kinds.values())}


def _is_the_programs(found: object) -> bool:
    """Whether something in memory is the program's own. The journal is left out: it has a bound of its own.

    So is what Qt has deleted: the hand that presses a button which deletes itself keeps its empty shell.
    So is one of a view that was opened by a tile with the focus: Qt moves the focus on as the tile goes, and the walk
    along its order (``stoa.shell.tab_order``) comes by the engine's canvas. The binding counts the view once too often
    from then on; no object refers to it, and its shell takes some hundred bytes.
    """
    kind = type(found)
    is_own = kind.__module__.startswith("stoa.") or kind.__name__ in KINDS
    return is_own and kind not in {Answered, Entry} and (not isinstance(found, Shiboken.Object) or isValid(found))


def _face(app_id: str) -> RoomFace | None:
    return next((face for face in _rest().rooms.faces.values() if face.app.app_id == app_id), None)


def _rest() -> Afterwards:
    rest = living(Afterwards)
    assert rest is not None
    return rest
