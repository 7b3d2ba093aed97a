"""In German nothing of the window stays English."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox
from tests.support.gallery_shell import SURFACES
from tests.ui.feed.conftest import MINUTE, SHAKSHUKA, open_pane, settle, world
from tests.ui.i18n.conftest import RECIPES, Options, english_in, spoken_by

from stoa.services.feed.posts import Author, Timeline
from stoa.services.surveys.api import Question, QuestionKind
from stoa.shell.feed.comments import CommentsSheet
from stoa.shell.feed.post_menu import PostMenu, deletion_sheet
from stoa.shell.feed.survey_sheet import SurveySheet
from stoa.shell.feed.wording import age_text, date_text, new_posts_text, number_text, votes_text

__all__ = ["open_pane", "world"]

# What the gallery's invented people and mini-apps say.
OWN = frozenset(
    {
        "Delete",
        "Camera",
        "use the camera",
        "Sharing",
        "share its pages with you as posts you approve",
        "from folder",
        "version 1.2.0",
        "built in",
    }
)
DAY = 1440 * MINUTE


def texts_of(widget):
    return {text for _kind, text in spoken_by(widget)}


@pytest.fixture
def program(start, languages):
    """The running program in German."""
    return start(Options(language="de", theme="light"))


def test_the_window_itself_is_german(program):
    assert english_in(program.window) == []
    assert {"Einstellungen", "Aktivität", "Für dich", "Apps suchen oder Link einfügen"} <= texts_of(program.window)


@pytest.mark.parametrize("section", ["general", "accounts", "apps", "following"])
def test_the_settings_are_german(program, section):
    program.program.navigation.show_place("settings")
    program.rest.people.settings.desk.page.show_section(section)
    program.turns.settle()
    assert english_in(program.window) == []


def test_what_an_app_may_do_is_german(program):
    people = program.rest.people
    people.settings.show_app(RECIPES)
    program.turns.until(lambda: people.settings.desk.page.apps.shown_key == RECIPES)
    assert english_in(program.window) == []
    said = texts_of(program.window)
    assert {"Kamera", "Mikrofon", "Dateien", "Umfragen", "Teilen", "Kein Netz"} <= said
    assert any("Die Kamera benutzen" in text for text in said)


def test_activity_is_german(program):
    program.program.navigation.show_place("activity")
    program.turns.settle()
    assert english_in(program.window) == []
    assert "Noch nichts" in texts_of(program.window)


def test_an_open_room_is_german(program):
    room = program.open(RECIPES)
    program.turns.settle()
    assert english_in(program.window) == []
    assert {"mitgeliefert", "kein Netz", "Diese Seite teilen"} <= texts_of(program.window)
    room.crash()
    program.turns.settle()
    assert english_in(program.window) == []
    assert "Recipes ist abgestürzt" in texts_of(program.window)


def test_an_app_that_is_gone_is_told_in_german(program):
    program.program.navigation.open_text("stoa://org.example.gone/")
    program.program.navigation.open_text("stoa:nonsense")
    program.program.navigation.open_text("/nowhere/at/all.ma")
    program.turns.until(lambda: not program.rest.arrivals.is_busy)
    first, second, third = program.said()
    assert first == "Hier ist keine App org.example.gone installiert."
    assert second.startswith("Ein Stoa-Link sieht aus wie")
    assert third.startswith("/nowhere/at/all.ma")
    assert "choose" not in third


def test_an_empty_name_is_refused_in_german(program):
    program.rest.people.accounts.add("  ")
    assert program.said() == ["Der Name ist leer: Schreib mindestens einen Buchstaben."]


@pytest.mark.parametrize("name", sorted(SURFACES))
def test_every_surface_is_german(german, theme, qapp, name):
    page = SURFACES[name](theme)
    page.resize(1360, 860)
    page.show()
    qapp.processEvents()
    assert english_in(page, OWN) == []
    page.close()
    page.deleteLater()


@pytest.mark.parametrize("timeline", list(Timeline))
def test_every_empty_feed_is_german(german, open_pane, timeline):
    pane = open_pane()
    pane.set_timeline(timeline)
    settle()
    assert english_in(pane) == []


def test_the_feed_and_its_sheets_are_german(german, open_pane, world, theme):
    single = Question(kind=QuestionKind.SINGLE, text="Wohin?", options=["Aegina", "Kea"])
    stars = Question(kind=QuestionKind.RATING, text="Wie war es?")
    order = Question(kind=QuestionKind.RANKING, text="Was zuerst?", options=["Brot", "Salz"])
    several = Question(kind=QuestionKind.MULTIPLE, text="Wann?", options=["Freitag", "Samstag"], max=1)
    words = Question(kind=QuestionKind.TEXT, text="Warum?", required=False)
    survey_id, _post = world.survey(single, stars, order, several, words)
    world.survey(single)
    post_id = world.post("Ein Gericht", jump=SHAKSHUKA)
    world.feed.add_comment("me", Author("Mara Ek", "mara"), post_id, "Schön")
    pane = open_pane()
    settle()
    assert english_in(pane) == []
    assert any(text.startswith("Beitrag von Corner Kitchen") for text in texts_of(pane))
    post = world.read(post_id)
    survey = world.surveys.get("me", survey_id)
    window, viewer = pane.window(), pane.post_actions._viewer
    sheets = (
        CommentsSheet(pane._list.dressing, world.feed, viewer, post, lambda: world.time[0], window),
        SurveySheet(theme, survey, None, window),
        deletion_sheet(theme, window),
    )
    for sheet in sheets:
        sheet.open()
        settle()
        assert english_in(sheet) == []
        sheet.refuse()
    menu = PostMenu(theme, pane).show_menu(post, "kitchen", pane.mapToGlobal(pane.rect().center()))
    assert english_in(menu) == []
    menu.close()


def test_a_refused_vote_is_told_in_german(german, open_pane, world):
    survey_id, post_id = world.survey(Question(kind=QuestionKind.SINGLE, text="Wohin?", options=["Aegina", "Kea"]))
    pane = open_pane()
    world.surveys.close("kitchen", survey_id)
    pane.post_actions._on_option_pressed(world.read(post_id), 0)
    assert pane.refused == ["Diese Umfrage ist beendet und nimmt keine Stimmen mehr an."]


def test_numbers_and_times_are_german(german):
    now = 1_767_225_600_000
    assert age_text(now - 5 * MINUTE, now) == "5 Min."
    assert age_text(now - 3 * 60 * MINUTE, now) == "3 Std."
    assert age_text(now - 2 * DAY, now) == "2 Tg."
    assert date_text(now - 300 * DAY, now).startswith("7. M")
    assert number_text(1234) == "1.234"
    assert number_text(12_400) == "12,4\u00a0Tsd."
    assert number_text(1_200_000) == "1,2\u00a0Mio."
    assert (votes_text(1), votes_text(2)) == ("1 Stimme", "2 Stimmen")
    assert (new_posts_text(1, 9), new_posts_text(2, 9)) == ("1 neuer Beitrag", "2 neue Beiträge")
    assert QLocale().decimalPoint() == ","


def test_qt_s_own_buttons_are_german(german, qapp):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    assert {button.text().replace("&", "") for button in box.buttons()} == {"Abbrechen", "Speichern"}
    box.deleteLater()


def test_without_the_translation_the_search_for_english_finds_some(theme, qapp):
    page = SURFACES["composer-empty"](theme)
    assert english_in(page, OWN)
    page.close()
    page.deleteLater()
    assert QCoreApplication.translate("Rail", "Settings") == "Settings"
