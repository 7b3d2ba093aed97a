"""The virtual environment in .venv: made once, with the locked dependencies, and left alone while it is in step."""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import system_libraries
from checkout import LOCK, PYPROJECT, PYTHON, ROOT, VENV, say, step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from debian import Apt

STAMP = VENV / "stoa-set-up.json"
_PYTHON_VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"


def fingerprint() -> dict[str, str]:
    """What the environment was made from; any difference means set-up has work to do."""
    return {
        "python": _PYTHON_VERSION,
        "root": str(ROOT),
        "lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        "pyproject": hashlib.sha256(PYPROJECT.read_bytes()).hexdigest(),
        "probes": hashlib.sha256(
            "\n".join(system_libraries.PROBES + system_libraries.PROBES_BESIDE).encode()
        ).hexdigest(),
    }


def recorded() -> dict[str, str]:
    """The fingerprint that the last complete set-up left; empty when there is none."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def in_step() -> bool:
    """Whether nothing is to be done: the only question a second start asks."""
    return PYTHON.exists() and recorded() == fingerprint()


def prepare(apt: Apt) -> None:
    """Bring .venv and the system libraries into step; raises SetUpError with what a person must do."""
    if in_step():
        return
    with _alone():
        if in_step():  # another start of this script did the work while this one waited
            return
        _make(apt)
        _install()
        system_libraries.provide(_wheel(), apt)
        _lay_out()
        STAMP.write_text(json.dumps(fingerprint(), indent=1), encoding="utf-8")
    say("set-up is complete")


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the checkout's folder locked, so that two starts do not install into one environment."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _make(apt: Apt) -> None:
    """Make .venv when it is missing, made by another Python, or was moved here from elsewhere."""
    if _is_usable():
        return
    if importlib.util.find_spec("ensurepip") is None:
        apt.install([f"python{_PYTHON_VERSION}-venv"], "Python's venv module is missing")
    say(f"making {VENV}")
    step([sys.executable, "-m", "venv", "--clear", str(VENV)], f"{VENV} could not be made. Delete it and start again.")


def _is_usable() -> bool:
    """Whether .venv holds a working pip of this Python and stands where it was made."""
    if not PYTHON.exists() or recorded().get("root", str(ROOT)) != str(ROOT):
        return False
    question = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
    answer = subprocess.run([str(PYTHON), "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == _PYTHON_VERSION


def _install() -> None:
    """Install the locked dependencies, every file checked against its hash, and the project itself, editable."""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    say("installing the pinned dependencies (about 400 MB the first time)")
    # The lock file is whole, so pip has nothing to resolve: asked to, it stumbles over extras such as coverage[toml]
    # as soon as a newer release than the locked one is out.
    step(
        [*pip, "--no-deps", "--require-hashes", "-r", str(LOCK)],
        "The dependencies could not be installed: pip says above what is in the way (network, proxy, disk space).",
    )
    step(
        [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
        "Stoa itself could not be installed into .venv: pip says above why.",
    )


def _lay_out() -> None:
    """Lay out the Python files that Qt's binding carries inside a library and would compile at every start.

    That is some 20 ms of each. The switch is the binding's own; it needs the system libraries.
    """
    step(
        ["env", "SBK_EMBED=False", str(PYTHON), "-c", "import shiboken6.Shiboken"],
        "Qt's binding could not be loaded: Python says above why.",
    )


def _wheel() -> Path:
    """Where PySide6 is installed."""
    return VENV / "lib" / f"python{_PYTHON_VERSION}" / "site-packages" / "PySide6"
