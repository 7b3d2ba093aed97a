"""The pictures of the workbench: a scene of ``shots.py``."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.support.shots import Album

_MINIAPPS = Path(__file__).resolve().parents[2] / "miniapps"
_REST_SECONDS = 0.9


def workbench(album: Album) -> None:
    """A mini-app on the workbench: each of its tabs, a sheet of conditions, a call by hand, and a narrow window."""
    stoa = album.stoa
    with tempfile.TemporaryDirectory() as folder:
        recipes = Path(shutil.copytree(_MINIAPPS / "recipes", Path(folder) / "recipes"))
        stoa.do("window", width=1440, height=900)
        stoa.press("Workbench", kind="RailItem")
        stoa.do("drop", path=str(recipes))
        stoa.wait_for("Renderer: Running", kind="ChoiceRow")
        stoa.wait_for("1 finding", kind="Chip")
        time.sleep(3 * _REST_SECONDS)
        for tab in ("Bridge", "Network", "Storage", "Console", "Elements", "Health", "Tests"):
            stoa.press(tab, kind="_Segment")
            # The DevTools take a while to come up, and health measures every second.
            time.sleep(4 * _REST_SECONDS if tab in {"Elements", "Health"} else 0)
            album.take(f"workbench-{tab.lower()}")
        stoa.press("Bridge", kind="_Segment")
        stoa.press("Send a call by hand")
        album.take("workbench-call")
        stoa.press("Send a call by hand")
        stoa.press("More conditions", kind="Button")
        stoa.press("Faults…", kind="ChoiceRow")
        stoa.insist("choose", text="More …")
        stoa.press("Add", kind="Button")
        album.take("workbench-faults")
        stoa.press("Cancel", kind="Button")
        stoa.press("Fewer conditions", kind="Button")
        stoa.press("Run checks", kind="Button")
        stoa.until(lambda: stoa.shows("Errors…", "Label"), "the verdict")
        album.take("workbench-checks")
        stoa.do("window", width=860, height=860)
        time.sleep(3 * _REST_SECONDS)  # the page is fitted again, and the DevTools tell its new size for a moment
        album.take("workbench-narrow")
        stoa.press("Close the mini-app")
        stoa.do("window", width=1360, height=860)
