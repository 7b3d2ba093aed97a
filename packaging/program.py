"""Starting Stoa itself: as root without Chromium's sandbox, without a display on a virtual one."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import virtual_display
from checkout import OUT, PYTHON, ROOT, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import FrameType

    from debian import Apt

_PNG_END = b"IEND\xaeB`\x82"
_LOOK_EVERY_SECONDS = 0.2
_CLOSE_SECONDS = 10


def start(arguments: Sequence[str], apt: Apt) -> int:
    """Start the program with the arguments; gives its exit code, or does not return when there is a display."""
    arguments = list(arguments)
    if os.geteuid() == 0 and "--no-sandbox" not in arguments:
        say("you are root, and Chromium's sandbox refuses root: starting with --no-sandbox. Open nothing you distrust.")
        arguments.append("--no-sandbox")
    # Not the folder: Python's way to start one would stay in the supervisor's memory.
    command = [str(PYTHON), str(ROOT / "app" / "__main__.py"), "run"]
    if virtual_display.has_display(os.environ):
        # The program takes this process's place: signals reach it directly and nothing waits beside it.
        os.execv(command[0], [*command, *arguments])  # noqa: S606  the first word is .venv's own Python
    virtual_display.provide(apt)
    picture = picture_argument(arguments)
    if picture is None:
        picture = OUT / "first-paint.png"
        arguments += ["--picture", str(picture)]
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.unlink(missing_ok=True)
    signal.signal(signal.SIGTERM, _on_terminate)
    with virtual_display.virtual_display(os.environ) as environment:
        say(f"there is no display: a virtual one is at {environment['DISPLAY']}. Ctrl+C ends the program.")
        return _watch([*command, *arguments], environment, picture)


def picture_argument(arguments: Sequence[str]) -> Path | None:
    """The file given with ``--picture FILE`` or ``--picture=FILE``, or None."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--picture="):
            return Path(argument.partition("=")[2]).absolute()
        if argument == "--picture" and place + 1 < len(arguments):
            return Path(arguments[place + 1]).absolute()
    return None


def is_complete_png(file: Path) -> bool:
    """Whether the file is there and written to its end."""
    try:
        return file.read_bytes().endswith(_PNG_END)
    except OSError:
        return False


def _watch(command: Sequence[str], environment: Mapping[str, str], picture: Path) -> int:
    """Run the program to its end and print the picture's path once it is there.

    Gives the program's exit code; 1 when it ended well without a picture, so that a smoke test notices.
    """
    shown = False
    with subprocess.Popen(command, env=environment) as program:
        try:
            while program.poll() is None:
                shown = shown or _show(picture)
                _wait(program, _LOOK_EVERY_SECONDS)
        except KeyboardInterrupt:  # the program got the same signal from the terminal
            _wait(program, _CLOSE_SECONDS)
        finally:
            program.terminate()
            _wait(program, _CLOSE_SECONDS)
            if program.poll() is None:
                program.kill()
    if shown or _show(picture):
        return program.returncode
    say(f"the program ended without a picture of its window at {picture}")
    return program.returncode or 1


def _show(picture: Path) -> bool:
    """Print where the picture is, if it is there."""
    if not is_complete_png(picture):
        return False
    print(f"Picture of the window: {picture}", flush=True)
    return True


def _wait(program: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait for the program, at most so long."""
    try:
        program.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def _on_terminate(_number: int, _frame: FrameType | None) -> NoReturn:
    """Turn SIGTERM into an exit that passes through every ``finally``: the program and its display end too."""
    raise SystemExit(128 + signal.SIGTERM)
