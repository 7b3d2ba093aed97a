"""What stands behind every room: the only way out, the host's scripts, and the gate as soon as there is one."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from stoa.bridge.message import read_request
from stoa.contract.errors import BridgeError
from stoa.engine.relay import RelayScript, relay_script

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.bridge.gate import Gate
    from stoa.contract.caller import Caller
    from stoa.engine.filter_proxy import FilterProxy

    AskWeb = Callable[[Caller, tuple[str, ...], Callable[[bool], None]], None]

# What may wait for the gate, of all rooms together. A page's own relay lets no more calls be under way; a renderer that
# was taken over loses the rest, as it would at the gate.
_WAITING_MAX = 64
_WAITING_MAX_CHARS = 4 * 1024 * 1024


class RoomBacking:
    """See ``stoa.engine.spec.RoomHost``. A start for a mini-app opens its room first: what its page asks waits.

    ``on_call`` hears of each such call, by the name of its method.
    """

    def __init__(self, proxy: FilterProxy, sdk: bytes) -> None:
        self.proxy = proxy
        self.sdk = sdk
        self.relay: RelayScript = relay_script()
        self.on_call: Callable[[Caller, str], None] = lambda _caller, _method: None
        self.receive: Callable[[Caller, str, Callable[[str], None]], None] = self._keep
        """The gate, as soon as there is one."""
        self._ask: AskWeb | None = None
        self._calls: list[tuple[Caller, str, Callable[[str], None]]] = []
        self._questions: list[Callable[[], None]] = []

    def attach(self, gate: Gate, ask_web: AskWeb) -> None:
        """Answer from now on, and what was asked until now first."""
        self.receive, self._ask = gate.receive, ask_web
        calls, self._calls = self._calls, []
        for call in calls:
            gate.receive(*call)
        questions, self._questions = self._questions, []
        for ask in questions:
            ask()

    def _keep(self, caller: Caller, raw: str, reply: Callable[[str], None]) -> None:
        if len(self._calls) < _WAITING_MAX and self._waiting_chars() + len(raw) <= _WAITING_MAX_CHARS:
            self._calls.append((caller, raw, reply))
            with suppress(BridgeError):
                self.on_call(caller, read_request(raw).method)

    def decide_web_permission(self, caller: Caller, names: tuple[str, ...], answer: Callable[[bool], None]) -> None:
        """Decide, now or later, whether a web feature may be used."""
        if self._ask is not None:
            self._ask(caller, names, answer)
        elif len(self._questions) < _WAITING_MAX:
            self._questions.append(lambda: self.decide_web_permission(caller, names, answer))
        else:
            answer(False)

    def _waiting_chars(self) -> int:
        return sum(len(raw) for _caller, raw, _reply in self._calls)
