# ruff: noqa: E501  a page's script reads better as it is than cut to fit

"""A sheet of the host above a hostile page: the page does not answer it, cover it, or take its keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stoa.ui.button import Button
from stoa.ui.sheet import Sheet
from stoa.ui.theme import Theme

pytestmark = pytest.mark.engine

# Everything a page can do about focus, keys, pointer and the window it is in.
TRICKS = {
    "window.focus": "window.focus()",
    "an input's focus": "i.focus(); i.select(); i.click()",
    "autofocus": "document.body.insertAdjacentHTML('beforeend', '<input autofocus>'); document.querySelector('input[autofocus]').focus()",
    "a frame's focus": "const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.focus(); f.focus()",
    "a dialog": "const d = document.createElement('dialog'); document.body.append(d); d.showModal(); d.focus()",
    "a popover": "const p = document.createElement('div'); p.popover = 'manual'; document.body.append(p); p.showPopover()",
    "a list that opens": "const s = document.createElement('select'); s.innerHTML = '<option>Allow'; document.body.append(s);"
    " s.focus(); try { s.showPicker() } catch {}",
    "made keys": "for (const target of [window, document, document.body, i]) for (const type of ['keydown', 'keypress', 'keyup'])"
    " target.dispatchEvent(new KeyboardEvent(type, {key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true}))",
    "made presses": "for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) document.elementFromPoint(200, 160)"
    "?.dispatchEvent(new MouseEvent(type, {bubbles: true, clientX: 200, clientY: 160}))",
    "the whole screen": "document.documentElement.requestFullscreen().catch(() => 0)",
    "holding the pointer": "i.requestPointerLock?.()?.catch?.(() => 0)",
    "holding the keyboard": "navigator.keyboard?.lock?.().catch(() => 0)",
    "a box": "alert('x'); confirm('x'); print()",
    "moving the window": "window.moveTo(0, 0); window.resizeTo(9, 9); window.blur()",
    "leaving the page": "location.reload()",
}  # fmt: skip


@pytest.fixture(scope="module")
def room(rooms):
    return rooms.open(rooms.make_app({"index.html": "<!doctype html><title>x</title><input id=i>"}))


@pytest.fixture
def sheet(rooms, room):
    # The person was typing in the page when it asked.
    rooms.deck.activateWindow()
    room.view.setFocus()
    theme = Theme("light", motion=False)
    sheet = Sheet(theme, rooms.deck, "Question", refusal="refused")
    sheet.answers = []
    sheet.did_answer.connect(sheet.answers.append)
    sheet.no, sheet.yes = Button(theme, "Not now"), Button(theme, "Allow", None, "primary")
    sheet.no.clicked.connect(sheet.refuse)
    sheet.yes.clicked.connect(lambda: sheet.answer("allowed"))
    sheet.footer.addWidget(sheet.no)
    sheet.footer.addWidget(sheet.yes)
    sheet.guard(sheet.yes)
    sheet.open()
    yield sheet
    if not sheet.answers:
        sheet.refuse()


@pytest.mark.parametrize("trick", TRICKS)
def test_no_trick_of_a_page_reaches_the_sheet(rooms, room, sheet, trick):
    room.page.runJavaScript(f"(() => {{ {TRICKS[trick]} }})()")
    QTest.qWait(200)
    assert sheet.answers == []
    assert sheet.isVisible()
    above = rooms.deck.childAt(rooms.deck.rect().center())
    assert above is sheet or sheet.isAncestorOf(above)
    assert sheet.isAncestorOf(QApplication.focusWidget())


def test_keys_go_to_the_sheet_and_not_to_the_page(rooms, room, sheet):
    rooms.run(room, "window.keys = []; addEventListener('keydown', (e) => keys.push(e.key), true); i.focus()")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A)
    assert rooms.run(room, "return keys") == []
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert sheet.answers == ["refused"]
