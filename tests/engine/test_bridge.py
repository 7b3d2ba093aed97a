"""A call from a page to a service and back, and events the other way."""

from __future__ import annotations

import json

from stoa.contract.wire import Nothing
from stoa.services.host.api import AREA

EVENTS = {event.name: event for event in AREA.events}
# A page that speaks without the SDK and keeps whatever reaches it.
LISTENING = {
    "index.html": '<!doctype html><title>listening</title><script src="/listen.js"></script>',
    "listen.js": """
    window.heard = [];
    window.connect = () => {
      window.wire = new EventTarget();
      wire.addEventListener('answer', (event) => { event.preventDefault(); heard.push(event.detail); });
      dispatchEvent(new FocusEvent('stoa:connect', {relatedTarget: wire}));
    };
    window.send = (detail) => wire.dispatchEvent(new CustomEvent('call', {detail}));
    connect();
    """,
}
REFUSED = "try {{ await {call}; return 'allowed' }} catch (e) {{ return [e.name, e.code, e.message, e.fix ?? null] }}"


def refused(rooms, room, call):
    name, code, message, fix = rooms.run(room, REFUSED.format(call=call))
    assert name == "StoaError"
    return code, message, fix


def event_text(rooms, room, name):
    return rooms.backing.gate.event(room.caller, EVENTS[name], Nothing())


def test_a_call_reaches_its_service_and_its_result_the_page(rooms):
    room = rooms.open()
    script = (
        "await stoa.storage.set({key: 'k', value: {a: [1, 'ü']}}); return (await stoa.storage.get({key: 'k'})).value"
    )
    assert rooms.run(room, script) == {"a": [1, "ü"]}


def test_a_refused_call_names_the_manifest_line_that_would_change_it(rooms):
    room = rooms.open()
    code, message, fix = refused(rooms, room, "stoa.host.saveFile({name: 'a.txt', text: 'a'})")
    assert code == "not_declared"
    assert "files" in message
    assert fix == 'add "files" to permissions in manifest.json'


def test_wrong_calls_are_answered_with_stable_codes(rooms):
    room = rooms.open(rooms.make_app(LISTENING))
    calls = {
        "1": ('{"jsonrpc":"2.0","id":"1","method":"storage.gett"}', "unknown_method"),
        "2": ('{"jsonrpc":"2.0","id":"2","method":"storage.get","params":{"key":5}}', "invalid_params"),
        "3": ('{"jsonrpc":"2.0","id":"3","method":"storage.get","params":{"key":"k","more":1}}', "invalid_params"),
        "4": ('{"jsonrpc":"1.0","id":"4","method":"storage.get"}', "invalid_request"),
        None: ("not json", "parse_error"),
    }
    for raw, _ in calls.values():
        rooms.run(room, f"send({raw!r})")
    rooms.until(lambda: len(rooms.run(room, "return heard")) == len(calls))
    answers = {
        answer["id"]: answer["error"]["data"]["code"] for answer in map(json.loads, rooms.run(room, "return heard"))
    }
    assert answers == {call_id: code for call_id, (_, code) in calls.items()}


def test_what_is_no_text_is_refused_by_the_relay(rooms):
    room = rooms.open(rooms.make_app(LISTENING))
    rooms.run(room, "send({method: 'storage.get'})")
    rooms.until(lambda: "A message is text." in str(rooms.run(room, "return heard")))
    assert rooms.backing.received == []


def test_events_wait_until_the_page_is_ready_and_arrive_in_order(rooms):
    room = rooms.open()
    rooms.run(
        room,
        "window.heard = []; for (const n of ['didShow', 'didHide']) stoa.on(`lifecycle.${n}`, () => heard.push(n))",
    )
    room.tell(event_text(rooms, room, "lifecycle.didShow"))
    room.tell(event_text(rooms, room, "lifecycle.didHide"))
    assert rooms.run(room, "return heard") == []
    rooms.run(room, "await stoa.host.ready()")
    rooms.until(lambda: rooms.run(room, "return heard") == ["didShow", "didHide"])


def test_what_is_told_to_a_frozen_page_is_heard_in_order_when_it_goes_on(rooms):
    room, other = rooms.open(), rooms.open()
    script = "window.heard = []; for (const n of ['didShow', 'didHide']) stoa.on(`lifecycle.${n}`, () => heard.push(n))"
    rooms.run(room, f"{script}; await stoa.host.ready()")
    rooms.pool.show(other)
    room.freeze()
    for name in ("didHide", "didShow", "didHide"):
        room.tell(event_text(rooms, room, f"lifecycle.{name}"))
    # By then they have long come: the other room's answers take the same road.
    rooms.run(other, "for (let i = 0; i < 50; i++) await stoa.storage.get({key: 'k'})")
    rooms.pool.show(room)
    rooms.until(lambda: rooms.run(room, "return heard") == ["didHide", "didShow", "didHide"])


def test_an_answer_that_is_not_taken_comes_once_more(rooms):
    room = rooms.open(rooms.make_app(LISTENING))
    script = """
    const wire = new EventTarget(), deaf = [];
    wire.addEventListener('answer', (event) => deaf.push(event.detail));
    dispatchEvent(new FocusEvent('stoa:connect', {relatedTarget: wire}));
    const call = {jsonrpc: '2.0', id: 1, method: 'storage.get', params: {key: 'k'}};
    wire.dispatchEvent(new CustomEvent('call', {detail: JSON.stringify(call)}));
    while (deaf.length < 2) await new Promise((next) => setTimeout(next, 5));
    return deaf;
    """
    assert rooms.run(room, script) == ['{"jsonrpc":"2.0","id":1,"result":{"value":null}}'] * 2


def test_ready_works_again_after_a_reload(rooms):
    room = rooms.open()
    rooms.run(room, "await stoa.host.ready()")
    assert room.is_ready
    rooms.reload(room)
    rooms.run(room, "await stoa.storage.get({key: 'k'})")
    assert not room.is_ready
    rooms.run(room, "await stoa.host.ready()")
    assert room.is_ready


def test_a_page_that_reloads_itself_has_to_say_ready_again(rooms):
    room = rooms.open()
    rooms.run(room, "await stoa.host.ready()")
    room.page.runJavaScript("location.reload()")
    rooms.until(lambda: not room.is_ready)


def test_a_refused_navigation_leaves_the_page_ready(rooms):
    room = rooms.open()
    rooms.run(room, "await stoa.host.ready(); window.heard = 0; stoa.on('back.didPress', () => heard++)")
    rooms.run(room, "location = 'https://elsewhere.example.org/'")
    rooms.until(lambda: bool(rooms.said(room).refusals))
    room.tell(event_text(rooms, room, "back.didPress"))
    rooms.until(lambda: rooms.run(room, "return heard") == 1)


def test_answers_of_an_earlier_document_never_reach_a_later_one(rooms):
    room = rooms.open(rooms.make_app(LISTENING))
    held = []
    rooms.backing.intercept = lambda raw, reply: not held.append(reply)
    rooms.run(room, """send('{"jsonrpc":"2.0","id":1,"method":"storage.get"}')""")
    rooms.until(lambda: len(held) == 1)
    rooms.reload(room)
    rooms.run(room, """send('{"jsonrpc":"2.0","id":2,"method":"storage.get"}')""")
    rooms.until(lambda: len(held) == 2)
    held[0]('{"jsonrpc":"2.0","id":1,"result":"for the first"}')
    held[1]('{"jsonrpc":"2.0","id":2,"result":"for the second"}')
    rooms.until(lambda: bool(rooms.run(room, "return heard")))
    assert [json.loads(text)["id"] for text in rooms.run(room, "return heard")] == [2]


def test_calls_at_unload_and_answers_after_the_close_do_no_harm(rooms):
    leaving = (
        "for (const name of ['pagehide', 'unload', 'beforeunload', 'visibilitychange'])"
        " addEventListener(name, () => { for (let i = 0; i < 50; i++) stoa.storage.get({key: 'k'}); })"
    )
    room, other = rooms.open(), rooms.open()
    held = []
    rooms.backing.intercept = lambda raw, reply: not held.append(reply)
    rooms.run(room, leaving)
    room.page.runJavaScript("stoa.storage.get({key: 'k'}); 0")
    rooms.until(lambda: bool(held))
    rooms.reload(room)
    rooms.run(room, leaving)
    rooms.pool.close(room)
    rooms.until(lambda: room.state == "closed")
    for reply in held:
        reply('{"jsonrpc":"2.0","id":1,"result":null}')
    rooms.backing.intercept = lambda raw, reply: False
    assert rooms.run(other, "return (await stoa.storage.get({key: 'k'})).value") is None


def test_opening_a_place_inside_the_same_document_keeps_it(rooms):
    room = rooms.open(path="/#a")
    rooms.run(room, "window.kept = true; await stoa.host.ready()")
    room.open("/#b", "link")
    rooms.until(lambda: room.path == "/#b")
    room.open("/#b", "link")
    assert (room.state, room.is_ready) == ("running", True)
    assert rooms.run(room, "return [window.kept, location.hash]") == [True, "#b"]
