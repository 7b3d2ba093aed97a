from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from stoa.bridge.gate import Gate
from stoa.bridge.journal import Journal
from stoa.bridge.registry import Registry
from stoa.contract.caller import Caller
from stoa.contract.method import Area, Event, Method
from stoa.contract.permission import Consent, Permission
from stoa.contract.wire import Wire
from stoa.miniapp.grants import Verdict


class Word(Wire):
    text: str
    times: int = 1


CALLER = Caller("a" * 32, "org.example.app", "Example", f"{'a' * 32}/org.example.app", 1)
AREA = Area(
    "test",
    "An area for tests.",
    methods=(
        Method("test.echo", "Gives the word back.", Word, Word),
        Method("test.later", "The same, later.", Word, Word),
        Method("test.guarded", "Needs a permission.", Word, Word, permission="thing"),
        Method("test.guardedLater", "Needs a permission, and time.", Word, Word, permission="thing"),
        Method("test.quiet", "Reads its own.", Word, Word, permission="thing", quiet=True),
        Method("test.tiny", "Takes little.", Word, max_chars=90),
        Method("test.broken", "Fails.", Word),
        Method("test.wrong", "Gives what it may not.", Word, Word),
    ),
    events=(Event("test.didHappen", "It happened.", Word),),
    permissions=(Permission("thing", "Thing", "do the thing", Consent.ASK),),
)


@dataclass
class Grants:
    now: Verdict = Verdict.GRANTED
    answer: bool = True
    asked: int = 0

    def verdict(self, caller: Caller, permission: Permission) -> Verdict:
        return self.now

    async def ask(self, caller: Caller, permission: Permission) -> bool:
        self.asked += 1
        return self.answer


@dataclass
class Bench:
    gate: Gate
    grants: Grants
    journal: Journal
    clock: list[float]
    spawned: list[Any]
    calls: list[Word]
    replies: list[dict[str, Any]] = field(default_factory=list)
    caller: Caller = CALLER

    def send(self, raw: str) -> None:
        self.gate.receive(self.caller, raw, lambda text: self.replies.append(json.loads(text)))

    def call(self, method: str, params: Any = None, call_id: Any = 1) -> dict[str, Any]:
        before = len(self.replies)
        self.send(json.dumps({"jsonrpc": "2.0", "id": call_id, "method": method, "params": params or {"text": "hi"}}))
        self.finish()
        assert len(self.replies) == before + 1
        return self.replies[-1]

    def finish(self) -> None:
        waiting, self.spawned[:] = list(self.spawned), []
        for work in waiting:
            asyncio.run(work)

    @property
    def code(self) -> str:
        return self.replies[-1]["error"]["data"]["code"]


@pytest.fixture
def bench() -> Bench:
    calls: list[Word] = []

    def echo(caller: Caller, word: Word) -> Word:
        calls.append(word)
        return word

    async def later(caller: Caller, word: Word) -> Word:
        await asyncio.sleep(0)
        return echo(caller, word)

    def broken(caller: Caller, word: Word) -> None:
        raise RuntimeError("the host's own secret")

    handlers = {
        "test.echo": echo,
        "test.later": later,
        "test.guarded": echo,
        "test.guardedLater": later,
        "test.quiet": echo,
        "test.tiny": lambda caller, word: None,
        "test.broken": broken,
        "test.wrong": lambda caller, word: 7,
    }
    clock = [100.0]
    spawned: list[Any] = []
    grants, journal = Grants(), Journal()
    gate = Gate(
        Registry([AREA], handlers), grants, journal, spawned.append, wall_ms=lambda: 1_000, now=lambda: clock[0]
    )
    bench = Bench(gate, grants, journal, clock, spawned, calls)
    yield bench
    for work in spawned:
        work.close()
