"""Where things are in this checkout, and how set-up speaks to the person at the terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "packaging" / "requirements.txt"
PYPROJECT = ROOT / "pyproject.toml"
OUT = ROOT / "out"


class SetUpError(Exception):
    """Set-up cannot go on; the text says what to do, with the exact line where there is one."""


def say(sentence: str) -> None:
    """Print one sentence about set-up to standard error, so that standard output stays the program's."""
    print(f"stoa: {sentence}", file=sys.stderr, flush=True)


def step(command: Sequence[str], otherwise: str) -> None:
    """Run a command of the set-up with no input; its output shows on standard error.

    Raises SetUpError with ``otherwise`` when it fails.
    """
    if subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False).returncode != 0:
        raise SetUpError(otherwise)


def quiet_step(command: Sequence[str], otherwise: str) -> None:
    """Run a command of the set-up whose output matters only when it fails; raises SetUpError like step()."""
    finished = subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if finished.returncode != 0:
        print(finished.stdout, file=sys.stderr)
        raise SetUpError(otherwise)
