"""What keeps the window from opening at all."""

from __future__ import annotations

import sys

import pytest

from stoa.wiring import OptionError, Options, run_window


@pytest.mark.skipif(sys.platform != "linux", reason="only there it may be missing")
def test_without_a_display_the_start_says_what_to_do(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(OptionError, match="There is no display"):
        run_window(Options(no_sandbox=True))
