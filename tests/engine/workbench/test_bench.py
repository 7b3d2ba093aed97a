"""A folder on the bench: it runs, reloads as it is saved, tells what is wrong, and is never changed."""

from __future__ import annotations

import json

import pytest

from stoa.engine.spec import RoomState
from stoa.trial.launch_profile import LaunchProfile
from stoa.workbench.trial_room import TrialRoom
from tests.engine.workbench.conftest import READY, ready

MANIFEST = {"app_id": "org.example.bench", "name": "Bench"}


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "app"
    made.mkdir()
    (made / "index.html").write_text(READY)
    (made / "a.js").write_text("window.version = 1; stoa.host.ready()")
    (made / "manifest.json").write_text(json.dumps(MANIFEST))
    return made


def test_a_folder_runs_and_its_findings_are_told(bench, made, folder):
    before = sorted(path.name for path in folder.iterdir())
    made.open(folder)
    trial = ready(bench, made)
    assert bench.run(trial.room, "return version") == 1
    bench.until(lambda: bool(made.told.found))
    assert any("icon" in finding.sentence for finding in made.told.found[0])
    assert sorted(path.name for path in folder.iterdir()) == before


def test_saving_a_file_reloads_the_page_where_it_is(bench, made, folder):
    made.open(folder)
    trial = ready(bench, made)
    bench.run(trial.room, "await stoa.storage.set({key: 'a', value: 5}); history.pushState({}, '', '/r/7'); return 1")
    bench.until(lambda: trial.room.path == "/r/7")
    (folder / "a.js").write_text("window.version = 2; stoa.host.ready()")
    bench.until_shown(trial.room, "window.version", 2)
    bench.until(lambda: trial.room.is_ready)
    assert made.trial is trial
    kept = "return [location.pathname, (await stoa.storage.get({key: 'a'})).value]"
    assert bench.run(trial.room, kept) == ["/r/7", 5]


def test_a_broken_manifest_is_told_in_place_and_a_mended_one_runs(bench, made, folder):
    made.open(folder)
    ready(bench, made)
    (folder / "manifest.json").write_text('{"app_id": 7}')
    bench.until(lambda: bool(made.told.broken))
    assert made.trial is None
    assert any(finding.where.startswith("manifest.json") for finding in made.told.broken[0])
    (folder / "manifest.json").write_text(json.dumps({**MANIFEST, "name": "Mended"}))
    bench.until(lambda: made.app is not None and made.app.manifest.name == "Mended")
    ready(bench, made)


def test_a_folder_without_a_page_says_so(bench, made, tmp_path):
    (tmp_path / "empty").mkdir()
    made.open(tmp_path / "empty")
    assert "index.html" in made.told.broken[0][0].sentence


def test_some_changes_of_profile_hold_at_once_and_others_open_it_anew(bench, made, folder):
    made.open(folder)
    trial = ready(bench, made)
    made.set_profile(LaunchProfile(theme="dark"))
    assert made.trial is trial
    bench.until(lambda: bench.run(trial.room, "return matchMedia('(prefers-color-scheme: dark)').matches"))
    made.set_profile(LaunchProfile(theme="dark", account=2))
    assert made.trial is not trial
    assert bench.run(ready(bench, made).room, "return (await stoa.host.context()).theme.colorScheme") == "dark"


def test_what_was_closed_begins_anew_with_a_reload(bench, made, folder):
    made.open(folder)
    trial = ready(bench, made)
    trial.end()
    bench.until(lambda: made.trial is None)
    made.reload()
    assert ready(bench, made).room.state is RoomState.RUNNING


def test_a_recording_begins_with_a_fresh_start_and_is_replayed(bench, made, folder):
    made.open(folder)
    first = ready(bench, made)
    made.start_recording()
    assert made.trial is not first
    ready(bench, made)
    made.stop_recording()
    bench.until(lambda: made.recording is not None)
    assert [call.name for call in made.recording.calls] == ["host.ready"]
    task = bench.loop.spawn(made.replay())
    bench.until(task.done)
    assert task.result() is None


def test_a_replay_without_a_recording_says_what_to_do(bench, made):
    task = bench.loop.spawn(made.replay())
    bench.until(task.done)
    assert "press Record" in str(task.exception())


def test_a_mini_app_that_is_closed_while_it_is_recorded_leaves_its_recording(bench, made, folder):
    made.open(folder)
    ready(bench, made)
    made.start_recording()
    ready(bench, made)
    said = []
    made.did_change_recording.connect(said.append)
    made.trial.end()
    assert (made.trial, made.recorder, said) == (None, None, [None])
    assert made.recording.app_id == made.app.app_id
    bench.until(lambda: not made.findChildren(TrialRoom))
    made.stop_recording()
    made.close()


def test_a_mini_app_that_is_closed_while_it_is_replayed_ends_the_replay_with_a_sentence(bench, made, folder):
    made.open(folder)
    ready(bench, made)
    made.start_recording()
    ready(bench, made)
    made.stop_recording()
    bench.until(lambda: made.recording is not None)
    first = made.trial
    task = bench.loop.spawn(made.replay())
    bench.until(lambda: made.trial is not first)
    made.trial.end()
    bench.until(task.done)
    assert "closed during the replay" in str(task.exception())
    assert not made.is_played
