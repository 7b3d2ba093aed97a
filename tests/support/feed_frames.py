"""Measures the feed pane: ``xvfb-run -a python -m tests.support.feed_frames [POSTS] [FILE] [ACCOUNT]``, one JSON line.

First frame (from making the pane to its painted picture), 300 steps of 600 px (scroll to painted; ``cpu`` is this
thread's share, which other programs do not disturb), memory before and after. With FILE the database is kept there
and used again by the next run.
"""

from __future__ import annotations

import io
import json
import platform
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PySide6 import __version__ as qt_version
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from tests.support.many_posts import NEWEST, add_many_posts

from stoa.database import open_database
from stoa.services.feed.posts import Author
from stoa.services.feed.store import FeedStore, PictureStore
from stoa.shell.feed.pane import FeedPane
from stoa.shell.feed.viewing import Sources, Viewer
from stoa.ui.theme import Theme

if TYPE_CHECKING:
    from stoa.database import Database

STEPS, STEP_PX, PAUSE_MS = 300, 600, 16
WIDTH, HEIGHT = 560, 860


def resident_mib() -> float:
    """Resident memory of this process, Linux only."""
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * 4096 / 1024 / 1024


def quiet(milliseconds: int) -> None:
    """Lets the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def painted(qt_app: QApplication) -> None:
    """Runs the event loop until everything asked for is painted."""
    qt_app.sendPostedEvents()
    qt_app.processEvents()


def add_pictures(db: Database) -> None:
    """Gives every third post one of 12 photographs' worth of pixels: noise, which compresses as badly as they do."""
    pictures = PictureStore(db)
    for number in range(12):
        noise = Image.effect_noise((1200, 500 + 60 * number), 60).convert("RGB")
        out = io.BytesIO()
        noise.save(out, "JPEG", quality=80)
        picture = pictures.put(out.getvalue())
        db.execute("UPDATE posts SET picture = ? WHERE id % 36 = ?", (picture, number * 3))


def measure(path: Path, count: int, person: str = "viewer") -> dict[str, object]:
    """Opens the pane on the database at ``path`` and scrolls it."""
    db = open_database(path).database
    feed = FeedStore(db, lambda: NEWEST)
    if feed.count(person, "for_you") < count:
        add_many_posts(db, count, person)
        add_pictures(db)
    qt_app = QApplication.instance() or QApplication([])
    theme = Theme("light", motion=False)
    theme.apply(qt_app)
    viewer = Viewer(person, partial(Author, "Viewer", "viewer"))
    started = time.perf_counter()
    pane = FeedPane(theme, Sources(feed, PictureStore(db)), viewer, clock=lambda: NEWEST)
    pane.resize(WIDTH, HEIGHT)
    pane.show()
    painted(qt_app)
    first = time.perf_counter() - started
    quiet(300)
    posts = pane.findChild(type(pane._list))
    before = resident_mib()
    steps, busy = [], []
    for _ in range(STEPS):
        begun, worked = time.perf_counter(), time.thread_time()
        posts.scroll_by(STEP_PX)
        painted(qt_app)
        steps.append((time.perf_counter() - begun) * 1000)
        busy.append((time.thread_time() - worked) * 1000)
        # The pause of a hand on a wheel: pictures are decoded in it, and beside the next steps.
        quiet(PAUSE_MS)
    after = resident_mib()
    begun = time.perf_counter()
    posts.show_last()
    painted(qt_app)
    end = (time.perf_counter() - begun) * 1000
    steps.sort()
    busy.sort()
    figures = {
        "posts": count,
        "first_frame_ms": round(first * 1000, 1),
        "step_ms_median": round(statistics.median(steps), 2),
        "step_ms_p95": round(steps[round(len(steps) * 0.95)], 2),
        "step_ms_worst": round(steps[-1], 2),
        "step_cpu_ms_median": round(statistics.median(busy), 2),
        "step_cpu_ms_p95": round(busy[round(len(busy) * 0.95)], 2),
        "steps_ms": [round(step, 2) for step in steps],
        "steps_cpu_ms": [round(step, 2) for step in busy],
        "jump_to_end_ms": round(end, 2),
        "rss_mib_before": round(before, 1),
        "rss_mib_after": round(after, 1),
        "python": platform.python_version(),
        "pyside": qt_version,
        "platform": qt_app.platformName(),
    }
    pane.close()
    pane.deleteLater()
    painted(qt_app)
    db.close()
    return figures


def main() -> None:
    """Measures with as many posts as the command line says."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if len(sys.argv) > 2:
        figures = measure(Path(sys.argv[2]), count, *sys.argv[3:4])
    else:
        with tempfile.TemporaryDirectory() as folder:
            figures = measure(Path(folder) / "stoa.db", count)
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
