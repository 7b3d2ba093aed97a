"""What a person does is written down by role and name, and done again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from stoa.trial.launch_profile import LaunchProfile
from stoa.trial.recording import Recording, Step, read_recording, write_recording
from stoa.workbench.player import Player, StepError
from stoa.workbench.recorder import Recorder

PAGE = """<!doctype html><meta charset="utf-8"><title>Form</title><script src="/_stoa/stoa.js"></script>
<style>body{margin:0} body>*{display:block;height:40px;margin:0}</style>
<button id="greet" aria-label="Greet"><span>Hi</span></button>
<label style="display:block"><input id="agree" type="checkbox" style="height:20px">I agree</label>
<input id="name" placeholder="Your name">
<select id="size" aria-label="Size"><option value="s">Small<option value="l">Large</select>
<button id="save">Save</button><button id="save2">Save</button>
<script src="/a.js"></script>"""
SCRIPT = """
const $ = (id) => document.getElementById(id);
$('greet').onclick = () => stoa.host.setTitle({title: 'Greeted'});
$('agree').onchange = (e) => stoa.storage.set({key: 'agree', value: e.target.checked});
$('name').onchange = (e) => stoa.storage.set({key: 'name', value: e.target.value});
$('size').onchange = (e) => stoa.storage.set({key: 'size', value: e.target.value});
$('save2').onclick = () => stoa.storage.get({key: 'second'});
onkeydown = (e) => { if (e.key === 'Escape') stoa.storage.get({key: 'escaped'}); };
stoa.host.ready();
"""
FORM = {"index.html": PAGE, "a.js": SCRIPT}


def press(bench, trial, element, *, keys="", key=None):
    """Press an element as a person does, then type. Nobody presses what is not painted: the engine drops it."""
    bench.until(lambda: bench.run(trial.room, "return performance.getEntriesByType('paint').length > 0"))
    box = bench.run(trial.room, f"const b = document.getElementById('{element}').getBoundingClientRect();"
                                "return [b.x + b.width / 2, b.y + b.height / 2]")  # fmt: skip
    target = trial.room.view.focusProxy()
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(*map(round, box)))
    if keys:
        bench.until(lambda: bench.run(trial.room, "return document.activeElement.id") == element)
        QTest.keyClicks(target, keys)
    if key is not None:
        QTest.keyClick(target, key)


@pytest.fixture
def form(bench):
    return bench.make_app(FORM)


def begun(bench, app, profile=None):
    """A trial whose recorder writes from its first moment on."""
    made = []
    trial = bench.trial(app=app, profile=profile, begun=lambda trial: made.append(Recorder(trial, lambda: 1_000)))
    return trial, made[0]


def test_presses_texts_and_keys_are_written_down_by_role_and_name(bench, form):
    trial, recorder = begun(bench, form)
    press(bench, trial, "greet")
    bench.until(lambda: len(recorder.steps) == 1)
    press(bench, trial, "agree")
    bench.until(lambda: len(recorder.steps) == 2)
    press(bench, trial, "name", keys="Ada", key=Qt.Key.Key_Tab)
    bench.until(lambda: len(recorder.steps) == 3)
    press(bench, trial, "save2")
    bench.until(lambda: len(recorder.steps) == 4)
    press(bench, trial, "save2", key=Qt.Key.Key_Escape)
    bench.until(lambda: len(recorder.steps) == 6)
    recording = recorder.end()
    assert [(s.kind, s.role, s.name, s.nth, s.value) for s in recording.steps] == [
        ("click", "button", "Greet", 0, ""),
        ("click", "checkbox", "I agree", 0, ""),
        ("fill", "textbox", "Your name", 0, "Ada"),
        ("click", "button", "Save", 1, ""),
        ("click", "button", "Save", 1, ""),
        ("press", "button", "Save", 1, "Escape"),
    ]
    names = [call.name for call in recording.calls]
    assert names[0] == "host.ready"
    assert names.count("storage.set") == 2
    assert read_recording(write_recording(recording)) == recording


STEPS = (
    Step(kind="click", role="button", name="Greet"),
    Step(kind="click", role="checkbox", name="I agree"),
    Step(kind="fill", role="textbox", name="Your name", value="Ada"),
    Step(kind="select", role="combobox", name="Size", value="Large"),
    Step(kind="click", role="button", name="Save", nth=1),
    Step(kind="press", role="button", name="Save", nth=1, value="Escape"),
)


def played(bench, trial, recording):
    task = bench.loop.spawn(Player(trial, recording, lambda: 1_000).play())
    bench.until(task.done)
    return task.result()


def test_steps_are_done_again_and_the_calls_are_alike(bench, form):
    trial, recorder = begun(bench, form)
    played(bench, trial, Recording(app_id=form.app_id, steps=STEPS))
    recorded = recorder.end()
    assert [call.name for call in recorded.calls] == [
        "host.ready", "host.setTitle", "storage.set", "storage.set", "storage.set", "storage.get", "storage.get",
    ]  # fmt: skip
    trial.end()
    again = bench.trial(app=form, profile=LaunchProfile(theme="dark"))
    assert played(bench, again, recorded.model_copy(update={"steps": STEPS})) is None


@pytest.mark.parametrize("zoom", [0.5, 1.5])
def test_steps_find_their_controls_in_a_page_that_is_drawn_smaller_or_larger(bench, form, zoom):
    trial, recorder = begun(bench, form)
    trial.room.view.setZoomFactor(zoom)
    played(bench, trial, Recording(app_id=form.app_id, steps=STEPS))
    assert [call.name for call in recorder.end().calls] == [
        "host.ready", "host.setTitle", "storage.set", "storage.set", "storage.set", "storage.get", "storage.get",
    ]  # fmt: skip


def test_the_first_difference_is_named(bench, form):
    trial, recorder = begun(bench, form)
    played(bench, trial, Recording(app_id=form.app_id, steps=STEPS))
    recorded = recorder.end().model_copy(update={"steps": STEPS})
    trial.end()
    full = bench.trial(app=form, profile=LaunchProfile(storage="full"))
    difference = played(bench, full, recorded)
    assert difference is not None
    assert difference.number == 3
    assert difference.sentence() == "Call 3, storage.set, was answered with ok and is with too_large now."


def test_a_step_whose_control_is_gone_says_so(bench, form, monkeypatch):
    monkeypatch.setattr("stoa.workbench.player.FIND_SECONDS", 0.3)
    trial = bench.trial(app=form)
    gone = Recording(app_id=form.app_id, steps=(Step(kind="click", role="button", name="Delete"),))
    with pytest.raises(StepError, match=r'^Step 1, click button "Delete": no such control is shown\.$'):
        played(bench, trial, gone)


def test_a_page_that_hangs_in_a_replay_is_told_with_its_step(bench, monkeypatch):
    monkeypatch.setattr("stoa.workbench.player.FIND_SECONDS", 0.5)
    hangs = "document.getElementById('greet').onclick = () => { for (;;); }; stoa.host.ready();"
    trial = bench.trial(app=bench.make_app({"index.html": PAGE, "a.js": hangs}))
    steps = (Step(kind="click", role="button", name="Greet"), Step(kind="click", role="checkbox", name="I agree"))
    with pytest.raises(StepError, match=r": the page did not answer\.$"):
        played(bench, trial, Recording(app_id=trial.app.app_id, steps=steps))
