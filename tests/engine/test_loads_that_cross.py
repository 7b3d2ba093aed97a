"""A page that is left as it ends: the engine tells of its end alone, and the next page is there once, and whole."""

from __future__ import annotations

import pytest

from stoa.engine.held_body import HeldBody
from stoa.engine.room import RoomState
from stoa.engine.scheme import SchemeHandler

# The renderer does nothing else while it waits for the gate: what comes for it meanwhile finds the page at its end.
FIRST = {
    "first.html": '<title>First</title><script src="/_stoa/stoa.js"></script><script src="/first.js"></script>',
    "first.js": """addEventListener("load", () => {
      const asking = new XMLHttpRequest();
      asking.open("GET", "/gate", false);
      asking.send();
    });""",
}
NEXT = b'<title>Next</title><script src="/_stoa/stoa.js"></script>'


class Gate:
    """Answers ``/gate`` and ``/next`` when it is told to; ``asked`` counts the pages asked for."""

    def __init__(self, monkeypatch, page):
        self._next = page
        self.waiting, self.bodies = [], []
        serve = SchemeHandler._serve

        def serve_held(handler, job):
            path = job.requestUrl().path()
            if path == "/gate":
                self.waiting.append((handler, job))
            elif path == "/next":
                self.bodies.append(HeldBody(lambda: self._next, job))
                handler._set_headers(job, handler._headers())
                job.reply(b"text/html", self.bodies[-1])
            else:
                serve(handler, job)

        monkeypatch.setattr(SchemeHandler, "_serve", serve_held)

    def open(self):
        for handler, job in self.waiting:
            handler._reply_bytes(job, "text/plain", b"")


@pytest.fixture
def gate(monkeypatch, bare, tmp_path):
    page = tmp_path / "next.html"
    page.write_bytes(NEXT)
    return Gate(monkeypatch, page)


def crossed(rooms, gate):
    """A room whose next page is on its way to the renderer before the first one has ended, and has no text yet."""
    other = rooms.open()
    room = rooms.open(rooms.make_app(FIRST), "/first.html", wait=False)
    rooms.until(lambda: bool(gate.waiting))
    room.open("/next", "link")
    rooms.until(lambda: bool(gate.bodies))
    for _ in range(5):
        rooms.run(other, "return 1")
    gate.open()
    rooms.until(lambda: room.path == "/next")
    for _ in range(5):
        rooms.run_inside(room, "1")
    return room


def test_a_page_is_said_to_run_when_its_own_load_has_ended_and_not_the_one_before(rooms, gate):
    room = crossed(rooms, gate)
    assert room.state is RoomState.LOADING
    gate.bodies[0].let_go()
    rooms.until(lambda: room.state is RoomState.RUNNING)
    assert rooms.run_inside(room, "`${document.title} ${document.readyState}`") == "Next complete"


def test_a_page_that_has_not_begun_yet_is_not_taken_for_one_without_the_hosts_scripts(rooms, gate):
    room = crossed(rooms, gate)
    assert len(gate.bodies) == 1, "it was loaded again"
    gate.bodies[0].let_go()
    rooms.until(lambda: room.state is RoomState.RUNNING)
    assert rooms.run(room, "return (await stoa.storage.get({key: 'k'})).value") is None
