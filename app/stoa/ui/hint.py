"""Tooltips that show other people's words."""

from __future__ import annotations

import html


def plain_hint(text: str) -> str:
    """``text`` as a tooltip shows it to the letter: Qt takes for markup what has a tag, or ``&lt;``, in it."""
    return f"<span>{html.escape(text)}</span>".replace("\n", "<br>") if "<" in text or "&lt;" in text else text
