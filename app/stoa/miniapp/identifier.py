"""The id of a mini-app: a reverse domain that is also a valid host name of its origin."""

from __future__ import annotations

import hashlib
import re
from os import fsencode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

APP_ID_MAX_CHARS = 128
# Given to folders that have no manifest; no manifest may claim such an id.
FOLDER_PREFIX = "folder."
_LABEL = re.compile(r"[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")


def app_id_problem(text: str) -> str | None:
    """Why ``text`` cannot be the id of a mini-app, as a sentence, or None when it can."""
    if len(text) > APP_ID_MAX_CHARS:
        return f"an app id has at most {APP_ID_MAX_CHARS} characters"
    if text != text.lower():
        return "an app id is written in lower case"
    labels = text.split(".")
    if len(labels) < 2:
        return "an app id is a reverse domain such as org.example.recipes"
    # A label that starts with a digit could turn the host into an IP address for the engine; "xn--" is an encoding.
    if any(_LABEL.fullmatch(label) is None or label.startswith("xn--") for label in labels):
        return (
            "each part of an app id starts with a letter from a to z, goes on with letters, digits and hyphens, "
            "ends with a letter or digit, and has at most 63 characters"
        )
    return None


def folder_id(path: Path) -> str:
    """Ten hexadecimal digits for a folder, the same for the same resolved path.

    The first is a letter, so that ``folder.<id>`` is never taken for an IP address when it is a host name.
    """
    digest = hashlib.sha256(fsencode(path)).hexdigest()
    return "abcdef"[int(digest[0], 16) % 6] + digest[1:10]
