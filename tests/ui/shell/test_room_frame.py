"""The frame around a page: what the header says, what it gives up when there is no room, and what covers the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stoa.engine.refusal import Refusal
from stoa.miniapp.app import MiniApp, Source
from stoa.miniapp.author_key import short_fingerprint
from stoa.miniapp.manifest import manifest_of
from stoa.miniapp.seal import Seal
from stoa.miniapp.signed import Signed
from stoa.shell.room_face import RoomFace
from stoa.shell.room_frame import RoomFrame
from stoa.shell.room_header import ChipFace, HeaderFace
from stoa.ui.chip import Chip


def mini_app(source=Source.BUNDLED, *, has_manifest=True, **members):
    manifest = manifest_of({"app_id": "org.example.cards", "name": "Flash Cards", **members})
    return MiniApp(manifest, Path("/invented"), source, "org.example.cards", has_manifest)


def chips_of(app):
    return [chip.text for chip in RoomFace(app, None, None).header().chips]


@pytest.mark.parametrize(
    ("source", "has_manifest", "chip"),
    [
        (Source.BUNDLED, True, "built in"),
        (Source.PACKAGE, True, "unsigned"),
        (Source.FOLDER, True, "from folder"),
        (Source.FOLDER, False, "from folder, no manifest"),
    ],
)
def test_a_chip_says_where_the_app_comes_from(source, has_manifest, chip):
    assert chips_of(mini_app(source, has_manifest=has_manifest))[0] == chip


@pytest.mark.parametrize(
    ("name", "chip"), [("Ann", "signed by Ann"), ("The Ancient Guild of Bakers", "signed by The Ancient Guild of Ba…")]
)
def test_a_chip_says_who_signed_an_installed_app_and_its_hint_by_which_key(name, chip):
    key = "A" * 43
    seal = Seal(Path("/invented"), Signed(key, {}))
    app = replace(mini_app(Source.PACKAGE, author={"name": name, "key": key}), seal=seal)
    shown = RoomFace(app, None, None).header().chips[0]
    assert (shown.text, shown.tone) == (chip, "neutral")
    assert short_fingerprint(key) in shown.hint
    assert name in shown.hint


@pytest.mark.parametrize(
    ("network", "chip"),
    [
        ([], "no network"),
        (["https://api.example.org"], "api.example.org"),
        (["https://a.example", "wss://b.example", "https://*.c.example"], "3 hosts"),
    ],
)
def test_a_chip_says_whom_the_app_may_speak_to(network, chip):
    assert chips_of(mini_app(network=tuple(network)))[1] == chip


def test_the_name_is_the_manifests_and_short_where_there_is_a_short_one():
    assert RoomFace(mini_app(), None, None).name == "Flash Cards"
    assert RoomFace(mini_app(short_name="Cards"), None, None).name == "Cards"


def test_a_refusal_is_kept_once_and_only_so_many_are_kept():
    face = RoomFace(mini_app(), None, None)
    camera = Refusal("camera", "not declared", 'add "camera" to permissions in manifest.json')
    assert face.refuse(camera)
    assert not face.refuse(Refusal("camera", "not declared", 'add "camera" to permissions in manifest.json'))
    assert face.refusals == [camera]
    for number in range(500):
        assert face.refuse(Refusal(f"https://{number}.example", "not in the network list"))
    assert len(face.refusals) == 200
    assert face.refusals[-1].what == "https://499.example"


@pytest.fixture
def pressed(frame):
    heard = []
    capsule = frame.header.capsule
    for name, signal in (
        ("share", capsule.share_pressed), ("menu", capsule.menu_pressed), ("close", capsule.close_pressed),
        ("back", frame.header.back_pressed),
    ):  # fmt: skip
        signal.connect(lambda name=name: heard.append(name))
    return heard


FACE = HeaderFace("Cards", "Lesson 3", (ChipFace("built in", "good"), ChipFace("no network")), back=True)


def visible_chips(frame):
    QApplication.processEvents()
    return [chip.text for chip in frame.header.findChildren(Chip) if chip.isVisible()]


def test_the_header_shows_name_title_chips_and_back(frame, pressed):
    frame.show_face(FACE)
    header = frame.header
    assert (header._name.text(), header._title.text(), visible_chips(frame)) == (
        "Cards", "Lesson 3", ["built in", "no network"],
    )  # fmt: skip
    assert frame.accessibleName() == "Cards"
    QTest.mouseClick(header._back, Qt.MouseButton.LeftButton)
    frame.show_face(HeaderFace("Cards"))
    assert not header._back.isVisible()
    assert not header._title.isVisible()
    assert visible_chips(frame) == []
    assert pressed == ["back"]


def test_the_capsule_works_by_mouse_and_key(frame, pressed):
    capsule = frame.header.capsule
    for button in (capsule.share, capsule.menu, capsule.close_button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["share", "share", "menu", "menu", "close", "close"]
    assert [b.accessibleName() for b in (capsule.share, capsule.menu, capsule.close_button)] == [
        "Share this page", "Menu", "Close this app",
    ]  # fmt: skip


def test_a_page_that_cannot_be_shared_has_no_share_button(frame):
    whole = frame.header.capsule.grab().toImage()
    frame.show_face(HeaderFace("Cards", can_share=False))
    assert not frame.header.capsule.share.isVisible()
    assert frame.header.capsule.grab().toImage() != whole


def test_a_long_title_takes_nothing_from_the_capsule_nor_from_the_rest_of_the_window(frame):
    frame.show_face(FACE)
    room, width = frame.minimumSizeHint().width(), frame.header.capsule.width()
    frame.show_face(HeaderFace("Cards", "W" * 80, FACE.chips, back=True))
    QApplication.processEvents()
    assert frame.minimumSizeHint().width() == room
    assert frame.header.capsule.width() == width
    assert frame.header.capsule.geometry().right() < frame.header.width()
    assert visible_chips(frame) == ["built in", "no network"]


def test_without_room_title_and_chips_go_and_name_and_capsule_stay(frame):
    frame.show_face(FACE)
    whole = frame.header.capsule.width()
    frame.window().resize(290, 500)
    QApplication.processEvents()
    assert visible_chips(frame) == []
    assert not frame.header._title.isVisible()
    assert frame.header._name.isVisible()
    assert frame.header.capsule.width() == whole
    assert frame.header.capsule.geometry().right() < frame.header.width()
    assert frame.header.toolTip() == "Cards · built in · no network"
    frame.window().resize(700, 500)
    QApplication.processEvents()
    assert visible_chips(frame) == ["built in", "no network"]


def test_the_capsule_stands_on_the_other_side_in_a_mirrored_language(frame):
    frame.show_face(FACE)
    capsule = frame.header.capsule
    assert capsule.x() > frame.header.width() / 2
    straight = capsule.grab().toImage()
    frame.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert capsule.geometry().right() < frame.header.width() / 2
    assert capsule.grab().toImage() != straight


def test_the_splash_shows_the_app_until_its_page_is_shown(frame):
    icon = QPixmap(64, 64)
    icon.fill(QColor("#c02020"))
    frame.show_splash("Cards", icon)
    assert frame._splash.isVisible()
    assert frame._splash.accessibleName() == "Cards is opening"
    covered = frame.grab().toImage()
    frame.show_page()
    assert not frame._splash.isVisible()
    assert frame.grab().toImage() != covered


def test_a_notice_covers_the_page_and_leads_on(frame, qtbot):
    frame.show_splash("Cards", None)
    frame.show_notice("alert", "Cards crashed", "Its page stopped.", "Reload")
    notice = frame._cover.notice
    assert (frame._cover.isVisible(), frame._splash.isVisible()) == (True, False)
    assert (notice.accessibleName(), notice.accessibleDescription()) == ("Cards crashed", "Its page stopped.")
    assert frame.childAt(frame._body.geometry().center()) in (notice, *notice.findChildren(object), frame._cover)
    with qtbot.waitSignal(frame.retry_pressed):
        notice.did_press.emit()
    frame.show_splash("Cards", None)
    assert (frame._cover.isVisible(), frame._splash.isVisible()) == (False, True)


def test_the_corners_of_the_page_stay_in_its_corners(frame):
    frame.window().resize(500, 400)
    QApplication.processEvents()
    left, right = frame._corners
    body = frame._body.rect()
    assert left.geometry().bottomLeft() == body.bottomLeft()
    assert right.geometry().bottomRight() == body.bottomRight()
    assert frame._body.childAt(body.bottomLeft() + QPoint(2, -2)) is not left


@pytest.mark.parametrize("cover", ["page", "splash", "notice"])
def test_it_is_repainted_in_the_other_theme(frame, theme, cover):
    frame.show_face(FACE)
    if cover == "splash":
        frame.show_splash("Cards", None)
    elif cover == "notice":
        frame.show_notice("alert", "Cards crashed", "Its page stopped.", "Reload")
    light = frame.grab().toImage()
    theme.set_mode("dark")
    assert frame.grab().toImage() != light


def test_the_words_behind_a_chip_are_in_its_tooltip_to_the_letter(frame):
    hint = "Key 1234. It calls itself <b>Stoa</b> & <img src='file:///etc/hostname'>."
    frame.header.show_face(HeaderFace("Cards", chips=(ChipFace("signed by Stoa", hint=hint),)))
    (chip,) = frame.header.findChildren(Chip)
    document = QTextDocument()
    document.setHtml(chip.toolTip())
    assert document.toPlainText() == hint
    assert chip.accessibleDescription() == hint
    document.setHtml(frame.header.toolTip())
    assert document.toPlainText() == f"Cards · signed by Stoa\n{hint}"


def test_chips_stay_where_only_the_title_is_new(theme, shown):
    frame = RoomFrame(theme)
    shown(frame, width=700, height=300)
    face = HeaderFace("Recipes", chips=(ChipFace("built in"), ChipFace("no network")))
    frame.show_face(face)
    before = frame.header.findChildren(Chip)
    frame.show_face(replace(face, title="Shakshuka"))
    assert frame.header.findChildren(Chip) == before
    frame.show_face(replace(face, chips=(ChipFace("2 hosts"),)))
    assert [chip.text for chip in frame.header._shown_chips] == ["2 hosts"]
