"""Every request of a profile passes here; what the manifest does not declare is blocked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

from stoa.engine import introduction, refusal
from stoa.engine.chromium import SCHEME
from stoa.engine.refusal import ON_OWN_PAGES, Refusal, Refuse
from stoa.miniapp.origin import DEFAULT_PORTS
from stoa.miniapp.policy import NetworkRule, allows

if TYPE_CHECKING:
    from collections.abc import Sequence

# Addresses that live inside the renderer and reach nothing.
_INNER_SCHEMES = frozenset({"data", "blob", "about"})


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Lets a room's own origin and its declared hosts through, and nothing else."""

    def __init__(self, app_id: str, rules: Sequence[NetworkRule], refuse: Refuse) -> None:
        super().__init__()
        self._app_id = app_id
        self._rules = tuple(rules)
        self._refuse = refuse

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Decide one request."""
        # First of all, before anything can raise: a request is let out only when all below has said yes.
        info.block(True)
        url = info.requestUrl()
        if self._is_allowed(url):
            info.block(False)
        elif url.scheme() == SCHEME:
            self._refuse(Refusal(refusal.shown(url), ON_OWN_PAGES))
        else:
            self._refuse(refusal.of_request(url))

    def _is_allowed(self, url: QUrl) -> bool:
        scheme = url.scheme()
        if scheme == SCHEME:
            return url.host() == self._app_id
        if scheme in _INNER_SCHEMES or url == introduction.ADDRESS:
            return True
        # Encoded: the manifest names hosts in ASCII.
        host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
        return scheme in DEFAULT_PORTS and allows(self._rules, scheme, host, url.port())
