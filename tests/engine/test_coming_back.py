"""What a discarded room comes back behind: how it was left, unless that shows what is never kept, or has changed."""

from __future__ import annotations

import itertools
import os
import signal

import pytest

from stoa.engine.chromium import has_gpu
from stoa.engine.last_look import LOOK_MAX_BYTES
from stoa.engine.room import RoomState
from stoa.engine.sleep import RoomSleep

pytestmark = pytest.mark.skipif(has_gpu(), reason="there no picture is taken as a page is left")

LONG = "<div style='height:5000px;background:linear-gradient(#000 0 700px,#0a0 700px)'></div>"
PAGE = f"""<title>App</title><script src="/_stoa/stoa.js"></script><body style="margin:0">{LONG}
<form style="position:fixed;top:0"><input id="plain"><input type="hidden" name="token" value="t">
<input type="submit" name="password" value="Go"><input type="password" id="word">
<input id="code" autocomplete="one-time-code"><input id="card" autocomplete="cc-number"><input name="pin">
<select autocomplete="cc-exp-month"><option>1</option><option>2</option></select>
<iframe src="/inner.html"></iframe><div id="host"></div></form></body>"""
FILES = {"index.html": PAGE, "inner.html": "<input id='inside' type='password'>"}
DRAWN = "await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));"
LOADED = "while (frames[0].document.readyState !== 'complete') await new Promise((next) => setTimeout(next, 10));"
LEFT = f"{LOADED} document.getElementById('plain').value = 'Ada'; scrollTo(0, 900); {DRAWN}"


@pytest.fixture(autouse=True)
def light_sleep(monkeypatch):
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_AFTER_MS", 300)
    monkeypatch.setattr("stoa.engine.pool.SUSPEND_NOTICE_MS", 50)


def leave(rooms, script="", files=FILES):
    """A room that was left as a script made it, and sleeps with its renderer."""
    room = rooms.open(rooms.make_app(files))
    rooms.run(room, LEFT + script + DRAWN if files is FILES else script)
    rooms.until(lambda: files is not FILES or is_green(room.view.grab().toImage()))
    rooms.open()
    rooms.until(lambda: room.state is RoomState.ASLEEP and room.view.isHidden())
    rooms.until(lambda: room.view.look.size < room.view.width() * room.view.height())
    return room


def discard(rooms, script="", files=FILES):
    room = leave(rooms, script, files)
    room.discard()
    return room


def is_green(picture):
    """Whether a picture shows the page below its first 700 pixels, at its lower end."""
    red, green, blue, _ = picture.pixelColor(picture.width() // 3, picture.height() - 30).getRgb()
    return max(red, blue) < 8 and abs(green - 0xAA) < 8


def test_a_discarded_room_has_its_look_until_its_page_is_drawn_as_it_was_left(rooms):
    room = discard(rooms)
    look = room.keepsake.look
    assert 0 < look.size <= LOOK_MAX_BYTES
    assert look.fits(room.view)
    assert is_green(look.picture())
    heard = []
    room.keepsake.did_change.connect(lambda: heard.append(is_green(room.view.grab().toImage())))
    rooms.pool.show(room)
    assert room.keepsake.is_awaited
    rooms.until(lambda: heard != [])
    assert (heard, room.keepsake.is_awaited, room.keepsake.look) == ([True], False, look)
    assert rooms.run(room, "return [scrollY, document.getElementById('plain').value]") == [900, "Ada"]


def test_content_that_comes_late_is_waited_for(rooms):
    late = "setTimeout(() => document.body.append(...Array.from({length: 9}, () => document.createElement('p'))), 150);"
    page = f'<title>App</title><script src="/_stoa/stoa.js"></script><body>{LONG}<script src="/late.js"></script>'
    script = "while (document.querySelectorAll('p').length < 9) await new Promise((next) => setTimeout(next, 10));"
    room = discard(rooms, script, {"index.html": page, "late.js": late})
    found = []
    room.keepsake.did_change.connect(
        lambda: room.page.runJavaScript("document.querySelectorAll('p').length", 0, found.append)
    )
    rooms.pool.show(room)
    rooms.until(lambda: found != [])
    assert found == [9]


SET = "document.getElementById('{0}').value = '1234';"
ROOT = "document.getElementById('host').attachShadow({{ mode: 'open' }}).innerHTML = `{0}`;"
SECRETS = {
    "a password": SET.format("word"),
    "a code": SET.format("code"),
    "a card number": SET.format("card"),
    "a field by its name": "document.querySelector('[name=pin]').value = '1234';",
    "a choice": "document.querySelector('select').selectedIndex = 1;",
    "one in a frame": "frames[0].document.getElementById('inside').value = '1234';",
    "one in a shadow tree": ROOT.format("<input type=password value=1234>"),
    "a closed tree": "customElements.define('x-y', class extends HTMLElement {}); "
    "const made = document.createElement('x-y'); made.attachShadow({ mode: 'closed' }); document.body.append(made);",
    "a closed frame": "document.body.append(Object.assign(document.createElement('iframe'), { sandbox: '' }));",
    "one that is gone as the page is hidden": SET.format("word")
    + "document.onvisibilitychange = () => { document.getElementById('word').value = ''; };",
    "one that comes as the page is hidden": "document.onvisibilitychange = () => { "
    "document.getElementById('word').value = '1234'; };",
}


@pytest.mark.parametrize("secret", SECRETS)
def test_no_look_outlives_the_renderer_that_shows_what_is_never_kept_or_may(rooms, secret):
    room = discard(rooms, SECRETS[secret])
    assert (room.keepsake.look, room.view.look) == (None, None)
    assert room.keepsake.size > 0


def test_what_cannot_be_given_back_has_no_look(rooms, monkeypatch):
    monkeypatch.setattr("stoa.engine.keepsake.KEPT_MAX_CHARS", 10)
    assert discard(rooms).keepsake.look is None


def test_a_look_that_takes_too_much_goes_with_the_renderer(rooms, monkeypatch):
    monkeypatch.setattr("stoa.engine.keepsake.LOOK_MAX_BYTES", 100)
    assert discard(rooms).keepsake.look is None


def test_all_looks_together_are_bounded(rooms, monkeypatch):
    clock = itertools.count()
    sleep = RoomSleep(rooms.pool, lambda: next(clock), lambda _room: frozenset(), lambda: False)
    sleep._timer.blockSignals(True)  # each look is the test's
    sleep.keeps_one = False
    first = leave(rooms)
    second = leave(rooms)
    monkeypatch.setattr("stoa.engine.sleep_rules.LOOKS_MAX_BYTES", second.view.look.size)
    sleep.awake_max = 1
    sleep.look()
    assert (first.state, second.state) == (RoomState.DISCARDED, RoomState.DISCARDED)
    assert first.keepsake.look is None
    assert second.keepsake.look is not None


def grow(room):
    room.view.resize(room.view.width() + 10, room.view.height())


@pytest.mark.parametrize("change", [grow, lambda room: room.page.setZoomFactor(1.5)], ids=["size", "zoom"])
def test_a_page_that_is_shown_otherwise_now_does_not_fit_its_look(rooms, change):
    room = discard(rooms)
    assert room.keepsake.look.fits(room.view)
    change(room)
    assert not room.keepsake.look.fits(room.view)


ENDS = {
    "another page is opened": lambda room, pool: room.open("/other", "link"),
    "the page is loaded again": lambda room, pool: room.reload(),
    "the room is closed": lambda room, pool: pool.close_all(),
}


@pytest.mark.parametrize("end", ENDS)
def test_a_look_goes_when(rooms, end):
    room = discard(rooms)
    assert room.keepsake.look is not None
    ENDS[end](room, rooms.pool)
    assert (room.keepsake.look, room.keepsake.is_awaited) == (None, False)


@pytest.mark.parametrize("end", ["while it sleeps", "as it comes back"])
def test_a_renderer_that_ends_by_itself_takes_the_look_along(rooms, end):
    room = leave(rooms) if end == "while it sleeps" else discard(rooms)
    if end == "as it comes back":
        rooms.pool.show(room)
        rooms.until(lambda: room.page.renderProcessPid() > 0)
        assert room.keepsake.look is not None
    os.kill(room.page.renderProcessPid(), signal.SIGKILL)
    rooms.until(lambda: room.state is RoomState.CRASHED)
    assert (room.keepsake.look, room.view.look) == (None, None)


def test_a_room_that_woke_unseen_has_its_look_until_it_is_shown_and_drawn(rooms):
    room = discard(rooms)
    look = room.keepsake.look
    rooms.pool.may_prepare = lambda: True
    rooms.pool.rouse(room)
    rooms.until(lambda: room.state is RoomState.ASLEEP)
    assert (room.keepsake.look, room.keepsake.is_awaited) == (look, True)
    rooms.pool.show(room)
    rooms.until(lambda: not room.keepsake.is_awaited)
    assert is_green(room.view.grab().toImage())
    assert rooms.run(room, "return [scrollY, document.getElementById('plain').value]") == [900, "Ada"]


def test_a_room_that_woke_unseen_and_is_discarded_again_keeps_the_look_it_was_left_with(rooms):
    room = discard(rooms)
    look = room.keepsake.look
    rooms.pool.rouse(room)
    rooms.until(lambda: room.state is RoomState.ASLEEP)
    room.discard()
    assert room.keepsake.look is look


def test_one_that_is_left_before_it_is_back_keeps_the_look_it_was_left_with(rooms):
    room = discard(rooms)
    look = room.keepsake.look
    rooms.pool.show(room)
    rooms.open()
    rooms.until(lambda: room.state is RoomState.ASLEEP)
    assert (room.keepsake.look, room.view.look) == (look, None)
