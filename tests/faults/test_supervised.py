"""A start as a person makes it: when the program falls it is there again, without what it fell over, and says so."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.support.driver import Stoa, environment, is_root, stoa_command
from tests.support.processes import tree

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e

TOLD = "Stoa closed unexpectedly while Recipes was open. Recipes was left closed."


def fall(stoa: Stoa, number: signal.Signals) -> None:
    """Let the program fall, and wait until it has risen."""
    program = stoa.do("process")
    assert program != stoa.process.pid, "there is a supervisor"
    stoa._port_file.unlink()
    os.kill(program, number)
    stoa._hang_up()
    stoa.wait_started()
    assert stoa.do("process") != program


@pytest.mark.timeout(300)
def test_after_a_fall_everything_is_there_but_the_room_in_front_which_is_offered_with_a_warning(tmp_path: Path) -> None:
    with Stoa(tmp_path / "data", supervised=True) as stoa:
        for name in ("Wiki", "Recipes"):
            stoa.press("Apps", kind="RailItem")
            stoa.press(name, kind="AppTile")
            stoa.wait_for(f"Close {name}")
        stoa.do("move", x=160, y=90)
        stoa.do("window", width=1180, height=900)
        stoa.insist("wheel", name="Posts", kind="QWidget", pixels=700)
        stoa.press("Write a post")
        stoa.wait_for("Text of the post")
        stoa.insist("type", text="Half a thought")
        # A moment later all of it is kept: nobody presses anything for that.
        stoa.until(lambda: stoa.do("call", function="tests.faults.kept:all_is_kept"), "everything kept")
        window, card = stoa.do("window"), first_seen(stoa)
        fall(stoa, signal.SIGSEGV)
        stoa.wait_for(TOLD, kind="Strip")
        assert [node["name"] for node in stoa.see() if node["kind"] == "Tab"] == [
            "Apps", "Wiki, sleeping", "Recipes, sleeping",
        ]  # fmt: skip
        assert stoa.do("window") == window
        assert first_seen(stoa) == card
        stoa.press("Write a post")
        assert stoa.wait_for("Text of the post")["text"] == "Half a thought"
        stoa.press("Cancel", inside="New post")

        stoa.press("Open Recipes", kind="Button")
        stoa.wait_for("Open Recipes again?")
        stoa.press("Open Recipes", inside="Open Recipes again?")
        stoa.wait_for("Close this app")
        stoa.wait_gone(TOLD)
    assert stoa.process.returncode == 0
    assert "Stoa ended unexpectedly and is started again." in stoa.log


@pytest.mark.timeout(300)
def test_what_the_command_line_opened_is_not_opened_again_after_a_fall(tmp_path: Path) -> None:
    with Stoa(tmp_path / "data", command=("open", "stoa://org.stoa.recipes/r/shakshuka"), supervised=True) as stoa:
        stoa.wait_for("Close this app")
        fall(stoa, signal.SIGABRT)
        stoa.wait_for(TOLD, kind="Strip")
        assert not stoa.shows("Close this app")


@pytest.mark.timeout(300)
def test_a_program_whose_supervisor_was_killed_is_closed_as_any_other(tmp_path: Path) -> None:
    stoa = Stoa(tmp_path / "data", supervised=True)
    program = stoa.do("process")
    stoa.process.kill()
    stoa.process.wait(60)
    try:
        second = stoa_command("open", "stoa://org.stoa.wiki/", "--data-dir", stoa.data)
        second += ["--no-sandbox"] if is_root() else []
        assert subprocess.run(second, env=environment(), check=False, timeout=100).returncode == 0
        stoa.insist("see")
        lines = stoa._lines
        assert lines is not None
        stoa.do("close")
        assert lines.readline() == b"", "the program has ended"
    finally:
        with suppress(OSError):
            os.kill(program, signal.SIGKILL)
        stoa._hang_up()


@pytest.mark.timeout(300)
def test_a_wish_to_end_closes_the_window_and_leaves_no_process(tmp_path: Path) -> None:
    stoa = Stoa(tmp_path / "data", supervised=True)
    processes = tree(stoa.process.pid)
    assert len(processes) > 1
    stoa.process.send_signal(signal.SIGTERM)
    assert stoa.wait_ended() == 0
    with Stoa(tmp_path / "data") as again:
        assert not again.shows("Stoa closed unexpectedly…")


def first_seen(stoa: Stoa) -> str:
    """The card at the top of the feed."""
    return stoa.cards()[0]
