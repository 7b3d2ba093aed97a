"""Real rooms for tests: one engine for the whole run, mini-apps written by the test, and a page that answers."""

# ruff: noqa: E402  the engine reads its environment when it is first imported

from __future__ import annotations

import asyncio
import itertools
import json
import os
from functools import cache
from typing import TYPE_CHECKING, Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from stoa.engine.chromium import prepare_environment, set_switches

# As root the engine refuses to start with its own sandbox; everybody else tests with it.
prepare_environment(sandbox=not hasattr(os, "geteuid") or os.geteuid() != 0)

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineScript

QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)

from stoa.areas import AREAS
from stoa.bridge.gate import Gate
from stoa.bridge.journal import Journal
from stoa.bridge.registry import Registry
from stoa.contract.caller import Caller
from stoa.database import open_memory
from stoa.engine.datagrams import refuse_datagrams
from stoa.engine.deck import RoomDeck
from stoa.engine.filter_proxy import FilterProxy, is_public
from stoa.engine.pool import RoomPool
from stoa.engine.relay import relay_script
from stoa.engine.resolver import NOBODY, ask_only
from stoa.engine.room import Room, RoomSpec, RoomState
from stoa.engine.scheme import register_scheme
from stoa.miniapp.app import MiniApp, open_folder
from stoa.miniapp.grants import Verdict
from stoa.paths import sdk
from stoa.permissions import PERMISSION_NAMES
from stoa.services.storage.handlers import StorageHandlers
from stoa.services.storage.store import StorageTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from stoa.engine.page import ConsoleLine
    from stoa.engine.refusal import Refusal

# Long enough for a machine that is ten times slower than a quiet one; a wait ends with what it waits for.
WAIT_MS = 120_000
_tokens = itertools.count(1)
_room_ids = itertools.count(1)


class NameServer:
    """The filter proxy's resolver and address rule, replaceable by a test; otherwise nothing resolves."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """No names, and only public addresses."""
        self.names: dict[str, list[str]] = {}
        self.allowed: Callable[[str], bool] = is_public
        self.asked: list[str] = []

    async def resolve(self, host: str, port: int) -> list[str]:
        """The addresses of a host."""
        self.asked.append(host)
        if host not in self.names:
            raise OSError(f"{host} is unknown")
        return self.names[host]


NAMES = NameServer()


@cache
def engine() -> FilterProxy:
    """Start the proxy and make switches, resolver and scheme known; once in a process."""
    proxy = FilterProxy(NAMES.resolve, lambda address: NAMES.allowed(address))  # noqa: PLW0108  looked up anew each time
    refuse_datagrams()
    set_switches(proxy.start())
    ask_only(NOBODY)
    register_scheme()
    return proxy


class Grants:
    """Everything declared is granted."""

    def verdict(self, caller: Caller, permission: Any) -> Verdict:
        return Verdict.GRANTED if permission.name in caller.declared else Verdict.NOT_DECLARED

    async def ask(self, caller: Caller, permission: Any) -> bool:
        return True


class Backing:
    """What stands behind every room: the real gate with a real storage service; other methods answer nothing."""

    def __init__(self, proxy: FilterProxy) -> None:
        self.sdk = sdk().read_bytes()
        self.relay: QWebEngineScript = relay_script()
        self.proxy = proxy
        self.journal = Journal()
        self.database = open_memory()
        self.handlers: dict[str, Any] = {m.name: lambda caller, params: None for a in AREAS for m in a.methods}
        self.handlers |= StorageHandlers(StorageTable(self.database)).handlers()
        self.rooms: dict[int, Room] = {}
        self.handlers["host.ready"] = lambda caller, params: self.rooms[caller.room_id].mark_ready()
        self.gate = Gate(Registry(AREAS, self.handlers), Grants(), self.journal, self._spawn, wall_ms=lambda: 1_000)
        self.received: list[str] = []
        self.asked: list[tuple[str, ...]] = []
        self.answers_web = False
        # A test that wants to answer late takes the calls here instead of the gate.
        self.intercept: Callable[[str, Callable[[str], None]], bool] = lambda raw, reply: False

    def receive(self, caller: Caller, raw: str, reply: Callable[[str], None]) -> None:
        self.received.append(raw)
        if not self.intercept(raw, reply):
            self.gate.receive(caller, raw, reply)

    def decide_web_permission(self, caller: Caller, names: tuple[str, ...], answer: Callable[[bool], None]) -> None:
        self.asked.append(names)
        answer(self.answers_web)

    @staticmethod
    def _spawn(work: Any) -> None:
        loop = asyncio.new_event_loop()
        loop.run_until_complete(work)
        loop.close()


class Watched(QObject):
    """What one room said since it was opened."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.refusals: list[Refusal] = []
        self.console: list[ConsoleLine] = []
        self.states: list[RoomState] = []
        room.did_refuse.connect(self.refusals.append)
        room.did_write_console.connect(self.console.append)
        room.did_change_state.connect(self.states.append)


class Workshop:
    """Makes mini-apps and opens them in rooms of one pool, on a deck that is shown."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.backing = Backing(engine())
        self.deck = RoomDeck()
        self.deck.resize(420, 320)
        self.deck.show()
        self.pool = RoomPool(self.deck, self.backing)
        self.watched: dict[int, Watched] = {}

    def make_app(self, files: dict[str, bytes | str] | None = None, manifest: dict[str, Any] | None = None) -> MiniApp:
        """Write a mini-app and open its folder. Without a manifest given it has a small one with an id of its own."""
        number = next(_tokens)
        root = self.folder / f"app{number}"
        written = {"index.html": PAGE, **(files or {})}
        written["manifest.json"] = json.dumps(
            {"app_id": f"org.example.app{number}", "name": f"App {number}", **(manifest or {})}
        )
        for name, content in written.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return open_folder(root, PERMISSION_NAMES)

    def spec(self, app: MiniApp, account: str = "ada") -> RoomSpec:
        """What a room of an account and app is made from."""
        declared = app.manifest.permission_names
        caller = Caller(
            account,
            app.app_id,
            app.manifest.name,
            f"{account}/{app.key}",
            next(_room_ids),
            declared=frozenset(declared),
        )
        storage = self.folder / "rooms" / account / app.key
        return RoomSpec(app, caller, storage, lambda: frozenset(declared), "en", QColor("white"))

    def open(
        self,
        app: MiniApp | None = None,
        path: str = "/",
        account: str = "ada",
        *,
        wait: bool = True,
        front: bool = True,
    ) -> Room:
        """Open a room and, unless told otherwise, wait until its page has loaded."""
        spare = self.pool._spare
        # A spare that stands before this very page has its document already.
        before = "" if spare is None or spare.standby.path == path else spare.channel._document
        room = self.pool.open(self.spec(app or self.make_app(), account), path, "launcher")
        self.watched[room.caller.room_id] = Watched(room)
        self.backing.rooms[room.caller.room_id] = room
        if front:
            self.pool.show(room)
        if wait:
            self.until(lambda: room.state is RoomState.RUNNING and room.channel._document not in {"", before})
        return room

    def reload(self, room: Room) -> None:
        """Load a room's page again and wait until the new document is there."""
        before = room.channel._document
        room.reload()
        self.until(lambda: room.state is RoomState.RUNNING and room.channel._document != before)

    def said(self, room: Room) -> Watched:
        """What a room said since it was opened."""
        return self.watched[room.caller.room_id]

    def until(self, condition: Callable[[], bool], timeout_ms: int = WAIT_MS) -> None:
        """Run the event loop until a condition holds."""
        until(condition, timeout_ms)

    def run(self, room: Room, script: str, timeout_ms: int = WAIT_MS) -> Any:
        """The JSON value that the body of an async function returns in the page's own world."""
        token = f"answer-{next(_tokens)}"
        answers: list[str] = []

        def on_title_changed(title: str) -> None:
            # The title only rings the bell: the engine cuts it at 4096 characters.
            if title == token:
                room.page.runJavaScript(f"window[{token!r}]", 0, answers.append)

        room.page.titleChanged.connect(on_title_changed)
        room.page.runJavaScript(
            f"(async () => {{ {script} }})().then((value) => ['value', value ?? null],"
            f" (error) => ['error', `${{error?.name}}: ${{error?.message}}`])"
            f".then((answer) => {{ window[{token!r}] = JSON.stringify(answer); document.title = {token!r}; }}); 0"
        )
        self.until(lambda: bool(answers), timeout_ms)
        room.page.titleChanged.disconnect(on_title_changed)
        kind, value = json.loads(answers[0])
        if kind == "error":
            raise PageError(value)
        return value

    def until_shown(self, room: Room, expression: str, value: object) -> None:
        """Wait until an expression has a value in the page, which may be loaded anew meanwhile."""
        answers: list[object] = []
        self.until(lambda: room.page.runJavaScript(expression, 0, answers.append) or value in answers)

    def run_inside(self, room: Room, script: str) -> Any:
        """What a script returns in the isolated world of the relay: where a renderer taken over could speak."""
        answers: list[Any] = []
        room.page.runJavaScript(script, QWebEngineScript.ScriptWorldId.ApplicationWorld.value, answers.append)
        self.until(lambda: bool(answers))
        return answers[0]

    def click(self, room: Room, x: int = 40, y: int = 40) -> None:
        """Press the left button on the page, as a person does."""
        target = room.view.focusProxy() or room.view
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, y))

    def close(self) -> None:
        """End everything and let the engine finish it."""
        self.pool.close_all()
        self.deck.close()
        self.deck.deleteLater()
        loop = QEventLoop()
        QTimer.singleShot(0, loop, loop.quit)
        loop.exec()
        self.backing.database.close()
        NAMES.reset()


def until(condition: Callable[[], bool], timeout_ms: int = WAIT_MS) -> None:
    """Run the event loop until a condition holds; it is looked at again every few milliseconds."""
    if condition():
        return
    loop, pulse = QEventLoop(), QTimer()
    late = QDeadlineTimer(timeout_ms)
    pulse.timeout.connect(lambda: loop.quit() if condition() or late.hasExpired() else None)
    pulse.start(4)
    loop.exec()
    pulse.stop()
    assert condition(), f"this did not come to hold within {timeout_ms} ms: {condition}"


class PageError(AssertionError):
    """What a page's script threw: ``name: message``."""


PAGE = '<!doctype html><meta charset="utf-8"><title>App</title><script src="/_stoa/stoa.js"></script><body>'
