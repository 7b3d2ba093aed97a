"""The window alone: keys, drops, narrow and wide, what it remembers, and strips."""

from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from stoa.shell.stage import Stage
from stoa.shell.window import MainWindow
from stoa.ui.tokens import FEED_MAX, FEED_MIN, NARROW


@pytest.fixture
def make(theme, qtbot):
    made = []

    def make_it():
        feed, stage = QWidget(), Stage(theme)
        stage.add_page("apps", QPushButton("launcher"))
        stage.show_page("apps")
        window = MainWindow(theme, stage)
        window.set_feed(feed)
        window.feed, window.stage = feed, stage
        made.append(window)
        return window

    yield make_it
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(make, qtbot):
    made = make()
    made.early.release()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize(
    ("key", "modifier", "action"),
    [
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, "search"),
        (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier, "compose"),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier, "close"),
        (Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier, "reload"),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "reload"),
        (Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier, "open"),
        (Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier, "settings"),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier, "quit"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, "back"),
    ],
)
def test_keys_name_their_action_wherever_the_focus_is(window, qtbot, key, modifier, action):
    window.findChild(QPushButton).setFocus()
    with qtbot.waitSignal(window.did_shortcut) as heard:
        QTest.keyClick(window, key, modifier)
    assert heard.args == [action]


def drop(window, urls, text=""):
    data = QMimeData()
    if urls:
        data.setUrls(urls)
    data.setText(text) if text else None
    enter = QDragEnterEvent(
        window.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.setAccepted(False)
    QApplication.sendEvent(window, enter)
    dropped = QDropEvent(
        QPointF(window.rect().center()), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    dropped.setAccepted(False)
    QApplication.sendEvent(window, dropped)
    return enter.isAccepted(), dropped.isAccepted()


@pytest.fixture
def drops(window):
    heard = []
    window.did_drop.connect(heard.append)
    return heard


def test_a_folder_and_a_package_are_taken(window, drops, tmp_path):
    package = tmp_path / "app.ma"
    package.write_bytes(b"")
    for path in (tmp_path, package):
        assert drop(window, [QUrl.fromLocalFile(str(path))]) == (True, True)
    assert drops == [tmp_path, package]


def test_several_packages_are_taken_one_after_the_other(window, drops, tmp_path):
    packages = [tmp_path / f"{name}.ma" for name in "abc"]
    assert drop(window, [QUrl.fromLocalFile(str(package)) for package in packages]) == (True, True)
    assert drops == packages


def test_anything_else_is_refused(window, drops, tmp_path):
    other = tmp_path / "picture.png"
    other.write_bytes(b"")
    local, picture = QUrl.fromLocalFile(str(tmp_path)), QUrl.fromLocalFile(str(other))
    for urls in ([picture], [local, picture], [QUrl("https://example.org/app.ma")], []):
        assert drop(window, urls, "text") == (False, False)
    assert drops == []


def test_feed_and_stage_stand_beside_each_other_when_wide(window):
    window.resize(1300, 700)
    QApplication.processEvents()
    assert not window.is_narrow
    assert window.feed.isVisible()
    assert window.stage.isVisible()
    assert FEED_MIN <= window.feed.width() <= FEED_MAX


def test_one_at_a_time_when_narrow(window):
    window.resize(NARROW - 1, 700)
    assert window.is_narrow
    assert (window.feed.isVisible(), window.stage.isVisible()) == (True, False)
    window.show_place("apps")
    assert (window.feed.isVisible(), window.stage.isVisible()) == (False, True)
    window.show_place("feed")
    assert (window.feed.isVisible(), window.stage.isVisible()) == (True, False)
    window.resize(NARROW, 700)
    assert (window.feed.isVisible(), window.stage.isVisible()) == (True, True)


def test_the_feed_takes_the_whole_width_of_a_narrow_window(window):
    window.resize(500, 700)
    QApplication.processEvents()
    assert window.feed.width() == 500 - window.rail.width()


def test_the_place_is_marked_on_the_rail(window):
    window.show_place("settings")
    assert [name for name, item in window.rail._items.items() if item.isChecked()] == ["settings"]


def test_the_geometry_comes_back(window, make):
    window.setGeometry(40, 60, 610, 520)
    other = make()
    other.restore(window.state())
    other.show()
    assert other.geometry() == window.geometry()


def test_the_splitter_comes_back(window, make):
    window.resize(1250, 640)
    window._splitter.setSizes([450, 728])
    QApplication.processEvents()
    other = make()
    other.restore({"splitter": window.state()["splitter"]})
    other.resize(1250, 640)
    other.show()
    QApplication.processEvents()
    assert other.feed.width() == window.feed.width() == 450


def test_the_splitter_is_remembered_through_a_narrow_time(window, make):
    window.resize(1250, 640)
    window._splitter.setSizes([450, 728])
    QApplication.processEvents()
    window.resize(600, 640)
    QApplication.processEvents()
    other = make()
    other.restore(window.state())
    other.resize(1250, 640)
    other.show()
    QApplication.processEvents()
    assert abs(other.feed.width() - 450) <= 1
    window.resize(1250, 640)
    QApplication.processEvents()
    assert abs(window.feed.width() - 450) <= 1


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"geometry": 5, "splitter": None},
        {"geometry": "nonsense", "splitter": "nonsense"},
        {"geometry": "ünsinn", "splitter": base64.b64encode(b"\0" * 40).decode()},
    ],
)
def test_a_state_that_is_nonsense_changes_nothing(make, state):
    window = make()
    before = (window.size(), window._splitter.sizes())
    window.restore(state)
    assert (window.size(), window._splitter.sizes()) == before


def test_strips_lie_over_everything_and_go_when_closed(window):
    first = window.add_strip("The sandbox is off.")
    second = window.add_strip("The database was damaged.", closable=True)
    QApplication.processEvents()
    assert first.y() < second.y() < window.rail.y()
    second.did_close.emit()
    assert not second.isVisible()
    assert first.isVisible()


def test_closing_is_announced(window, qtbot):
    with qtbot.waitSignal(window.did_close):
        window.close()


def test_it_is_repainted_in_the_other_theme(window, theme):
    light = window.grab().toImage()
    theme.set_mode("dark")
    assert window.grab().toImage() != light


def test_the_rail_stands_on_the_other_side_in_a_mirrored_language(window):
    assert window.rail.x() == 0
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.resize(1200, 700)
    QApplication.processEvents()
    assert window.rail.geometry().right() == window.width() - 1
    assert window.stage.x() < window.feed.x()
