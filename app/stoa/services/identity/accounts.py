"""The accounts of this installation: what a name may be, and the handle made from it. Pure."""

from __future__ import annotations

import random
import unicodedata
from typing import TYPE_CHECKING

from stoa.contract.errors import StoaError
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Container

NAME_MAX_CHARS = 40
PICTURE_PIXELS = 128
_HANDLE_MAX_CHARS = 24
_FIRST_WORDS = (
    "Amber",
    "Calm",
    "Cedar",
    "Coral",
    "Gentle",
    "Hazel",
    "Indigo",
    "Olive",
    "Quiet",
    "Russet",
    "Silver",
    "Sunny",
)
_SECOND_WORDS = (
    "Crane",
    "Finch",
    "Heron",
    "Ibis",
    "Kestrel",
    "Lark",
    "Marten",
    "Otter",
    "Plover",
    "Sparrow",
    "Swift",
    "Wren",
)


class AccountError(StoaError):
    """An account cannot be as asked; the sentence says what to change."""


class Account(Record):
    """One person as this installation knows them.

    ``id`` never leaves the host. ``picture`` is a square PNG of ``PICTURE_PIXELS``, made here. ``created_at`` is in
    milliseconds since 1970 UTC.
    """

    id: str
    name: str
    handle: str
    picture: bytes
    created_at: int


def clean_name(raw: str) -> str:
    """The display name in one line without invisible characters.

    Raises:
        AccountError: nothing is left, or more than 40 characters are.
    """
    # Control and format characters could turn the writing direction around and so forge what stands beside a name.
    visible = "".join(" " if char.isspace() else char for char in raw if char.isspace() or _is_visible(char))
    name = " ".join(unicodedata.normalize("NFC", visible).split())
    if not name:
        raise AccountError("The name is empty: write at least one letter.")
    if len(name) > NAME_MAX_CHARS:
        raise AccountError(f"The name has {len(name)} characters: shorten it to {NAME_MAX_CHARS}.")
    return name


def handle_for(name: str, taken: Container[str]) -> str:
    """A short lower-case name, unlike any in ``taken``: ``Ada Lovelace`` becomes ``ada-lovelace``, then ``-2``."""
    words = "".join(char if char.isalnum() else " " for char in unicodedata.normalize("NFKC", name).casefold()).split()
    base = "-".join(words)[:_HANDLE_MAX_CHARS].strip("-") or "someone"
    handle, number = base, 1
    while handle in taken:
        number += 1
        handle = f"{base}-{number}"
    return handle


def generated_name(seed: str) -> str:
    """An invented name for an account whose person has not given one, always the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  a name is no secret
    return f"{chance.choice(_FIRST_WORDS)} {chance.choice(_SECOND_WORDS)}"


def _is_visible(char: str) -> bool:
    # Joiners shape letters in Persian and Indic scripts and family emoji, so they stay although they are invisible.
    return char in "\u200c\u200d" or not unicodedata.category(char).startswith("C")
