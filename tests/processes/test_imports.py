"""What a start loads, and what it leaves until it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from stoa import __version__

ROOT = Path(__file__).resolve().parents[2]
PAGE = "<!doctype html><title>Hello</title>"


def test_the_program_starts_from_a_bare_checkout():
    command = [sys.executable, str(ROOT / "app"), "--version"]
    finished = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert __version__ in finished.stdout


def test_commands_without_a_window_load_no_qt(tmp_path):
    (tmp_path / "index.html").write_text(PAGE)
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'app')!r}); from stoa.cli import main\n"
        f"main(['check', {str(tmp_path)!r}], standalone_mode=False)"
    )
    watched = f"import atexit, sys; atexit.register(lambda: print('PySide6' in sys.modules))\n{code}"
    finished = subprocess.run([sys.executable, "-c", watched], capture_output=True, text=True, check=False, timeout=60)
    assert finished.stdout.splitlines()[-1] == "False", finished.stdout + finished.stderr


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [("handlers", "keyring secretstorage PySide6"), ("store", "keyring PIL pydantic joserfc PySide6")],
)
def test_what_is_slow_to_import_waits_until_it_is_needed(same_paths, module, unwanted):
    code = (
        f"import sys; import stoa.services.identity.{module}\n"
        f"print({{name.split('.')[0] for name in sys.modules}} & set({unwanted.split()!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=same_paths,
    )
    assert done.stdout.strip() == "set()"
