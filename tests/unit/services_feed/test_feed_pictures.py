from __future__ import annotations

import contextlib
import hashlib
import io
import random
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from stoa.services.feed import pictures as rules
from stoa.services.feed.pictures import prepared
from stoa.services.feed.posts import FeedError


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def photograph(width: int, height: int, mode: str = "RGB") -> Image.Image:
    noise = random.Random(1).randbytes(width * height * len(mode))
    return Image.frombytes(mode, (width, height), noise)


def test_a_large_picture_is_scaled_to_1600_on_its_long_side() -> None:
    picture = prepared(encoded(Image.new("RGB", (3200, 800), "red"), "PNG"))
    assert (picture.width, picture.height) == (1600, 400)
    assert opened(picture.data).size == (1600, 400)


def test_a_small_picture_keeps_its_size_and_is_named_by_its_data() -> None:
    picture = prepared(encoded(Image.new("RGB", (30, 10), "red"), "PNG"))
    assert (picture.width, picture.height) == (30, 10)
    assert picture.id == hashlib.sha256(picture.data).hexdigest()


@pytest.mark.parametrize(
    ("image", "form"),
    [
        (photograph(200, 200), "JPEG"),
        (Image.new("RGB", (200, 200), "red"), "PNG"),
        (Image.new("RGBA", (200, 200), (255, 0, 0, 90)), "PNG"),
        (photograph(200, 200, "RGBA"), "WEBP"),
    ],
)
def test_the_format_fits_the_picture(image: Image.Image, form: str) -> None:
    assert opened(prepared(encoded(image, "PNG")).data).format == form


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_each_known_format_is_read(form: str) -> None:
    assert prepared(encoded(Image.new("RGB", (16, 8), "red"), form)).width == 16


def test_metadata_is_dropped_and_the_picture_is_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Secret Camera"
    picture = prepared(encoded(photograph(100, 60), "JPEG", exif=exif.tobytes()))
    assert (picture.width, picture.height) == (60, 100)
    assert b"Secret" not in picture.data
    assert not opened(picture.data).getexif()


def test_texts_inside_a_png_are_dropped() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "my address")
    data = prepared(encoded(Image.new("RGB", (9, 9)), "PNG", pnginfo=notes)).data
    assert opened(data).info == {}


def claimed_png(width: int, height: int) -> bytes:
    """A PNG whose header claims a size its few bytes of data do not have."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(("width", "height"), [(6400, 6400), (12_000, 12_000), (60_000, 60_000)])
def test_a_decompression_bomb_is_refused_by_its_header(width: int, height: int) -> None:
    with pytest.raises(FeedError, match="40 million pixels"):
        prepared(claimed_png(width, height))


def test_too_many_bytes_are_refused_without_looking(monkeypatch) -> None:
    monkeypatch.setattr(rules, "MOST_BYTES", 10)
    with pytest.raises(FeedError, match="smaller"):
        prepared(b"x" * 11)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\n", claimed_png(50, 50)]
)
def test_damaged_or_foreign_data_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(FeedError, match="choose another"):
        prepared(data)


def test_formats_not_on_the_list_are_refused() -> None:
    with pytest.raises(FeedError, match="choose another"):
        prepared(encoded(Image.new("RGB", (9, 9)), "BMP"))


_SAMPLES = [encoded(photograph(24, 24), form) for form in ("PNG", "JPEG", "WEBP", "GIF")]


@given(st.sampled_from(_SAMPLES), st.integers(0, 5000), st.binary(min_size=1, max_size=8))
def test_no_damage_raises_anything_but_a_feed_error(sample: bytes, place: int, damage: bytes) -> None:
    at = place % len(sample)
    with contextlib.suppress(FeedError):
        assert prepared(sample[:at] + damage + sample[at + len(damage) :]).width > 0
