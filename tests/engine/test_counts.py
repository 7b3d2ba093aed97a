"""What rooms cost in numbers that no clock changes: processes, and characters that cross the bridge."""

from __future__ import annotations

import json
import os
import sys

import pytest

from stoa.engine.room import RoomState
from tests.support.processes import renderers

ENVELOPE_MAX = 60
# The channel's own envelope: what is called, the document's name twice, and quotes inside quotes.
DOCUMENT_MAX = 200


@pytest.mark.skipif(sys.platform != "linux", reason="processes are counted in /proc")
def test_each_awake_room_has_one_renderer_and_a_discarded_one_none(rooms, monkeypatch):
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_AFTER_MS", 50)
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_NOTICE_MS", 50)
    before = set(renderers(os.getpid()))
    made = lambda: set(renderers(os.getpid())) - before  # noqa: E731  counted anew
    first, second = rooms.open(), rooms.open()
    rooms.until(lambda: len(made()) == 2)
    rooms.pool.prepare(rooms.spec(rooms.make_app()), "/")
    rooms.until(lambda: len(made()) == 3)
    rooms.pool.prepare(rooms.spec(rooms.make_app()), "/")
    rooms.until(lambda: rooms.pool._spare.page.renderProcessPid() > 0)
    rooms.until(lambda: len(made()) == 3)
    rooms.until(lambda: first.state is RoomState.ASLEEP)
    first.discard()
    rooms.until(lambda: len(made()) == 2)
    assert second.page.renderProcessPid() in made()


def test_a_call_adds_little_to_what_is_asked_and_answered(rooms):
    room = rooms.open()
    answers, receive = [], rooms.backing.gate.receive
    rooms.backing.gate.receive = lambda caller, raw, reply: receive(
        caller, raw, lambda text: (answers.append(text), reply(text))
    )
    value = "x" * 1000
    rooms.run(room, f"await stoa.storage.set({{ key: 'k', value: '{value}' }})")
    rooms.run(room, "await stoa.storage.get({ key: 'k' })")
    asked = [raw for raw in rooms.backing.received if "storage." in raw]
    assert len(asked) == len(answers) == 2
    assert len(asked[0]) - len(value) <= 2 * ENVELOPE_MAX
    assert len(asked[1]) <= 2 * ENVELOPE_MAX
    assert len(answers[0]) <= ENVELOPE_MAX
    assert len(answers[1]) - len(value) <= ENVELOPE_MAX


def test_a_call_that_is_answered_at_once_is_one_message_each_way(rooms):
    room = rooms.open()
    rooms.run(room, "await stoa.storage.get({ key: 'k' })")
    rooms.run_inside(
        room,
        "const wire = qt.webChannelTransport, { send, onmessage } = wire; var sent = [], came = [];"
        " wire.send = (text) => { sent.push(text.length); send.call(wire, text); };"
        " wire.onmessage = (event) => { came.push(event.data.length); onmessage(event); }; 0",
    )
    rooms.run(room, "for (let i = 0; i < 10; i++) await stoa.storage.get({ key: 'k' })")
    sent, came = json.loads(rooms.run_inside(room, "JSON.stringify([sent, came])"))
    assert (len(sent), len(came)) == (10, 10)
    assert max(sent) <= 2 * ENVELOPE_MAX + DOCUMENT_MAX
    assert max(came) <= ENVELOPE_MAX + DOCUMENT_MAX
