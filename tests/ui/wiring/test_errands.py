"""What the command line asked for beside the window: something to open, a picture, an end."""

from __future__ import annotations

import pytest
from PIL import Image

from stoa.wiring import errands
from stoa.wiring.options import Options
from stoa.wiring.program import Program


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(errands, "_LOOK_EVERY_MS", 5)
    monkeypatch.setattr(errands, "_PICTURE_GRACE_MS", 5)


def test_without_errands_nothing_happens(start, capsys):
    app = start(Options(language="en", theme="light"))
    assert app.rooms.front() is None
    assert app.window.isVisible()
    assert "Picture" not in capsys.readouterr().out


def test_a_target_is_opened(start):
    app = start(Options(target="stoa://org.example.recipes/r/17", language="en", theme="light"))
    assert app.front.loads == ["/r/17"]


def test_a_link_is_opened_before_the_feed_is_made(start, monkeypatch):
    seen = []
    add_feed = Program.add_feed

    def added(program):
        seen.append(program.stage.tabs.keys)
        add_feed(program)

    monkeypatch.setattr(Program, "add_feed", added)
    app = start(Options(target="stoa://org.example.recipes/", language="en", theme="light"))
    assert [key.partition("/")[2] for key in seen[0]] == ["org.example.recipes"]
    assert app.program.feed.isVisible()


def test_a_target_that_cannot_be_opened_is_told(start):
    app = start(Options(target="stoa://org.example.unknown/", language="en", theme="light"))
    assert app.said() == ["No app org.example.unknown is installed here."]


def test_a_picture_is_saved_and_its_path_printed(start, tmp_path, capsys):
    file = tmp_path / "window.png"
    app = start(Options(picture=file, language="en", theme="light", size=(900, 640)))
    said = []
    app.turns.until(lambda: said.append(capsys.readouterr().out) or "\n" in "".join(said))
    assert "".join(said) == f"Picture: {file}\n"
    with Image.open(file) as picture:
        assert picture.size == (app.window.width(), app.window.height())


def test_a_picture_waits_for_the_page_in_front(start, tmp_path):
    file = tmp_path / "window.png"
    app = start(Options(target="stoa://org.example.recipes/", picture=file, language="en", theme="light"))
    errand = app.window.findChild(errands._PictureErrand)
    app.turns.until(lambda: errand._looks > 5)
    assert not file.exists()
    app.front.load()
    app.turns.until(file.exists)


def test_a_page_that_never_comes_does_not_keep_the_picture_back(start, tmp_path, monkeypatch):
    monkeypatch.setattr(errands, "_LOOKS_MAX", 4)
    file = tmp_path / "window.png"
    app = start(Options(target="stoa://org.example.recipes/", picture=file, language="en", theme="light"))
    app.turns.until(file.exists)
    assert app.front.state == "loading"


def test_a_picture_that_cannot_be_saved_says_so(start, tmp_path, capsys):
    file = tmp_path / "no such folder" / "window.png"
    app = start(Options(picture=file, language="en", theme="light"))
    said = []
    app.turns.until(lambda: said.append(capsys.readouterr().err) or "could not be saved" in "".join(said))
    assert f"The picture could not be saved as {file}." in "".join(said)


def test_the_window_closes_after_a_while(start):
    app = start(Options(quit_after=0.02, language="en", theme="light"))
    app.turns.until(lambda: not app.window.isVisible())
