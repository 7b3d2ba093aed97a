"""A link that a page asks for opens in the person's own browser, which gets nothing of what Stoa tells its engine."""

from __future__ import annotations

import json
import stat
import time
from typing import TYPE_CHECKING

import pytest

from tests.support.driver import ROOT, WAIT_SECONDS, environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.driver import Stoa

pytestmark = pytest.mark.e2e

GUEST_BOOK = ROOT / "tests" / "support" / "guest_book"
APP_ID = "org.example.guestbook"
LINK = "https://example.org/salt?a=1"
OPENER = """#!/usr/bin/env python3
import json, os, pathlib, sys
place = pathlib.Path(os.environ["OPENER_SAID"])
place.with_suffix(".new").write_text(json.dumps([sys.argv[1:], dict(os.environ)]))
place.with_suffix(".new").rename(place)
"""


def test_a_link_opens_in_the_persons_own_browser(start: Callable[..., Stoa], tmp_path: Path) -> None:
    folder, said = tmp_path / "bin", tmp_path / "said"
    folder.mkdir()
    opener = folder / "xdg-open"
    opener.write_text(OPENER, encoding="utf-8")
    opener.chmod(opener.stat().st_mode | stat.S_IXUSR)
    before = environment()
    environ = {**before, "PATH": f"{folder}:{before['PATH']}", "OPENER_SAID": str(said)}
    with start(command=("open", str(GUEST_BOOK)), environ=environ) as stoa:
        page = stoa.page(APP_ID)
        page.evaluate(f"window.answer = stoa.host.openLink({{url: {LINK!r}}}); 0")
        stoa.wait_for("Guest book wants to open a web page")
        stoa.press("Open", inside="Guest book wants to open a web page")
        deadline = time.monotonic() + WAIT_SECONDS
        while not said.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert page.evaluate("window.answer") == {"opened": True}
    arguments, got = json.loads(said.read_text(encoding="utf-8"))
    assert arguments == [LINK]
    told = {"QTWEBENGINE_CHROMIUM_FLAGS", "QTWEBENGINE_DISABLE_SANDBOX", "QT_QUICK_BACKEND", "PYDANTIC_DISABLE_PLUGINS"}
    assert {name: got.get(name) for name in told} == {name: environ.get(name) for name in told}
