"""Things keep still where the desktop asks for it, unless the person has chosen in here."""

from __future__ import annotations

import pytest

from stoa.wiring.completion import follow_motion
from stoa.wiring.options import Options
from stoa.wiring.system_motion import SystemMotion


@pytest.mark.parametrize(("chosen", "moves"), [(None, False), (True, True)])
def test_the_desktop_is_followed_until_the_person_chooses(start, monkeypatch, chosen, moves):
    app = start(Options(language="en", theme="light"))
    monkeypatch.setattr(SystemMotion, "ask", lambda self: self.did_ask_for_stillness.emit())
    if chosen is not None:
        app.stores.settings.set("motion", chosen)
    app.program.theme.motion = True
    follow_motion(app.program)
    assert app.program.theme.motion is moves
