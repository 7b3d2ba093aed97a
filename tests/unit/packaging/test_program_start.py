import os
import stat
import struct
import sys
from pathlib import Path

import pytest

import program
import virtual_display
from checkout import SetUpError

PNG_END = b"IEND\xaeB`\x82"


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["--picture", "a.png"], "a.png"),
        (["--quit-after", "3", "--picture=b.png"], "b.png"),
        (["--quit-after", "3"], None),
        (["--picture"], None),
    ],
)
def test_the_picture_a_person_asked_for_is_the_one_waited_for(arguments, name):
    picture = program.picture_argument(arguments)
    assert (picture and picture.name) == name
    assert picture is None or picture.is_absolute()


def test_a_picture_half_written_is_not_yet_a_picture(tmp_path):
    file = tmp_path / "a.png"
    assert not program.is_complete_png(file)
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert not program.is_complete_png(file)
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + PNG_END)
    assert program.is_complete_png(file)


def watch(code, picture):
    return program._watch([sys.executable, "-c", code], os.environ, picture)


def test_the_path_of_the_picture_is_printed_once_and_the_exit_code_handed_on(tmp_path, capsys):
    picture = tmp_path / "a.png"
    assert watch(f"open({str(picture)!r}, 'wb').write({PNG_END!r}); raise SystemExit(4)", picture) == 4
    assert capsys.readouterr().out == f"Picture of the window: {picture}\n"


def test_a_program_that_ends_well_without_a_picture_failed(tmp_path, capsys):
    assert watch("pass", tmp_path / "a.png") == 1
    assert "without a picture" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_place_to_draw_counts_as_a_display(name):
    assert virtual_display.has_display({name: "x"})
    assert not virtual_display.has_display({name: "", "HOME": "/root"})


def test_the_display_is_opened_by_a_cookie():
    data = virtual_display.authority(b"\x01" * 16)
    family, address, number, length = struct.unpack_from(">HHHH", data)
    assert (family, address, number) == (65535, 0, 0)
    assert data[8 : 8 + length] == b"MIT-MAGIC-COOKIE-1"
    assert data.endswith(b"\x00\x10" + b"\x01" * 16)


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
