"""A start without a display: the display's own process, and the program that is watched until its picture is there."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

import program
import virtual_display
from checkout import SetUpError

PNG_END = b"IEND\xaeB`\x82"


def watch(code, picture):
    return program._watch([sys.executable, "-c", code], os.environ, picture)


def test_the_path_of_the_picture_is_printed_once_and_the_exit_code_handed_on(tmp_path, capsys):
    picture = tmp_path / "a.png"
    assert watch(f"open({str(picture)!r}, 'wb').write({PNG_END!r}); raise SystemExit(4)", picture) == 4
    assert capsys.readouterr().out == f"Picture of the window: {picture}\n"


def test_a_program_that_ends_well_without_a_picture_failed(tmp_path, capsys):
    assert watch("pass", tmp_path / "a.png") == 1
    assert "without a picture" in capsys.readouterr().err


@pytest.fixture
def server(tmp_path, monkeypatch):
    """Puts a stand-in for Xvfb first on the path; it runs the given shell lines."""

    def install(lines):
        script = tmp_path / "Xvfb"
        script.write_text(f"#!/bin/sh\n{lines}\n")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    return install


def test_the_server_chooses_a_free_number_and_is_stopped_at_the_end(server, tmp_path):
    server(f"echo $$ > {tmp_path}/process; (printf 1; sleep 0.1; echo 7) > /proc/self/fd/$2; exec sleep 600")
    with virtual_display.virtual_display({"WAYLAND_DISPLAY": "wayland-0", "HOME": "/root"}) as environment:
        assert environment["DISPLAY"] == ":17"
        assert environment["HOME"] == "/root"
        assert "WAYLAND_DISPLAY" not in environment
        assert stat.S_IMODE(Path(environment["XAUTHORITY"]).stat().st_mode) == 0o600
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "process").read_text()), 0)


def test_a_server_that_does_not_start_is_told(server):
    server("exit 1")
    with pytest.raises(SetUpError, match="did not start"), virtual_display.virtual_display({}):
        pass
