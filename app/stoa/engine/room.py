"""A room: one account and mini-app with its own profile, page, view, channel, token and watchdog."""

from __future__ import annotations

import time
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEnginePermission, QWebEngineScript

from stoa.bridge.limits import TokenBucket
from stoa.engine import refusal
from stoa.engine.channel import RoomChannel
from stoa.engine.chromium import SCHEME
from stoa.engine.fittings import Fittings
from stoa.engine.interceptor import Interceptor
from stoa.engine.introduction import NOWHERE, Introduction
from stoa.engine.keepsake import Keepsake
from stoa.engine.page import RoomPage
from stoa.engine.profile import make_profile
from stoa.engine.refusal import ON_OWN_PAGES, Refusal
from stoa.engine.relay import console_script, drag_script
from stoa.engine.scheme import WARM_PATH, SchemeHandler
from stoa.engine.spec import RoomHost, RoomSpec, RoomState
from stoa.engine.standby import Standby, is_within, page_url
from stoa.engine.view import RoomView
from stoa.engine.warden import Warden
from stoa.engine.watchdog import Watchdog
from stoa.engine.web_permission import tell_engine
from stoa.miniapp.policy import allows, headers, network_rules

__all__ = ["Room", "RoomHost", "RoomSpec", "RoomState"]

_EVENTS_WAITING_MAX = 32
# Every refusal may become a line on disk: a page that provokes thousands must not keep the host busy.
_REFUSALS_PER_SECOND = 20.0
_REFUSALS_AT_ONCE = 100.0
_CHANNEL_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value


class Room(QObject):
    """One mini-app at work. Signals announce what happened; the shell decides what is shown.

    ``path`` is where the page is now, or was when it left: path, query and fragment. ``is_ready`` tells whether it
    said so since it was loaded.
    """

    did_change_state = Signal(object)
    did_refuse = Signal(object)
    did_write_console = Signal(object)
    did_change_path = Signal(str)
    did_get_ready = Signal()
    _did_refuse_outside = Signal(str, int, str)

    def __init__(self, spec: RoomSpec, host: RoomHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spec, self.caller = spec, spec.caller
        self.state, self._host = RoomState.WARM, host
        self.path, self.is_ready = "/", False
        self._waiting: list[str] = []
        self._path_after_end: str | None = None
        self._refusals = TokenBucket(_REFUSALS_PER_SECOND, _REFUSALS_AT_ONCE, time.monotonic)
        app_id = spec.app.manifest.app_id
        rules = network_rules(spec.app.manifest)
        self._did_refuse_outside.connect(self._on_refused_outside)
        self._token = host.proxy.admit(
            lambda name, port: any(allows(rules, scheme, name, port) for scheme in ("https", "wss")),
            self._did_refuse_outside.emit,
        )
        self._profile = make_profile(f"room-{spec.caller.room_id}", spec.storage, spec.language, self._refuse)
        self._interceptor = Interceptor(app_id, rules, self._refuse)
        self._profile.setUrlRequestInterceptor(self._interceptor)
        policy = lambda: headers(spec.app.manifest, spec.granted())  # noqa: E731  what is granted changes
        self.standby = Standby(app_id, policy, is_barred=bool(rules))
        self._scheme_handler = SchemeHandler(spec.app, policy, host.sdk, self.standby)
        self._profile.installUrlSchemeHandler(SCHEME.encode(), self._scheme_handler)
        self.page = RoomPage(app_id, self._token, lambda: self.caller.declared, self._profile)
        receive = lambda raw, reply: host.receive(self.caller, raw, reply)  # noqa: E731  the caller's scene changes
        self.channel = RoomChannel(self.page.is_home, self._on_document_arrived, receive, self.page)
        # The page's and not the profile's: those never come back in the new renderer after a crash.
        self._fittings = Fittings(self.page, [console_script(), drag_script(), host.relay], self)
        self._web_channel = QWebChannel(self.page)
        self._web_channel.registerObject("stoa", self.channel)
        self.page.setWebChannel(self._web_channel, _CHANNEL_WORLD)
        self.view = RoomView(self.page, spec.background)
        self.warden = Warden(self.page, self)
        self.watchdog = Watchdog(self.page, self.view, self.warden.rest_ns, self)
        self.keepsake = Keepsake(self.page, self.view)
        self._introduction: Introduction | None = None
        self._connect()
        if rules:
            self._introduction = Introduction(self._profile, self.page.answer_proxy, self)
            self._introduction.did_finish.connect(self.standby.unbar)

    def warm_up(self, path: str = "") -> None:
        """Stand before a page of the app, or on a page of the host's in its place, and run nothing of the app."""
        self.page.load(self.standby.aim(path) if path else page_url(self.caller.app_id, WARM_PATH))

    def open(self, path: str, scene: str) -> None:
        """Go to a page of the app."""
        self.change_scene(scene)
        self.keepsake.forget()
        if self._ends_first(path):
            return
        # One that has come already had no body to be held: there was no such page.
        is_coming = self.state is RoomState.WARM and self.standby.path == path and self.page.isLoading()
        url = self.standby.aim(path) if not is_coming else page_url(self.caller.app_id, path)
        is_there = self.state in {RoomState.RUNNING, RoomState.ASLEEP}
        if is_coming or not (is_there and is_within(url, self.page.url())):
            self._begin()
        if is_coming:
            self._follow(url)
        else:
            self.page.load(url)
        self.standby.let_go()

    def change_scene(self, scene: str) -> None:
        """Say how the app was opened this time, without loading anything."""
        self.caller = replace(self.caller, scene=scene)

    def reload(self) -> None:
        """Load the page again, in a new renderer if the old one hangs or is gone."""
        self.keepsake.forget()
        if self._ends_first(self.path):
            return
        self._begin()
        url = self.standby.aim(self.path)
        if self.page.is_home():
            self.page.triggerAction(QWebEnginePage.WebAction.ReloadAndBypassCache)
        else:
            self.page.load(url)
        self.standby.let_go()

    def freeze(self) -> None:
        """Let the page stand still; it stays in memory, but for what was drawn of it."""
        self.watchdog.rest()
        self.view.fall_asleep()
        self.set_state(RoomState.ASLEEP)

    def discard(self) -> None:
        """End the renderer of a hidden, frozen room. Path and keepsake stay."""
        self.is_ready = False
        self._waiting.clear()
        self.keepsake.discard()
        self.set_state(RoomState.DISCARDED)
        self.page.setLifecycleState(QWebEnginePage.LifecycleState.Discarded)

    def wake(self) -> None:
        """Go on where the room fell asleep; a discarded one loads its page again."""
        if self.state is RoomState.DISCARDED:
            self.keepsake.return_after_load()
        self.page.setLifecycleState(QWebEnginePage.LifecycleState.Active)
        if self.state is RoomState.DISCARDED:
            # Its renderer starts meanwhile: to show how it was left takes the window some milliseconds.
            self._begin()
        elif self.state is RoomState.ASLEEP:
            self.set_state(RoomState.RUNNING)

    def mark_ready(self) -> None:
        """The page has said that it is ready: hand it the events that waited."""
        self.is_ready = True
        for text in self._waiting:
            self.channel.tell(text)
        self._waiting.clear()
        self.did_get_ready.emit()

    def tell(self, text: str) -> None:
        """Send an event, once the page listens."""
        if self.is_ready:
            self.channel.tell(text)
        elif len(self._waiting) < _EVENTS_WAITING_MAX:
            self._waiting.append(text)

    def set_state(self, state: RoomState) -> None:
        """Note where the room stands and say so."""
        if state is not self.state and self.state is not RoomState.CLOSED:
            self.state = state
            self.warden.follow(state)
            self.did_change_state.emit(state)

    def destroy_now(self) -> None:
        """End everything of the room, in the order the engine needs: view, page, profile."""
        if self.state is RoomState.CLOSED:
            return
        self.set_state(RoomState.CLOSED)
        self.watchdog.rest()
        self.channel.close()
        self._host.proxy.dismiss(self._token)
        if self._introduction is not None:
            self._introduction.end()
        self.keepsake.forget_look()
        for part in (self.view, self.page, self._profile):
            if shiboken6.isValid(part):
                shiboken6.delete(part)

    def _connect(self) -> None:
        page = self.page
        page.did_refuse.connect(self._refuse)
        page.did_write_console.connect(self.did_write_console)
        page.did_request_permission.connect(self._on_permission_requested)
        self._fittings.did_miss.connect(self._on_scripts_missed)
        self._fittings.did_end.connect(self._settle)
        self._scheme_handler.did_start.connect(self.warden.look_too)
        self.warden.did_stir.connect(self.watchdog.rouse)
        self.warden.did_rest.connect(self.watchdog.look)
        self.warden.did_release.connect(lambda: self.did_change_state.emit(self.state))
        page.renderProcessTerminated.connect(self._on_renderer_terminated)
        page.urlChanged.connect(self._on_url_changed)
        self.watchdog.did_hang.connect(lambda: self.set_state(RoomState.HUNG))
        self.watchdog.did_recover.connect(lambda: self.set_state(RoomState.RUNNING))

    def _begin(self) -> None:
        self.is_ready = False
        self._waiting.clear()
        self._fittings.begin()
        self.page.setWebChannel(self._web_channel, _CHANNEL_WORLD)
        self.set_state(RoomState.LOADING)
        # From here, not from the end of loading: a script that never ends never lets it end.
        self.watchdog.watch()

    def _settle(self) -> None:
        """The page is there, unless what ended is the load before it: two that follow each other end only once."""
        if self.state is RoomState.LOADING and not self.page.isLoading():
            self.set_state(RoomState.RUNNING)

    def _ends_first(self, path: str) -> bool:
        """Whether ``path`` has to wait: until a renderer that hangs has ended, or one that ends again and again may."""
        if self.state is RoomState.CRASHED and self.warden.wait_seconds:
            self.path = path
            return True
        pid = self.page.renderProcessPid()
        if self.state is not RoomState.HUNG or pid <= 0:
            return False
        self._path_after_end = path
        self.warden.end_quietly()
        return True

    def _cut_off(self) -> None:
        """Take the channel away: whatever document comes into this view would otherwise inherit it."""
        self.watchdog.rest()
        self.is_ready = False
        self.keepsake.forget_look()
        self.page.setWebChannel(None)  # type: ignore[arg-type]  # None takes it away

    def _refuse(self, refused: Refusal) -> None:
        if self._refusals.take():
            self.did_refuse.emit(refused)

    def _on_document_arrived(self) -> None:
        # Not loadStarted: that comes for navigations too that are refused, and the page is still there afterwards.
        self.is_ready = False
        # Again: the engine does not tell the pid of a renderer that it had started ahead.
        self.warden.confine()

    def _on_scripts_missed(self) -> None:
        if self.state in {RoomState.LOADING, RoomState.RUNNING}:
            self.reload()

    def _on_url_changed(self, url: QUrl) -> None:
        if self.state in {RoomState.WARM, RoomState.CLOSED} or url.isEmpty():
            return
        if not self.page.is_home():
            # A page can leave for about:blank without being asked about it.
            self._refuse(Refusal(refusal.shown(url), ON_OWN_PAGES))
            self._cut_off()
            self.set_state(RoomState.CRASHED)
            return
        self._follow(url)
        if self.state is RoomState.LOADING and not self.page.isLoading():
            # The engine has lost sight of this load.
            self._fittings.look()

    def _follow(self, url: QUrl) -> None:
        text = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        self.path = text.removeprefix(f"{SCHEME}://{url.host()}") or "/"
        self.did_change_path.emit(self.path)

    def _on_renderer_terminated(self, _status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        if self.state is RoomState.DISCARDED:
            return
        path, self._path_after_end = self._path_after_end, None
        self.warden.note_end(code)
        self._cut_off()
        if path is None:
            self.set_state(RoomState.CRASHED)
        else:
            # Not now: the engine is in the middle of telling that the renderer is gone.
            self.state = RoomState.CRASHED
            QTimer.singleShot(0, self, lambda: self.open(path, self.caller.scene))

    def _on_permission_requested(self, names: tuple[str, ...], permission: QWebEnginePermission) -> None:
        self._host.decide_web_permission(self.caller, names, lambda granted: tell_engine(permission, granted=granted))

    def _on_refused_outside(self, name: str, port: int, reason: str) -> None:
        if name != NOWHERE:
            self._refuse(refusal.of_place(name, port, reason))
