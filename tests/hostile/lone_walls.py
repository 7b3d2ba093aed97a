"""Each wall alone: the real one out of the program, put into an engine where all others are down.

``WALLS`` says in one line what each is; ``HELD`` in held.py says which roads each one was measured to close by itself.
"""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings, QWebEngineUrlScheme

from stoa.engine.chromium import switches
from stoa.engine.datagrams import refuse_datagrams
from stoa.engine.filter_proxy import FilterProxy
from stoa.engine.interceptor import Interceptor
from stoa.engine.page import RoomPage
from stoa.engine.profile import harden, refuse_downloads
from stoa.engine.resolver import NOBODY
from stoa.engine.scheme import SchemeHandler, register_scheme
from stoa.miniapp.manifest import Manifest
from stoa.miniapp.policy import headers
from tests.hostile.walls import LOCAL

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtNetwork import QAuthenticator
    from PySide6.QtWebEngineCore import (
        QWebEnginePermission,
        QWebEngineRegisterProtocolHandlerRequest,
        QWebEngineUrlRequestJob,
    )

_Attribute = QWebEngineSettings.WebAttribute
# What the control switches on, so that the settings have something to switch off.
_LOOSE = (
    _Attribute.JavascriptCanOpenWindows, _Attribute.JavascriptCanAccessClipboard, _Attribute.JavascriptCanPaste,
    _Attribute.HyperlinkAuditingEnabled, _Attribute.DnsPrefetchEnabled, _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled, _Attribute.AllowWindowActivationFromJavaScript,
)  # fmt: skip


def won(name: str, what: str) -> None:
    """Tell whoever started this process that a page got what it wanted."""
    sys.stdout.write(f"{name} {what}\n")
    sys.stdout.flush()


class OpenPage(QWebEnginePage):
    """Says yes to everything the engine asks, and tells it."""

    def __init__(self, road: str, profile: QWebEngineProfile, parent: QWebEngineProfile | QWebEnginePage) -> None:
        super().__init__(profile, parent)
        self._road = road
        self.permissionRequested.connect(self._on_permission_requested)
        self.registerProtocolHandlerRequested.connect(self._on_protocol_handler_requested)
        self.printRequested.connect(lambda: won(road, "print"))
        self.recentlyAudibleChanged.connect(lambda audible: won(road, "sound") if audible else None)

    def createWindow(self, _kind: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        won(self._road, "window")
        return OpenPage(self._road, self.profile(), self)

    def javaScriptAlert(self, _origin: QUrl | str, _text: str) -> None:
        won(self._road, "alert")

    def javaScriptConfirm(self, _origin: QUrl | str, _text: str) -> bool:
        won(self._road, "confirm")
        return True

    def javaScriptPrompt(self, _origin: QUrl | str, _text: str, _default: str) -> tuple[bool, str]:
        won(self._road, "prompt")
        return True, "answer"

    def javaScriptConsoleMessage(self, _level: object, message: str, _line: int, _source: str) -> None:
        hear(self._road, message)

    def _on_permission_requested(self, permission: QWebEnginePermission) -> None:
        permission.grant()

    def _on_protocol_handler_requested(self, request: QWebEngineRegisterProtocolHandlerRequest) -> None:
        won(self._road, "protocol handler")
        request.accept()


class HostPage(RoomPage):
    """The program's own page; its console is listened to."""

    def __init__(self, road: str, profile: QWebEngineProfile) -> None:
        super().__init__(road, "", lambda: (), profile)
        self._road = road
        self.recentlyAudibleChanged.connect(lambda: won(road, "sound") if self.is_audible() else None)

    def javaScriptConsoleMessage(self, level: object, message: str, line: int, source: str) -> None:
        hear(self._road, message)


def hear(road: str, message: str) -> None:
    """A page says on its console that it won."""
    if message.startswith("WON "):
        won(road, message.removeprefix("WON "))


class LoneWall:
    """One wall of the program, or none (``wall`` is empty)."""

    def __init__(self, wall: str) -> None:
        self.wall = wall
        self._proxy = FilterProxy()
        self._kept: dict[str, object] = {}
        if wall == "proxy":
            self._proxy.start()

    def flags(self) -> list[str]:
        """The engine's command line."""
        real = switches(self._proxy.port, gpu=False)
        named = {
            "proxy": [flag for flag in real if flag.startswith("--proxy")],
            "rules": [flag for flag in real if flag.startswith("--host-resolver-rules")],
        }
        named[LOCAL] = [flag for flag in real if flag.startswith("--enable-features")]
        apart = [flag for flags in named.values() for flag in flags]
        named["switches"] = [flag for flag in real if flag not in apart]
        if self.wall == "proxy":
            # The rules tell the engine where the proxy is; without them it has to be told by number.
            named["proxy"][0] = f"--proxy-server=127.0.0.1:{self._proxy.port}"
        return ["--disable-gpu", "--use-fake-device-for-media-stream", *named.get(self.wall, ())]

    def close_kernel(self) -> None:
        """What the kernel refuses to the engine: call before it starts."""
        if self.wall == "datagrams" and not refuse_datagrams():
            raise RuntimeError("this kernel has no filters for system calls")

    def resolver(self, place: str) -> str:
        """Where the engine looks names up: at a place of the suite's, or as the program has it."""
        return NOBODY if self.wall == "resolver" else place

    def register(self) -> None:
        """Make the scheme known, as the program does or with every right."""
        if self.wall == "scheme":
            register_scheme()
            return
        scheme = QWebEngineUrlScheme(b"miniapp")
        scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
        flag = QWebEngineUrlScheme.Flag
        scheme.setFlags(flag.SecureScheme | flag.FetchApiAllowed | flag.ServiceWorkersAllowed | flag.CorsEnabled)
        QWebEngineUrlScheme.registerScheme(scheme)

    def profile(self, road: str) -> QWebEngineProfile:
        """A profile for one road."""
        profile = QWebEngineProfile()
        settings = profile.settings()
        for attribute in _LOOSE:
            settings.setAttribute(attribute, True)
        settings.setAttribute(_Attribute.PlaybackRequiresUserGesture, False)
        settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.AllowAllUnknownUrlSchemes)
        if self.wall == "interceptor":
            interceptor = Interceptor(road, (), lambda refusal: None)
            self._kept[road] = interceptor
            profile.setUrlRequestInterceptor(interceptor)
        if self.wall == "settings":
            harden(settings)
        else:
            # The program has none: what a page was allowed to notify of would be shown nowhere.
            profile.setNotificationPresenter(lambda notification: won(road, "notification"))
        if self.wall == "host":
            refuse_downloads(profile, lambda refusal: None)
        else:
            profile.downloadRequested.connect(lambda download: won(road, "download"))
        return profile

    def page(self, road: str, profile: QWebEngineProfile) -> QWebEnginePage:
        """A page in that profile."""
        if self.wall == "host":
            return HostPage(road, profile)
        page = OpenPage(road, profile, profile)
        if self.wall == "proxy":
            token = self._proxy.admit(lambda host, port: False, lambda *refused: None)

            def answer(_url: QUrl, authenticator: QAuthenticator, _host: str) -> None:
                authenticator.setUser("room")
                authenticator.setPassword(token)

            page.proxyAuthenticationRequired.connect(answer)
        return page

    def serves(self, job: QWebEngineUrlRequestJob) -> bool:
        """Whether the scheme handler would look for the file at all: its own app's, asked for by its own pages."""
        if self.wall != "files":
            return True
        initiator = job.initiator()
        room = job.requestUrl().host() if initiator.isEmpty() else initiator.host()
        app = SimpleNamespace(manifest=SimpleNamespace(app_id=room))
        return SchemeHandler(app, dict, b"").is_own(job, job.requestUrl())  # type: ignore[arg-type]  # all it looks at

    def dress(self, job: QWebEngineUrlRequestJob, road: str) -> None:
        """Put the policy on a response."""
        if self.wall == "policy":
            manifest = Manifest(app_id="org.example.road", name=road)
            lists = {QByteArray(k.encode()): [QByteArray(v.encode())] for k, v in headers(manifest, ()).items()}
            job.setAdditionalResponseHeaders(lists)  # type: ignore[arg-type]  # the stub knows one value for each name
