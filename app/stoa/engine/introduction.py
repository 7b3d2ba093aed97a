"""Makes a room's token known to its profile before the mini-app asks for anything outside.

The filter proxy asks for credentials. Chromium hands that question to the host for some requests only: a picture or a
WebSocket that comes first just fails, and one that comes later uses what the profile was told before. So a room that
declares a host sends one request of the host's own first, to a name that leads nowhere (RFC 2606).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtNetwork import QAuthenticator

NOWHERE = "stoa.invalid"
ADDRESS = QUrl(f"https://{NOWHERE}/")
_PATIENCE_MS = 2000


class Introduction(QObject):
    """One request through the proxy; ``did_finish`` comes once: when it is through, or has kept the page for too long.

    On a machine that is too busy for it then, it goes on: what the page opens later is let in.
    ``answer`` gives the proxy the room's token (see ``RoomPage.answer_proxy``).
    """

    did_finish = Signal()

    def __init__(
        self, profile: QWebEngineProfile, answer: Callable[[QUrl, QAuthenticator, str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = QWebEnginePage(profile, profile)
        self._page.settings().setAttribute(QWebEngineSettings.WebAttribute.ErrorPageEnabled, False)
        self._page.proxyAuthenticationRequired.connect(answer)
        self._page.loadFinished.connect(self._on_through)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._finish)
        self._timer.start(_PATIENCE_MS)
        self.is_finished = False
        self._page.load(ADDRESS)

    def end(self) -> None:
        """Give the request up, now; the profile may go after this."""
        self.is_finished = True
        self._timer.stop()
        if shiboken6.isValid(self._page):
            shiboken6.delete(self._page)

    def _on_through(self) -> None:
        self._page.deleteLater()
        self._finish()

    def _finish(self) -> None:
        if not self.is_finished:
            self.is_finished = True
            self._timer.stop()
            self.did_finish.emit()
