"""``stoa://<app-id>/<path>?query#fragment``: the link to one page of one mini-app."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, unquote

from stoa.miniapp.errors import AddressError
from stoa.miniapp.identifier import app_id_problem
from stoa.records import Record

SCHEME = "stoa"
PATH_MAX_CHARS = 1024
_ADDRESS = re.compile(r"(?i:stoa)://(?P<app_id>[^/?#]*)(?P<path>.*)", re.DOTALL)
# Control, format, surrogate, private-use and unassigned characters, line and paragraph separators, spaces.
_UNFIT_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})


class Address(Record):
    """One page of one mini-app. ``path`` starts with ``/`` and holds query and fragment too, as written."""

    app_id: str
    path: str = "/"

    def __str__(self) -> str:
        return f"{SCHEME}://{self.app_id}{self.path}"

    @property
    def route(self) -> str:
        """The path without query and fragment."""
        return self.path.partition("#")[0].partition("?")[0]

    @property
    def query(self) -> dict[str, str]:
        """The query's names and values, decoded; of two equal names the last counts."""
        return dict(parse_qsl(self.path.partition("#")[0].partition("?")[2], keep_blank_values=True))

    @property
    def fragment(self) -> str:
        """What follows ``#``, as written."""
        return self.path.partition("#")[2]


def parse_address(text: str) -> Address:
    """Parse what a person pasted or a link holds. Raises ``AddressError`` naming what to change."""
    match = _ADDRESS.fullmatch(text.strip())
    if match is None:
        raise AddressError("A Stoa link looks like stoa://org.example.recipes/page: it starts with stoa://.")
    app_id = match["app_id"].lower()
    problem = app_id_problem(app_id)
    if problem is not None:
        raise AddressError(f"The link names no mini-app after stoa://: {problem}.")
    path = match["path"]
    if not path.startswith("/"):
        path = f"/{path}"
    problem = path_problem(path)
    if problem is not None:
        raise AddressError(f"The link's path cannot be opened: {problem}.")
    return Address(app_id, path)


def path_problem(path: str) -> str | None:
    """Why ``path`` (with query and fragment) cannot be a page of a mini-app, or None when it can.

    A path that a browser would rewrite, or that leads to another origin when assigned to ``location``, is refused.
    """
    if not path.startswith("/"):
        return 'a path starts with "/"'
    if len(path) > PATH_MAX_CHARS:
        return f"a path has at most {PATH_MAX_CHARS} characters"
    if "\\" in path or any(unicodedata.category(char) in _UNFIT_CATEGORIES for char in path):
        return "a path has no spaces, backslashes or invisible characters: write them as %20, %5C and so on"
    segments = unquote(Address("", path).route).split("/")[1:]
    if "." in segments or ".." in segments:
        return 'a path has no "." or ".." in it'
    if segments[0] == "" and len(segments) > 1:
        return 'a path does not start with "//"'
    return None
