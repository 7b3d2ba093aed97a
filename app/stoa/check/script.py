"""Reading JavaScript as far as a check needs: without comments, and with or without its texts."""

from __future__ import annotations

import re

# A slash starts a regular expression where a value may start; elsewhere it divides.
_TOKEN = re.compile(
    r"""
    (?P<regex> (?: (?<=[(=:,!&|?{};\[]) | (?<=return) ) \s*
        / (?![*/]) (?: [^/\\\[\n] | \\. | \[ (?: [^\]\\\n] | \\. )* \] )+ / )
  | (?P<comment> //[^\n]* | /\*.*?(?:\*/|\Z) )
  | (?P<text> "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' )
  | (?P<template> `(?:[^`\\]|\\.)*` )
  | \\.
    """,
    re.VERBOSE | re.DOTALL,
)  # fmt: skip


def without_comments(code: str) -> str:
    """The code with comments replaced by spaces, so that every place keeps its line and column."""
    return _TOKEN.sub(lambda match: _blank(match.group()) if match.lastgroup == "comment" else match.group(), code)


def without_texts(code: str) -> str:
    """The code with comments, quoted texts and regular expressions replaced by spaces; templates hold code and stay."""
    blanked = ("comment", "text", "regex")
    return _TOKEN.sub(lambda match: _blank(match.group()) if match.lastgroup in blanked else match.group(), code)


def line_of(text: str, at: int) -> int:
    """The line, from 1, of a place in a text."""
    return text.count("\n", 0, at) + 1


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
