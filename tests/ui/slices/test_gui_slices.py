"""Nothing on the window's thread takes long at a time: what a person does most, turn by turn.

Left out, and why: making the feed's pane or a whole page for the first time (fonts are loaded then, once), and making
a room (profile, page and view are the engine's own code; ``docs/speed.md`` has its time).
"""

from __future__ import annotations

import io
import time
from functools import partial

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.support.many_posts import NEWEST, add_many_posts
from tests.support.slices import SliceWatch, in_turns, limit_seconds, needs_thread_clock, too_long

from stoa.database import open_memory
from stoa.services.feed.posts import Author
from stoa.services.feed.store import FeedStore, PictureStore
from stoa.shell.feed.pane import FeedPane
from stoa.shell.feed.viewing import Sources, Viewer
from stoa.shell.launcher import Launcher, Tile

pytestmark = needs_thread_clock
POSTS, STEPS, STEP_PX = 300, 30, 600


def photograph():
    """Noise, which compresses as badly as photographs do."""
    out = io.BytesIO()
    Image.effect_noise((1200, 800), 60).convert("RGB").save(out, "JPEG", quality=80)
    return out.getvalue()


@pytest.fixture
def feed(theme, shown):
    database = open_memory()
    add_many_posts(database, POSTS)
    pictures = PictureStore(database)
    for number in range(3):
        database.execute("UPDATE posts SET picture = ? WHERE id % 6 = ?", (pictures.put(photograph()), number * 2))
    sources = Sources(FeedStore(database, lambda: NEWEST), pictures)
    pane = FeedPane(theme, sources, Viewer("viewer", partial(Author, "Viewer", "viewer")), clock=lambda: NEWEST)
    shown(pane, width=560, height=860)
    in_turns(lambda: None)
    yield pane._list
    pane.close()
    database.close()


def told(found):
    return "\n".join(map(str, found))


def dawdle(seconds):
    """Take processor time, as a slot with too much to do."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_the_watchdog_names_who_takes_too_long(qapp):
    limit = limit_seconds()
    found = too_long(lambda: in_turns(lambda: None, lambda: dawdle(6 * limit)), limit)
    assert any("in dawdle" in slice_.stack for slice_ in found), told(found)


def test_what_takes_little_and_what_only_waits_is_not_reported(qapp):
    with SliceWatch(limit_seconds()) as watch:
        in_turns(lambda: time.sleep(0.1))
    assert (watch.over, watch.turns > 0) == ([], True)


def test_scrolling_through_hundreds_of_posts_with_pictures_takes_short_turns(feed):
    def scroll():
        in_turns(*[lambda: feed.scroll_by(STEP_PX)] * STEPS, *[lambda: feed.scroll_by(-STEP_PX)] * STEPS)

    found = too_long(scroll)
    assert not found, told(found)


def test_typing_in_the_launcher_takes_short_turns(theme, shown):
    names = {f"app{number}": f"App {number} of many" for number in range(30)}
    launcher = Launcher(theme, lambda text: [key for key, name in names.items() if text in name.casefold()])
    launcher.set_apps([Tile(key, name) for key, name in names.items()], [])
    shown(launcher, width=760, height=800)
    launcher.focus_search()

    def type_and_take_back():
        letters = [lambda key=key: QTest.keyClicks(launcher.search, key) for key in "app 12 of"]
        back = [lambda: QTest.keyClick(launcher.search, Qt.Key.Key_Backspace)] * len(letters)
        in_turns(*letters, *back)

    found = too_long(type_and_take_back)
    assert not found, told(found)
