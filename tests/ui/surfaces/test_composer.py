"""The composer: text, picture, page, survey; a draft that survives; nothing posted by accident."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stoa.services.surveys.api import Question, QuestionKind, SurveyDraft
from stoa.shell.attachments import Picture
from stoa.shell.composer import ComposerSheet, Writer
from stoa.shell.composer_draft import AttachedPage, ComposerDraft, draft_from_json, draft_to_json
from stoa.shell.survey_maker import SurveyMaker

PAGE = AttachedPage("org.stoa.recipes", "Recipes", "/r/17", "Shakshuka", "20 min", b"\x89PNG")
SURVEY = SurveyDraft(title="T", questions=[Question(kind=QuestionKind.SINGLE, text="Q", options=["a", "b"])])


@pytest.fixture
def png(qapp):
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    pixmap = QPixmap(4, 4)
    pixmap.fill(Qt.GlobalColor.red)
    pixmap.save(buffer, "PNG")
    return data.data()


@pytest.fixture
def compose(theme, opened):
    def make(draft=None, *, armed=True):
        sheet = opened(lambda page: ComposerSheet(theme, page, Writer("Ada", "ada"), lambda: 1_000, draft), armed=armed)
        sheet.drafts = []
        sheet.draft_changed.connect(sheet.drafts.append)
        return sheet

    return make


def elapse(timer):
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()


def test_an_empty_post_cannot_be_posted(compose, press):
    sheet = compose()
    press(sheet, "Post")
    assert sheet.answers == []
    QTest.keyClicks(sheet._area, "   ")
    press(sheet, "Post")
    assert sheet.answers == []


def test_text_is_posted(compose, press):
    sheet = compose()
    QTest.keyClicks(sheet._area, "Hello")
    press(sheet, "Post")
    assert sheet.answers == [ComposerDraft(text="Hello")]


def test_ctrl_enter_posts_but_not_before_its_time(compose):
    sheet = compose(ComposerDraft(text="Shared by an app"), armed=False)
    QTest.keyClick(sheet._area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sheet.answers == []
    sheet.delay.timer.timeout.emit()
    QTest.keyClick(sheet._area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [answer.text for answer in sheet.answers] == ["Shared by an app"]


def test_the_keyboard_starts_in_the_text(compose):
    assert compose()._area.hasFocus()


def test_too_much_text_is_counted_kept_and_not_posted(compose, press, says):
    sheet = compose(ComposerDraft(text="x" * 1990))
    assert "10 characters left" in says(sheet)
    sheet._area.setPlainText("x" * 2003)
    assert "3 characters too many" in says(sheet)
    press(sheet, "Post")
    assert sheet.answers == []
    assert len(sheet.draft.text) == 2003


def test_a_draft_is_announced_after_a_moment(compose):
    sheet = compose()
    QTest.keyClicks(sheet._area, "Hel")
    QTest.keyClicks(sheet._area, "lo")
    assert sheet.drafts == []
    elapse(sheet.timer)
    assert sheet.drafts == [{"text": "Hello"}]


def test_cancel_keeps_what_was_typed_a_moment_ago(compose, press):
    sheet = compose()
    QTest.keyClicks(sheet._area, "Hello")
    press(sheet, "Cancel")
    assert (sheet.drafts, sheet.answers) == ([{"text": "Hello"}], [None])


def test_discard_forgets_the_draft(compose, press):
    sheet = compose(ComposerDraft(text="Hello"))
    press(sheet, "Discard draft")
    assert (sheet.drafts, sheet.answers) == ([{}], [None])


def test_a_picture_is_shown_and_taken_off(compose, press, png):
    sheet = compose()
    sheet.set_picture(png)
    assert "picture" in sheet._parts
    press(sheet, "Remove picture")
    assert sheet.draft.picture is None
    assert "picture" not in sheet._parts


def test_what_is_no_picture_is_refused_with_a_sentence(compose, says):
    sheet = compose()
    sheet.set_picture(b"not a picture")
    assert sheet.draft.picture is None
    assert "choose a PNG, JPEG, WebP or GIF" in says(sheet)


def test_a_page_is_shown_and_taken_off(compose, press, says):
    sheet = compose()
    sheet.set_page(PAGE)
    assert "Shakshuka\nRecipes · 20 min" in says(sheet)
    press(sheet, "Remove the page")
    assert sheet.draft.page is None


def test_a_picture_of_ones_own_goes_before_that_of_the_page(compose, press, png):
    sheet = compose()
    sheet.set_page(replace(PAGE, picture=png))
    assert list(sheet._parts) == ["page_picture", "page"]
    sheet.set_picture(png)
    assert "page_picture" not in sheet._parts
    assert (sheet.draft.page.picture, sheet.draft.page_picture) == (png, None)
    press(sheet, "Remove picture")
    assert sheet.draft.page_picture == png
    press(sheet, "Leave the picture out")
    assert (list(sheet._parts), sheet.draft.page.picture) == (["page"], None)


def test_the_picture_has_the_shape_of_its_card(compose, qtbot):
    wide = QPixmap(160, 90)
    wide.fill(Qt.GlobalColor.white)
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    wide.save(data, "PNG")
    sheet = compose()
    sheet.set_page(replace(PAGE, picture=data.data().data()))
    (picture,) = sheet.findChildren(Picture)
    qtbot.waitUntil(lambda: abs(picture.height() / picture.width() - 9 / 16) < 0.01)


def test_parts_keep_their_order(compose, png):
    sheet = compose(ComposerDraft(survey=SURVEY))
    sheet.set_page(PAGE)
    sheet.set_picture(png)
    places = [sheet.body.indexOf(sheet._parts[name]) for name in ("picture", "page", "survey")]
    assert places == sorted(places)
    assert min(places) >= 0


def test_the_tools_ask_for_what_is_chosen_elsewhere(compose, press, qtbot):
    sheet = compose()
    with qtbot.waitSignal(sheet.picture_pressed):
        press(sheet, "Add a picture")
    with qtbot.waitSignal(sheet.page_pressed):
        press(sheet, "Attach a page of an app")


def test_it_steps_aside_and_comes_back_with_everything(compose):
    sheet = compose(ComposerDraft(text="Hello"))
    sheet.hide()
    assert sheet.answers == []
    sheet.set_page(PAGE)
    sheet.open()
    assert sheet.draft.page == PAGE
    assert not sheet._post.isEnabled()
    sheet.delay.timer.timeout.emit()
    assert sheet._post.isEnabled()


def test_a_survey_is_made_attached_edited_and_taken_off(compose, press, page, says):
    sheet = compose()
    press(sheet, "Make a survey")
    (maker,) = page.findChildren(SurveyMaker)
    maker.answer(SURVEY)
    assert sheet.draft.survey == SURVEY
    press(sheet, "Edit survey")
    again = next(other for other in page.findChildren(SurveyMaker) if other.isVisible())
    assert again.form.questions[0].options == ["a", "b"]
    again.refuse()
    assert sheet.draft.survey == SURVEY
    press(sheet, "Remove survey")
    assert sheet.draft.survey is None


def test_an_unfinished_survey_is_part_of_the_draft_and_comes_back(compose, press, page):
    sheet = compose()
    press(sheet, "Make a survey")
    (maker,) = page.findChildren(SurveyMaker)
    QTest.keyClicks(maker._editors[0].field, "Where")
    maker.refuse()
    elapse(sheet.timer)
    kept = draft_from_json(json.loads(json.dumps(sheet.drafts[-1])))
    assert kept.survey is None
    sheet.refuse()
    second = compose(kept)
    press(second, "Make a survey")
    maker = next(other for other in page.findChildren(SurveyMaker) if other.isVisible())
    assert maker.form.questions[0].text == "Where"


def test_the_focus_returns_to_the_composer_from_the_survey_maker(compose, press, page):
    sheet = compose()
    press(sheet, "Make a survey")
    (maker,) = page.findChildren(SurveyMaker)
    assert maker.isAncestorOf(QApplication.focusWidget())
    maker.refuse()
    assert sheet.isAncestorOf(QApplication.focusWidget())


def test_a_survey_of_an_app_is_posted_by_its_id(compose, press, says):
    sheet = compose(ComposerDraft(survey_id="s1"))
    assert "Edit survey" not in says(sheet)
    press(sheet, "Post")
    assert sheet.answers[0].survey_id == "s1"


def test_a_draft_goes_through_json_unchanged():
    draft = ComposerDraft("Hé", b"\x00\xff", PAGE, SURVEY, "s1", {"title": "half"})
    assert draft_from_json(json.loads(json.dumps(draft_to_json(draft)))) == draft


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {},
        {"text": 3, "picture": "***", "page": {"app_id": "x"}, "survey": {"title": 1}, "unfinished_survey": 4},
        {"page": 7, "survey": [], "picture": 3, "survey_id": None},
    ],
)
def test_a_broken_draft_never_stops_the_composer(kept):
    assert draft_from_json(kept).is_empty
