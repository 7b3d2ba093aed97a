"""What a page, a frame, a worker or a renderer that was taken over can do to the bridge."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QTimer

from stoa.bridge.limits import BURST
from stoa.contract.sizes import PICTURE_MESSAGE_MAX_CHARS
from tests.engine.test_bridge import LISTENING, refused

GET = "(await stoa.storage.get({key: 'k'})).value"
ASK = """
const wire = new EventTarget();
wire.addEventListener('answer', () => parent.postMessage('WAS ANSWERED', '*'));
dispatchEvent(new FocusEvent('stoa:connect', {relatedTarget: wire}));
wire.dispatchEvent(new CustomEvent('call', {detail: '{}'}));
"""
FROM_BELOW = """
try {
  parent.dispatchEvent(new FocusEvent('stoa:connect', {relatedTarget: new EventTarget()}));
  parent.postMessage('asked', '*');
} catch (error) { parent.postMessage(error.name, '*'); }
"""


def test_the_page_sees_neither_qt_nor_the_channel(rooms):
    room = rooms.open()
    script = "return [typeof qt, typeof QWebChannel, Object.keys(window).filter((key) => /qt/i.test(key))]"
    assert rooms.run(room, script) == [
        "undefined", "undefined", [],
    ]  # fmt: skip


def test_a_new_frame_brings_no_channel_into_the_page(rooms):
    room = rooms.open()
    script = "const f = document.createElement('iframe'); document.body.append(f); return typeof f.contentWindow.qt"
    assert rooms.run(room, script) == "undefined"


def test_deleting_the_channel_by_name_does_nothing(rooms):
    room = rooms.open()
    room.page.runJavaScript("0")
    for _ in range(3):
        rooms.run_inside(
            room,
            "for (const method of ['deleteLater', 'deleteLater()', 3])"
            " qt.webChannelTransport.send(JSON.stringify({type: 6, object: 'stoa', method, args: [], id: 99}));"
            " for (let i = 0; i < 3; i++) qt.webChannelTransport.send(JSON.stringify({type: 3, id: 98})); 0",
        )
    assert rooms.run(room, f"return {GET}") is None
    assert room.channel.receivers("2answered(QString,QString)") > 0


@pytest.mark.parametrize(
    "message",
    [
        '{"type":6,"object":"stoa","method":"receive","args":[],"id":97}',
        '{"type":6,"object":"stoa","method":"receive","args":[1,2],"id":97}',
        '{"type":6,"object":"stoa","method":"receive","args":["d",{"a":1}],"id":97}',
        '{"type":6,"object":"stoa","method":"close","args":[],"id":97}',
        '{"type":6,"object":"stoa","method":"_arrived","args":[],"id":97}',
        '{"type":6,"object":"other","method":"receive","args":["d","r"],"id":97}',
        '{"type":7,"object":"stoa","signal":"destroyed"}',
        '{"type":10,"object":"stoa","property":0,"value":1}',
        '{"type":-1}',
        '{"type":3,"id":{"a":[]}}',
        "[]",
        '"text"',
    ],
)
def test_raw_channel_messages_of_a_renderer_taken_over_are_survived(rooms, message):
    room = rooms.open()
    rooms.run_inside(room, f"qt.webChannelTransport.send({message!r}); 0")
    assert rooms.run(room, f"return {GET}") is None


def test_a_renderer_taken_over_meets_the_gates_own_limits(rooms):
    room = rooms.open()
    send = (
        "qt.webChannelTransport.send(JSON.stringify({type: 6, object: 'stoa', method: 'receive', id: 96,"
        " args: ['forged', %s]}))"
    )
    rooms.run_inside(room, send % f"'x'.repeat({PICTURE_MESSAGE_MAX_CHARS + 1})" + "; 0")
    call = json.dumps('{"jsonrpc":"2.0","id":1,"method":"storage.get","params":{"key":"k"}}')
    rooms.run_inside(room, f"for (let i = 0; i < 3000; i++) {send % call}; 0")
    rooms.until(lambda: len(rooms.backing.received) >= 3001)
    verdicts = [entry.verdict for entry in rooms.backing.journal]
    assert verdicts[0] == "too_large"
    assert BURST <= verdicts.count("ok") + 1 < 3000
    assert "too_many" in verdicts


def test_a_document_name_that_is_too_long_is_dropped(rooms):
    room = rooms.open()
    room.channel.receive("x" * 65, "raw")
    room.channel.receive("", "raw")
    assert rooms.backing.received == []


@pytest.mark.parametrize(
    "attributes",
    ["src='/frame.html'", "srcdoc='<script src=/frame.js></script>'", "sandbox='allow-scripts' src='/frame.html'"],
)
def test_frames_get_no_bridge_of_their_own(rooms, attributes):
    files = {
        "frame.html": '<script src="/_stoa/stoa.js"></script><script src="/frame.js"></script>',
        "frame.js": f"{ASK} parent.postMessage(`typeof qt: ${{typeof qt}}`, '*');",
    }
    room = rooms.open(rooms.make_app(files))
    script = f"""
    window.heard = [];
    addEventListener('message', (e) => typeof e.data === 'string' && heard.push(e.data));
    const holder = document.createElement('div');
    holder.innerHTML = `<iframe {attributes.replace("'", '"')}></iframe>`;
    await new Promise((done) => {{ holder.firstChild.onload = done; document.body.append(holder); }});
    await {GET.strip("()").removesuffix(").value")};
    return heard;
    """
    heard = rooms.run(room, script)
    assert "WAS ANSWERED" not in heard
    # An opaque origin may not even load the script: it is refused the room's files.
    assert "typeof qt: undefined" in heard or "sandbox" in attributes
    assert len(rooms.backing.received) == 1


def test_a_frame_of_another_origin_cannot_ask_the_page_around_it(rooms):
    # Otherwise it would not even run.
    room = rooms.open(rooms.make_app(manifest={"script": ["inline"]}))
    script = f"""
    window.heard = [];
    addEventListener('message', (e) => heard.push(e.data));
    const frame = document.createElement('iframe');
    frame.sandbox = 'allow-scripts';
    frame.srcdoc = `<script>{FROM_BELOW}<${{'/'}}script>`;
    document.body.append(frame);
    while (!heard.length) await new Promise((next) => setTimeout(next, 5));
    return heard;
    """
    assert rooms.run(room, script) == ["SecurityError"]
    assert rooms.backing.received == []


@pytest.mark.parametrize("target", ["document.createElement('form')", "window", "new AbortController().signal", "null"])
def test_nothing_but_a_wire_is_taken_for_one(rooms, target):
    room = rooms.open()
    call = '{"jsonrpc":"2.0","id":5,"method":"storage.get","params":{"key":"k"}}'
    script = f"""
    const target = {target}, heard = [];
    target?.addEventListener('answer', () => heard.push('answered'));
    dispatchEvent(new FocusEvent('stoa:connect', {{relatedTarget: target}}));
    target?.dispatchEvent(new CustomEvent('call', {{detail: '{call}'}}));
    await stoa.storage.get({{key: 'k'}});
    return heard;
    """
    assert rooms.run(room, script) == []
    assert len(rooms.backing.received) == 1


def test_the_sdk_inside_a_frame_says_it_is_not_available(rooms):
    room = rooms.open(rooms.make_app({"frame.html": '<script src="/_stoa/stoa.js"></script>'}))
    script = """
    const frame = document.createElement('iframe'); frame.src = '/frame.html';
    await new Promise((done) => { frame.onload = done; document.body.append(frame); });
    return [frame.contentWindow.stoa.available, typeof frame.contentWindow.qt];
    """
    assert rooms.run(room, script) == [False, "undefined"]


@pytest.mark.parametrize("kind", ["classic", "module"])
def test_workers_get_no_bridge(rooms, kind):
    room = rooms.open(rooms.make_app({"work.js": "postMessage([typeof qt, typeof stoa, typeof QWebChannel])"}))
    script = f"""
    const worker = new Worker('/work.js', {{type: '{kind}'}});
    return await new Promise((done) => {{ worker.onmessage = (event) => done(event.data); }});
    """
    assert rooms.run(room, script) == ["undefined"] * 3


def test_a_flood_of_100000_calls_stays_in_the_page_and_each_is_answered(rooms):
    room = rooms.open()
    script = """
    const calls = Array.from({length: 100000}, () => stoa.storage.get({key: 'k'}));
    const codes = {};
    for (const one of await Promise.allSettled(calls)) {
      const code = one.status === 'fulfilled' ? 'ok' : one.reason.code;
      codes[code] = (codes[code] ?? 0) + 1;
    }
    return codes;
    """
    codes = rooms.run(room, script, 90_000)
    assert sum(codes.values()) == 100_000
    assert codes.keys() == {"ok", "too_many"}
    assert codes["ok"] == len(rooms.backing.received) < BURST
    assert rooms.run(room, "await new Promise((next) => setTimeout(next, 50)); return " + GET) is None


def test_a_flood_past_the_sdk_is_answered_by_the_relay(rooms):
    room = rooms.open(rooms.make_app(LISTENING))
    flood = "for (let id = 0; id < 5000; id++) send(JSON.stringify({jsonrpc: '2.0', id, method: 'host.x'}))"
    rooms.run(room, flood)
    rooms.until(lambda: rooms.run(room, "return heard.length") == 5000)
    heard = [json.loads(text) for text in rooms.run(room, "return heard")]
    assert {answer["id"] for answer in heard} == set(range(5000))
    assert {answer["error"]["data"]["code"] for answer in heard} == {"unknown_method", "too_many"}
    assert len(rooms.backing.received) < BURST


def test_a_message_of_50_mb_is_refused_inside_the_page(rooms):
    room = rooms.open()
    code, message, _ = refused(rooms, room, "stoa.storage.set({key: 'k', value: 'x'.repeat(50 << 20)})")
    assert (code, "characters" in message) == ("too_large", True)
    assert rooms.backing.received == []


def test_connecting_again_and_again_leaves_one_wire_that_works(rooms):
    room = rooms.open(rooms.make_app(LISTENING))
    rooms.run(room, "for (let i = 0; i < 2000; i++) connect()")
    rooms.run(room, """send('{"jsonrpc":"2.0","id":5,"method":"storage.get","params":{"key":"k"}}')""")
    rooms.until(lambda: '"id":5' in str(rooms.run(room, "return heard")))


def test_the_channel_is_silent_while_the_page_is_not_at_home(rooms):
    room = rooms.open()
    room.page.runJavaScript("location = 'about:blank'")
    rooms.until(lambda: room.state == "crashed")
    assert [refusal.what for refusal in rooms.said(room).refusals] == ["about:blank"]
    assert room.page.webChannel() is None
    room.channel.receive("forged", "raw")
    assert rooms.backing.received == []
    assert room.path == "/"
    rooms.until(lambda: not room.page.isLoading())
    rooms.reload(room)
    assert rooms.run(room, f"return {GET}") is None


def test_where_a_page_is_is_known_as_soon_as_the_engine_knows(rooms):
    room = rooms.open()
    page, places, wrong = room.page, [], []

    def look() -> None:
        place = page.url()
        places.append(place.toString())
        if page.is_home() is not (place.scheme() == "miniapp" and place.host() == room.caller.app_id):
            wrong.append(places[-1])

    timer = QTimer()
    for signal in (page.urlChanged, page.loadStarted, page.loadFinished, page.titleChanged, timer.timeout):
        signal.connect(look)
    timer.start(0)
    rooms.run(room, "location.hash = 'part'; history.pushState(null, '', '/further')")
    rooms.until(lambda: page.url().path() == "/further")
    rooms.reload(room)
    page.runJavaScript("location = 'about:blank'")
    rooms.until(lambda: room.state == "crashed" and not page.isLoading())
    rooms.reload(room)
    timer.stop()
    assert {"about:blank", f"miniapp://{room.caller.app_id}/further"} <= set(places)
    assert wrong == []
