"""After an end without a word, what was seen is not started again: it sleeps, and a strip says so."""

from __future__ import annotations

from tests.ui.torn.conftest import CARDS, RECIPES, WIKI

from stoa.contract.errors import StoaError
from stoa.shell.run_mark import RunMark
from stoa.shell.sheets.question import HostQuestionSheet
from stoa.ui.strip import Strip
from stoa.wiring.options import Options
from stoa.wiring.program import Program


def strips(app):
    return [strip.accessibleName() for strip in app.window.findChildren(Strip) if strip.isVisible()]


def crash(hand, start, options=None):
    """End the program as if it had been killed: what was kept is there, the mark too. Then start it again."""
    hand.program.rest._mark.end = lambda: None
    hand.program.close()
    hand.program = start(options)
    return hand.program


def test_the_room_that_was_in_front_comes_back_asleep_and_is_named(hand, start):
    hand.program.open(CARDS)
    hand.program.open(RECIPES)
    app = crash(hand, start)
    assert app.rooms.faces == {}
    assert [key.partition("/")[2] for key in app.stage.tabs.keys] == [CARDS, RECIPES]
    assert strips(app) == ["Stoa closed unexpectedly while Recipes was open. Recipes was left closed."]
    assert app.stage.shown_page == "apps"


def test_the_strip_can_be_closed_and_the_tab_be_chosen(hand, start):
    hand.program.open(RECIPES, "/r/17")
    app = crash(hand, start)
    app.press(app.window, "Close this notice")
    assert strips(app) == []
    (key,) = app.stage.tabs.keys
    app.stage.tabs._tabs[key].click()
    assert app.front.loads == ["/r/17"]


def test_the_strip_offers_the_room_and_warns_before_it_opens(hand, start):
    hand.program.open(RECIPES, "/r/17")
    app = crash(hand, start)
    app.press(app.window, "Open Recipes")
    sheet = app.sheet(HostQuestionSheet)
    assert sheet.accessibleName() == "Open Recipes again?"
    assert "If Recipes was the reason, Stoa may close again." in app.words(sheet)
    app.press(sheet, "Cancel")
    assert app.rooms.faces == {}
    assert len(strips(app)) == 1
    app.press(app.window, "Open Recipes")
    app.press(app.sheet(HostQuestionSheet), "Open Recipes")
    app.turns.until(lambda: app.rooms.faces)
    assert app.front.loads == ["/r/17"]
    assert strips(app) == []


def test_several_rooms_are_offered_together(hand, start):
    hand.program.open(CARDS)
    hand.tear(hand.program.open(RECIPES))
    app = crash(hand, start)
    app.press(app.window, "Open them")
    sheet = app.sheet(HostQuestionSheet)
    assert "If one of Cards, Recipes was the reason" in app.words(sheet)
    app.press(sheet, "Open them")
    app.turns.until(lambda: len(app.rooms.faces) == 2)
    assert strips(app) == []


def test_a_tab_that_was_closed_meanwhile_is_not_opened_by_the_strip(hand, start):
    hand.program.open(RECIPES)
    app = crash(hand, start)
    (key,) = app.stage.tabs.keys
    app.rooms.end_now(key)
    app.press(app.window, "Open Recipes")
    app.press(app.sheet(HostQuestionSheet), "Open Recipes")
    assert app.rooms.faces == {}


def test_the_strip_goes_when_the_room_is_opened_by_its_tab(hand, start):
    hand.program.open(RECIPES)
    app = crash(hand, start)
    (key,) = app.stage.tabs.keys
    app.stage.tabs._tabs[key].click()
    assert strips(app) == []


def test_torn_rooms_sleep_as_tabs_too(hand, start):
    hand.program.open(WIKI)
    hand.program.open(CARDS)
    hand.tear(hand.program.open(RECIPES))
    app = crash(hand, start)
    assert app.rooms.faces == {}
    assert strips(app) == ["Stoa closed unexpectedly while Cards, Recipes were open. They were left closed."]


def asking_for(app_id):
    return Options(target=f"stoa://{app_id}/", language="en", theme="light")


def test_what_the_command_line_opens_is_not_named(hand, start):
    hand.tear(hand.program.open(RECIPES))
    hand.program.open(CARDS)
    app = crash(hand, start, asking_for(RECIPES))
    assert app.face.name == "Recipes"
    assert strips(app) == ["Stoa closed unexpectedly while Cards was open. Cards was left closed."]


def test_nothing_is_said_where_the_command_line_opens_all_that_was_seen(hand, start):
    hand.program.open(RECIPES)
    app = crash(hand, start, asking_for(RECIPES))
    assert app.face.name == "Recipes"
    assert strips(app) == []


def test_what_a_link_opened_is_kept_before_the_rest_of_the_window_comes(hand, start, monkeypatch):
    seen = {}
    add_feed = Program.add_feed

    def added(program):
        # Whatever falls from here on falls with this on the disk.
        settings = program.stores.settings
        seen.update(settings.of_account(program.account.id).get("tabs", {}), running=settings.get("running", False))
        add_feed(program)

    hand.tear(hand.program.open(WIKI))
    hand.program.open(CARDS)
    monkeypatch.setattr(Program, "add_feed", added)
    app = crash(hand, start, asking_for(RECIPES))
    assert seen["front"] == app.face.key
    assert [key for key, _ in seen["open"]] == [CARDS, RECIPES]
    assert ([key for key, *_ in seen["torn"]], seen["running"]) == ([WIKI], True)
    assert strips(app) == ["Stoa closed unexpectedly while Cards, Wiki were open. They were left closed."]


NOTHING_IN_FRONT = "Stoa closed unexpectedly. No app was open in front, so none was left closed."


def test_with_nothing_open_the_end_itself_is_told_and_can_be_closed(hand, start):
    app = crash(hand, start)
    assert strips(app) == [NOTHING_IN_FRONT]
    app.press(app.window, "Close this notice")
    assert strips(app) == []


def test_with_all_tabs_behind_the_launcher_the_end_itself_is_told(hand, start):
    hand.program.open(RECIPES)
    hand.program.program.navigation.show_place("apps")
    app = crash(hand, start)
    assert strips(app) == [NOTHING_IN_FRONT]
    assert [key.partition("/")[2] for key in app.stage.tabs.keys] == [RECIPES]
    assert app.rooms.faces == {}


def test_a_clean_end_brings_everything_back(hand, start):
    hand.program.open(RECIPES)
    app = crash(hand, start)
    (key,) = app.stage.tabs.keys
    app.rooms.show(key)
    app.close()
    app = hand.program = start()
    assert strips(app) == []
    assert app.front.loads == ["/"]


def test_another_account_that_is_switched_to_starts_as_usual(hand, start):
    app = hand.program
    first = app.account_id
    app.open(RECIPES)
    app.rest.people.accounts.add("Grace")
    hand.turns.settle()
    app = crash(hand, start)
    app.rest.people.accounts.switch(first)
    hand.turns.settle()
    assert app.front.loads == ["/"]


class Full:
    """Settings on a disk that is full."""

    def get(self, name, default):
        return default

    def set(self, name, value):
        raise StoaError("The disk is full.")


def test_a_full_disk_keeps_nobody_from_starting():
    mark = RunMark(Full())
    assert mark.begin() is False
    mark.end()


def test_which_room_is_in_front_is_kept_as_soon_as_another_tab_is_chosen(hand):
    app = hand.program
    recipes, _cards = app.open(RECIPES), app.open(CARDS)
    app.stage.tabs._tabs[recipes.caller.room_key].click()
    # At once: what is shown now may take the program down before the next moment.
    kept = app.stores.settings.of_account(app.account_id).get("tabs", {})
    assert kept["front"] == recipes.caller.room_key
