"""A saved manifest changes the mini-app and not the trial: page, gifts and storage stay; the DevTools come and go."""

from __future__ import annotations

import json

import pytest

from stoa.engine.spec import RoomState
from stoa.trial.launch_profile import LaunchProfile
from tests.engine.workbench.conftest import READY, ready

MANIFEST = {
    "app_id": "org.example.goeson", "name": "Goes on",
    "permissions": [{"name": "surveys", "reason": "It asks."}],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "app"
    made.mkdir()
    (made / "index.html").write_text(READY)
    (made / "a.js").write_text("stoa.host.ready()")
    (made / "manifest.json").write_text(json.dumps(MANIFEST))
    return made


def save(file, text):
    """Put a file in place at once: one that is written in steps may be seen, and the page loaded, more than once."""
    beside = file.parent.parent / "written"
    beside.write_text(text)
    beside.replace(file)


def until_shown(bench, made, expression, value):
    """Wait until an expression has a value in the page that is on the bench then: a further change may replace it."""
    answers = []

    def is_shown():
        if made.trial is not None:
            made.trial.room.page.runJavaScript(expression, 0, answers.append)
        return value in answers

    bench.until(is_shown)


@pytest.mark.parametrize("storage", ["kept", "fresh"])
def test_a_saved_manifest_keeps_page_gifts_and_storage(bench, made, folder, storage):
    made.profile = LaunchProfile(storage=storage)
    made.open(folder)
    first = ready(bench, made)
    first.given.add("surveys")
    bench.run(first.room, "history.pushState(0, '', '/r/17?a=b'); localStorage.kept = 'yes'; return 0")
    bench.until(lambda: first.room.path == "/r/17?a=b")
    before = made.profile
    save(folder / "manifest.json", json.dumps({**MANIFEST, "name": "Goes further"}))
    bench.until(lambda: made.trial is not None and made.trial is not first)
    second = ready(bench, made)
    assert (second.app.manifest.name, second.given) == ("Goes further", {"surveys"})
    assert bench.run(second.room, "return [location.pathname + location.search, localStorage.kept]") == [
        "/r/17?a=b", "yes"
    ]  # fmt: skip
    assert made.profile == before


def test_a_manifest_that_is_saved_again_before_the_page_is_there_keeps_the_page_too(bench, made, folder):
    made.open(folder)
    first = ready(bench, made)
    bench.run(first.room, "history.pushState(0, '', '/r/17'); return 0")
    bench.until(lambda: first.room.path == "/r/17")
    for _ in range(2):
        made._on_saved({folder / "manifest.json"})
    assert bench.run(ready(bench, made).room, "return location.pathname") == "/r/17"


def test_a_new_start_asks_again(bench, made, folder):
    made.open(folder)
    ready(bench, made).given.add("surveys")
    made.restart()
    assert ready(bench, made).given == set()


def test_the_devtools_are_docked_while_there_is_a_page_that_runs(bench, made, folder):
    from stoa.workbench.elements_tab import ElementsTab

    tab = ElementsTab(bench.parts.theme)
    made.did_open.connect(tab.follow)
    made.did_close.connect(lambda: tab.follow(None))
    tab.show()
    docked = lambda: tab._docked is not None  # noqa: E731  asked again and again
    made.open(folder)
    trial = ready(bench, made)
    assert docked()
    trial.suspend()
    bench.until(lambda: trial.room.state is RoomState.ASLEEP)
    assert not docked()
    trial.wake()
    assert docked()
    trial.crash()
    bench.until(lambda: trial.room.state is RoomState.CRASHED)
    made.reload()
    ready(bench, made)
    made.restart()
    ready(bench, made)
    assert docked()
    made.close()
    bench.until(lambda: not docked())
    tab.close()


@pytest.mark.parametrize("saved", ["a.js", "manifest.json"])
def test_who_signed_in_is_signed_in_after_a_save(bench, made, folder, saved):
    manifest = {**MANIFEST, "permissions": [{"name": "identity", "reason": "It greets."}]}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    made.open(folder)
    trial = ready(bench, made)
    subject = bench.run(trial.room, "return (await stoa.identity.signIn({scopes: ['profile']})).subject")
    save(
        folder / saved,
        "window.mended = 1; stoa.host.ready()" if saved == "a.js" else json.dumps({**manifest, "name": "Mended"}),
    )
    if saved == "a.js":
        until_shown(bench, made, "window.mended", 1)
    else:
        bench.until(lambda: made.trial is not None and made.trial is not trial)
    now = ready(bench, made)
    assert bench.run(now.room, "return (await stoa.identity.current())?.subject") == subject


def test_a_project_runs_as_soon_as_it_is_built_and_reloads_when_it_is_built_again(bench, made, tmp_path):
    project = tmp_path / "project"
    (project / "public").mkdir(parents=True)
    (project / "package.json").write_text("{}")
    (project / "public" / "manifest.json").write_text(json.dumps(MANIFEST))
    made.open(project)
    assert "npm run build" in made.told.broken[0][0].sentence
    built = project / "dist"
    built.mkdir()
    (built / "index.html").write_text(READY)
    (built / "a.js").write_text("window.version = 1; stoa.host.ready()")
    # A build that runs before anybody watches is seen with the next one.
    bench.until(lambda: save(built / "manifest.json", json.dumps(MANIFEST)) or made.trial is not None)
    until_shown(bench, made, "window.version", 1)
    save(built / "a.js", "window.version = 2; stoa.host.ready()")
    until_shown(bench, made, "window.version", 2)
