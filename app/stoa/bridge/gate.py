"""One untrusted string in, one string out.

The steps of a call, numbered again in the code: 1 rate, 2 size and shape, 3 method, 4 size for this method,
5 permission, 6 parameters, 7 handler, 8 result. Rules combine with AND: the manifest asks, the person granted, the
call is within its limits. That the sender is the room's main frame is the engine's to know, before it calls here.
"""

from __future__ import annotations

import difflib
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from stoa.bridge.journal import Answered, Journal
from stoa.bridge.journal import Entry as JournalEntry
from stoa.bridge.limits import IN_FLIGHT, Allowance
from stoa.bridge.message import (
    Request,
    RequestError,
    error_text,
    event_text,
    preview,
    read_request,
    result_text,
    shown,
)
from stoa.contract.errors import BridgeError, ErrorCode
from stoa.contract.wire import ReadyJson, WireError, read, written
from stoa.logbook import Log
from stoa.miniapp.grants import Verdict

if TYPE_CHECKING:
    from stoa.bridge.registry import Entry, Registry
    from stoa.contract.caller import Caller
    from stoa.contract.method import Event, Method
    from stoa.contract.permission import Permission
    from stoa.contract.wire import Wire

log = Log(__name__)

Reply = Callable[[str], None]
Spawn = Callable[[Coroutine[Any, Any, None]], object]


class Grants(Protocol):
    """What the gate asks about permissions."""

    def verdict(self, caller: Caller, permission: Permission) -> Verdict:
        """What stands now, without asking anybody."""
        ...

    async def ask(self, caller: Caller, permission: Permission) -> bool:
        """Ask the person; True when they allow this call."""
        ...


class _Turn(NamedTuple):
    """One call on its way: who, what, where the answer goes, and when it came in (seconds)."""

    caller: Caller
    request: Request
    reply: Reply
    started: float


class Gate:
    """Answers the calls of all rooms. ``spawn`` runs a coroutine beside; ``wall_ms`` and ``now`` are the clocks."""

    def __init__(
        self,
        registry: Registry,
        grants: Grants,
        journal: Journal,
        spawn: Spawn,
        *,
        wall_ms: Callable[[], int],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._registry = registry
        self._grants = grants
        self._journal = journal
        self._spawn = spawn
        self._wall_ms = wall_ms
        self._now = now
        self._allowances: dict[int, Allowance] = {}

    def receive(self, caller: Caller, raw: str, reply: Reply) -> None:
        """Answer one message, now or later, by one call of ``reply``, or drop it with a journal line. Never raises."""
        started = self._now()
        allowance = self._allowances.get(caller.room_id)
        if allowance is None:
            allowance = self._allowances[caller.room_id] = Allowance.fresh(self._now)
        if not allowance.bucket.take():  # 1
            self._drop(caller, allowance)
            return
        allowance.dropped = 0
        try:
            request = read_request(raw)  # 2
        except RequestError as error:
            self._note(caller, "", error, preview(raw), started)
            reply(error_text(error.call_id, error))
            return
        turn = _Turn(caller, request, reply, started)
        try:
            self._run(turn, allowance)
        except Exception as error:  # noqa: BLE001  whatever a page provokes is answered, never raised
            self._refuse(turn, error)

    def event(self, caller: Caller, event: Event, payload: Wire) -> str:
        """The text of an event for a room, written into the journal."""
        text = written(payload)
        self._journal.write(
            JournalEntry(self._wall_ms(), caller.room_id, caller.app_id, event.name, "event", params=preview(text))
        )
        return event_text(event.name, text)

    def forget(self, room_id: int) -> None:
        """Drop what is kept about a room that is gone."""
        self._allowances.pop(room_id, None)

    def waits(self, room_id: int) -> bool:
        """Whether a call of a room waits for a person or a service."""
        allowance = self._allowances.get(room_id)
        return allowance is not None and allowance.in_flight > 0

    def _run(self, turn: _Turn, allowance: Allowance) -> None:
        """Steps 3 to 8; what cannot be finished now goes on beside. Raises what the page is to be told."""
        request = turn.request
        entry = self._look_up(request)  # 3
        if request.size > entry.method.max_chars:  # 4
            raise _too_large(entry)
        permission, verdict = entry.permission, Verdict.GRANTED
        if permission is not None:
            verdict = self._check_permission(turn.caller, entry.method, permission)  # 5
        params = _read_params(entry, request)  # 6
        if allowance.in_flight >= IN_FLIGHT:
            raise BridgeError(ErrorCode.TOO_MANY, f"At most {IN_FLIGHT} calls may wait for an answer.")
        outcome = None
        if verdict is not Verdict.ASK:
            outcome = entry.handler(turn.caller, params)  # 7
            if not _is_later(outcome):
                self._answer(turn, entry, outcome)  # 8
                return
        allowance.in_flight += 1
        self._spawn(self._finish(turn, entry, params, outcome))

    async def _finish(self, turn: _Turn, entry: Entry, params: Wire, outcome: Awaitable[Any] | None) -> None:
        """The rest of a call that waits for a person or a service. Never raises."""
        try:
            if outcome is None:
                await self._ask(turn.caller, entry)
                result = entry.handler(turn.caller, params)
            else:
                result = outcome
            self._answer(turn, entry, await result if _is_later(result) else result)
        except Exception as error:  # noqa: BLE001  as in receive
            self._refuse(turn, error)
        finally:
            if (allowance := self._allowances.get(turn.caller.room_id)) is not None:
                allowance.in_flight -= 1

    def _drop(self, caller: Caller, allowance: Allowance) -> None:
        # One line for a whole flood: a line per message would be a flood of its own.
        allowance.dropped += 1
        if allowance.dropped == 1:
            error = BridgeError(ErrorCode.TOO_MANY, "Calls came faster than the limit; they are dropped for now.")
            self._note(caller, "", error, "", self._now())

    def _look_up(self, request: Request) -> Entry:
        entry = self._registry.find(request.method)
        if entry is not None:
            return entry
        near = difflib.get_close_matches(request.method[:64], self._registry.names, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise BridgeError(ErrorCode.UNKNOWN_METHOD, f"There is no method {preview(request.method)}.{hint}")

    def _check_permission(self, caller: Caller, method: Method, permission: Permission) -> Verdict:
        name = permission.name
        verdict = self._grants.verdict(caller, permission)
        if verdict is Verdict.NOT_DECLARED:
            raise BridgeError(
                ErrorCode.NOT_DECLARED,
                f"{method.name} needs the permission {name}, which the manifest does not ask for.",
                fix=f'add "{name}" to permissions in manifest.json',
            )
        if verdict is Verdict.DENIED:
            raise _denied(name)
        return Verdict.GRANTED if method.quiet else verdict

    async def _ask(self, caller: Caller, entry: Entry) -> None:
        assert entry.permission is not None  # only a permission can have the verdict ASK
        if not await self._grants.ask(caller, entry.permission):
            raise _denied(entry.permission.name)

    def _answer(self, turn: _Turn, entry: Entry, result: object) -> None:
        result_json = result.text if isinstance(result, ReadyJson) else written(read(entry.method.result, result))
        caller, request, reply, started = turn
        if request.raw is None:
            self._write(caller, request.method, ("ok", "", None), (shown(request), result_json), started)
        else:
            took_ms = (self._now() - started) * 1000
            self._journal.write_answered(
                Answered(self._wall_ms(), caller.room_id, caller.app_id, request.raw, preview(result_json), took_ms)
            )
        if request.call_id is not None:
            reply(result_text(request.call_id, result_json))

    def _refuse(self, turn: _Turn, error: Exception) -> None:
        request = turn.request
        if not isinstance(error, BridgeError):
            # The page learns nothing of the host's insides; the log has it all.
            log.error("bridge.handler_failed", method=request.method, app_id=turn.caller.app_id, exc_info=error)
            error = BridgeError(ErrorCode.INTERNAL, "Stoa could not do this; the fault is not the mini-app's.")
        self._note(turn.caller, request.method, error, shown(request), turn.started)
        if request.call_id is not None:
            turn.reply(error_text(request.call_id, error))

    def _note(self, caller: Caller, name: str, error: BridgeError, params: str, started: float) -> None:
        decision = (str(error.code), error.sentence, error.fix)
        self._write(caller, name, decision, (params, ""), started)

    def _write(
        self, caller: Caller, name: str, decision: tuple[str, str, str | None], texts: tuple[str, str], started: float
    ) -> None:
        verdict, rule, fix = decision
        params, result = map(preview, texts)
        took_ms = (self._now() - started) * 1000
        self._journal.write(
            JournalEntry(
                self._wall_ms(),
                caller.room_id,
                caller.app_id,
                preview(name),
                verdict,
                preview(rule),
                params,
                result,
                took_ms,
                None if fix is None else preview(fix),
            )
        )


def _is_later(outcome: object) -> bool:
    """Whether what a handler gave has to be waited for. ``inspect.isawaitable`` takes four times as long to say no."""
    return hasattr(type(outcome), "__await__")


def _too_large(entry: Entry) -> BridgeError:
    limit = entry.method.max_chars
    return BridgeError(ErrorCode.TOO_LARGE, f"A call of {entry.method.name} has at most {limit} characters.")


def _read_params(entry: Entry, request: Request) -> Wire:
    try:
        return read(entry.method.params, request.params)
    except WireError as error:
        sentence = preview(f"{entry.method.name} cannot take this. {error}")
        raise BridgeError(ErrorCode.INVALID_PARAMS, sentence) from None


def _denied(name: str) -> BridgeError:
    return BridgeError(ErrorCode.DENIED, f"The person does not allow {name}. They can change that in Settings, Apps.")
