"""The host's scripts are in every document of a room, however many scripts the program has made before."""

from __future__ import annotations

import pytest
from PySide6.QtWebEngineCore import QWebEngineScript

from stoa.engine.relay import relay_script
from stoa.engine.staging import run_before_page

# The engine numbers scripts with eight bits.
NUMBERS = 256
FITTED = """
const drag = new Event('dragstart', {bubbles: true, cancelable: true});
document.body.dispatchEvent(drag);
const console_ = Object.getOwnPropertyDescriptor(console, 'log');
return [await stoa.storage.get({key: 'k'}), drag.defaultPrevented, typeof console_.get, window.staged ?? 0];
"""


def use_up(count):
    """Make scripts that nobody uses."""
    for _ in range(count):
        QWebEngineScript().setName("unused")


@pytest.mark.parametrize("made", range(NUMBERS - 6, NUMBERS + 1))
def test_a_script_that_rooms_share_is_lost_to_none_of_them(rooms, made):
    rooms.backing.relay = relay_script()
    use_up(made)
    assert rooms.run(rooms.open(), FITTED) == [{"value": None}, True, "function", 0]


@pytest.mark.parametrize("made", range(NUMBERS - 6, NUMBERS + 1))
def test_a_script_that_comes_later_takes_no_other_ones_place(rooms, made):
    room = rooms.open()
    use_up(made)
    run_before_page(room, "stage", "window.staged = 7")
    rooms.reload(room)
    assert rooms.run(room, FITTED) == [{"value": None}, True, "function", 7]
