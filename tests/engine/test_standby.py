"""A room that was made ready: it stands before its page, and goes on from there when it is opened."""

from __future__ import annotations

import json
import os
import signal
from dataclasses import replace

import pytest

from stoa.engine import held_body
from stoa.engine.room import RoomState
from stoa.engine.scheme import SchemeHandler

APP = {
    "index.html": (
        '<!doctype html><title>App</title><link rel="stylesheet" href="/page.css">'
        '<script src="/_stoa/stoa.js"></script><script src="/app.js"></script><body><p>text<p id="end">end'
    ),
    "page.css": "p { color: rgb(1, 2, 3) }",
    "app.js": "localStorage.setItem('ran', (Number(localStorage.getItem('ran')) || 0) + 1);",
}
RAN = (
    "const place = location.pathname + location.search + location.hash;"
    " return [localStorage.getItem('ran'), place, getComputedStyle(document.querySelector('p')).color]"
)
COLOR = "rgb(1, 2, 3)"


@pytest.fixture
def asked(monkeypatch):
    """The paths that rooms ask the host for."""
    paths, start = [], SchemeHandler.requestStarted

    def watched(handler, job):
        paths.append(job.requestUrl().path())
        start(handler, job)

    monkeypatch.setattr(SchemeHandler, "requestStarted", watched)
    return paths


def ready(rooms, app, path="/", spec=None):
    """A room that stands before a page."""
    rooms.pool.prepare(spec or rooms.spec(app), path)
    spare = rooms.pool._spare
    there = path.partition("#")[0].partition("?")[0]
    rooms.until(lambda: spare.page.url().path() == there)
    return spare


def seen(rooms, room, expression):
    """What an expression is in a page that may have no element yet."""
    answers = []
    room.page.runJavaScript(f"JSON.stringify({expression})", 0, answers.append)
    rooms.until(lambda: bool(answers))
    return json.loads(answers[0])


def test_it_runs_nothing_of_the_app_and_goes_on_from_there_at_the_press(rooms, asked):
    app = rooms.make_app(APP)
    spare = ready(rooms, app, "/here?x=1#end")
    rooms.until(lambda: {"/page.css", "/_stoa/stoa.js", "/app.js"} <= set(asked))
    assert seen(rooms, spare, "[localStorage.length, document.querySelectorAll('body > *').length, typeof stoa]") == [
        0, 0, "undefined",
    ]  # fmt: skip
    assert (spare.state, spare.is_ready, rooms.backing.received) == (RoomState.WARM, False, [])
    pid, before = spare.page.renderProcessPid(), list(asked)
    room = rooms.open(app, "/here?x=1#end")
    assert room is spare
    assert rooms.run(room, RAN) == ["1", "/here?x=1#end", COLOR]
    assert rooms.run(room, "return (await stoa.storage.get({key: 'k'})).value") is None
    assert (room.path, room.caller.scene, room.page.renderProcessPid()) == ("/here?x=1#end", "launcher", pid)
    assert asked == before, "all that the page needs was there"
    rooms.reload(room)
    assert rooms.run(room, RAN)[0] == "2"


def test_a_page_that_was_let_go_is_on_its_way_until_the_engine_has_it(rooms):
    app = rooms.make_app(APP)
    spare = ready(rooms, app)
    assert not spare.standby.is_passing
    room = rooms.pool.open(rooms.spec(app), "/", "launcher")
    assert (room is spare, room.standby.is_passing) == (True, True)
    rooms.until(lambda: not room.standby.is_passing)
    rooms.until(lambda: room.state is RoomState.RUNNING)
    assert rooms.run(room, RAN) == ["1", "/", COLOR]


def test_it_is_given_up_unseen_with_no_trace(rooms, asked):
    app = rooms.make_app(APP)
    spare = ready(rooms, app)
    rooms.pool.drop_spare()
    rooms.until(lambda: spare.state is RoomState.CLOSED and not held_body._alive)
    asked.clear()
    room = rooms.open(app)
    assert rooms.run(room, RAN)[0] == "1"
    assert "/" in asked


def test_a_press_that_comes_before_the_page_was_asked_for_holds_nothing_up(rooms):
    app = rooms.make_app(APP)
    rooms.pool.prepare(rooms.spec(app), "/")
    spare = rooms.pool._spare
    room = rooms.open(app)
    assert room is spare
    assert rooms.run(room, RAN) == ["1", "/", COLOR]


@pytest.mark.parametrize(("first", "then"), [("/", "/else"), ("/?a=1", "/?a=2"), ("/deep/er#x", "/")])
def test_opened_at_another_page_it_goes_there(rooms, first, then):
    app = rooms.make_app(APP)
    spare = ready(rooms, app, first)
    room = rooms.open(app, then)
    assert room is spare
    assert rooms.run(room, RAN) == ["1", then, COLOR]
    assert room.path == then


@pytest.mark.parametrize(("first", "then"), [("/#end", "/"), ("/", "/#end"), ("/#a", "/#b")])
def test_opened_at_another_place_of_its_page_another_room_is_made(rooms, first, then):
    app = rooms.make_app(APP)
    spare = ready(rooms, app, first)
    room = rooms.open(app, then)
    assert room is not spare
    assert rooms.run(room, RAN) == ["1", then, COLOR]


def test_the_pointer_on_another_jump_of_the_same_app_moves_it(rooms):
    app = rooms.make_app(APP)
    spare = ready(rooms, app, "/one")
    pid = spare.page.renderProcessPid()
    assert ready(rooms, app, "/two") is spare
    assert spare.page.renderProcessPid() == pid
    room = rooms.open(app, "/two")
    assert room is spare
    assert rooms.run(room, RAN) == ["1", "/two", COLOR]


def test_what_was_granted_meanwhile_is_granted_to_its_page(rooms):
    app = rooms.make_app(APP, {"permissions": [{"name": "camera", "reason": "To look."}]})
    granted = set()
    spec = replace(rooms.spec(app), granted=lambda: frozenset(granted))
    spare = ready(rooms, app, spec=spec)
    granted.add("camera")
    rooms.pool.open(spec, "/", "launcher")
    room = rooms.pool.rooms[spec.caller.room_key]
    assert room is not spare
    rooms.until(lambda: room.state is RoomState.RUNNING)
    assert seen(rooms, room, "document.featurePolicy.allowsFeature('camera')") is True


def test_its_page_is_read_when_it_is_opened(rooms, asked):
    app = rooms.make_app(APP)
    ready(rooms, app)
    (app.root / "index.html").write_text("<!doctype html><title>App</title><p>new")
    room = rooms.open(app)
    assert seen(rooms, room, "document.body.textContent") == "new"
    assert asked.count("/") == 1


def test_a_page_that_is_gone_when_it_is_opened_is_empty_and_holds_nothing_up(rooms):
    app = rooms.make_app(APP)
    ready(rooms, app)
    (app.root / "index.html").unlink()
    room = rooms.open(app)
    assert seen(rooms, room, "document.body.childElementCount") == 0
    rooms.pool.close(room)
    rooms.until(lambda: not held_body._alive)


@pytest.mark.parametrize("is_over", [False, True])
def test_a_page_that_is_not_there_is_told_as_ever(rooms, is_over):
    app = rooms.make_app(APP)
    spare = ready(rooms, app, "/missing.html")
    rooms.until(lambda: not is_over or not spare.page.isLoading())
    room = rooms.open(app, "/missing.html")
    assert room is spare
    assert "no such page" in seen(rooms, room, "document.body.textContent")


def test_a_page_larger_than_the_engine_takes_at_once_comes_whole(rooms):
    size = 3_000_000
    app = rooms.make_app({"index.html": f"<!doctype html><title>App</title><p>{'x ' * 10}<!--{'y' * size}--><p>end"})
    ready(rooms, app)
    room = rooms.open(app)
    rooms.until(lambda: not held_body._alive)
    assert seen(rooms, room, "[document.querySelector('p').lastChild.length, document.body.textContent.slice(-3)]") == [
        size, "end",
    ]  # fmt: skip


def test_one_whose_renderer_died_still_opens(rooms):
    app = rooms.make_app(APP)
    spare = ready(rooms, app)
    os.kill(spare.page.renderProcessPid(), signal.SIGKILL)
    rooms.until(lambda: spare.state is RoomState.CRASHED)
    room = rooms.open(app)
    assert rooms.run(room, RAN) == ["1", "/", COLOR]
    assert rooms.run(room, "return (await stoa.storage.get({key: 'k'})).value") is None
