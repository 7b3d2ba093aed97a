"""Every request of a profile passes here; what the manifest does not declare is blocked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

from stoa.engine.chromium import SCHEME
from stoa.engine.refusal import Refusal, Refuse
from stoa.miniapp.policy import NetworkRule, allows

_DEFAULT_PORTS = {"https": 443, "wss": 443}
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
            return
        if url.scheme() != SCHEME:
            self._refuse(_refusal(url))

    def _is_allowed(self, url: QUrl) -> bool:
        scheme = url.scheme()
        if scheme == SCHEME:
            return url.host() == self._app_id
        if scheme in _INNER_SCHEMES:
            return True
        if scheme not in _DEFAULT_PORTS:
            return False
        return allows(self._rules, scheme, url.host(), url.port(_DEFAULT_PORTS[scheme]))


def _refusal(url: QUrl) -> Refusal:
    shown = url.toDisplayString(QUrl.ComponentFormattingOption(QUrl.UrlFormattingOption.RemoveUserInfo.value))[:300]
    if url.scheme() not in _DEFAULT_PORTS:
        return Refusal(shown, f"{url.scheme()}: is not let out; only https and wss are")
    origin = f"{url.scheme()}://{url.host()}" + (f":{url.port()}" if url.port() > 0 else "")
    return Refusal(shown, "not in the manifest's network list", f'add "{origin}" to network in manifest.json')
