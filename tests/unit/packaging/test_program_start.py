import struct

import pytest

import program
import virtual_display

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
