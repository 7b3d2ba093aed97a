"""A room: one account and mini-app with its own profile, page, view, channel, token and watchdog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEnginePermission, QWebEngineScript

from stoa.contract.method import Caller
from stoa.engine import renderer
from stoa.engine.channel import RoomChannel
from stoa.engine.chromium import SCHEME
from stoa.engine.filter_proxy import FilterProxy
from stoa.engine.interceptor import Interceptor
from stoa.engine.page import RoomPage
from stoa.engine.profile import make_profile
from stoa.engine.refusal import Refusal
from stoa.engine.scheme import WARM_PATH, SchemeHandler
from stoa.engine.view import RoomView
from stoa.engine.watchdog import Watchdog
from stoa.miniapp.app import MiniApp
from stoa.miniapp.policy import allows, headers, network_rules

_EVENTS_WAITING_MAX = 32
_CHANNEL_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value


class RoomState(StrEnum):
    """Where a room stands."""

    WARM = "warm"
    LOADING = "loading"
    RUNNING = "running"
    HUNG = "hung"
    CRASHED = "crashed"
    ASLEEP = "asleep"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class RoomSpec:
    """What a room is made from. ``granted`` gives the web features allowed now; ``language`` is a BCP 47 tag."""

    app: MiniApp
    caller: Caller
    storage: Path
    granted: Callable[[], frozenset[str]]
    language: str
    background: QColor


class RoomHost(Protocol):
    """What a room needs from outside."""

    @property
    def sdk(self) -> bytes:
        """The text of ``/_stoa/stoa.js``."""
        ...

    @property
    def relay(self) -> QWebEngineScript:
        """The relay script."""
        ...

    @property
    def proxy(self) -> FilterProxy:
        """The only way out."""
        ...

    def receive(self, caller: Caller, raw: str, reply: Callable[[str], None]) -> None:
        """The gate."""
        ...

    def decide_web_permission(self, caller: Caller, names: tuple[str, ...], answer: Callable[[bool], None]) -> None:
        """Decide, now or later, whether a web feature may be used."""
        ...


class Room(QObject):
    """One mini-app at work. Signals announce what happened; the shell decides what is shown."""

    did_change_state = Signal(object)
    did_refuse = Signal(object)
    did_write_console = Signal(object)
    did_change_path = Signal(str)
    _did_refuse_outside = Signal(str, int, str)

    def __init__(self, spec: RoomSpec, host: RoomHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.caller = spec.caller
        self.state = RoomState.WARM
        self._host = host
        self._ready = False
        self._waiting: list[str] = []
        app_id = spec.app.manifest.app_id
        rules = network_rules(spec.app.manifest)
        self._did_refuse_outside.connect(self._on_refused_outside)
        self._token = host.proxy.admit(
            lambda name, port: any(allows(rules, scheme, name, port) for scheme in ("https", "wss")),
            lambda name, port, reason: self._did_refuse_outside.emit(name, port, reason),
        )
        self._profile = make_profile(f"room-{spec.caller.room_id}", spec.storage, spec.language)
        self._interceptor = Interceptor(app_id, rules, self.did_refuse.emit)
        self._profile.setUrlRequestInterceptor(self._interceptor)
        self._scheme_handler = SchemeHandler(spec.app, lambda: headers(spec.app.manifest, spec.granted()), host.sdk)
        self._profile.installUrlSchemeHandler(SCHEME.encode(), self._scheme_handler)
        self._profile.scripts().insert(host.relay)
        self.page = RoomPage(app_id, self._token, lambda: "files" in self.caller.declared, self._profile)
        self.channel = RoomChannel(
            self.page.is_home, lambda raw, reply: host.receive(self.caller, raw, reply), self.page
        )
        self._web_channel = QWebChannel(self.page)
        self._web_channel.registerObject("stoa", self.channel)
        self.page.setWebChannel(self._web_channel, _CHANNEL_WORLD)
        self.view = RoomView(self.page, spec.background)
        self.watchdog = Watchdog(self.page, self)
        self._connect()

    @property
    def path(self) -> str:
        """Where the page is now: path, query and fragment."""
        url = self.page.url()
        text = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        return text.removeprefix(f"{SCHEME}://{url.host()}") or "/"

    def warm_up(self) -> None:
        """Stand on the room's origin without running any of the app."""
        self.page.load(self._url(WARM_PATH))

    def open(self, path: str, scene: str) -> None:
        """Go to a page of the app."""
        self.caller = replace(self.caller, scene=scene)
        self._begin()
        self.page.load(self._url(path))

    def change_scene(self, scene: str) -> None:
        """Say how the app was opened this time, without loading anything."""
        self.caller = replace(self.caller, scene=scene)

    def reload(self) -> None:
        """Load the page again, in a new renderer if the old one hangs or is gone."""
        if self.state is RoomState.HUNG:
            renderer.kill(self.page.renderProcessPid())
        self._begin()
        self.page.triggerAction(QWebEnginePage.WebAction.ReloadAndBypassCache)

    def mark_ready(self) -> None:
        """The page has said that it is ready: hand it the events that waited."""
        self._ready = True
        for text in self._waiting:
            self.channel.tell(text)
        self._waiting.clear()

    @property
    def is_ready(self) -> bool:
        """Whether the page said that it is ready since it was loaded."""
        return self._ready

    def tell(self, text: str) -> None:
        """Send an event, once the page listens."""
        if self._ready:
            self.channel.tell(text)
        elif len(self._waiting) < _EVENTS_WAITING_MAX:
            self._waiting.append(text)

    def set_state(self, state: RoomState) -> None:
        """Note where the room stands and say so."""
        if state is not self.state and self.state is not RoomState.CLOSED:
            self.state = state
            self.did_change_state.emit(state)

    def destroy_now(self) -> None:
        """End everything of the room, in the order the engine needs: view, page, profile."""
        if self.state is RoomState.CLOSED:
            return
        self.set_state(RoomState.CLOSED)
        self.watchdog.rest()
        self.channel.close()
        self._host.proxy.dismiss(self._token)
        for part in (self.view, self.page, self._profile):
            if shiboken6.isValid(part):
                shiboken6.delete(part)

    def _connect(self) -> None:
        page = self.page
        page.did_refuse.connect(self.did_refuse)
        page.did_write_console.connect(self.did_write_console)
        page.did_request_permission.connect(self._on_permission_requested)
        page.loadStarted.connect(self._on_load_started)
        page.loadFinished.connect(self._on_load_finished)
        page.renderProcessPidChanged.connect(renderer.confine)
        page.renderProcessTerminated.connect(self._on_renderer_terminated)
        page.urlChanged.connect(self._on_url_changed)
        self.watchdog.did_hang.connect(lambda: self.set_state(RoomState.HUNG))
        self.watchdog.did_recover.connect(lambda: self.set_state(RoomState.RUNNING))

    def _begin(self) -> None:
        self._ready = False
        self._waiting.clear()
        self.page.setWebChannel(self._web_channel, _CHANNEL_WORLD)
        self.set_state(RoomState.LOADING)

    def _url(self, path: str) -> QUrl:
        return QUrl(f"{SCHEME}://{self.spec.app.manifest.app_id}{path}", QUrl.ParsingMode.TolerantMode)

    def _on_load_started(self) -> None:
        self._ready = False

    def _on_load_finished(self, _ok: bool) -> None:  # noqa: FBT001  Qt's signature
        if self.state is RoomState.LOADING:
            self.set_state(RoomState.RUNNING)
            self.watchdog.watch()

    def _on_url_changed(self, _url: QUrl) -> None:
        if self.state is not RoomState.WARM:
            self.did_change_path.emit(self.path)

    def _on_renderer_terminated(self, _status: QWebEnginePage.RenderProcessTerminationStatus, _code: int) -> None:
        self.watchdog.rest()
        # Any document in this view, an error page too, would otherwise inherit the channel.
        self.page.setWebChannel(None)
        self.set_state(RoomState.CRASHED)

    def _on_permission_requested(self, names: tuple[str, ...], permission: QWebEnginePermission) -> None:
        def answer(granted: bool) -> None:  # noqa: FBT001  a callback with one answer
            if granted:
                permission.grant()
            else:
                permission.deny()

        self._host.decide_web_permission(self.caller, names, answer)

    def _on_refused_outside(self, name: str, port: int, reason: str) -> None:
        fix = f'add "https://{name}" to network in manifest.json' if "network list" in reason else None
        self.did_refuse.emit(Refusal(f"{name}:{port}", reason, fix))
