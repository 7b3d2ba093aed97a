"""What the card over a room says when its page has ended: why, and whether it may be loaded again now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from stoa.engine.ending import Ending

if TYPE_CHECKING:
    from stoa.engine.warden import Warden

translate = QCoreApplication.translate

_TITLES = {
    Ending.CRASHED: QT_TRANSLATE_NOOP("RoomEndings", "{0} crashed"),
    Ending.MEMORY: QT_TRANSLATE_NOOP("RoomEndings", "{0} needed too much memory"),
    Ending.THREADS: QT_TRANSLATE_NOOP("RoomEndings", "{0} did too much at once"),
    Ending.FLOOD: QT_TRANSLATE_NOOP("RoomEndings", "{0} sent too much at once"),
}
_REASONS = {
    Ending.CRASHED: QT_TRANSLATE_NOOP("RoomEndings", "Its page stopped."),
    Ending.MEMORY: QT_TRANSLATE_NOOP("RoomEndings", "Its page used more memory than an app may, and was ended."),
    Ending.THREADS: QT_TRANSLATE_NOOP(
        "RoomEndings", "Its page started more workers, frames or sounds than an app may, and was ended."
    ),
    Ending.FLOOD: QT_TRANSLATE_NOOP(
        "RoomEndings", "Its page wrote more lines to its console than Stoa can read, and was ended."
    ),
}


def words_of_end(name: str, warden: Warden) -> tuple[str, str, str | None]:
    """Title, text and button of the card. No button while a page that ended again and again has to wait."""
    reason = translate("RoomEndings", str(_REASONS[warden.ending]))
    again = translate("RoomEndings", "{0} stops again and again")
    title = again if warden.is_loop else translate("RoomEndings", str(_TITLES[warden.ending]))
    if warden.wait_seconds:
        wait = translate("RoomEndings", "Loading it again waits for {0} seconds; the button comes back by itself.")
        return title.format(name), f"{reason} {wait.format(round(warden.pause_seconds))}", None
    rest = translate("RoomEndings", "Everything else goes on; what it had stored is kept.")
    return title.format(name), f"{reason} {rest}", translate("RoomEndings", "Reload")
