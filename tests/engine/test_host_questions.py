"""What Chromium would ask the person: nothing reaches them without a grant, and each refusal is written down."""

from __future__ import annotations

import pytest

from stoa.engine.console import ConsoleLine, refusal_in

PERMISSIONS = 'add "{}" to permissions in manifest.json'
# What a page with the policy header tries; what the refusal names; the manifest line that would change it.
IN_THE_PAGE = {
    "alert": ("alert('x')", "alert()", None),
    "confirm": ("confirm('x')", "confirm()", None),
    "prompt": ("prompt('x')", "prompt()", None),
    "print": ("print()", "print()", None),
    "window": ("open('/x.html')", "a new window", None),
    "target": ("a = Object.assign(document.createElement('a'), {target: '_blank', href: '/x'}); a.click()",
               "a new window", None),
    "inline script": ("s = document.createElement('script'); s.textContent = '1'; document.body.append(s)",
                      "inline script", 'add "inline" to script in manifest.json'),
    "eval": ("setTimeout(() => eval('1'))", "eval", None),
    "wasm": ("WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))", "WebAssembly",
             'add "wasm" to script in manifest.json'),
    "javascript address": ("location = 'javascript:1'", "a javascript: address", None),
    "fullscreen": ("await document.body.requestFullscreen()", "fullscreen", None),
    "pointer lock": ("await document.body.requestPointerLock()", "pointer lock", None),
    "microphone": ("await navigator.mediaDevices.getUserMedia({audio: true})", "microphone",
                   PERMISSIONS.format("microphone")),
    "camera": ("await navigator.mediaDevices.getUserMedia({video: true})", "camera",
               PERMISSIONS.format("camera")),
    "location": ("await new Promise((y, n) => navigator.geolocation.getCurrentPosition(y, n))", "location",
                 PERMISSIONS.format("location")),
    "screen": ("await navigator.mediaDevices.getDisplayMedia()", "display-capture", None),
    "host": ("await fetch('https://api.example.org/x')", "https://api.example.org/x",
             'add "https://api.example.org" to network in manifest.json'),
    "socket": ("new WebSocket('wss://api.example.org:8443/')", "wss://api.example.org:8443/",
               'add "wss://api.example.org:8443" to network in manifest.json'),
    "picture": ("new Image().src = 'https://user:secret@pics.example.org/a.png'", "https://pics.example.org/a.png",
                'add "https://pics.example.org" to network in manifest.json'),
    "plain http": ("await fetch('http://api.example.org/x')", "http://api.example.org/x", None),
    "script of others": ("document.body.append(s = document.createElement('script')); s.src = 'https://cdn.example.org/x.js'",
                         "https://cdn.example.org/x.js", None),
    "form": ("document.body.innerHTML = '<form action=https://api.example.org/><button>'; document.forms[0].submit()",
             "https://api.example.org/?", None),
    "navigation": ("location = 'https://elsewhere.example.org/'", "https://elsewhere.example.org/", None),
    "mail program": ("location = 'mailto:a@example.org'", "mailto:a@example.org", None),
    "mail program in a frame": ("document.body.innerHTML = '<iframe src=mailto:a@example.org></iframe>'",
                                "another address", None),
    "file": ("location = 'file:///etc/passwd'", "file:///etc/passwd", None),
    "data page": ("location = 'data:text/html,x'", "data:text/html,x", None),
}  # fmt: skip


@pytest.mark.parametrize("name", IN_THE_PAGE)
def test_what_a_page_tries_is_refused_and_told(rooms, name):
    script, what, fix = IN_THE_PAGE[name]
    room = rooms.open()
    rooms.run(room, f"let a, s; try {{ {script} }} catch {{}}")
    rooms.until(lambda: bool(rooms.said(room).refusals))
    refusal = rooms.said(room).refusals[0]
    assert (refusal.what, refusal.fix) == (what, fix)
    assert refusal.rule
    assert rooms.backing.asked == []


BEHIND_THE_HEADER = {
    "alert": ("alert('x')", "alert()"),
    "confirm": ("if (confirm('x')) throw Error('yes')", "confirm()"),
    "prompt": ("if (prompt('x') !== null) throw Error('yes')", "prompt()"),
    "print": ("print()", "print()"),
    "download": ("const a = document.createElement('a'); a.href = '/f.bin'; a.download = 'f'; a.click()", "a download"),
    "download by navigation": ("location = '/f.bin'", "a download"),
    "navigation": ("location = 'https://elsewhere.example.org/'", "https://elsewhere.example.org/"),
    "fetch": ("await fetch('https://api.example.org/x').catch(() => 0)", "https://api.example.org/x"),
    "other room": ("await fetch('miniapp://org.example.other/').catch(() => 0)", "miniapp://org.example.other/"),
}


@pytest.mark.parametrize("name", BEHIND_THE_HEADER)
def test_behind_the_policy_header_the_host_says_no_by_itself(rooms, bare, name):
    script, what = BEHIND_THE_HEADER[name]
    room = rooms.open(rooms.make_app({"f.bin": b"\0\1\2"}))
    rooms.run(room, script)
    rooms.until(lambda: bool(rooms.said(room).refusals))
    assert rooms.said(room).refusals[0].what == what


def press(rooms, room, script):
    """Run a script in answer to a person's press."""
    rooms.run(
        room, f"addEventListener('click', async () => {{ try {{ {script} }} catch (e) {{ window.failed = e.name }} }})"
    )
    rooms.click(room)


def test_a_press_does_not_open_windows_or_programs(rooms, bare):
    room = rooms.open()
    press(rooms, room, "window.opened = open('/x.html')")
    rooms.until(lambda: bool(rooms.said(room).refusals))
    assert rooms.said(room).refusals[0].what == "a new window"
    assert rooms.pool.rooms.keys() == {room.caller.room_key}


@pytest.mark.parametrize("address", ["mailto:a@example.org", "ssh://a.example.org", "vscode://x", "intent:x", "tel:1"])
def test_a_press_starts_no_other_program(rooms, monkeypatch, address):
    from PySide6.QtGui import QDesktopServices

    started = []
    monkeypatch.setattr(QDesktopServices, "openUrl", started.append)
    room = rooms.open()
    press(rooms, room, f"location = '{address}'")
    rooms.until(lambda: bool(rooms.said(room).refusals))
    assert started == []
    assert [refusal.rule for refusal in rooms.said(room).refusals] == ["a room stays on its own pages"]
    assert rooms.said(room).refusals[0].what == address
    assert room.path == "/"
    assert rooms.run(room, "return (await stoa.storage.get({key: 'k'})).value") is None


def test_choosing_a_file_needs_the_files_permission(rooms):
    room = rooms.open()
    press(rooms, room, "const i = document.createElement('input'); i.type = 'file'; i.click()")
    rooms.until(lambda: bool(rooms.said(room).refusals))
    assert rooms.said(room).refusals[0].fix == PERMISSIONS.format("files")


@pytest.mark.parametrize("granted", [True, False])
def test_a_declared_permission_is_asked_for_and_the_answer_counts(rooms, granted):
    rooms.backing.answers_web = granted
    room = rooms.open(rooms.make_app({}, {"permissions": ["location"]}))
    ask = "navigator.geolocation.getCurrentPosition(done, (error) => done(error.code), {timeout: 300})"
    script = f"return await new Promise((done) => {ask})"
    code = rooms.run(room, script)
    assert rooms.backing.asked == [("location",)]
    assert (code == 1) is not granted, "1 is PERMISSION_DENIED"


def test_an_undeclared_permission_is_refused_without_asking_even_behind_the_header(rooms, bare):
    room = rooms.open()
    rooms.run(room, "await new Promise((done) => navigator.geolocation.getCurrentPosition(done, done))")
    assert rooms.backing.asked == []
    assert [refusal.fix for refusal in rooms.said(room).refusals] == [PERMISSIONS.format("location")]


def test_notifications_are_refused_unless_declared(rooms):
    room = rooms.open()
    press(rooms, room, "window.answer = await Notification.requestPermission()")
    rooms.until(lambda: rooms.run(room, "return window.answer ?? null") is not None)
    assert rooms.run(room, "return window.answer") == "denied"
    assert rooms.backing.asked == []


def test_the_clipboard_cannot_be_read(rooms):
    room = rooms.open()
    press(rooms, room, "window.text = await navigator.clipboard.readText()")
    rooms.until(lambda: rooms.run(room, "return window.failed ?? null") is not None)
    assert rooms.run(room, "return [window.failed, window.text ?? null]") == ["NotAllowedError", None]


def test_protocol_handlers_passkeys_and_service_workers_are_not_to_be_had(rooms):
    room = rooms.open()
    for script in (
        "navigator.registerProtocolHandler('web+x', '/?%s')",
        "await navigator.credentials.get({publicKey: {challenge: new Uint8Array(8)}})",
        "await navigator.serviceWorker.register('/a.js')",
        "await showOpenFilePicker()",
    ):
        answer = rooms.run(room, f"try {{ {script} }} catch (error) {{ return error.name }}")
        assert answer in {"SecurityError", "NotAllowedError", "TypeError"}, script


def test_leaving_is_not_held_up_by_the_page(rooms):
    room = rooms.open()
    rooms.run(room, "addEventListener('beforeunload', (e) => { e.preventDefault(); e.returnValue = 'stay' })")
    rooms.click(room)
    rooms.reload(room)
    rooms.run(room, "addEventListener('beforeunload', (e) => { e.preventDefault(); e.returnValue = 'stay' })")
    room.open("/elsewhere", "link")
    rooms.until(lambda: room.path == "/elsewhere")


def test_console_lines_arrive_with_level_and_place(rooms):
    room = rooms.open(
        rooms.make_app(
            {"index.html": '<script src="/a.js"></script>', "a.js": "\nconsole.warn('w');\nthrow Error('e')"}
        )
    )
    source = f"miniapp://{room.spec.app.app_id}/a.js"
    rooms.until(lambda: len(rooms.said(room).console) == 2)
    assert rooms.said(room).console == [
        ConsoleLine("warning", "w", 2, source), ConsoleLine("error", "Uncaught Error: e", 3, source),
    ]  # fmt: skip


def test_a_flood_of_console_lines_is_cut_and_the_room_lives(rooms):
    room = rooms.open()
    rooms.run(room, "for (let i = 0; i < 20000; i++) console.log(i)")
    lines = rooms.said(room).console
    rooms.until(lambda: any("faster than the limit" in line.text for line in lines))
    assert len(lines) < 5000
    assert rooms.run(room, "return (await stoa.storage.get({key: 'k'})).value") is None


def test_a_flood_of_refusals_is_cut(rooms):
    room = rooms.open()
    rooms.run(room, "for (let i = 0; i < 3000; i++) new Image().src = `https://h${i}.example.org/`")
    assert rooms.run(room, "return (await stoa.storage.get({key: 'k'})).value") is None
    rooms.until(lambda: len(rooms.said(room).refusals) >= 100)
    assert len(rooms.said(room).refusals) < 500


def test_an_ordinary_line_is_no_refusal():
    for text in ("Uncaught Error: e", "", "Refused to", "Permissions policy violation", "'" * 4000):
        assert refusal_in(text, ()) is None


def test_a_declared_permission_that_the_header_turned_off_was_the_persons_choice():
    refusal = refusal_in("Permissions policy violation: microphone is not allowed in this document.", {"microphone"})
    assert refusal is not None
    assert (refusal.what, refusal.rule, refusal.fix) == ("microphone", "the person does not allow it", None)


SOUNDS = """
const context = new AudioContext(), tone = context.createOscillator();
tone.connect(context.destination); tone.start(); await context.resume(); return context.state;
"""


def test_a_page_is_not_heard_before_the_persons_first_press(rooms):
    room = rooms.open()
    room.page.runJavaScript(f"(async () => {{ {SOUNDS} }})()", 0)
    assert rooms.run(room, "return new AudioContext().state") == "suspended", "the engine's own switch"
    assert room.page.isAudioMuted(), "and the host's"
    rooms.click(room)
    rooms.run(room, "while (!navigator.userActivation.hasBeenActive) await new Promise((next) => setTimeout(next, 10))")
    rooms.run(room, SOUNDS)
    rooms.until(room.page.is_audible)


def test_a_page_cannot_press_for_the_person(rooms):
    room = rooms.open()
    rooms.run(
        room,
        "for (const name of ['click', 'mousedown', 'keydown', 'touchstart'])"
        " document.body.dispatchEvent(new Event(name, {bubbles: true})); document.body.click(); document.body.focus()",
    )
    assert room.page.isAudioMuted()


def test_the_policy_names_no_feature_that_the_engine_does_not_know(rooms, monkeypatch):
    monkeypatch.setattr("stoa.engine.console._ABOUT_THE_HOST", ())
    room = rooms.open()
    assert [line.text for line in rooms.said(room).console if "Unrecognized feature" in line.text] == []
