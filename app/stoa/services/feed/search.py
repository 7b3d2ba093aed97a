"""Turning what a person types into a search the full-text index can answer."""

from __future__ import annotations

WORDS_MAX = 12
CHARS_MAX = 200


def match_expression(typed: str) -> str | None:
    """The FTS5 expression for what was typed, or None when there is nothing to look for.

    Every word is quoted, so no character of it is an operator. The last word also finds words it begins,
    unless a space after it says that it is whole.
    """
    text = typed[:CHARS_MAX].encode("utf-8", "ignore").decode("utf-8").replace("\0", " ")
    words = [word for word in text.split() if any(letter.isalnum() for letter in word)][:WORDS_MAX]
    if not words:
        return None
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    if not text[-1].isspace():
        quoted[-1] += " *"
    return " AND ".join(quoted)
