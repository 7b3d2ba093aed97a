"""Brings a room that nobody has pressed yet to the first byte of its page, and no further.

The engine has a renderer then, knows the answer's headers, has made the document and run the host's own scripts in it,
and fetched what the page is sure to ask for. Nothing of the app has run, and nothing of its page was read by the
engine: the body of the answer comes with the press (decision 0024).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QUrl

from stoa.engine.chromium import SCHEME
from stoa.engine.held_body import HeldBody
from stoa.miniapp.preload import START_BYTES, preload_header

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob


def page_url(app_id: str, path: str) -> QUrl:
    """The address of a page of a mini-app; ``path`` may have a query and a fragment."""
    return QUrl(f"{SCHEME}://{app_id}{path}", QUrl.ParsingMode.TolerantMode)


def is_within(url: QUrl, here: QUrl) -> bool:
    """Whether the engine goes to ``url`` inside the document at ``here``, which loads nothing."""
    return url.hasFragment() and _bare(url) == _bare(here)


class Standby:
    """The page that a room stands before: the answer to it has no body until it is let go.

    ``headers`` gives the policy headers as they stand now. Paths are as in ``page_url``; ``path`` is the one aimed at,
    empty when there is none. While ``is_barred``, what is let go waits for ``unbar``.
    """

    def __init__(self, app_id: str, headers: Callable[[], dict[str, str]], *, is_barred: bool) -> None:
        self.path = ""
        self.is_barred = is_barred
        self._app_id = app_id
        self._headers = headers
        self._url = QUrl()
        self._held_headers: dict[str, str] = {}
        self._body: HeldBody | None = None
        self._gone: HeldBody | None = None
        self._is_let_go = False

    @property
    def is_passing(self) -> bool:
        """Whether a page was let go whose end the engine has yet to hand on, which it does in the window's thread."""
        # The engine deletes the device as it does.
        return self._gone is not None and shiboken6.isValid(self._gone)

    def aim(self, path: str) -> QUrl:
        """Hold the answer for a page, in place of the one before. Returns the address to load."""
        url = page_url(self._app_id, path)
        # To a fragment the engine goes within the document that it has.
        if not url.hasFragment() or _bare(url) != _bare(self._url):
            self._body = None
        self.path, self._url, self._is_let_go = path, url, False
        return url

    def wants(self, url: QUrl) -> bool:
        """Whether the answer to a request is the one to be held."""
        return self.path != "" and self._body is None and _bare(url) == _bare(self._url)

    def hold(self, job: QWebEngineUrlRequestJob, find: Callable[[], Path | None]) -> tuple[dict[str, str], HeldBody]:
        """Headers and body of an answer that is held: a file, found anew when it is let go."""
        path = find()
        wanted = "" if path is None else preload_header(_start(path))
        self._held_headers, self._body = self._headers(), HeldBody(find, job)
        return {**self._held_headers, **({"Link": wanted} if wanted else {})}, self._body

    def suits(self, path: str) -> bool:
        """Whether the room can go to a page from where it stands.

        Not to a fragment of the page that is held: the engine goes there within the document, whose load it loses sight
        of now and then. Nor with other headers than the page would have now.
        """
        if self._body is None:
            return True
        is_same = _bare(page_url(self._app_id, path)) == _bare(self._url)
        return (path == self.path or not is_same) and self._held_headers == self._headers()

    def let_go(self) -> None:
        """Let the page come: what is held, or what is to be asked for."""
        self._is_let_go = True
        if not self.is_barred:
            self._gone, self._body, self.path, self._url = self._body, None, "", QUrl()
            if self._gone is not None:
                self._gone.let_go()

    def unbar(self) -> None:
        """Let go what waits, and hold nothing up any more."""
        self.is_barred = False
        if self._is_let_go:
            self.let_go()


def _bare(url: QUrl) -> str:
    return url.toString().partition("#")[0]


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(START_BYTES)
    except OSError:
        return b""
