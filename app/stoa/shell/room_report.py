"""What is copied when a person reports that an app's page has ended: for its author, so in English."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion

if TYPE_CHECKING:
    from stoa.shell.room_face import RoomFace

# What was refused last is what its author may want to know; a page can be refused thousands of things.
_REFUSALS = 10


def report_of(face: RoomFace, version: str) -> str:
    """The app, the page, how it ended, and what it was refused; nothing about the person but the page's path."""
    manifest = face.app.manifest
    lines = [
        f"{manifest.name} ({face.app.app_id}), version {manifest.version.name} (code {manifest.version.code})",
        f"Page: {face.room.path}",
        f"Its page ended: {face.room.warden.ending.value}",
        f"Stoa {version}, Qt {qVersion()}, {platform.system()} {platform.release()}",
    ]
    refused = [f"Refused: {refusal.what} ({refusal.rule})" for refusal in face.refusals[-_REFUSALS:]]
    return "\n".join(lines + refused)
