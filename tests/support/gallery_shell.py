"""Invented mini-apps, accounts and surfaces for the gallery."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from stoa.contract.permission import Consent, Permission
from stoa.miniapp.app import MiniApp, Source
from stoa.miniapp.manifest import Manifest, Version
from stoa.services.host.api import Alert, Confirm
from stoa.services.identity.api import Scope
from stoa.services.surveys.api import Question, QuestionKind, SurveyDraft
from stoa.shell.composer import ComposerSheet, Writer
from stoa.shell.composer_draft import AttachedPage, ComposerDraft
from stoa.shell.launcher import Launcher, Tile
from stoa.shell.settings.faces import AccountFace, AppStanding, FeedFace, GeneralFace, PermissionFace, RefusalFace
from stoa.shell.settings.page import SettingsPage
from stoa.shell.sheets.consent import ConsentSheet
from stoa.shell.sheets.link import LinkSheet
from stoa.shell.sheets.permission import PermissionSheet
from stoa.shell.sheets.question import AlertSheet, ConfirmSheet
from stoa.shell.survey_form import form_of
from stoa.shell.survey_maker import SurveyMaker
from stoa.ui.icons import paint_icon
from stoa.ui.painting import paint_gradient
from stoa.ui.sheet import Sheet
from stoa.ui.tokens import GRADIENTS

if TYPE_CHECKING:
    from stoa.ui.theme import Theme

NAMES = [
    ("recipes", "Recipes", "chef"),
    ("pulse", "Pulse", "chart"),
    ("wiki", "Wiki", "book"),
    ("cards", "Flashcards", "layers"),
    ("quizzes", "Quizzes", "sparkles"),
    ("breathe", "Breathe", "wind"),
    ("market", "Market", "market"),
    ("stays", "Stays", "bed"),
]


def app_icon(place: int) -> QPixmap:
    """A square picture like those that mini-apps bring."""
    pixmap = QPixmap(192, 192)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    order = [0, 1, 2, 3, 4, 5, 6, 7]
    paint_gradient(painter, QRectF(0, 0, 192, 192), 0, GRADIENTS[order[place % 8]])
    paint_icon(painter, NAMES[place % 8][2], "#FFFFFF", QRectF(48, 48, 96, 96))
    painter.end()
    return pixmap


def mini_app(place: int = 0) -> MiniApp:
    """An invented mini-app."""
    key, name, _icon = NAMES[place]
    manifest = Manifest(f"org.stoa.{key}", name, version=Version(3, "1.2.0"))
    return MiniApp(manifest, Path("/invented") / key, Source.BUNDLED, manifest.app_id)


def _over(theme: Theme, make: object) -> QWidget:
    page = QWidget()
    page.resize(1360, 860)
    page.show()
    sheet = make(theme, page)
    assert isinstance(sheet, Sheet)
    sheet.open()
    return page


def consent(theme: Theme) -> QWidget:
    """The sign-in sheet."""
    return _over(
        theme, lambda t, p: ConsentSheet(t, p, mini_app(), app_icon(0), [Scope.OPENID, Scope.PROFILE], "7f3a99e1c2")
    )


def permission(theme: Theme) -> QWidget:
    """The permission sheet."""
    camera = Permission("camera", "Camera", "use the camera", Consent.ASK)
    reason = "to photograph a dish and keep the picture with its recipe"
    return _over(theme, lambda t, p: PermissionSheet(t, p, mini_app(), app_icon(0), camera, reason))


def question(theme: Theme) -> QWidget:
    """A question of a mini-app."""
    asked = Confirm(text="All 24 cards and their progress go with it.", title="Delete the deck?", destructive=True,
                    confirm="Delete")  # fmt: skip
    return _over(theme, lambda t, p: ConfirmSheet(t, p, "Flashcards", app_icon(3), asked))


def alert(theme: Theme) -> QWidget:
    """A notice of a mini-app."""
    return _over(
        theme, lambda t, p: AlertSheet(t, p, "Flashcards", None, Alert(text="Done for today. See you tomorrow."))
    )


def link(theme: Theme) -> QWidget:
    """A web link."""
    url = "http://user@\u0435xample.org.evil.test/a/very/long/path/that/goes/on?and=on&" + "x" * 80
    return _over(theme, lambda t, p: LinkSheet(t, p, "Wiki", app_icon(2), url))


def launcher(theme: Theme) -> QWidget:
    """The launcher."""
    page = Launcher(theme, lambda text: [key for key, name, _icon in NAMES if text.casefold() in name.casefold()])
    tiles = [Tile(key, name, app_icon(place)) for place, (key, name, _icon) in enumerate(NAMES)]
    tiles[5] = Tile("breathe", "Breathe", app_icon(5), "from folder", removable=True)
    page.set_apps(tiles, ["recipes", "pulse", "wiki", "cards", "quizzes"])
    return page


def launcher_search(theme: Theme) -> QWidget:
    """The launcher, something typed."""
    page = launcher(theme)
    page.search.setText("r")
    page.show_problem("The folder ~/work/notes has no index.html: add one, or choose another folder.")
    return page


def launcher_empty(theme: Theme) -> QWidget:
    """The launcher without a mini-app."""
    page = Launcher(theme, lambda _text: [])
    page.set_apps([])
    return page


def _png(place: int) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    pixmap = QPixmap(485, 200)
    painter = QPainter(pixmap)
    paint_gradient(painter, QRectF(0, 0, 485, 200), 0, GRADIENTS[place])
    painter.end()
    pixmap.save(buffer, "PNG")
    return data.data()


def survey_draft() -> SurveyDraft:
    """An invented survey."""
    options = ["Aegina, by ferry", "Kea, longer sail", "Stay in the city"]
    first = Question(kind=QuestionKind.SINGLE, text="Where should the October meetup go?", options=options)
    second = Question(kind=QuestionKind.MULTIPLE, text="Which days would suit you?", options=["Friday", "Saturday"])
    return SurveyDraft(title="October meetup", questions=[first, second], can_change=True)


def composer(theme: Theme) -> QWidget:
    """The composer with everything on it."""
    page = AttachedPage("org.stoa.recipes", "Recipes", "/r/17", "Shakshuka for 2", "20 min · 11 ingredients")
    draft = ComposerDraft("Sunday shakshuka, one pan and twenty minutes.", _png(0), page, survey_draft())
    writer = Writer("Ada Lark", "ada-lark")
    return _over(theme, lambda t, p: ComposerSheet(t, p, writer, lambda: 0, draft, lambda _app: app_icon(0)))


def composer_empty(theme: Theme) -> QWidget:
    """The composer at its start."""
    return _over(theme, lambda t, p: ComposerSheet(t, p, Writer("Ada Lark", "ada-lark"), lambda: 0))


def survey_maker(theme: Theme) -> QWidget:
    """The survey maker at work."""
    return _over(theme, lambda t, p: SurveyMaker(t, p, lambda: 0, form_of(survey_draft())))


def survey_quiz(theme: Theme) -> QWidget:
    """The survey maker with a quiz and a problem."""

    def make(theme: Theme, parent: QWidget) -> SurveyMaker:
        maker = SurveyMaker(theme, parent, lambda: 0)
        maker.form.quiz = True
        maker._quiz.setChecked(True)
        maker.finish()
        return maker

    return _over(theme, make)


def settings(theme: Theme, section: str = "general") -> SettingsPage:
    """The settings, filled in."""
    page = SettingsPage(theme)
    secrets = "In the keyring of this system."
    page.general.show_face(GeneralFace(mode="light", has_starter=True, secrets=secrets))
    page.accounts.show_accounts(
        [AccountFace("1", "Ada Lark", "ada-lark", None, current=True), AccountFace("2", "Quiet Heron", "quiet-heron")]
    )
    camera = PermissionFace("camera", "Camera", "use the camera", "to photograph a dish", "ask")
    sharing = PermissionFace("share", "Sharing", "share its pages with you as posts you approve", mediated=True)
    refusals = (
        RefusalFace("GET https://tracker.example/pixel.gif", "not in network", 'add "https://tracker.example"', 14),
        RefusalFace("microphone", "not declared"),
    )
    recipes = AppStanding("recipes", "Recipes", "org.stoa.recipes · version 1.2.0 · built in", app_icon(0),
        (camera, sharing), ("https://recipes.example",), "It knows you as 7f3a…c2, your name and your picture.",
        12_400, 10_485_760, refusals, removable=True)  # fmt: skip
    wiki = AppStanding("wiki", "Wiki", "org.stoa.wiki · version 1.0.0 · built in", app_icon(2))
    page.apps.show_apps([recipes, wiki])
    page.following.show_feeds([
        FeedFace(1, "Harbour News", "https://harbour.example/feed.xml", None, "fetched 5 minutes ago"),
        FeedFace(2, "", "https://gone.example/rss", "The site answers “410 Gone”: remove it."),
    ])  # fmt: skip
    page.show_section(section)
    return page


def settings_app(theme: Theme) -> QWidget:
    """One mini-app in the settings."""
    page = settings(theme)
    page.show_app("recipes")
    return page


SURFACES = {
    "consent": consent,
    "permission": permission,
    "question": question,
    "alert": alert,
    "link": link,
    "composer": composer,
    "composer-empty": composer_empty,
    "survey-maker": survey_maker,
    "survey-quiz": survey_quiz,
    "settings-general": settings,
    "settings-accounts": lambda t: settings(t, "accounts"),
    "settings-apps": lambda t: settings(t, "apps"),
    "settings-following": lambda t: settings(t, "following"),
    "settings-app": settings_app,
    "launcher": launcher,
    "launcher-search": launcher_search,
    "launcher-empty": launcher_empty,
}
