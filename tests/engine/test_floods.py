"""What a page sends in masses: it stays in the page, or comes in small helpings, and leaves nothing behind.

Nothing here is timed. What is counted is how much arrives, and how much of it between two turns of the event loop.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from stoa.bridge.limits import BURST, IN_FLIGHT
from stoa.engine import console, warden
from stoa.engine.ending import Ending
from stoa.engine.relay import LINES_AT_ONCE
from stoa.engine.room import RoomState
from tests.engine.test_bridge import LISTENING

if TYPE_CHECKING:
    from collections.abc import Iterator

GET = "return (await stoa.storage.get({key: 'k'})).value"
# The engine hands out messages for four milliseconds, then lets others have their turn; one takes more than two
# microseconds on any machine.
HELPING = 2000


class Turns:
    """Counts what arrives between two turns of the event loop; ``most`` is the largest number."""

    def __init__(self) -> None:
        self.total = self.most = self._now = 0

    def note(self, *_what: object) -> None:
        """One more thing arrived."""
        self.total += 1
        self._now += 1
        self.most = max(self.most, self._now)

    @contextmanager
    def counted(self) -> Iterator[Turns]:
        """While the event loop turns."""
        timer = QTimer()
        timer.timeout.connect(self._on_turned)
        timer.start(1)
        yield self
        timer.stop()

    def _on_turned(self) -> None:
        self._now = 0


def count_lines(monkeypatch, turns):
    """Count the lines that arrive in the host at all."""
    admits = console.Console.admits
    monkeypatch.setattr(console.Console, "admits", lambda self: turns.note() or admits(self))


def test_a_flood_of_calls_reaches_the_host_in_small_helpings(rooms):
    room, turns = rooms.open(), Turns()
    rooms.backing.intercept = lambda raw, reply: bool(turns.note())
    with turns.counted():
        rooms.run(
            room, "await Promise.allSettled(Array.from({length: 100000}, () => stoa.storage.get({key: 'k'})))", 90_000
        )
    assert 0 < turns.total < BURST
    assert turns.most <= IN_FLIGHT
    assert rooms.run(room, GET) is None


def test_a_flood_of_console_lines_is_bounded_in_the_page_and_says_how_many_are_missing(rooms, monkeypatch):
    turns = Turns()
    count_lines(monkeypatch, turns)
    room = rooms.open()
    rooms.run(room, "for (let line = 0; line < 100000; line++) console.log(`line ${line}`)", 90_000)
    rooms.until(lambda: any("were not shown" in line.text for line in rooms.said(room).console))
    lines = [line.text for line in rooms.said(room).console]
    assert lines[:3] == ["line 0", "line 1", "line 2"]
    missing = next(int(line.split()[0]) for line in lines if "were not shown" in line)
    assert missing == 100_000 - (len(lines) - 1)
    # On a slow machine the flood takes some seconds, in which a few more are let through.
    assert len(lines) <= turns.total < 3 * LINES_AT_ONCE


def test_a_bounded_line_still_names_the_place_that_wrote_it(rooms):
    files = {
        "index.html": '<script src="/a.js"></script>',
        "a.js": "\n\nconsole.warn('here', 7)\nconsole.assert(false)",
    }
    room = rooms.open(rooms.make_app(files))
    rooms.until(lambda: len(rooms.said(room).console) == 2)
    line = rooms.said(room).console[0]
    assert (line.level, line.text, line.line, line.source.endswith("/a.js")) == ("warning", "here 7", 3, True)


def test_a_page_may_put_its_own_function_into_the_console(rooms):
    room = rooms.open()
    script = """
    const heard = [], log = console.log;
    console.log = (...words) => { heard.push(words.join(' ')); log.apply(console, words); };
    console.log('a', 1);
    return heard;
    """
    assert rooms.run(room, script) == ["a 1"]
    rooms.until(lambda: [line.text for line in rooms.said(room).console] == ["a 1"])


def test_a_page_that_goes_round_the_bound_comes_in_helpings_and_is_ended_if_it_does_not_stop(rooms, monkeypatch):
    turns = Turns()
    count_lines(monkeypatch, turns)
    room, other = rooms.open(), rooms.open()
    rooms.pool.show(room)
    with turns.counted():
        room.page.runJavaScript("const log = console.log; for (;;) log('line')")
        rooms.until(lambda: room.state is RoomState.CRASHED, 90_000)
    assert room.warden.ending is Ending.FLOOD
    assert turns.most < HELPING
    shown = [line.text for line in rooms.said(room).console]
    assert sum("they are dropped" in text for text in shown) < len(shown) < turns.total / 10
    rooms.pool.show(other)
    assert rooms.run(other, GET) is None
    rooms.pool.show(room)
    rooms.reload(room)
    assert rooms.run(room, GET) is None


def test_a_page_whose_lines_fill_its_memory_before_they_are_read_is_ended_for_them(rooms, monkeypatch):
    # As on a machine that is so busy that the memory is full first.
    monkeypatch.setattr(console, "FLOOD_LINES", 10**9)
    monkeypatch.setattr(warden, "_NEARLY_FULL", 0.0)
    quiet, room = rooms.open(), rooms.open()
    room.page.runJavaScript("const log = console.log; for (;;) log('line')")
    rooms.until(lambda: room.state is RoomState.CRASHED, 90_000)
    assert room.warden.ending is Ending.FLOOD
    assert rooms.run(quiet, GET) is None, "one that only has no memory left is not"


def test_a_slow_stream_of_lines_is_no_flood():
    seconds = [0.0]
    lines = console.Console(frozenset, lambda: seconds[0])
    for _ in range(3 * console.FLOOD_LINES):
        seconds[0] += 0.001
        assert lines.admits() or not lines.is_flood()
    assert lines.is_torrent()
    seconds[0] += 11.0
    assert not lines.is_torrent(), "what is long over fills nothing"


@pytest.mark.parametrize("quiet_seconds", [0.0, 11.0, 3600.0])
def test_a_flood_is_as_large_however_long_the_page_was_quiet_before(quiet_seconds):
    seconds = [0.0]
    lines = console.Console(frozenset, lambda: seconds[0])
    seconds[0] += quiet_seconds
    written = 1
    while lines.admits() or not lines.is_flood():
        written += 1
    # Those that were read before the limit came do not count where they end a time of quiet.
    assert console.FLOOD_LINES <= written <= console.FLOOD_LINES + 2 * console._BURST
    assert not lines.admits()
    assert not lines.is_flood(), "what is still on its way ends no page that is loaded anew"


def test_a_call_after_the_room_is_closed_reaches_nobody(rooms):
    room = rooms.open()
    channel = room.channel
    rooms.pool.close(room)
    channel.receive("a document", '{"jsonrpc":"2.0","id":1,"method":"storage.get","params":{"key":"k"}}')
    assert rooms.backing.received == []
    rooms.until(lambda: room.state is RoomState.CLOSED)


def test_what_is_no_json_never_leaves_the_sdk(rooms):
    room = rooms.open()
    script = """
    const cyclic = {}, codes = []; cyclic.itself = cyclic;
    for (const value of [cyclic, 10n])
      await stoa.storage.set({key: 'k', value}).catch((error) => codes.push([error.code, error.name]));
    return codes;
    """
    assert rooms.run(room, script) == [["invalid_params", "StoaError"]] * 2
    assert rooms.backing.received == []


@pytest.mark.parametrize("levels", [40, 3000, 100_000])
def test_values_that_nest_deep_are_refused_by_the_gate(rooms, levels):
    room = rooms.open()
    script = f"let deep = 1; for (let level = 0; level < {levels}; level++) deep = [deep];"
    script += """
    return await stoa.storage.set({key: 'k', value: deep}).catch((error) => error.code);
    """
    assert rooms.run(room, script) in {"invalid_params", "parse_error"}


def test_binary_messages_past_the_sdk_are_answered_by_the_relay(rooms):
    room = rooms.open(rooms.make_app(LISTENING))
    script = """
    const bytes = new Uint8Array(1 << 20);
    for (const what of [bytes, bytes.buffer, new Blob(['x']), new Map([[1, 2]]), () => 0, null]) send(what);
    while (heard.length < 6) await new Promise((next) => setTimeout(next, 5));
    return heard.map((text) => JSON.parse(text).error.data.code);
    """
    assert rooms.run(room, script) == ["invalid_request"] * 6
    assert rooms.backing.received == []
