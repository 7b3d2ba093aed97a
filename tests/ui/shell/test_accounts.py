"""Accounts: each has its own of everything, and they are switched, added, renamed and removed."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from stoa.database import DatabaseBusyError
from stoa.engine.spec import RoomState
from stoa.miniapp.grants import Answer
from stoa.services.feed.posts import Draft
from stoa.services.identity.keys import SecretsError
from stoa.shell import account_desk
from stoa.shell.settings.accounts import NameSheet
from stoa.shell.sheets.question import HostQuestionSheet

RECIPES, CARDS = "org.example.recipes", "org.example.cards"


@pytest.fixture
def accounts(app):
    return app.rest.people.accounts


def test_each_account_has_its_own_rooms_tabs_grants_and_drafts(app, accounts):
    ada = app.account_id
    adas = app.open(RECIPES, "/r/17")
    app.stores.grants.remember(ada, RECIPES, "surveys", Answer.ALWAYS)
    app.stores.settings.of_account(ada).set("draft", {"text": "Ada's words"})
    accounts.add("Grace")
    grace = app.account_id
    assert grace != ada
    assert (app.stage.tabs.keys, app.rooms.faces, adas.state) == ([], {}, RoomState.CLOSED)
    assert app.stage.shown_page == "apps"
    room = app.open(RECIPES)
    assert room is not adas
    assert room.caller.room_key == f"{grace}/{RECIPES}"
    assert room.spec.storage != adas.spec.storage
    assert room.loads == ["/"]
    assert room.call("host.capabilities").result["permissions"]["surveys"] == "ask"
    app.program.feed.compose_pressed.emit()
    assert app.composer().draft.text == ""
    app.composer().refuse()
    app.turns.settle()
    accounts.switch(ada)
    assert app.face.key == f"{ada}/{RECIPES}"
    assert app.front.loads == ["/r/17"]
    app.front.load()
    assert app.front.call("host.capabilities").result["permissions"]["surveys"] == "granted"
    app.program.feed.compose_pressed.emit()
    assert app.composer().draft.text == "Ada's words"
    app.composer().refuse()


def test_the_account_is_remembered(app, accounts, start):
    accounts.add("Grace")
    grace = app.account_id
    app.close()
    again = start()
    assert again.account_id == grace
    assert again.window.rail.account.accessibleName() == "Account: Grace"


def test_the_accounts_menu_lists_and_switches(app, accounts):
    ada = accounts.current
    accounts.add("Tom & Jerry")
    app.window.rail.account_pressed.emit()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert any(text.startswith("Tom && Jerry ") for text in texts)
    assert texts[-1] == "Add an account…"
    next(action for action in menu.actions() if action.text().startswith(ada.name)).trigger()
    menu.close()
    assert accounts.current.id == ada.id
    app.window.rail.account_pressed.emit()
    menu = QApplication.activePopupWidget()
    menu.actions()[-1].trigger()
    menu.close()
    assert app.stage.shown_page == "settings"
    sheet = app.sheet(NameSheet)
    QTest.keyClicks(sheet._field, "Hedy")
    app.press(sheet, "Add account")
    assert accounts.current.name == "Hedy"


@pytest.mark.parametrize("place", ["settings", "workbench"])
def test_another_account_comes_with_its_launcher_or_room_and_the_rail_says_so(app, accounts, place):
    ada = accounts.current
    app.open(RECIPES)
    app.program.navigation.show_place(place)
    accounts.add("Grace")
    assert (app.stage.shown_page, app.window.place, app.program.feed.isVisible()) == ("apps", "apps", True)
    app.program.navigation.show_place(place)
    accounts.switch(ada.id)
    assert (app.stage.shown_page, app.window.place) == ("apps", "apps")


def test_another_account_leaves_whoever_reads_the_feed_there(app, accounts):
    app.window.resize(700, 800)
    app.program.navigation.show_place("feed")
    accounts.add("Grace")
    assert app.program.feed.isVisible()


def test_the_accounts_menu_leads_to_ones_own_posts(app, accounts):
    app.stores.feed.publish(app.account_id, accounts.author(), Draft(text="Mine"))
    app.program.navigation.show_place("apps")
    app.window.rail.account_pressed.emit()
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == "My posts").trigger()
    menu.close()
    assert app.program.feed.scroll_state()["timeline"] == "mine"
    assert [card.post.text for card in app.program.feed._list._cards()] == ["Mine"]


@pytest.fixture
def chosen(monkeypatch):
    """The file that the person chooses."""
    answer = {"path": None}

    async def choose(_parent, _title, _filters):
        return answer["path"]

    monkeypatch.setattr(account_desk, "choose_to_open", choose)
    return answer


def choose_picture(app):
    app.press(
        app.rest.people.settings.desk.page.accounts, f"Choose a picture for {app.rest.people.accounts.current.name}"
    )


def test_another_picture_shows_on_the_rail_and_on_what_was_posted(app, accounts, chosen, tmp_path):
    app.stores.feed.publish(app.account_id, accounts.author(), Draft(text="Hello"))
    app.program.navigation.show_place("settings")
    app.rest.people.settings.desk.page.show_section("accounts")
    choose_picture(app)
    before = accounts.current.picture
    assert accounts.current.picture == before
    chosen["path"] = tmp_path / "red.png"
    Image.new("RGB", (300, 200), "red").save(chosen["path"])
    choose_picture(app)
    app.turns.until(lambda: accounts.current.picture != before)
    assert accounts.pixmap(accounts.current).toImage().pixelColor(64, 64).name() == "#ff0000"
    assert app.posts()[0].author.picture == accounts.author().picture


def test_a_file_that_is_no_picture_for_an_account_says_so(app, accounts, chosen, tmp_path):
    app.program.navigation.show_place("settings")
    app.rest.people.settings.desk.page.show_section("accounts")
    before = accounts.current.picture
    said = []
    accounts.failed.connect(said.append)
    for number, data in enumerate((b"no picture", None), 1):
        chosen["path"] = tmp_path / str(number)
        if data is not None:
            chosen["path"].write_bytes(data)
        choose_picture(app)
        app.turns.until(lambda number=number: len(said) == number)
    assert "choose a PNG, JPEG or WebP file" in said[0]
    assert "No such file" in said[1]
    assert accounts.current.picture == before


def test_switching_to_the_account_in_use_changes_nothing(app, accounts, qtbot):
    with qtbot.assertNotEmitted(accounts.did_switch):
        accounts.switch(app.account_id)


def test_what_cannot_be_done_with_accounts_is_told(app, accounts):
    before = app.account_id
    accounts.switch("nobody")
    accounts.add("   ")
    accounts.rename(before, "")
    assert app.account_id == before
    said = app.said()
    assert len(said) == 2
    assert all(sentence.endswith(".") for sentence in said)


def test_another_name_shows_on_the_rail_and_on_what_was_posted(app, accounts):
    author = accounts.author()
    app.stores.feed.publish(app.account_id, author, Draft(text="Hello"))
    accounts.rename(app.account_id, "Ada Lovelace")
    assert app.window.rail.account.accessibleName() == "Account: Ada Lovelace"
    assert app.posts()[0].author.name == "Ada Lovelace"
    accounts.add("Grace")
    other = next(account for account in app.stores.accounts.all() if account.name == "Ada Lovelace")
    accounts.rename(other.id, "Ada")
    assert app.window.rail.account.accessibleName() == "Account: Grace"


def test_a_picture_that_cannot_be_read_is_left_out(app, accounts):
    from dataclasses import replace

    broken = replace(accounts.current, picture=b"no picture")
    assert accounts.author(broken).picture is None
    assert accounts.pixmap(broken) is None
    assert accounts.author().picture is not None
    assert accounts.pixmap(accounts.current).width() > 0


def test_closing_all_rooms_wakes_none_of_them(app, start):
    app.open(RECIPES)
    app.open(CARDS)
    app.program.navigation.show_place("apps")
    app.close()
    again = start()
    cards = again.open(CARDS)
    recipes = again.open(RECIPES)
    again.program.navigation.open_app(CARDS)
    recipes.heard.clear()
    again.rest.people.accounts.add("Grace")
    assert "lifecycle.didShow" not in recipes.names_heard()
    assert (cards.state, recipes.state) == (RoomState.CLOSED, RoomState.CLOSED)


@pytest.fixture
def grace(app, accounts):
    """Another account that has posted, and for which an app kept something; it is not in use any more."""
    ada = app.account_id
    accounts.add("Grace")
    made = accounts.current
    app.stores.feed.publish(made.id, accounts.author(), Draft(text="Grace's words"))
    app.open(RECIPES).call("storage.set", key="k", value=1)
    folder = app.program.paths.rooms / made.id / RECIPES
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kept").write_text("by the page")
    accounts.switch(ada)
    app.program.navigation.show_place("settings")
    app.rest.people.settings.desk.page.show_section("accounts")
    return made


def in_the_feed(app):
    return [card.post.text for card in app.program.feed._list._cards()]


def remove_grace(app, answer):
    app.press(app.rest.people.settings.desk.page.accounts, "Remove Grace")
    app.press(app.sheet(HostQuestionSheet), answer)
    app.turns.settle()


def test_an_account_is_removed_with_all_that_was_kept_for_it(app, grace):
    vault, storage = app.rest.services.vault, app.rest.services.storage
    secret, room = vault.account_secret(grace.id), f"{grace.id}/{RECIPES}"
    remove_grace(app, "Cancel")
    assert storage.keys(room) == ["k"]
    assert "Grace's words" in in_the_feed(app)
    remove_grace(app, "Remove")
    app.turns.until(lambda: vault.account_secret(grace.id) != secret)
    assert app.stores.accounts.get(grace.id) is None
    assert storage.keys(room) == []
    assert not (app.program.paths.rooms / grace.id).exists()
    assert "Grace's words" not in in_the_feed(app)
    assert "Grace is removed, with all that was kept for it." in app.said()
    page = app.rest.people.settings.desk.page.accounts
    app.turns.until(lambda: "Grace" not in app.words(page))


def test_a_key_that_cannot_be_reached_is_told_and_the_account_gone(app, grace, monkeypatch):
    def refuse(_account_id):
        raise SecretsError("The system's keyring did not answer: unlock it, or start it, and try again.")

    monkeypatch.setattr(app.rest.services.vault, "forget", refuse)
    remove_grace(app, "Remove")
    said = []
    app.turns.until(lambda: said.extend(app.said()) or said)
    assert said == ["The system's keyring did not answer: unlock it, or start it, and try again."]
    assert app.stores.accounts.get(grace.id) is None


def test_the_account_in_use_and_one_that_is_gone_are_not_removed(app, accounts, grace):
    accounts.switch(grace.id)
    assert accounts.remove(grace.id) is None
    assert app.said() == ["This account is in use: switch to another one before you remove it."]
    assert accounts.remove("gone") is None
    assert app.account_id == grace.id


def test_an_account_that_cannot_be_removed_now_stays_whole(app, accounts, grace, monkeypatch):
    def refuse(_account_id):
        raise DatabaseBusyError("Another program is writing: try again.")

    monkeypatch.setattr(app.stores.accounts, "remove", refuse)
    remove_grace(app, "Remove")
    app.turns.until(lambda: len(app.said()) == 1)
    assert (app.program.paths.rooms / grace.id / RECIPES / "kept").exists()


def test_the_picture_of_an_account_is_kept_as_it_is_and_read_back(accounts):
    picture_id = accounts.author().picture
    assert accounts._pictures.get(picture_id) == accounts.current.picture
    assert accounts._pictures.size(picture_id) == (128, 128)
    assert accounts.pixmap(accounts.current).width() == 128
