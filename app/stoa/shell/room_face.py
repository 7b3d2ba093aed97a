"""What the window knows of an open room beside the room itself, and how its header shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from stoa.miniapp.app import MiniApp, Source
from stoa.miniapp.author_key import short_fingerprint
from stoa.shell.room_header import ChipFace, HeaderFace

if TYPE_CHECKING:
    from pydantic import JsonValue
    from PySide6.QtGui import QPixmap

    from stoa.engine.refusal import Refusal
    from stoa.engine.room import Room
    from stoa.shell.room_window import RoomWindow

translate = QCoreApplication.translate
_REFUSALS_MAX = 200
# A longer name would push the other chips away; the tooltip has it whole.
_SIGNER_MAX_CHARS = 24


# Qt's signals refer weakly to whose methods they call.
@dataclass(slots=True, weakref_slot=True)
class RoomFace:
    """One open room. ``start`` is what its opener gave it; ``closing_text`` is None while closing needs no question.

    ``window`` is its own window while it is torn off, and None while it has a tab of the stage.
    """

    app: MiniApp
    icon: QPixmap | None
    room: Room
    title: str = ""
    back: bool = False
    closing_text: str | None = None
    start: JsonValue = None
    window: RoomWindow | None = None
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The room's key."""
        return self.room.caller.room_key

    @property
    def name(self) -> str:
        """The app's name, as the manifest says it; never what the page says."""
        return self.app.manifest.short_name or self.app.manifest.name

    def refuse(self, refusal: Refusal) -> bool:
        """Keep a refusal; False when the same one is known already."""
        if refusal in self.refusals:
            return False
        self.refusals.append(refusal)
        del self.refusals[:-_REFUSALS_MAX]
        return True

    def reload(self) -> None:
        """Load its page again, which brings nothing of the old one with it."""
        self.leave_page()
        self.room.reload()

    def leave_page(self) -> None:
        """Forget what the page said of itself: it ends, and the next one says it anew."""
        self.title, self.back, self.closing_text = "", False, None

    def header(self) -> HeaderFace:
        """What the header shows."""
        return HeaderFace(
            name=self.name,
            title="" if self.title == self.name else self.title,
            chips=(_source_chip(self.app), _network_chip(self.app)),
            can_share=True,
            back=self.back,
        )


def _source_chip(app: MiniApp) -> ChipFace:
    if app.source is Source.BUNDLED:
        return ChipFace(translate("RoomFace", "built in"), "good", "check-circle")
    if app.source is Source.PACKAGE:
        return _signer_chip(app)
    return ChipFace(
        translate("RoomFace", "from folder") if app.has_manifest else translate("RoomFace", "from folder, no manifest"),
        "warm",
        "folder",
        translate("RoomFace", "It runs from {0}, where anything may change it.").format(app.root),
    )


def _signer_chip(app: MiniApp) -> ChipFace:
    """Who signed an installed app. Never in the tone of praise: the name is the author's own word."""
    if app.signed is None or app.manifest.author is None:
        hint = translate("RoomFace", "Nobody signed it: its next update may come from anybody.")
        return ChipFace(translate("RoomFace", "unsigned"), "warm", "shield-off", hint)
    name = app.manifest.author.name
    shown = name if len(name) <= _SIGNER_MAX_CHARS else f"{name[: _SIGNER_MAX_CHARS - 1].rstrip()}…"
    hint = translate("RoomFace", "Key {0}, which alone can update it. Nobody checked that it is {1}'s.")
    return ChipFace(
        translate("RoomFace", "signed by {0}").format(shown),
        "neutral",
        "signed",
        hint.format(short_fingerprint(app.signed.key), name),
    )


def _network_chip(app: MiniApp) -> ChipFace:
    count = len(app.manifest.network)
    if count == 0:
        return ChipFace(translate("RoomFace", "no network"), "neutral", "globe-off")
    if count == 1:
        host = app.manifest.network[0].split("://", 1)[-1]
        return ChipFace(host, "neutral", "globe")
    return ChipFace(translate("RoomFace", "{0} hosts").format(count), "neutral", "globe")
