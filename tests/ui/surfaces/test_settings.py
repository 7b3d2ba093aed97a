"""The settings: what they show, what they announce, and what they ask before it is gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stoa.shell.settings.accounts import NameSheet
from stoa.shell.settings.faces import AccountFace, AppStanding, FeedFace, GeneralFace, PermissionFace, RefusalFace
from stoa.shell.settings.page import SECTIONS, SettingsPage
from stoa.ui.button import Button, IconButton
from stoa.ui.chip import Chip
from stoa.ui.segmented import Segmented
from stoa.ui.sheet import Sheet

CAMERA = PermissionFace("camera", "Camera", "use the camera", "to photograph a dish", "allow")
SHARE = PermissionFace("share", "Sharing", "share its pages", mediated=True)
RECIPES = AppStanding(
    "recipes", "Recipes", "org.stoa.recipes · version 1.2.0", None, (CAMERA, SHARE), ("https://api.example",),
    "It knows you as 7f3a…c2.", 12_400, 10_485_760,
    (RefusalFace("GET https://x.example", "not in network", "add it", 3),), removable=True,
)  # fmt: skip
WIKI = AppStanding("wiki", "Wiki", "org.stoa.wiki · version 1.0.0")


@pytest.fixture
def settings(theme, shown):
    page = SettingsPage(theme)
    page.apps.show_apps([RECIPES, WIKI])
    shown(page, width=700, height=900)
    return page


@pytest.fixture
def agree(settings, press):
    """Answers the question that has just opened."""

    def answer(name):
        (sheet,) = [sheet for sheet in settings.window().findChildren(Sheet) if sheet.isVisible()]
        sheet.delay.timer.timeout.emit()
        press(sheet, name)

    return answer


def heard(signal):
    told = []
    signal.connect(lambda *values: told.append(values))
    return told


def test_how_many_apps_stay_awake_is_chosen(settings, press, says):
    general = settings.general
    general.show_face(GeneralFace(awake_max=0))
    assert [choice.index for choice in general.findChildren(Segmented)][-1] == 3
    chosen = heard(general.awake_max_chosen)
    press(general, "5")
    press(general, "All")
    assert chosen == [(5,), (0,)]
    assert "Apps that stay awake" in says(general)


def test_parts_are_shown_one_at_a_time(settings, press):
    for name, label in zip(SECTIONS, ("General", "Accounts", "Apps", "Following"), strict=True):
        press(settings, label)
        assert settings.section == name
        assert [other for other in SECTIONS if getattr(settings, other).isVisible()] == [name]


def test_general_shows_what_holds_and_announces_choices(settings, press, says):
    general = settings.general
    general.show_face(GeneralFace("dark", "de", motion=False, has_starter=True, secrets="In the keyring."))
    assert [choice.index for choice in general.findChildren(Segmented)] == [1, 2, 2]
    assert "In the keyring." in says(general)
    modes, languages, motion = heard(general.mode_chosen), heard(general.language_chosen), heard(general.motion_chosen)
    press(general, "Light")
    press(general, "English")
    press(general, "Motion")
    assert (modes, languages, motion) == ([("light",)], [("en",)], [(True,)])


def test_showing_what_holds_announces_nothing(settings):
    told = [heard(settings.general.mode_chosen), heard(settings.general.motion_chosen)]
    settings.general.show_face(GeneralFace("dark", "de", motion=False))
    assert told == [[], []]


def test_starter_content_goes_only_after_a_question(settings, press, agree):
    settings.general.show_face(GeneralFace(has_starter=True))
    told = heard(settings.general.starter_removal_confirmed)
    press(settings.general, "Remove")
    agree("Cancel")
    assert told == []
    press(settings.general, "Remove")
    agree("Remove")
    assert told == [()]
    settings.general.show_face(GeneralFace(has_starter=False))
    assert not settings.general._starter.isVisible()


def test_accounts_are_switched_renamed_and_added(settings, press, agree, says):
    settings.show_section("accounts")
    page = settings.accounts
    page.show_accounts([AccountFace("1", "Ada", "ada", None, current=True), AccountFace("2", "Bo", "bo")])
    assert "in use" in [chip.text for chip in page.findChildren(Chip)]
    switched, renamed, added = heard(page.switch_pressed), heard(page.rename_entered), heard(page.add_entered)
    press(page, "Switch to Bo")
    press(page, "Rename Ada")
    (sheet,) = settings.window().findChildren(NameSheet)
    sheet._field.setText(" Ada Lark ")
    press(sheet, "Rename")
    press(page, "Add account")
    sheet = next(sheet for sheet in settings.window().findChildren(NameSheet) if sheet.isVisible())
    QTest.keyClick(sheet._field, Qt.Key.Key_Return)
    assert sheet.isVisible()
    QTest.keyClicks(sheet._field, "Cy")
    QTest.keyClick(sheet._field, Qt.Key.Key_Return)
    assert (switched, renamed, added) == ([("2",)], [("1", "Ada Lark")], [("Cy",)])


def test_an_account_is_removed_once_agreed_and_never_the_one_in_use(settings, press, agree):
    settings.show_section("accounts")
    page = settings.accounts
    ada, bo = AccountFace("1", "Ada", "ada", None, current=True), AccountFace("2", "Bo", "bo")
    page.show_accounts([ada, bo])
    told = heard(page.removal_confirmed)
    press(page, "To remove Ada, switch to another account first")
    press(page, "Remove Bo")
    agree("Cancel")
    assert told == []
    press(page, "Remove Bo")
    agree("Remove")
    assert told == [("2",)]
    page.show_accounts([ada])
    QApplication.processEvents()
    names = [button.accessibleName() for button in page.findChildren(IconButton) if button.isVisibleTo(page)]
    assert names == ["Choose a picture for Ada", "Rename Ada"]


def test_apps_are_listed_with_facts_and_open_their_detail(settings, press, says):
    settings.show_section("apps")
    assert "2 permissions · 12.1 kB · 1 refusal" in says(settings.apps)
    press(settings.apps, "Recipes")
    assert settings.apps.shown_key == "recipes"
    text = says(settings.apps)
    for fact in ("Use the camera — “to photograph a dish”", "https://api.example", "It knows you as 7f3a…c2."):
        assert fact in text
    assert "GET https://x.example\nnot in network · 3 times\nTo change it: add it" in text
    press(settings.apps, "All apps")
    assert settings.apps.shown_key is None


def test_an_app_that_asks_and_keeps_nothing_says_so(settings, says):
    settings.show_app("wiki")
    text = says(settings.apps)
    for fact in ("Asks for nothing", "No network", "Does not know you", "Nothing"):
        assert fact in text
    assert "Uninstall" not in [button.text() for button in settings.apps.findChildren(Button)]


def test_a_permission_is_changed(settings, press):
    settings.show_app("recipes")
    told = heard(settings.apps.answer_chosen)
    camera, share = settings.apps.findChildren(Segmented)
    assert (camera.index, share.index) == (0, 0)
    press(camera, "Never")
    press(share, "Never")
    assert told == [("recipes", "camera", "never"), ("recipes", "share", "never")]


@pytest.mark.parametrize(
    ("button", "confirm", "signal"),
    [
        ("Reset", "Reset", "reset_confirmed"),
        ("Clear data", "Clear data", "clear_confirmed"),
        ("Uninstall", "Uninstall", "uninstall_confirmed"),
    ],
)
def test_what_cannot_be_undone_is_asked_first(settings, press, agree, button, confirm, signal):
    settings.show_app("recipes")
    told = heard(getattr(settings.apps, signal))
    press(settings.apps, button)
    agree("Cancel")
    assert told == []
    press(settings.apps, button)
    agree(confirm)
    assert told == [("recipes",)]


def test_a_sign_in_is_taken_back(settings, press):
    settings.show_app("recipes")
    told = heard(settings.apps.consent_withdrawn)
    press(settings.apps, "Take back")
    assert told == [("recipes",)]


def test_an_open_detail_is_shown_anew_and_closes_with_its_app(settings, says):
    settings.show_app("wiki")
    settings.apps.show_apps([WIKI.__class__("wiki", "Wiki", "now version 2")])
    assert "now version 2" in says(settings.apps)
    settings.apps.show_apps([RECIPES])
    assert settings.apps.shown_key is None
    assert not settings.apps.show_app("wiki")
    settings.apps.show_apps([])
    assert "No apps yet" in says(settings.apps)


def test_feeds_are_added_with_an_answer_beside_the_field(settings, press, says):
    settings.show_section("following")
    page = settings.following
    assert "You follow no site yet" in says(page)
    told = heard(page.add_entered)
    press(page, "Follow")
    page._field.setText(" https://a.example/feed ")
    press(page, "Follow")
    assert told == [("https://a.example/feed",)]
    page.set_busy(busy=True)
    press(page, "Looking…")
    assert len(told) == 1
    page.show_problem("No feed is there.")
    assert "No feed is there." in says(page)
    assert page._field.text() != ""
    page.show_problem("")
    assert page._field.text() == ""


def test_feeds_say_what_is_wrong_and_go_after_a_question(settings, press, agree, says):
    settings.show_section("following")
    page = settings.following
    page.show_feeds([FeedFace(7, "News", "https://n.example", "The site does not answer.")])
    assert "News\nThe site does not answer." in says(page)
    told = heard(page.removal_confirmed)
    press(page, "Stop following News")
    agree("Stop following")
    assert told == [(7,)]


def test_opml_goes_in_and_out(settings, press):
    settings.show_section("following")
    page = settings.following
    bring, take = heard(page.import_pressed), heard(page.export_pressed)
    press(page, "Import OPML")
    press(page, "Export OPML")
    page.show_feeds([FeedFace(7, "News", "https://n.example")])
    press(page, "Export OPML")
    assert (bring, take) == ([()], [()])
