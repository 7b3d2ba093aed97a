"""Consent, permission, notices, questions, links: what they say and what they answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stoa.contract.permission import Consent, Permission
from stoa.miniapp.grants import Answer
from stoa.services.host.api import Alert, Confirm
from stoa.services.identity.api import Scope
from stoa.shell.sheets.consent import ConsentSheet, short_subject
from stoa.shell.sheets.link import LinkSheet, host_of
from stoa.shell.sheets.permission import PermissionSheet
from stoa.shell.sheets.question import AlertSheet, ConfirmSheet, HostQuestionSheet
from stoa.ui.switch import Switch

CAMERA = Permission("camera", "Camera", "use the camera", Consent.ASK)
BOTH = [Scope.OPENID, Scope.PROFILE]


@pytest.fixture
def consent(theme, recipes, opened):
    return lambda asked=BOTH, armed=True: opened(
        lambda page: ConsentSheet(theme, page, recipes, None, asked, "7f3a99e1c2"), armed=armed
    )


@pytest.fixture
def permission(theme, recipes, opened):
    return opened(lambda page: PermissionSheet(theme, page, recipes, None, CAMERA, "to photograph a dish"))


def test_consent_says_who_asks_for_what(consent, says):
    text = says(consent())
    assert "Recipes wants to know you" in text
    assert "org.stoa.recipes · version 1.2.0 · built in" in text
    assert "7f3a…c2" in text
    assert "7f3a99e1c2" not in text


def test_consent_answers_with_the_scopes_left_on(consent, press):
    sheet = consent()
    press(sheet, "Display name and picture")
    press(sheet, "Allow")
    assert sheet.answers == [{Scope.OPENID}]


def test_consent_with_all_scopes(consent, press):
    sheet = consent()
    press(sheet, "Allow")
    assert sheet.answers == [{Scope.OPENID, Scope.PROFILE}]


def test_what_was_not_asked_for_cannot_be_given(consent, press, says):
    sheet = consent([Scope.OPENID])
    assert "not asked for" in says(sheet)
    press(sheet, "Display name and picture")
    press(sheet, "Allow")
    assert sheet.answers == [{Scope.OPENID}]


def test_without_a_name_there_is_nothing_to_allow(consent, press):
    sheet = consent()
    press(sheet, "A private name for this app")
    press(sheet, "Allow")
    assert sheet.answers == []
    press(sheet, "A private name for this app")
    press(sheet, "Allow")
    assert sheet.answers == [{Scope.OPENID, Scope.PROFILE}]


def test_escape_and_not_now_refuse_consent(consent, press):
    first = consent()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    second = consent()
    press(second, "Not now")
    assert (first.answers, second.answers) == ([None], [None])


def test_a_switch_cannot_arm_allow_before_its_time(consent, press):
    sheet = consent(armed=False)
    switch = sheet.findChildren(Switch)[0]
    switch.setChecked(False)
    switch.setChecked(True)
    press(sheet, "Allow")
    assert sheet.answers == []


@pytest.mark.parametrize(
    ("name", "answer"),
    [("Allow once", Answer.ONCE), ("Always allow", Answer.ALWAYS), ("Never", Answer.NEVER), ("Not now", None)],
)
def test_permission_answers(permission, press, name, answer):
    press(permission, name)
    assert permission.answers == [answer]


def test_permission_says_why_in_the_apps_words(permission, says):
    text = says(permission)
    assert "Recipes wants to use the camera" in text
    assert "Recipes says why\nto photograph a dish" in text


def test_neither_answer_that_grants_has_the_focus_or_can_be_pressed_at_once(theme, recipes, opened, press):
    sheet = opened(lambda page: PermissionSheet(theme, page, recipes, None, CAMERA), armed=False)
    assert QApplication.focusWidget().text() == "Not now"
    press(sheet, "Allow once")
    press(sheet, "Always allow")
    assert sheet.answers == []


def test_refusing_needs_no_waiting(theme, recipes, opened, press):
    sheet = opened(lambda page: PermissionSheet(theme, page, recipes, None, CAMERA), armed=False)
    press(sheet, "Never")
    assert sheet.answers == [Answer.NEVER]


def test_a_notice_is_marked_as_the_apps(theme, opened, press, says):
    sheet = opened(lambda page: AlertSheet(theme, page, "Cards", None, Alert(title="Hi", text="Stoa says: <b>pay</b>")))
    text = says(sheet)
    assert "Cards says" in text
    assert "a message of this app, not of Stoa" in text
    assert "<b>pay</b>" in text
    press(sheet, "OK")
    assert sheet.answers == [None]


def test_a_question_has_the_apps_words_on_its_buttons(theme, opened, press):
    asked = Confirm(text="All?", confirm="Delete", cancel="Keep", destructive=True)
    yes = opened(lambda page: ConfirmSheet(theme, page, "Cards", None, asked))
    press(yes, "Delete")
    no = opened(lambda page: ConfirmSheet(theme, page, "Cards", None, asked))
    press(no, "Keep")
    assert (yes.answers, no.answers) == ([True], [False])


def test_a_host_question_answers_no_on_escape(theme, opened):
    sheet = opened(lambda page: HostQuestionSheet(theme, page, "Sure?", "It goes.", "Remove", destructive=True))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert sheet.answers == [False]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.org/path", "example.org"),
        ("https://example.org@evil.test/", "evil.test"),
        ("https://\u0435xample.org/", "xn--xample-2of.org"),
    ],
)
def test_the_host_of_a_link_cannot_be_dressed_up(url, host):
    assert host_of(url) == host


def test_a_link_shows_its_host_and_warns_without_encryption(theme, opened, press, says):
    sheet = opened(lambda page: LinkSheet(theme, page, "Wiki", None, "http://example.org/" + "x" * 500))
    text = says(sheet)
    assert "example.org\nhttp://example.org/xxx" in text
    assert "…" in text
    press(sheet, "Open")
    assert sheet.answers == [True]


def test_short_subjects_stay_whole():
    assert short_subject("abc") == "abc"
