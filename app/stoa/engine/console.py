"""What a page's console says: lines for whoever listens, and the refusals among the engine's own words.

What Chromium refuses inside the renderer (by the policy header, its sandbox directive, or the permissions policy)
never reaches the host as a question; its console line is the only trace. A page can write the same words itself: a
refusal only informs, and the number of both is bounded.
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from stoa.bridge.limits import TokenBucket
from stoa.engine import refusal
from stoa.engine.refusal import NOBODY, ON_OWN_PAGES, Refusal
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_TEXT_MAX_CHARS = 4000
_SOURCE_MAX_CHARS = 500
_PER_SECOND = 50.0
_BURST = 500.0
# A page whose own console is bounded in the page comes nowhere near. Each line past the limit still costs the window
# some 15 microseconds: more than this, and the page is ended.
FLOOD_LINES = 50_000
# This much of it says what fills a page's memory when that runs full: lines that wait to be read. On a busy machine
# they may fill it before as many as a flood were read.
_TORRENT_LINES = FLOOD_LINES // 10
_FLOOD_SECONDS = 10.0
# Chromium's remarks about headers that the host wrote: nothing a mini-app could change.
_ABOUT_THE_HOST = ("Error with Permissions-Policy header:", "An iframe which has both allow-scripts and allow-same-or")

_BY_POLICY = re.compile(r"Refused to [a-z ]+? '(?P<url>[^']{0,2000})' because it violates the following Content Secur")
_DIRECTIVE = re.compile(r"directive: \"(?P<name>[a-z-]+)")
_MODAL = re.compile(r"Ignored call to '(?P<name>[a-z]+)\(\)'")
_FEATURE = re.compile(r"Permissions policy violation: (?P<name>[A-Za-z-]+)")
_TOP = re.compile(r"Not allowed to (?:load local resource|navigate top frame to data URL): (?P<url>.+)", re.DOTALL)
_PERMISSION_OF_FEATURE = {
    "camera": "camera",
    "microphone": "microphone",
    "geolocation": "location",
    "clipboard-read": "clipboard",
    "clipboard-write": "clipboard",
}
_HOSTS_HELP = frozenset({"connect-src", "img-src", "media-src"})
WINDOW = Refusal("a new window", "mini-apps open no windows; use host.openLink or host.openApp")
DOWNLOAD = Refusal("a download", "mini-apps download nothing; use host.saveFile")
DRAG = Refusal("a drag", "nothing is dragged out of a room; use pointer events")
_PHRASES = {
    "Refused to execute inline": Refusal(
        "inline script", "scripts stand in files of their own", 'add "inline" to script in manifest.json'
    ),
    "Refused to run the JavaScript URL": Refusal("a javascript: address", "scripts stand in files of their own"),
    # Before eval: its own line speaks of both.
    "Refused to compile or instantiate WebAssembly": Refusal(
        "WebAssembly", "off by default", 'add "wasm" to script in manifest.json'
    ),
    "'unsafe-eval' is not an allowed source": Refusal("eval", "text is not run as script"),
    "Blocked opening '": WINDOW,
    "Download is disallowed": DOWNLOAD,
    "Nothing is dragged out of a room": DRAG,
    "Blocked pointer lock": Refusal("pointer lock", NOBODY),
}


class ConsoleLine(Record):
    """One line a page wrote to its console. ``level`` is info, warning or error."""

    level: str
    text: str
    line: int
    source: str


class Console:
    """Reads one page's console. ``declared`` gives the manifest's permission names, ``now`` seconds."""

    def __init__(self, declared: Callable[[], Collection[str]], now: Callable[[], float] = time.monotonic) -> None:
        self._declared = declared
        self._bucket = TokenBucket(_PER_SECOND, _BURST, now)
        self._now = now
        self._full = False
        self._count = 0
        self._since = now()
        self._is_to_say = False

    def admits(self) -> bool:
        """Count one more line; whether it is to be read. It does the least possible: lines may come by the thousand."""
        self._count += 1
        if self._bucket.take():
            self._full = False
            return True
        if self._full:
            return False
        self._full = self._is_to_say = True
        return True

    def is_flood(self) -> bool:
        """Whether lines come in such numbers that the page has to end. Asked after a line that was not admitted."""
        now = self._now()
        if now - self._since > _FLOOD_SECONDS:
            # The time in which a page wrote little, before its flood, makes it no smaller.
            self._since, self._count = now, 1
        if self._count < FLOOD_LINES:
            return False
        self._since, self._count = now, 0
        return True

    def is_torrent(self) -> bool:
        """Whether of late far more lines came than were admitted, if not as many as a flood."""
        return self._count >= _TORRENT_LINES and self._now() - self._since <= _FLOOD_SECONDS

    def read(self, level: str, text: str, line: int, source: str) -> tuple[ConsoleLine | None, Refusal | None]:
        """The admitted line to show and the refusal in it; in place of the first one past the limit, what says so."""
        if self._is_to_say:
            self._is_to_say = False
            return ConsoleLine("warning", "Console lines come faster than the limit; they are dropped.", 0, ""), None
        if text.startswith(_ABOUT_THE_HOST):
            return None, None
        shown = ConsoleLine(level, text[:_TEXT_MAX_CHARS], line, source[:_SOURCE_MAX_CHARS])
        return shown, refusal_in(text[:_TEXT_MAX_CHARS], self._declared()) if level == "error" else None


def dialog(name: str) -> Refusal:
    """The refusal of ``alert()`` and its kin."""
    return Refusal(f"{name}()", "pages open no dialogs; use host.alert or host.confirm")


def refusal_in(text: str, declared: Collection[str]) -> Refusal | None:
    """The refusal that a line of Chromium's own speaks of."""
    if match := _BY_POLICY.match(text):
        return _by_policy(match["url"], text)
    if match := _MODAL.match(text):
        return dialog(match["name"])
    if match := _FEATURE.match(text):
        return _of_feature(match["name"].lower(), declared)
    if match := _TOP.match(text):
        return Refusal(refusal.shown(QUrl(match["url"].strip())), ON_OWN_PAGES)
    return next((known for phrase, known in _PHRASES.items() if phrase in text), None)


def _by_policy(address: str, text: str) -> Refusal:
    url = QUrl(address)
    directive = _DIRECTIVE.search(text)
    name = "" if directive is None else directive["name"]
    if name in _HOSTS_HELP:
        return refusal.of_request(url)
    if name == "form-action":
        return Refusal(refusal.shown(url), "forms are sent nowhere; read them in the page")
    # The engine keeps addresses of programs, such as mailto:, to itself.
    return Refusal(
        refusal.shown(url) or "another address", f"only the mini-app's own files are used here ({name or 'policy'})"
    )


def _of_feature(name: str, declared: Collection[str]) -> Refusal:
    permission = _PERMISSION_OF_FEATURE.get(name)
    if permission is None:
        return Refusal(name, NOBODY)
    if permission in declared:
        return Refusal(permission, "the person does not allow it")
    return refusal.of_permission(permission)
