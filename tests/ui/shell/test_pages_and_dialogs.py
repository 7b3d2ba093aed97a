"""The smaller parts: activity, the app picker, file dialogs, and pictures of pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from stoa.shell.activity_page import ActivityPage, DeedLine
from stoa.shell.file_dialog import choose_folder, choose_to_open, choose_to_save
from stoa.shell.launcher import Tile
from stoa.shell.page_picture import picture_of
from stoa.shell.sheets.app_picker import AppPicker
from stoa.ui.label import Label

LIKE = DeedLine("heart", "Grace likes your post", "Lemon cake", "2 min", fresh=True, post_id=17)
VOTE = DeedLine("survey", "3 new answers to your survey", "", "1 h", fresh=False, post_id=None)


@pytest.fixture
def page(theme, shown):
    made = ActivityPage(theme)
    made.show_lines([LIKE, VOTE])
    shown(made, width=800, height=500)
    return made


def says(widget):
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def rows(page):
    from PySide6.QtWidgets import QAbstractButton

    return [row for row in page.findChildren(QAbstractButton) if row.isVisible()]


def test_deeds_are_listed_with_what_they_are_about(page):
    assert {"Grace likes your post", "Lemon cake", "2 min", "3 new answers to your survey"} <= set(says(page))
    assert rows(page)[0].accessibleName() == "Grace likes your post. Lemon cake. 2 min"


def test_a_deed_leads_to_its_post_by_mouse_and_key_where_there_is_one(page):
    pressed = []
    page.post_pressed.connect(pressed.append)
    like, vote = rows(page)
    QTest.mouseClick(like, Qt.MouseButton.LeftButton)
    QTest.keyClick(like, Qt.Key.Key_Return)
    QTest.mouseClick(vote, Qt.MouseButton.LeftButton)
    assert pressed == [17, 17]
    assert not vote.isEnabled()


def test_a_row_is_as_high_as_its_words_and_shows_the_pointer(page):
    like, _vote = rows(page)
    assert like.sizeHint().height() >= 60
    plain = like.grab().toImage()
    like._set_hover(1.0)
    assert like.grab().toImage() != plain


def test_markup_in_names_stays_text(page):
    page.show_lines([DeedLine("heart", "<b>Eve</b> likes", "<img src=x>\n  two   lines", "now", True, 1)])
    assert "<b>Eve</b> likes" in says(page)
    assert "<img src=x> two lines" in says(page)


def test_nothing_yet_says_what_will_be_here(page):
    page.show_lines([])
    assert says(page)[0] == "Nothing yet"
    page.show_lines([LIKE])
    assert "Nothing yet" not in says(page)


def test_the_activity_page_is_repainted_in_the_other_theme(page, theme):
    light = page.grab().toImage()
    theme.set_mode("dark")
    assert page.grab().toImage() != light


# The app picker

NAMES = {"recipes": "Recipes", "wiki": "Wiki", "cards": "Cards"}


@pytest.fixture
def picker(theme, shown):
    icon = QPixmap(32, 32)
    icon.fill(QColor("red"))
    made = AppPicker(
        theme, shown(QWidget(), width=800, height=600), "Attach a page", "It opens beside the feed.",
        [Tile(key, name, icon) for key, name in NAMES.items()],
        lambda text: [key for key, name in [*NAMES.items(), ("gone", "Gone")] if text.casefold() in name.casefold()],
    )  # fmt: skip
    made.answers = []
    made.did_answer.connect(made.answers.append)
    made.open()
    return made


def cells(picker):
    return [cell.text() for cell in picker._grid.cells]


def test_an_app_is_picked_by_mouse(picker):
    assert cells(picker) == ["Recipes", "Wiki", "Cards"]
    QTest.mouseClick(picker._grid.cells[1], Qt.MouseButton.LeftButton)
    assert picker.answers == ["wiki"]


def test_an_app_is_picked_by_typing(picker):
    assert picker._search.hasFocus()
    QTest.keyClicks(picker._search, "ca")
    assert cells(picker) == ["Cards"]
    QTest.keyClick(picker._search, Qt.Key.Key_Return)
    assert picker.answers == ["cards"]


def test_an_app_is_picked_by_arrow_keys(picker):
    QTest.keyClick(picker._search, Qt.Key.Key_Down)
    assert picker._grid.cells[0].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert picker.answers == ["wiki"]


def test_what_is_not_offered_is_not_found_and_enter_picks_nothing(picker):
    QTest.keyClicks(picker._search, "gone")
    assert cells(picker) == []
    QTest.keyClick(picker._search, Qt.Key.Key_Return)
    QTest.keyClick(picker._search, Qt.Key.Key_Down)
    assert picker.answers == []
    QTest.keyClick(picker._search, Qt.Key.Key_Escape)
    if not picker.answers:
        QTest.keyClick(picker, Qt.Key.Key_Escape)
    assert picker.answers == [None]


# File dialogs


@pytest.fixture
def parent(theme, shown):
    return shown(QWidget(), width=700, height=500)


def dialog_of(turns, parent):
    turns.until(lambda: any(dialog.isVisible() for dialog in parent.findChildren(QFileDialog)))
    return next(dialog for dialog in parent.findChildren(QFileDialog) if dialog.isVisible())


def test_a_place_to_save_is_chosen_without_stopping_anything_else(turns, parent, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    task = turns.loop.create_task(choose_to_save(parent, "Save for Recipes", "list.csv"))
    dialog = dialog_of(turns, parent)
    assert (dialog.windowTitle(), dialog.acceptMode()) == ("Save for Recipes", QFileDialog.AcceptMode.AcceptSave)
    assert not task.done()
    dialog.done(QFileDialog.DialogCode.Accepted)
    turns.until(task.done)
    assert task.result() == Path(tmp_path / "list.csv")


def test_a_file_is_chosen(turns, parent, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "cake.png").write_bytes(b"")
    task = turns.loop.create_task(choose_to_open(parent, "Choose a picture", "Pictures (*.png)"))
    dialog = dialog_of(turns, parent)
    assert dialog.nameFilters() == ["Pictures (*.png)"]
    dialog.selectFile(str(tmp_path / "cake.png"))
    dialog.done(QFileDialog.DialogCode.Accepted)
    turns.until(task.done)
    assert task.result() == tmp_path / "cake.png"


def test_closing_a_dialog_chooses_nothing(turns, parent, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    task = turns.loop.create_task(choose_folder(parent, "Open a mini-app folder"))
    dialog = dialog_of(turns, parent)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.reject()
    turns.until(task.done)
    assert task.result() is None


def test_a_dialog_whose_task_is_gone_answers_nobody(turns, parent, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    task = turns.loop.create_task(choose_folder(parent, "Open a mini-app folder"))
    dialog = dialog_of(turns, parent)
    task.cancel()
    turns.settle()
    dialog.reject()
    turns.settle()
    assert task.cancelled()


# Pictures of pages


def test_the_picture_of_a_page_is_its_upper_part_and_bounded(qapp, turns):
    view = QWidget()
    view.resize(2000, 3000)
    picture = QPixmap()
    assert picture.loadFromData(turns.run(picture_of(view)))
    assert (picture.width(), picture.height()) == (1240, 697)
    view.resize(400, 100)
    picture.loadFromData(turns.run(picture_of(view)))
    assert (picture.width(), picture.height()) == (400, 100)


def test_a_page_without_a_size_has_no_picture(qapp, turns):
    view = QWidget()
    view.resize(0, 0)
    assert turns.run(picture_of(view)) is None
