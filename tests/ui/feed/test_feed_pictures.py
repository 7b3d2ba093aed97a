from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from tests.support.command import ROOT
from tests.ui.feed.conftest import a_picture

from stoa.contract.errors import StoaError
from stoa.services.feed.pictures import prepared
from stoa.shell.feed import pictures
from stoa.shell.feed.pictures import PictureShelf, Wanted, close_all, covering

SIZE = QSize(200, 100)


class Album:
    """Pictures by id; counts what is read."""

    def __init__(self, **known: bytes) -> None:
        self.known = known
        self.reads: list[str] = []
        self.broken = False

    def get(self, picture_id: str) -> bytes | None:
        self.reads.append(picture_id)
        if self.broken:
            raise StoaError("no")
        return self.known.get(picture_id)

    def size(self, picture_id: str) -> tuple[int, int] | None:
        if self.broken:
            raise StoaError("no")
        return (900, 400) if picture_id in self.known else None


@pytest.fixture
def shelf_of(qapp):
    made = []

    def make(album: Album | None) -> PictureShelf:
        made.append(PictureShelf(album))
        return made[-1]

    yield make
    for shelf in made:
        shelf.close()


def test_a_picture_is_decoded_once_and_then_at_hand(shelf_of, qtbot):
    album = Album(a=a_picture())
    shelf = shelf_of(album)
    with qtbot.waitSignal(shelf.loaded) as loaded:
        assert shelf.pixmap("a", SIZE, 12, 1.0) is None
    assert loaded.args == ["a"]
    assert shelf.pixmap("a", SIZE, 12, 1.0).size() == SIZE
    assert album.reads == ["a"]


def test_a_dense_screen_gets_its_own_pixels(shelf_of, qtbot):
    shelf = shelf_of(Album(a=a_picture()))
    with qtbot.waitSignal(shelf.loaded):
        shelf.pixmap("a", SIZE, 12, 2.0)
    pixmap = shelf.pixmap("a", SIZE, 12, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (400, 2.0)


@pytest.mark.parametrize("data", [b"", b"not a picture", a_picture()[:60]])
def test_a_damaged_picture_is_tried_once(shelf_of, qtbot, data):
    album = Album(a=data, b=a_picture())
    shelf = shelf_of(album)
    shelf.pixmap("a", SIZE, 12, 1.0)
    with qtbot.waitSignal(shelf.loaded):
        shelf.pixmap("b", SIZE, 12, 1.0)
    assert shelf.pixmap("a", SIZE, 12, 1.0) is None
    assert album.reads.count("a") == 1


def test_a_picture_that_is_gone_or_unreadable_has_no_size(shelf_of):
    album = Album(a=b"")
    shelf = shelf_of(album)
    assert shelf.size_of("a") == QSize(900, 400)
    assert shelf.size_of("b") is None
    album.broken = True
    assert shelf.size_of("c") is None
    assert shelf.pixmap("c", SIZE, 12, 1.0) is None
    assert shelf_of(None).size_of("a") is None


def test_what_is_in_view_is_decoded_before_what_is_likely_to_be(shelf_of, qtbot):
    album = Album(**{name: a_picture() for name in "abc"})
    shelf = shelf_of(album)
    order = []
    shelf.loaded.connect(order.append)
    shelf.pixmap("a", SIZE, 12, 1.0)
    shelf.prepare("b", SIZE, 12, 1.0)
    shelf.pixmap("c", SIZE, 12, 1.0)
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["a", "c", "b"]


def test_memory_for_pictures_is_bounded(shelf_of, qtbot, monkeypatch):
    monkeypatch.setattr(pictures, "KEPT_BYTES", 3 * 200 * 100 * 4)
    album = Album(**{f"p{number}": a_picture() for number in range(6)})
    shelf = shelf_of(album)
    for number in range(6):
        with qtbot.waitSignal(shelf.loaded):
            shelf.pixmap(f"p{number}", SIZE, 12, 1.0)
    assert shelf.pixmap("p5", SIZE, 12, 1.0) is not None
    assert len(shelf._kept) == 3


def test_a_picture_covers_its_place_and_has_round_corners():
    image = covering(a_picture(300, 300), Wanted("a", 200, 100, 20, 1.0))
    assert (image.width(), image.height()) == (200, 100)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(100, 2).red() == 0xA8
    assert image.pixelColor(2, 50).alpha() == 255


@pytest.mark.parametrize(("mode", "colours"), [("RGB", 2), ("RGB", 9000), ("RGBA", 9000)])
def test_whatever_format_the_store_chose_is_read(mode, colours):
    image = Image.new(mode, (100, 100))
    image.putdata([(n % 250, n // 250, 60, 90)[: len(mode)] for n in (at % colours for at in range(100 * 100))])
    raw = io.BytesIO()
    image.save(raw, "PNG")
    kept = prepared(raw.getvalue()).data
    assert not covering(kept, Wanted("a", 50, 50, 2, 1.0)).isNull()


def test_what_is_no_picture_becomes_none():
    assert covering(b"\x89PNG broken", Wanted("a", 10, 10, 2, 1.0)).isNull()
    assert covering(b"%PDF-1.7", Wanted("a", 10, 10, 2, 1.0)).isNull()


def test_only_the_decoder_that_is_wanted_is_loaded():
    code = (
        "from PIL import Image; import io\n"
        "raw = io.BytesIO(); Image.new('RGB', (9, 9)).save(raw, 'PNG')\n"
        "from stoa.shell.feed.pictures import Wanted, covering\n"
        "covering(raw.getvalue(), Wanted('a', 9, 9, 2, 1.0)); covering(b'GIF89a', Wanted('a', 9, 9, 2, 1.0))\n"
        "print(*(line for line in open('/proc/self/maps') if '/imageformats/' in line))"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "app")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environ)
    assert done.stdout.split() == []


def test_at_the_end_of_the_program_what_is_being_decoded_is_waited_for(shelf_of):
    album = Album(a=a_picture(), b=a_picture())
    shelf = shelf_of(album)
    shelf.pixmap("a", SIZE, 12, 1.0)
    close_all()
    assert shelf._pool.activeThreadCount() == 0
    shelf.pixmap("b", SIZE, 12, 1.0)
    assert (shelf._pool.activeThreadCount(), album.reads) == (0, ["a"])
