"""One run of a mini-app: a real room under a launch profile, and everything it says, does and asks for."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor

from stoa.areas import AREAS
from stoa.bridge.journal import Journal
from stoa.contract.caller import Caller
from stoa.contract.wire import Nothing
from stoa.engine import renderer, staging
from stoa.engine.chromium import SCHEME
from stoa.engine.inspector import Inspector
from stoa.engine.room import Room
from stoa.engine.spec import RoomSpec, RoomState
from stoa.trial.emulation import emulation
from stoa.trial.grants import TrialGrants
from stoa.trial.launch_profile import start_path
from stoa.trial.person import Person
from stoa.trial.stopped_clock import stopped_clock
from stoa.trial.traffic import Traffic
from stoa.workbench.backing import TrialBacking
from stoa.workbench.hang import Hang
from stoa.workbench.page_look import PageLook
from stoa.workbench.surface import TrialSurface, theme_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.contract.wire import Wire
    from stoa.engine.refusal import Refusal
    from stoa.miniapp.app import MiniApp
    from stoa.trial.launch_profile import LaunchProfile
    from stoa.trial.person import Asked
    from stoa.workbench.backing import TrialParts

_EVENTS = {event.name: event for area in AREAS for event in area.events}
_PERMISSIONS = {permission.name: permission for area in AREAS for permission in area.permissions}
_DOMAINS = ("Network", "Page", "Runtime", "Performance", "Log", "Debugger.paused", "Debugger.resumed")
# What a page may take to save itself after lifecycle.willSuspend, as in the window's own rooms.
_SUSPEND_NOTICE_MS = 300
# Far from the ids of the window's rooms: both may stand in one journal view.
_room_ids = itertools.count(1_000_000)


class TrialRoom(QObject):
    """A mini-app at work under ``profile``. Ends with ``end``; ``did_end`` follows when the page closed itself too.

    ``path`` is where its page is, or on its way to from the beginning: path, query and fragment.
    """

    did_become_ready = Signal()
    did_change_state = Signal(object)
    did_exchange = Signal(object)
    did_write_console = Signal(object)
    did_refuse = Signal(object)
    did_act = Signal(object)
    did_inspect = Signal(str, object)
    did_change_inspector = Signal()
    did_end = Signal()

    def __init__(
        self, app: MiniApp, profile: LaunchProfile, parts: TrialParts, asked: Asked, parent: QObject | None = None,
        given: set[str] | None = None,
    ) -> None:  # fmt: skip
        """``given`` are the permissions that the person gave to the run before, where this one goes on from it.

        A run that goes on also keeps what is stored, whatever the profile says of the start.
        """
        super().__init__(parent)
        self.app = app
        self.profile = profile
        self.asked = asked
        self.journal = Journal()
        self.traffic = Traffic(self.did_exchange.emit)
        self.posts: list[int] = []
        self._parts = parts
        self.stores = parts.home.tester(profile.account)
        if profile.storage == "fresh" and given is None:
            parts.home.begin_anew(profile.account, app.key)
        person = Person(lambda: self.profile, asked)
        self.given = set() if given is None else given
        self._grants = TrialGrants(_PERMISSIONS, lambda: self.profile, person, self.given)
        self.backing = TrialBacking(self, self.stores, self._grants, person, self.journal, parts)
        self.room = Room(self._spec(), self.backing, self)
        self._surface = TrialSurface(
            self.room, lambda: self.profile, lambda: self.asked, parts.theme, (parts.version, parts.language),
            parts.clock,
        )  # fmt: skip
        self.inspector: Inspector | None = None
        self.path = self.room.path
        self.look = PageLook(self)
        self.hang = Hang(self)
        self._connect()
        self._prepare_page()

    @property
    def is_dark(self) -> bool:
        """Whether the page wears the dark theme."""
        return tokens_of(self.profile, self._parts.theme).dark

    def begin(self, path: str | None = None) -> None:
        """Inspect the page first, so that nothing it does is missed, then open it at the profile's path or another."""
        self._inspect()
        assert self.inspector is not None
        start = self.path = path or start_path(self.profile)
        self.room.did_change_path.connect(self._on_path_changed)
        self.inspector.did_begin.connect(lambda: self.room.open(start, self.profile.scene))
        self.room.watchdog.watch()
        self.room.warm_up()

    def apply(self, profile: LaunchProfile) -> None:
        """Go on under another profile, whose start is the same (see ``stoa.trial.emulation.restarts``)."""
        theme_changed = profile.theme != self.profile.theme or profile.reduced_motion != self.profile.reduced_motion
        self.profile = profile
        staging.size_text(self.room, profile.text_percent)
        self._emulate()
        if theme_changed:
            self.tell("theme.didChange", theme_of(profile, self._parts.theme))

    def tell(self, name: str, payload: Wire | None = None) -> None:
        """Send the page an event by its name in the contract."""
        text = self.backing.gate.event(self.room.caller, _EVENTS[name], payload or Nothing())
        self.room.tell(text)

    def call(self, raw: str, reply: Callable[[str], None]) -> None:
        """Send the gate a message by hand, as if it came from the page."""
        self.backing.receive(self.room.caller, raw, reply)

    def reload(self) -> None:
        """Load the page again where it is."""
        if self.room.state is RoomState.ASLEEP:
            self.wake()
        self.room.reload()

    def crash(self) -> None:
        """End the renderer with no notice, as an engine's fault would."""
        renderer.kill(self.room.page.renderProcessPid())

    def suspend(self) -> None:
        """Put the room to sleep as the window does. An inspected page cannot sleep, so the DevTools let it go."""
        if self.room.state is RoomState.RUNNING:
            self.tell("lifecycle.willSuspend")
            QTimer.singleShot(_SUSPEND_NOTICE_MS, self, self._freeze)

    def wake(self) -> None:
        """Let it go on."""
        if self.room.state is RoomState.ASLEEP:
            self.room.wake()
            self.room.page.setVisible(self.room.view.isVisible())
            self.room.watchdog.watch()
            self._inspect()
            self._emulate()
            self.tell("lifecycle.didShow")

    def end(self) -> None:
        """End the run; everything it left stays in its lists."""
        if self.room.state is not RoomState.CLOSED:
            self._let_go()
            self.room.destroy_now()
            self.did_end.emit()

    # What the backing asks (see ``stoa.workbench.backing.Room``).

    def surface(self, _caller: Caller) -> TrialSurface:
        """The place of the room."""
        return self._surface

    def note_post(self, post_id: int) -> None:
        """A post came of a shared card."""
        self.posts.append(post_id)

    def _spec(self) -> RoomSpec:
        app, account = self.app, self.stores.account
        caller = Caller(
            account.id, app.app_id, app.manifest.name, f"{account.id}/{app.key}", next(_room_ids), self.profile.scene,
            frozenset(app.manifest.permission_names),
        )  # fmt: skip
        storage = self._parts.home.rooms(self.profile.account) / account.id / app.key
        language = self.profile.locale or self._parts.language
        return RoomSpec(app, caller, storage, lambda: self._grants.granted(caller), language, self._ground())

    def _ground(self) -> QColor:
        return QColor(tokens_of(self.profile, self._parts.theme).card)

    def _connect(self) -> None:
        room, surface = self.room, self._surface
        room.did_change_state.connect(self.did_change_state)
        room.did_write_console.connect(self.did_write_console)
        room.did_refuse.connect(self._on_refused)
        surface.did_become_ready.connect(self.did_become_ready)
        surface.did_act.connect(self.did_act)
        self._parts.theme.did_change.connect(self._on_host_theme_changed)
        surface.close_requested.connect(lambda: QTimer.singleShot(0, self, self.end))

    def _prepare_page(self) -> None:
        staging.size_text(self.room, self.profile.text_percent)
        if self.profile.clock is not None:
            staging.run_before_page(self.room, "stoa-stopped-clock", stopped_clock(self.profile.clock))

    def _on_path_changed(self, path: str) -> None:
        self.path = path

    def _inspect(self) -> None:
        self.inspector = Inspector(self.room.page, _DOMAINS, self)
        self.inspector.did_tell.connect(self.traffic.hear)
        self.inspector.did_tell.connect(self.did_inspect)
        self.inspector.wear(dark=self._parts.theme.tokens.dark)
        self._emulate()
        self.did_change_inspector.emit()

    def _emulate(self) -> None:
        self.room.page.setBackgroundColor(self._ground())
        origin = f"{SCHEME}://{self.app.app_id}"
        for command, params in emulation(self.profile, origin, dark_host=self._parts.theme.tokens.dark):
            if self.inspector is not None:
                self.inspector.send(command, params)

    def _let_go(self) -> None:
        if self.inspector is not None:
            inspector, self.inspector = self.inspector, None
            inspector.end()
            self.did_change_inspector.emit()

    def _freeze(self) -> None:
        if self.room.state is RoomState.RUNNING:
            self._let_go()
            # The engine lets no page sleep that is seen.
            self.room.page.setVisible(False)
            self.room.freeze()

    def _on_host_theme_changed(self) -> None:
        if self.inspector is None:
            return  # it wakes up in the new one
        self.inspector.wear(dark=self._parts.theme.tokens.dark)
        if self.profile.theme == "host":
            self._emulate()
            self.tell("theme.didChange", theme_of(self.profile, self._parts.theme))

    def _on_refused(self, refusal: Refusal) -> None:
        if "://" in refusal.what:
            self.traffic.refuse(refusal.what, refusal.rule, refusal.fix, self._parts.clock())
        self.did_refuse.emit(refusal)
