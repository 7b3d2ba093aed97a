"""What a page lets the person drag is not let go outside the room: neither its links nor its files nor its text.

On the platform of the other tests nothing can be dragged to anywhere, so another window is tried on a virtual display.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest

import virtual_display
from stoa.engine.console import DRAG
from tests.hostile.drags import HOST_ONLY, PAGES, WALLS, files
from tests.hostile.lone_runs import ROOT

pytestmark = pytest.mark.engine

_SECONDS = 120


@dataclass
class Heard:
    """What another window got, and what the room was told to be refused."""

    got: list[str] = field(default_factory=list)
    refused: str = ""
    tried: bool = False


@pytest.fixture(scope="module")
def let_go():
    """What became of each page, by wall and name."""
    if shutil.which("Xvfb") is None:
        pytest.skip("needs Xvfb: a display where something can be dragged")
    with virtual_display.virtual_display(os.environ) as environment:
        paths = os.pathsep.join((str(ROOT), str(ROOT / "app")))
        said = subprocess.run(
            [sys.executable, "-m", "tests.hostile.drag_host"], cwd=ROOT, env={**environment, "PYTHONPATH": paths},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=_SECONDS, check=True,
        ).stdout.decode()  # fmt: skip
    heard = {(wall, name): Heard() for wall in WALLS for name in PAGES}
    for line in said.splitlines():
        wall, name, what, *more = line.split()
        if what == "got":
            heard[wall, name].got = more
        elif what == "refused":
            heard[wall, name].refused = " ".join(more)
        else:
            heard[wall, name].tried = True
    assert [place for place, one in heard.items() if not one.tried] == []
    return heard


@pytest.mark.parametrize("name", PAGES)
def test_without_walls_another_window_gets_links_and_files(let_go, name):
    assert "text/uri-list" in let_go["none", name].got


@pytest.mark.parametrize("name", sorted(PAGES.keys() - HOST_ONLY))
def test_the_script_in_the_page_alone_lets_nothing_go(let_go, name):
    assert let_go["page", name].got == []


@pytest.mark.parametrize("name", PAGES)
def test_the_host_alone_lets_nothing_go(let_go, name):
    assert (let_go["host", name].got, let_go["host", name].refused) == ([], DRAG.what)


@pytest.mark.parametrize("name", sorted(PAGES.keys() - HOST_ONLY))
def test_in_a_room_no_drag_begins_and_the_refusal_is_told(rooms, monkeypatch, name):
    begun = []
    monkeypatch.setattr(QDrag, "cancel", lambda: begun.append(name))
    room = rooms.open(rooms.make_app(files(name)))
    rooms.run(room, "await new Promise((next) => requestAnimationFrame(() => setTimeout(next, 50)))")
    target = room.view.focusProxy()
    QTest.mousePress(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(60, 60))
    for step in range(1, 9):
        QTest.mouseMove(target, QPoint(60 + 6 * step, 60 + 3 * step))
        QTest.qWait(20)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(108, 84))
    rooms.until(lambda: DRAG in rooms.said(room).refusals)
    assert begun == []
    rooms.pool.close(room)
