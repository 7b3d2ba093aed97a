"""A start for a mini-app: its room stands before its page while the window is made, and is then the one that opens."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from tests.support.eye import is_called
from tests.support.quiet_parts import QuietStandby
from tests.support.quiet_program import write_app
from tests.ui.torn.conftest import press_key

from stoa.contract.wire import Nothing
from stoa.engine.spec import RoomState
from stoa.miniapp.catalog import Catalog
from stoa.miniapp.package import pack
from stoa.shell.rail import Rail
from stoa.shell.room_frame import RoomFrame
from stoa.shell.room_header import RoomHeader
from stoa.shell.sheets.first_start import FirstStartSheet
from stoa.shell.sheets.keys import KeysSheet
from stoa.wiring import first_page
from stoa.wiring.afterwards import Afterwards
from stoa.wiring.options import Options
from stoa.wiring.program import Program

LINK = "stoa://org.example.recipes/r/17"


@pytest.fixture
def installed(tmp_path):
    """An installed app that asks for something, of which the person was not asked yet."""
    file = tmp_path / "notes.ma"
    file.write_bytes(pack(write_app(tmp_path / "folders", "org.example.notes", "Notes", ("share",))))
    Catalog(tmp_path / "bundled", tmp_path / "data" / "packages").install(file)


def started(start, target):
    return start(Options(target=target, language="en", theme="light"))


def test_the_room_that_stood_before_its_page_is_the_one_that_opens(start):
    app = started(start, LINK)
    assert (app.front.standby.path, app.front.loads) == ("/r/17", ["/r/17"])
    assert not app.rest.pool.has_spare
    assert app.program.ground.take_first() is None


def test_the_window_comes_up_with_the_room_though_its_page_is_on_its_way(start, monkeypatch):
    shown = []
    show = Program.show
    monkeypatch.setattr(QuietStandby, "is_passing", True)
    monkeypatch.setattr(Program, "show", lambda program, place: (shown.append(place), show(program, place)))
    app = started(start, LINK)
    assert (shown, app.front.loads) == (["apps"], ["/r/17"])


@pytest.mark.parametrize(("network", "started_first"), [((), False), (("https://example.org",), True)])
def test_the_way_out_is_served_before_the_window_only_where_the_page_waits_for_it(
    start, tmp_path, monkeypatch, network, started_first
):
    file = tmp_path / "bundled" / "org.example.recipes" / "manifest.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "network": network}))
    seen = []
    open_first = Afterwards.open_first
    monkeypatch.setattr(Afterwards, "open_first", lambda rest: (seen.append(rest.proxy.is_started), open_first(rest)))
    app = started(start, LINK)
    assert (seen, app.rest.proxy.is_started) == ([started_first], True)


def test_a_link_to_a_remembered_folder_opens_it_and_its_tab_comes_back_in_its_place(start, tmp_path):
    app = started(start, "")
    app.program.navigation.open_path(write_app(tmp_path / "folders", "org.example.garden", "Garden"))
    app.open("org.example.recipes", "/r/17")
    keys = app.stage.tabs.keys
    app.close()
    again = started(start, LINK)
    assert again.stage.tabs.keys == keys
    again.close()
    third = started(start, "stoa://org.example.garden/beds")
    assert (third.face.app.app_id, third.front.loads) == ("org.example.garden", ["/beds"])


@pytest.mark.parametrize("target", ["stoa://org.example.unknown/", "stoa:nonsense"])
def test_for_what_cannot_be_opened_no_room_is_made(start, target):
    app = started(start, target)
    assert not app.rest.pool.has_spare
    assert app.rooms.front() is None
    assert len(app.said()) == 1


@pytest.mark.usefixtures("installed")
def test_an_app_that_was_not_agreed_to_stands_nowhere_and_is_asked_about(start):
    app = started(start, "stoa://org.example.notes/")
    assert not app.rest.pool.has_spare
    assert app.rooms.front() is None
    app.press(app.sheet(FirstStartSheet), "Open")
    assert app.front.loads == ["/"]


@pytest.fixture
def before_the_rest(monkeypatch):
    """Does what is put in here when there is the first room, and nobody yet who does what is pressed."""
    acts = []
    serve = Afterwards.serve

    def served(rest):
        for act in acts:
            act(rest)
        serve(rest)

    monkeypatch.setattr(Afterwards, "serve", served)
    return acts


@pytest.fixture
def before_the_bridge(before_the_rest):
    """Does what is put in here with the first room, when there is nobody to answer it yet."""
    acts = []
    before_the_rest.append(lambda rest: [act(rest.pool.front) for act in acts])
    return acts


def test_a_page_that_asks_before_there_is_a_bridge_is_answered_when_there_is_and_told_what_it_missed(
    start, before_the_bridge
):
    calls = []
    before_the_bridge.append(lambda room: calls.append(room.call("host.context")))
    before_the_bridge.append(lambda _room: calls.append(list(calls[0].answers)))
    app = started(start, LINK)
    assert (calls[0].result["path"], calls[1]) == ("/r/17", [])
    app.front.load()
    assert app.front.names_heard() == ["lifecycle.didShow"]


def test_what_a_page_was_told_is_nothing_that_it_has_asked_for(start):
    app = started(start, LINK)
    room_id = app.front.caller.room_id
    app.rest.desk.tell(app.front, "lifecycle.didHide", Nothing())
    assert [line.name for line in app.rest.journal.of_room(room_id)][-1] == "lifecycle.didHide"
    assert not app.rest._has_asked(room_id)
    app.front.call("host.context")
    assert app.rest._has_asked(room_id)


def test_a_page_that_is_ready_before_there_is_a_bridge_is_shown_at_once(start, before_the_bridge):
    seen = []

    def say_ready(room):
        room.set_state(RoomState.RUNNING)
        splash = room.view.window().findChild(RoomFrame)._splash
        seen.extend([splash.isVisible(), room.call("host.ready"), splash.isVisible()])

    before_the_bridge.append(say_ready)
    app = started(start, LINK)
    was_covered, ready, is_covered = seen
    assert (was_covered, is_covered, app.front.is_ready) == (True, False, True)
    assert ready.result is None
    assert app.front.names_heard() == ["lifecycle.didShow"]


@pytest.mark.parametrize("text", ["no JSON", "[]", "{}"])
def test_what_is_no_call_upsets_nothing_and_is_refused_when_there_is_a_bridge(start, before_the_bridge, text):
    answers = []
    before_the_bridge.append(lambda room: room._host.receive(room.caller, text, answers.append))
    started(start, LINK)
    assert "error" in answers[0]


def test_keys_that_are_pressed_before_the_window_is_complete_wait_for_it(start, before_the_rest):
    pressed = ("Ctrl+Tab", "F1", *["Ctrl+Shift+Tab"] * 20)
    before_the_rest.append(lambda rest: [press_key(rest.program.window, keys) for keys in pressed])
    app = started(start, LINK)
    assert isinstance(app.sheet(), KeysSheet)
    assert app.rooms.front() is None, "the launcher is the next one after the only tab"
    app.sheet().refuse()
    press_key(app.window, "Ctrl+Tab")
    assert app.front.loads == ["/r/17"], "it was seen once more, not opened"


def press(within, name):
    buttons = within.findChildren(QAbstractButton)
    (found,) = [button for button in buttons if is_called(button.accessibleName(), name)]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_room_that_is_closed_before_the_window_is_complete_closes_and_what_is_pressed_twice_closes_one(
    start, before_the_rest
):
    app = started(start, "stoa://org.example.cards/")
    app.close()
    before_the_rest.append(lambda rest: [press(rest.program.stage.frame, "Close this app") for _ in range(3)])
    again = started(start, LINK)
    assert list(again.rooms.open_tabs()) == [("org.example.cards", "/")]
    again.press(again.stage.frame, "Close this app")
    assert again.rooms.open_tabs() == [], "it is closed at once from then on, and once"


@pytest.mark.parametrize(
    ("inside", "name", "choice"), [(RoomHeader, "Menu", "Reload"), (Rail, "Account: …", "My posts")]
)
def test_a_menu_that_is_pressed_before_the_window_is_complete_waits_for_it(
    start, before_the_rest, inside, name, choice
):
    before_the_rest.append(lambda rest: press(rest.program.window.findChild(inside), name))
    started(start, LINK)
    menu = QApplication.activePopupWidget()
    assert choice in [action.text() for action in menu.actions()]
    menu.close()


def test_a_tab_that_is_torn_off_before_the_window_is_complete_waits_for_it(start, before_the_rest):
    before_the_rest.append(lambda rest: rest.program.stage.room_torn.emit(rest.rooms.front().key, None))
    app = started(start, LINK)
    assert [face.window.isVisible() for face in app.rooms.faces.values()] == [True]


def test_what_is_pressed_is_waited_for_and_not_the_page(start, monkeypatch):
    monkeypatch.setattr(first_page, "PAGE_SECONDS", float("inf"))
    open_first = Afterwards.open_first

    def opened(rest):
        open_first(rest)
        press(rest.program.window.rail, "Settings")

    monkeypatch.setattr(Afterwards, "open_first", opened)
    assert started(start, LINK).stage.shown_page == "settings"
