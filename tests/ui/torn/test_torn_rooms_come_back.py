"""At the next start torn rooms are torn, where they were; everything else sleeps until it is chosen."""

from __future__ import annotations

from tests.ui.torn.conftest import CARDS, RECIPES, WIKI

from stoa.services.host.scene import Scene


def restart(hand, start):
    hand.program.close()
    hand.program = start()
    return hand.program


def face_of(app, app_id):
    return next((face for key, face in app.rooms.faces.items() if app_id in key), None)


def test_a_torn_room_comes_back_in_its_window_at_its_page_and_place(hand, start):
    app = hand.program
    app.open(CARDS)
    recipes = app.open(RECIPES)
    window = hand.tear(recipes)
    recipes.visit("/r/17")
    window.setGeometry(60, 50, 400, 520)
    app = restart(hand, start)
    face = face_of(app, RECIPES)
    assert face.room.loads == ["/r/17"]
    assert face.window.isVisible()
    assert face.window.geometry().getRect() == (60, 50, 400, 520)
    assert [key.partition("/")[2] for key in app.stage.tabs.keys] == [CARDS]
    assert app.front is face_of(app, CARDS).room


def test_tabs_behind_the_front_still_sleep(hand, start):
    app = hand.program
    app.open(WIKI)
    app.open(CARDS)
    hand.tear(app.open(RECIPES))
    app = restart(hand, start)
    assert face_of(app, WIKI) is None
    assert {face.app.app_id for face in app.rooms.faces.values()} == {CARDS, RECIPES}


def test_a_window_has_its_place_by_app(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    window = hand.tear(recipes)
    window.setGeometry(40, 70, 420, 560)
    app.press(window, "Put back as a tab")
    assert hand.tear(recipes).geometry().getRect() == (40, 70, 420, 560)
    other = hand.tear(app.open(CARDS))
    assert other.size() != hand.window(recipes).size()


def test_what_is_torn_is_kept_a_moment_after_it_was_torn(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    hand.tear(recipes)
    app.program.session._timer.timeout.emit()
    kept = app.stores.settings.of_account(app.account_id).get("tabs", {})
    assert kept["torn"] == [[RECIPES, "/"]]
    assert kept["open"] == []


def test_a_kept_state_that_makes_no_sense_is_left(hand, start):
    app = hand.program
    hand.tear(app.open(RECIPES))
    settings = app.stores.settings
    account = app.account_id
    app.close()
    hand.program = app = start()
    settings = app.stores.settings
    settings.set("room_windows", {RECIPES: 7, CARDS: "no geometry"})
    settings.of_account(account).set(
        "tabs", {"torn": [["org.example.gone", "/"], [RECIPES], 3], "open": "x", "front": 1}
    )
    app.rooms.set_account("")
    app.rooms.set_account(account)
    app.program.session.restore_rooms(app.rooms)
    assert app.rooms.faces == {}
    face = app.rooms.open(app.program.apps.by_id(CARDS), "/", Scene.LAUNCHER)
    app.rooms.show(face.key)
    face.room.load()
    assert hand.tear(app.front).isVisible()


def test_only_so_many_places_are_kept(hand):
    app = hand.program
    app.stores.settings.set("room_windows", {f"org.example.a{number}": "AA==" for number in range(150)})
    hand.tear(app.open(RECIPES))
    app.rest.torn.keep_places()
    places = app.stores.settings.get("room_windows", {})
    assert len(places) == 100
    assert RECIPES in places


def test_a_window_that_closes_when_everything_is_kept_writes_nothing_more(hand, monkeypatch):
    # As at the end of a session, which may ask for that twice: the database is closed by then.
    app = hand.program
    recipes = app.open(RECIPES)
    hand.tear(recipes).setGeometry(60, 50, 400, 520)
    app.rest.end()
    assert list(app.stores.settings.get("room_windows", {})) == [RECIPES]
    written = []
    monkeypatch.setattr(type(app.stores.settings), "set", lambda _settings, *what: written.append(what))
    app.window.close()
    assert written == []
