"""Which of Qt's decoders reads a picture that Stoa keeps.

Not told, Qt asks each of its decoders in turn, and loads them and what they need for it, one for PDF among them: 7 ms
in which Python stands still, and memory that stays.
"""

from __future__ import annotations

# All that ``stoa.services.feed.decoding`` writes, by what it begins with.
_BEGINNINGS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"RIFF": "webp"}


def format_of(data: bytes) -> str:
    """The name of an encoded picture's format; empty where it is none of the three that are kept."""
    return next((name for beginning, name in _BEGINNINGS.items() if data.startswith(beginning)), "")
