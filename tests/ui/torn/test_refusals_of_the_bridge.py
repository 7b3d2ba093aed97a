"""What the gate refuses a room stands in the room's menu and in the log that Settings shows."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from tests.ui.torn.conftest import CARDS, RECIPES

from stoa.database import DatabaseError
from stoa.miniapp.grants import Answer


def test_a_call_that_is_not_declared_becomes_a_line_with_the_manifest_line(hand):
    app = hand.program
    cards = app.open(CARDS)
    assert cards.call("share.post", path="/", title="Deck").code == "not_declared"
    (refusal,) = app.face.refusals
    assert refusal.what == "share.post"
    assert refusal.rule == "share.post needs the permission share, which the manifest does not ask for."
    assert refusal.fix == 'add "share" to permissions in manifest.json'
    (line,) = app.stores.refusals.newest(CARDS, 10, app.account_id)
    assert (line.what, line.rule, line.fix, line.times) == (refusal.what, refusal.rule, refusal.fix, 1)


def test_the_menu_of_the_room_says_it(hand):
    app = hand.program
    app.open(CARDS).call("share.post", path="/", title="Deck")
    app.rest.desk.menu.open(app.face, QPoint(0, 0))
    menu = QApplication.activePopupWidget()
    texts = [action.text() for action in menu.actions()]
    menu.close()
    assert "1 refused:" in texts
    assert any('add "share" to permissions' in text for text in texts)


def test_the_same_refusal_many_times_is_one_line(hand):
    app = hand.program
    cards = app.open(CARDS)
    for _ in range(20):
        cards.call("share.post", path="/", title="Deck")
    assert len(app.face.refusals) == 1
    (line,) = app.stores.refusals.newest(CARDS)
    assert line.times == 1


def test_what_the_person_denied_is_a_line_without_a_fix(hand):
    app = hand.program
    recipes = app.open(RECIPES)
    app.stores.grants.remember(app.account_id, RECIPES, "share", Answer.NEVER)
    call = recipes.call("share.post", path="/", title="Soup")
    assert call.code == "denied"
    (refusal,) = app.face.refusals
    assert refusal.fix is None


def test_a_mistake_of_the_author_is_no_refusal(hand):
    app = hand.program
    cards = app.open(CARDS)
    assert cards.call("share.bake").code == "unknown_method"
    assert cards.call("host.toast", text=7).code == "invalid_params"
    assert app.face.refusals == []


def test_a_log_that_cannot_be_written_fails_no_call(hand, monkeypatch, capsys):
    app = hand.program
    cards = app.open(CARDS)

    def full(*_):
        raise DatabaseError("The disk is full.")

    monkeypatch.setattr(app.stores.refusals, "add", full)
    assert cards.call("share.post", path="/", title="Deck").code == "not_declared"
    assert len(app.face.refusals) == 1
    capsys.readouterr()
