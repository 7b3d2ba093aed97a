"""A recording as a Python test that runs as it stands, from the folder's ``tests/``."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

from stoa.trial.launch_profile import LaunchProfile, write_profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.trial.recording import RecordedCall, Recording, Step

# Calls that every run makes by itself; waiting for them proves nothing about what the person did.
_OF_EVERY_START = frozenset({"host.ready", "host.context", "host.capabilities"})
_NAME_MAX_CHARS = 60


def written_test(recording: Recording, name: str) -> str:
    """The source of a test module. ``name`` says in words what the test shows."""
    lines = [f'"""{_plain(name)}: recorded with Stoa\'s workbench."""', ""]
    if recording.profile != LaunchProfile():
        profile = write_profile(recording.profile).rstrip()
        lines += ["import pytest", "", f"PROFILE = {_block(profile)}", "", ""]
        lines.append("@pytest.mark.launch_profile(PROFILE)")
    else:
        lines.append("")
    lines.append(f"def test_{_identifier(name)}(miniapp):")
    body = ["page = miniapp.page", *map(_line, recording.steps), *_calls(recording.calls)]
    return "\n".join([*lines, *(f"    {line}" if line else "" for line in body)]) + "\n"


def _line(step: Step) -> str:
    if not step.role and not step.name:
        return f"page.keyboard.press({_quoted(step.value)})"
    place = f"page.get_by_role({_quoted(step.role)}, name={_quoted(step.name)}, exact=True)" + (
        f".nth({step.nth})" if step.nth else ""
    )
    if step.kind == "click":
        return f"{place}.click()"
    if step.kind == "fill":
        return f"{place}.fill({_quoted(step.value)})"
    if step.kind == "select":
        return f"{place}.select_option(label={_quoted(step.value)})"
    return f"{place}.press({_quoted(step.value)})"


def _calls(calls: tuple[RecordedCall, ...]) -> Iterator[str]:
    shown = [call for call in calls if call.name and call.name not in _OF_EVERY_START]
    if shown:
        yield ""
    for call in dict.fromkeys((call.name, call.verdict) for call in shown):
        times = sum((one.name, one.verdict) == call for one in shown)
        verdict = "" if call[1] == "ok" else f", verdict={_quoted(call[1])}"
        yield f"miniapp.bridge.expect_call({_quoted(call[0])}{verdict}{f', times={times}' if times > 1 else ''})"


def _quoted(text: str) -> str:
    """A text as Python reads it back: JSON's strings are Python's too."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False)


def _block(text: str) -> str:
    return '"""\\\n' + text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"') + '\n"""'


def _identifier(name: str) -> str:
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", text).strip("_")[:_NAME_MAX_CHARS] or "recorded"


def _plain(name: str) -> str:
    visible = "".join(char if char.isprintable() else " " for char in name)
    return " ".join(visible.replace("\\", "/").replace('"', "'").split()) or "A recording"
