from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from tests.ui.feed.conftest import cards, settle

from stoa.services.surveys.api import Answer, Question, QuestionKind, ResultsVisible
from stoa.shell.feed.focus_order import stops_of
from stoa.shell.feed.survey_sheet import SurveySheet

WHERE = Question(kind=QuestionKind.SINGLE, text="Where to?", options=["Aegina", "Kea", "City"])
BOOKS = Question(kind=QuestionKind.MULTIPLE, text="Which books?", options=["Odyssey", "Dune", "Emma"], max=2)
ORDER = Question(kind=QuestionKind.RANKING, text="In which order?", options=["Beds", "Fence", "Water"])
STARS = Question(kind=QuestionKind.RATING, text="How was it?")
WORDS = Question(kind=QuestionKind.TEXT, text="Anything else?", required=False)


def sheet_of(pane) -> SurveySheet:
    cards(pane)[0].controls.action.click()
    settle()
    return pane.window().findChildren(SurveySheet)[-1]


def test_one_press_votes_in_a_single_choice(world, open_pane):
    survey, _post = world.survey(WHERE)
    pane = open_pane()
    controls = cards(pane)[0].controls
    assert [row.accessibleName() for row in controls.options] == ["Aegina", "Kea", "City"]
    controls.options[1].click()
    assert world.surveys.get("me", survey).voters == 1
    assert controls.options[1].accessibleName() == "Kea, 100 percent, your choice"
    assert not controls.options[0].isEnabled()


def test_a_vote_that_may_change_is_changed_by_another_press(world, open_pane):
    survey, _post = world.survey(WHERE, can_change=True)
    pane = open_pane()
    cards(pane)[0].controls.options[1].click()
    cards(pane)[0].controls.options[2].click()
    assert world.surveys.results("me", survey).questions[0].counts == [0, 0, 1]


def test_several_choices_wait_for_the_vote_button(world, open_pane):
    survey, _post = world.survey(BOOKS)
    pane = open_pane()
    controls = cards(pane)[0].controls
    assert not controls.action.isEnabled()
    controls.options[0].click()
    controls.options[2].click()
    assert world.surveys.get("me", survey).voters == 0
    controls.action.click()
    assert world.surveys.results("me", survey).questions[0].counts == [1, 0, 1]


def test_a_refused_vote_is_told_and_changes_nothing(world, open_pane):
    survey, _post = world.survey(WHERE)
    pane = open_pane()
    world.surveys.close("kitchen", survey)
    cards(pane)[0].controls.options[0].click()
    assert pane.refused == ["This survey is closed: it takes no more votes."]
    assert [chip.text for chip in cards(pane)[0]._layout.chips] == ["closed"]


def test_results_are_drawn_live(world, open_pane):
    survey, _post = world.survey(WHERE, results=ResultsVisible.ALWAYS)
    pane = open_pane()
    world.surveys.vote("someone", survey, [Answer(question=0, choices=[0])])
    pane.refresh_survey(survey)
    assert cards(pane)[0].controls.options[0].accessibleName() == "Aegina, 100 percent"


def test_a_press_on_a_star_is_a_rating(world, open_pane):
    survey, _post = world.survey(STARS, results=ResultsVisible.ALWAYS)
    pane = open_pane()
    row = cards(pane)[0].controls.stars
    assert [star.accessibleName() for star in row.stars][:2] == ["1 of 5 stars, 0 percent", "2 of 5 stars, 0 percent"]
    before = row.height()
    row.stars[3].click()
    assert world.surveys.results("me", survey).questions[0].average == 4
    row = cards(pane)[0].controls.stars
    assert row.stars[3].accessibleName() == "4 of 5 stars, 100 percent, your choice"
    assert row.height() == before
    assert [row.look(star) for star in row.stars] == [(True, "accent")] * 4 + [(False, "muted")]
    assert not any(star.isEnabled() for star in row.stars)


def test_stars_are_one_stop_of_tab_and_walked_by_arrows_and_digits(world, open_pane):
    survey, _post = world.survey(STARS, can_change=True)
    pane = open_pane()
    card = cards(pane)[0]
    stars = card.controls.stars.stars
    stops = stops_of(card, rtl=False)
    assert [stop for stop in stops if stop in stars] == [stars[0]]
    stars[0].take_focus()
    QTest.keyClick(stars[0], Qt.Key.Key_Right)
    QTest.keyClick(stars[1], Qt.Key.Key_Right)
    assert stars[2].hasFocus()
    QTest.keyClick(stars[2], Qt.Key.Key_5)
    assert stars[4].hasFocus()
    assert [stop for stop in stops_of(card, rtl=False) if stop in stars] == [stars[4]]
    QTest.keyClick(stars[4], Qt.Key.Key_Left)
    QTest.keyClick(stars[3], Qt.Key.Key_Return)
    assert world.surveys.results("me", survey).my_answers[0].rating == 4


def test_a_screen_reader_finds_five_radio_buttons_in_a_rating(world, open_pane):
    world.survey(STARS, can_change=True)
    pane = open_pane()
    row = cards(pane)[0].controls.stars
    spoken = QAccessible.queryAccessibleInterface(row)
    assert spoken.childCount() == 5
    third = spoken.child(2)
    assert (third.role(), third.state().checked) == (QAccessible.Role.RadioButton, 0)
    actions = third.actionInterface()
    actions.doAction(actions.actionNames()[0])
    assert QAccessible.queryAccessibleInterface(row).child(2).state().checked == 1


def test_a_pointer_on_a_star_shows_what_a_press_would_give(world, open_pane):
    world.survey(STARS)
    pane = open_pane()
    row = cards(pane)[0].controls.stars
    row.offer(row.stars[2])
    assert [row.look(star)[0] for star in row.stars] == [True, True, True, False, False]
    row.offer(None)
    assert not any(row.look(star)[0] for star in row.stars)


def test_the_average_is_told_once_it_may_be_seen(world, open_pane):
    survey, _post = world.survey(STARS, results=ResultsVisible.ALWAYS)
    for voter, rating in (("a", 5), ("b", 4)):
        world.surveys.vote(voter, survey, [Answer(question=0, rating=rating)])
    pane = open_pane()
    assert "4.5 stars on average" in cards(pane)[0].accessibleDescription()


def test_a_survey_that_was_removed_says_so(world, open_pane):
    _survey, _post = world.survey(WHERE)
    world.db.execute("DELETE FROM surveys")
    pane = open_pane()
    assert cards(pane)[0].controls.options == []
    assert len(cards(pane)[0]._layout.paragraphs) == 1


def test_a_longer_survey_is_answered_in_a_sheet(world, open_pane):
    survey, _post = world.survey(WHERE, BOOKS, ORDER, STARS, WORDS)
    pane = open_pane()
    sheet = sheet_of(pane)
    sheet._go.click()
    assert sheet._wrong.text() == "Some questions still need an answer."
    assert world.surveys.get("me", survey).voters == 0
    where, books, order, stars, words = sheet._questions
    where._options._rows[1].click()
    books._options._rows[0].click()
    for row in (2, 0, 1):
        order._options._rows[row].click()
    stars._options.stars[3].click()
    words._field.setPlainText("More benches")
    sheet._go.click()
    counted = world.surveys.results("me", survey).questions
    assert [question.counts for question in counted[:4]] == [[0, 1, 0], [1, 0, 0], [1, 0, 2], [0, 0, 0, 1, 0]]
    assert counted[4].texts == ["More benches"]
    assert sheet._questions[0]._options._rows[1].accessibleName() == "Kea, 100 percent, your choice"


def test_an_incomplete_answer_says_what_is_missing(world, open_pane):
    two = Question(kind=QuestionKind.MULTIPLE, text="Which?", options=["a", "b", "c"], min=2, max=3)
    world.survey(two, ORDER, WORDS)
    sheet = sheet_of(open_pane())
    sheet._questions[0]._options._rows[0].click()
    sheet._questions[1]._options._rows[0].click()
    sheet._questions[2]._field.setPlainText("x" * 2001)
    sheet._go.click()
    assert [question._below.text() for question in sheet._questions] == [
        "Choose 2 to 3.", "Give every option a place.", "Shorten it by 1 characters.",
    ]  # fmt: skip


def test_votes_of_others_do_not_disturb_answers_being_given(world, open_pane):
    survey, _post = world.survey(WHERE, STARS, results=ResultsVisible.ALWAYS)
    pane = open_pane()
    sheet = sheet_of(pane)
    sheet._questions[0]._options._rows[2].click()
    world.surveys.vote("someone", survey, [Answer(question=0, choices=[0]), Answer(question=1, rating=5)])
    pane.refresh_survey(survey)
    assert sheet._questions[0].reply().choices == (2,)
    assert sheet._note.text().startswith("1 vote")


def test_votes_of_others_are_drawn_live_in_the_open_results(world, open_pane):
    survey, _post = world.survey(WHERE, STARS, can_change=True)
    world.surveys.vote("me", survey, [Answer(question=0, choices=[0]), Answer(question=1, rating=5)])
    pane = open_pane()
    sheet = sheet_of(pane)
    world.surveys.vote("someone", survey, [Answer(question=0, choices=[1]), Answer(question=1, rating=1)])
    assert sheet._go.text() == "Change answers"
    sheet._answering = False
    sheet._fill()
    pane.refresh_survey(survey)
    assert sheet._questions[0]._options._rows[1].accessibleName() == "Kea, 50 percent"


def test_a_refused_set_of_answers_is_told_in_the_sheet(world, open_pane):
    survey, _post = world.survey(WHERE, STARS)
    sheet = sheet_of(open_pane())
    sheet._questions[0]._options._rows[0].click()
    sheet._questions[1]._options.stars[0].click()
    world.surveys.close("kitchen", survey)
    sheet._go.click()
    assert sheet._wrong.text() == "This survey is closed: it takes no more votes."
