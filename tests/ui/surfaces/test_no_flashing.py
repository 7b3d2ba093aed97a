"""No surface shows a window of its own while it is built: a label shown before it has a parent would flash up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from stoa.contract.permission import Consent, Permission
from stoa.services.host.api import Alert
from stoa.services.identity.api import Scope
from stoa.shell.composer import ComposerSheet, Writer
from stoa.shell.composer_draft import AttachedPage, ComposerDraft
from stoa.shell.launcher import Launcher, Tile
from stoa.shell.settings.faces import AppStanding, FeedFace, PermissionFace, RefusalFace
from stoa.shell.settings.page import SettingsPage
from stoa.shell.sheets.consent import ConsentSheet
from stoa.shell.sheets.link import LinkSheet
from stoa.shell.sheets.permission import PermissionSheet
from stoa.shell.sheets.question import AlertSheet
from stoa.shell.survey_form import QuestionForm, SurveyForm
from stoa.shell.survey_maker import SurveyMaker
from stoa.ui.notice import Notice
from stoa.ui.strip import Strip
from stoa.ui.toast import Toast


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def launcher(theme, page, _app):
    made = Launcher(theme, lambda _text: ["a"], page)
    made.show()
    made.set_apps([Tile("a", "A"), Tile("b", "B")], ["a"])
    made.search.setText("x")
    made.set_apps([Tile("a", "A")])
    made.show_problem("No.")


def settings(theme, page, _app):
    made = SettingsPage(theme, page)
    made.show()
    permission = PermissionFace("camera", "Camera", "use the camera")
    made.apps.show_apps([AppStanding("a", "A", "", None, (permission,), (), "x", 1, 2, (RefusalFace("a", "b", "c"),))])
    made.show_app("a")
    made.following.show_feeds([FeedFace(1, "A", "b", "c")])
    made.following.show_problem("No.")


def composer(theme, page, _app):
    draft = ComposerDraft("x", b"", AttachedPage("a", "A", "/", "T"), survey_id="s")
    made = ComposerSheet(theme, page, Writer("A", "a"), lambda: 0, draft)
    made.open()
    made.show_problem("No.")
    made._open_maker()


def maker(theme, page, _app):
    made = SurveyMaker(theme, page, lambda: 0, SurveyForm("T", [QuestionForm()], closes_at=9, quiz=True))
    made.open()
    made.add_question()
    made._on_closes(1)
    made.finish()


def sheets(theme, page, app):
    camera = Permission("camera", "Camera", "use the camera", Consent.ASK)
    ConsentSheet(theme, page, app, None, [Scope.OPENID], "x").open()
    PermissionSheet(theme, page, app, None, camera, "why").open()
    AlertSheet(theme, page, "A", None, Alert(text="x", title="y")).open()
    LinkSheet(theme, page, "A", None, "http://a.example").open()


def small(theme, page, _app):
    Toast(theme, page).say("x", "good", "Open")
    Notice(theme, "apps", "A", "b", "C", parent=page).show()
    Strip(theme, "A", "B", closable=True, parent=page).show()


@pytest.mark.parametrize(
    "build", [launcher, settings, composer, maker, sheets, small], ids=lambda build: build.__name__
)
def test_no_surface_flashes_a_window(theme, page, recipes, build):
    windows = Windows()
    QApplication.instance().installEventFilter(windows)
    try:
        build(theme, page, recipes)
        QApplication.processEvents()
    finally:
        QApplication.instance().removeEventFilter(windows)
    assert windows.shown == []


def test_the_watch_sees_a_window(page):
    windows = Windows()
    QApplication.instance().installEventFilter(windows)
    stray = QWidget()
    stray.show()
    QApplication.instance().removeEventFilter(windows)
    stray.close()
    assert windows.shown == ["QWidget"]
