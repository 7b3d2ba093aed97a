"""A folder that is deleted while its app is open."""

from __future__ import annotations

import shutil

from tests.support.quiet_program import write_app

from stoa.ui.notice import Notice


def notice(app) -> str:
    return "\n".join(app.words(shown) for shown in app.stage.frame.findChildren(Notice) if shown.isVisible())


def test_loading_an_app_again_whose_folder_is_gone_says_where_it_was(app, tmp_path):
    folder = write_app(tmp_path / "folders", "org.example.news", "News")
    app.program.navigation.open_path(folder)
    app.front.load()
    assert notice(app) == ""
    shutil.rmtree(folder)
    app.face.reload()
    app.front.load(ready=True)
    app.turns.settle()
    assert "The folder of News is gone" in notice(app)
    assert str(folder) in notice(app)


def test_it_comes_back_with_its_folder(app, tmp_path):
    folder = write_app(tmp_path / "folders", "org.example.news", "News")
    app.program.navigation.open_path(folder)
    app.front.load(ready=True)
    shutil.rmtree(folder)
    app.face.reload()
    app.turns.settle()
    write_app(tmp_path / "folders", "org.example.news", "News")
    app.press(app.stage.frame, "Reload")
    app.front.load(ready=True)
    app.turns.settle()
    assert notice(app) == ""
