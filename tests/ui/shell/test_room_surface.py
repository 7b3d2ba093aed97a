"""What the host does on a page's behalf: notices, questions, links, files, looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

RECIPES, CARDS = "org.example.recipes", "org.example.cards"


def test_notices_carry_the_apps_name(app):
    room = app.open(RECIPES)
    room.call("host.toast", text="Saved", tone="good")
    app.open(CARDS).call("host.toast", text="Stoa: your account is locked")
    assert app.said() == ["Recipes: Saved", "Cards: Stoa: your account is locked"]


def test_an_alert_waits_for_its_press(app):
    call = app.open(RECIPES).call("host.alert", text="The oven is hot.", button="Good")
    app.turns.settle()
    assert not call.done
    app.press(app.sheet(), "Good")
    assert call.result is None


def test_closing_a_room_takes_its_question_away(app):
    room = app.open(RECIPES)
    room.call("host.confirm", text="Sure?")
    app.sheet()
    app.rooms.end(app.face)
    app.turns.settle()
    assert app.sheets() == []


def test_a_second_question_of_a_room_is_refused_while_the_first_is_open(app):
    room = app.open(RECIPES)
    first, second = room.call("host.confirm", text="One?"), room.call("host.confirm", text="Two?")
    app.turns.settle()
    assert second.code == "too_many"
    app.press(app.sheet(), "Cancel")
    assert first.result == {"confirmed": False}


def test_a_link_is_opened_after_asking(app, monkeypatch):
    from stoa.shell import surface

    opened = []
    monkeypatch.setattr(
        surface.QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) is None, raising=False
    )
    room = app.open(RECIPES)
    call = room.call("host.openLink", url="https://example.org/salt")
    app.press(app.sheet(), "Open")
    assert call.result == {"opened": True}
    call = room.call("host.openLink", url="https://example.org/pepper")
    app.sheet().refuse()
    app.turns.settle()
    assert call.result == {"opened": False}
    assert opened == ["https://example.org/salt"]


def test_another_app_is_opened_after_asking(app):
    room = app.open(RECIPES)
    unknown = room.call("host.openApp", appId="org.example.gone")
    app.turns.settle()
    assert unknown.code == "not_found"
    call = room.call("host.openApp", appId=CARDS, path="/deck/1", start={"deck": 1})
    app.sheet().refuse()
    app.turns.settle()
    assert call.result == {"opened": False}
    call = room.call("host.openApp", appId=CARDS, path="/deck/1", start={"deck": 1})
    assert "Open Cards?" in app.words(app.sheet())
    app.press(app.sheet(), "OK")
    assert call.result == {"opened": True}
    app.front.load()
    context = app.front.call("host.context").result
    assert (context["scene"], context["path"], context["start"]) == ("app", "/deck/1", {"deck": 1})


@pytest.fixture
def place(monkeypatch):
    """Where the person saves the next file; None while they close the dialog."""
    from stoa.shell import surface

    chosen = {"path": None, "names": []}

    async def choose(_parent, title, name):
        chosen["names"].append((title, name))
        return chosen["path"]

    monkeypatch.setattr(surface, "choose_to_save", choose)
    return chosen


def test_a_file_is_saved_where_the_person_says(app, place, tmp_path):
    room = app.open(RECIPES)
    place["path"] = tmp_path / "list.csv"
    call = room.call("host.saveFile", name="..//li:st.csv", text="a\r\nb\n")
    app.turns.settle()
    assert call.result == {"saved": True}
    assert place["path"].read_bytes() == b"a\r\nb\n"
    assert place["names"] == [("Save for Recipes", "list.csv")]


def test_a_file_that_is_not_saved_is_told(app, place, tmp_path):
    room = app.open(RECIPES)
    call = room.call("host.saveFile", name="///", text="")
    app.turns.settle()
    assert call.result == {"saved": False}
    assert place["names"][-1][1] == "file.txt"
    place["path"] = tmp_path
    call = room.call("host.saveFile", name="a.txt", text="")
    app.turns.settle()
    assert call.result == {"saved": False}
    assert app.said() == ["The file could not be saved: Is a directory"]


def test_one_file_dialog_at_a_time(app, monkeypatch):
    import asyncio

    from stoa.shell import surface

    wait = asyncio.Event()

    async def choose(*_):
        await wait.wait()

    monkeypatch.setattr(surface, "choose_to_save", choose)
    room = app.open(RECIPES)
    first = room.call("host.saveFile", name="a.txt", text="")
    second = room.call("host.saveFile", name="b.txt", text="")
    app.turns.settle()
    assert (first.done, second.code) == (False, "too_many")
    wait.set()
    app.turns.settle()
    assert first.result == {"saved": False}


def test_pages_hear_of_the_other_theme_and_the_window_is_repainted(app):
    room = app.open(RECIPES)
    light = app.window.grab().toImage()
    app.program.theme.set_mode("dark")
    app.turns.settle()
    name, theme = room.heard[-1]
    assert (name, theme["colorScheme"]) == ("theme.didChange", "dark")
    assert room.page.background == app.program.theme.color("card")
    assert app.window.grab().toImage() != light


def test_a_call_of_a_room_that_the_desk_does_not_know_is_told_that_it_is_closed(app):

    room = app.open(RECIPES)
    known, room.caller = room.caller, replace(room.caller, room_id=4711)
    assert room.call("host.context").code == "closed"
    assert app.rooms.face_of(known) is None


def test_lines_of_the_console_are_handed_on(app, qtbot):
    room = app.open(RECIPES)
    with qtbot.waitSignal(app.rooms.did_write_console) as heard:
        room.did_write_console.emit("a line")
    assert heard.args == [app.face, "a line"]
