"""What the command line asks of the window."""

from __future__ import annotations

from pathlib import Path

import pytest

import stoa.wiring
from stoa.wiring import OptionError, Options, run_window


def test_values_of_the_command_line_become_options():
    options = Options.read("stoa://a.b.c/", {"size": "1360X860", "data_dir": Path("/d"), "no_sandbox": True})
    assert options == Options(target="stoa://a.b.c/", data_dir=Path("/d"), no_sandbox=True, size=(1360, 860))


@pytest.mark.parametrize("size", ["1360", "x", "0x10", "10x0", "-1x5", "10x20000", "axb", "1360x860x2", "1_0x5"])
def test_a_size_is_two_whole_numbers_of_pixels(size):
    with pytest.raises(OptionError, match="WIDTHxHEIGHT"):
        Options.read("", {"size": size})


def test_root_is_refused_without_the_flag_that_says_it_is_known(monkeypatch):
    monkeypatch.setattr(stoa.wiring.sys, "platform", "linux")
    monkeypatch.setattr(stoa.wiring.os, "geteuid", lambda: 0)
    with pytest.raises(OptionError, match="--no-sandbox"):
        run_window(Options())
