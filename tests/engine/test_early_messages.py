"""What a document says before the engine tells that it is there."""

from __future__ import annotations

import inspect

from PySide6.QtCore import QObject

from stoa.engine.channel import HERE, RoomChannel
from stoa.engine.page import RoomPage


def channel(admits):
    """A channel without a page, and what came through to the gate."""
    came = []
    parent = QObject()
    made = RoomChannel(admits, lambda: came.append("arrived"), lambda raw, reply: came.append((raw, reply)), parent)
    made.parent_kept = parent
    return made, came


def test_what_a_document_says_before_the_engine_tells_of_it_is_taken_when_it_is_there():
    home = []
    one, came = channel(lambda: bool(home))
    said = []
    one.answered.connect(lambda document, text: said.append((document, text)))
    assert [one.receive("new", ""), one.receive("new", "first"), one.receive("other", "alien"), came] == [
        "",
        "",
        "",
        [],
    ]
    home.append(True)
    assert one.receive("new", "") == HERE
    assert [came[0], came[1][0], len(came)] == ["arrived", "first", 2]
    came[1][1]("an answer")
    assert said == [("new", "an answer")]
    one.receive("other", "second")
    assert [entry[0] for entry in came[3:]] == ["second"], "what another one said is forgotten"


def test_little_is_kept_of_a_document_that_never_is_there():
    home = []
    one, came = channel(lambda: bool(home))
    for number in range(100):
        one.receive("new", f"{number}")
    one.receive("new", "x" * 100_000)
    home.append(True)
    one.receive("new", "")
    assert [entry[0] for entry in came[1:]] == [f"{number}" for number in range(16)]


def test_a_call_that_overtakes_its_own_page_is_answered(rooms, monkeypatch):
    is_home, refused = RoomPage.is_home, []

    def told_late(page):
        if len(refused) < 5 and inspect.stack()[1].function == "receive":
            refused.append(page.url().path())
            return False
        return is_home(page)

    monkeypatch.setattr(RoomPage, "is_home", told_late)
    page = '<!doctype html><title>App</title><script src="/_stoa/stoa.js"></script><script src="/app.js"></script>'
    script = "window.asked = stoa.storage.get({ key: 'k' });"
    room = rooms.open(rooms.make_app({"index.html": page, "app.js": script}))
    assert rooms.run(room, "return (await asked).value") is None
    assert len(refused) == 5
    assert len(rooms.backing.received) == 1
