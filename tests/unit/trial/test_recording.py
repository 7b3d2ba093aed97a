"""Recordings: their file, how a replay is held against them, and the test written from them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.bridge.journal import Entry
from stoa.trial.launch_profile import LaunchProfile
from stoa.trial.recording import (
    FORMAT,
    Difference,
    RecordedCall,
    Recording,
    RecordingError,
    Step,
    calls_of,
    first_difference,
    read_recording,
    write_recording,
)
from stoa.trial.written_test import written_test

SAVE = Step(kind="click", role="button", name='Sa"ve', nth=1)
STEPS = (
    SAVE,
    Step(kind="fill", role="textbox", name="Name", value="Ada\n\\"),
    Step(kind="press", role="", name="", value="Escape"),
    Step(kind="select", role="combobox", name="Size", value="Large"),
    Step(kind="press", role="tab", name="A", value="Home"),
)  # fmt: skip
SET = RecordedCall(name="storage.set", verdict="ok", params='{"key": "a"}')


def test_a_recording_survives_its_file():
    recording = Recording(app_id="org.example.app", profile=LaunchProfile(theme="dark"), steps=STEPS, calls=(SET,))
    assert read_recording(write_recording(recording)) == recording


@pytest.mark.parametrize(("raw", "names"), [
    ("{", "not JSON"), ("[]", '"format"'), (json.dumps({"format": FORMAT}), "appId"),
    (json.dumps({"format": FORMAT, "appId": "a", "steps": [{"kind": "dance"}]}), "steps.0.kind"),
    (" " * 5_000_000, "at most"),
])  # fmt: skip
def test_a_broken_recording_names_the_place(raw, names):
    with pytest.raises(RecordingError, match=r".") as caught:
        read_recording(raw)
    assert names in str(caught.value)


def test_events_are_no_calls():
    entries = [
        Entry(1005, 1, "a", "host.ready", "ok"),
        Entry(1006, 1, "a", "theme.didChange", "event"),
        Entry(1010, 1, "a", "share.post", "denied", params="{}"),
    ]
    assert calls_of(entries, 1000) == (
        RecordedCall(name="host.ready", verdict="ok", at=5),
        RecordedCall(name="share.post", verdict="denied", params="{}", at=10),
    )


def test_ids_times_and_long_data_are_taken_as_alike():
    before = SET.model_copy(
        update={"params": '{"id": "0123456789abcdef", "at": 1700000000000, "on": "2026-01-02T03:04:05Z"}'}
    )
    now = SET.model_copy(
        update={"params": '{"id": "fedcba9876543210", "at": 1800000000000, "on": "2027-01-02T03:04:05Z"}', "at": 9}
    )
    assert first_difference([before], [now]) is None


@pytest.mark.parametrize(("replayed", "says"), [
    ([], "Call 1, storage.set, did not come again."),
    ([SET, SET], "Call 2, storage.set, is new"),
    ([SET.model_copy(update={"name": "storage.get"})], "Call 1 was storage.set and is storage.get now."),
    ([SET.model_copy(update={"verdict": "denied"})], "was answered with ok and is with denied now."),
    ([SET.model_copy(update={"params": '{"key": "b"}'})], 'was made with other parameters: {"key": "b"}'),
])  # fmt: skip
def test_the_first_difference_is_told_in_words(replayed, says):
    difference = first_difference([SET], replayed)
    assert difference is not None
    assert says in difference.sentence()


def test_steps_are_told_in_words():
    assert [step.sentence() for step in STEPS] == [
        'click button "Sa"ve" (2)', 'write "Ada\n\\" into textbox "Name"', "press Escape",
        'choose "Large" in combobox "Size"', 'press Home on tab "A"',
    ]  # fmt: skip


def test_the_written_test_reads_like_one():
    calls = (RecordedCall(name="host.ready", verdict="ok"), SET, SET, RecordedCall(name="share.post", verdict="denied"))
    source = written_test(Recording(app_id="a", steps=(SAVE,), calls=calls), "Saving twice")
    assert source == (
        '"""Saving twice: recorded with Stoa\'s workbench."""\n\n\n'
        "def test_saving_twice(miniapp):\n"
        "    page = miniapp.page\n"
        '    page.get_by_role("button", name="Sa\\"ve", exact=True).nth(1).click()\n\n'
        '    miniapp.bridge.expect_call("storage.set", times=2)\n'
        '    miniapp.bridge.expect_call("share.post", verdict="denied")\n'
    )


def test_the_written_test_carries_its_profile():
    source = written_test(Recording(app_id="a", profile=LaunchProfile(theme="dark")), "Dark")
    assert "@pytest.mark.launch_profile(PROFILE)" in source
    assert '"theme": "dark"' in source


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=20))
def test_whatever_was_recorded_is_written_as_python(name, value, title):
    steps = (Step(kind="fill", role="textbox", name=name, value=value),)
    profile = LaunchProfile(name="A", start={name: value})
    compile(written_test(Recording(app_id="a", profile=profile, steps=steps), title), "test.py", "exec")


def test_a_difference_belongs_to_the_step_that_was_done_last_before_it():
    steps = tuple(Step(kind="click", role="button", name=str(at), at=at) for at in (100, 200, 300))
    calls = tuple(RecordedCall(name=f"a.{at}", verdict="ok", at=at) for at in (50, 210, 310))
    recording = Recording(app_id="org.example.app", steps=steps, calls=calls)
    other = RecordedCall(name="b.c", verdict="ok")
    assert [Difference(number, call, other).step_of(recording) for number, call in enumerate((*calls, None), 1)] == [
        0,
        1,
        2,
        2,
    ]
