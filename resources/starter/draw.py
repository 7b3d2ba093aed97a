# ruff: noqa: INP001 - a script beside its pictures, not part of a package
"""Draws the pictures of the starter posts: ``python resources/starter/draw.py`` writes the PNG files beside this one.

Flat shapes only, drawn at twice the size and scaled down for smooth edges, in at most 128 colours each.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH, HEIGHT = 1000, 500
_SCALE = 2
_COLOURS = 128
# A few banded steps compress well and suit flat shapes.
_STEPS = 14

Painter = ImageDraw.ImageDraw
Colour = tuple[int, int, int]


def background(draw: Painter, top: str, bottom: str) -> None:
    """Fill the picture with broad bands from one colour to the other."""
    first, last = _rgb(top), _rgb(bottom)
    for step in range(_STEPS):
        part = step / (_STEPS - 1)
        colour = tuple(round(a + (b - a) * part) for a, b in zip(first, last, strict=True))
        draw.rectangle((0, HEIGHT * step / _STEPS, WIDTH, HEIGHT * (step + 1) / _STEPS), fill=colour)


def disc(draw: Painter, x: float, y: float, radius: float, colour: str) -> None:
    """A filled circle."""
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def wave(draw: Painter, level: float, height: float, length: float, shift: float, colour: str) -> None:
    """All below a wavy line."""
    line = [(x, level + height * math.sin((x + shift) / length * 2 * math.pi)) for x in range(0, WIDTH + 10, 10)]
    draw.polygon([*line, (WIDTH, HEIGHT), (0, HEIGHT)], fill=colour)


def shakshuka(draw: Painter) -> None:
    """Eggs and herbs in tomato."""
    background(draw, "#C4472B", "#96301D")
    for x, y, size in ((300, 205, 150), (620, 330, 118), (845, 120, 84)):
        disc(draw, x, y, size, "#FBF1DF")
        disc(draw, x, y, size * 0.52, "#F5D571")
    for x, y, size in ((470, 420, 22), (790, 300, 36), (110, 380, 28), (520, 90, 30), (930, 410, 24)):
        disc(draw, x, y, size, "#5C8F49")


def ferry(draw: Painter) -> None:
    """A ferry between islands."""
    background(draw, "#F3D9B8", "#F0B68C")
    disc(draw, 760, 190, 74, "#FBF1DF")
    draw.polygon([(0, 330), (150, 190), (300, 270), (420, 330)], fill="#7E93B8")
    draw.polygon([(560, 330), (760, 235), (1000, 330)], fill="#9AABC9")
    wave(draw, 330, 6, 180, 0, "#3E6FA8")
    draw.polygon([(330, 345), (700, 345), (650, 405), (370, 405)], fill="#FBFAF7")
    draw.rectangle((400, 290, 610, 345), fill="#E7E3DB")
    draw.rectangle((530, 235, 575, 290), fill="#C4572F")
    for x in range(425, 600, 45):
        draw.rectangle((x, 305, x + 24, 325), fill="#3E6FA8")
    wave(draw, 395, 9, 150, 40, "#2F5BA0")
    wave(draw, 445, 9, 190, 0, "#274C87")


def olive_tree(draw: Painter) -> None:
    """An old tree on a hill."""
    background(draw, "#E6ECFA", "#F5EFE0")
    disc(draw, 170, 130, 52, "#F5D571")
    draw.ellipse((-200, 360, 1200, 900), fill="#C9B481")
    draw.polygon([(455, 400), (480, 300), (430, 210), (470, 200), (505, 270), (550, 195), (585, 210), (535, 310),
                  (575, 400)], fill="#7A6248")  # fmt: skip
    for x, y, size, colour in (
        (400, 190, 95, "#6E8B5B"), (610, 185, 100, "#6E8B5B"), (505, 120, 110, "#7F9C69"),
        (460, 200, 70, "#8FAB78"), (580, 130, 66, "#8FAB78"),
    ):  # fmt: skip
        disc(draw, x, y, size, colour)
    for x, y in ((380, 230), (450, 150), (520, 210), (560, 90), (640, 220), (600, 160), (340, 180), (480, 70)):
        disc(draw, x, y, 11, "#3F4A32")


def capitals(draw: Painter) -> None:
    """A stack of cards with a globe on the first."""
    background(draw, "#3563C4", "#2A4F9E")
    for shift, colour in ((70, "#8AA8EB"), (35, "#C3D1F4"), (0, "#FFFFFF")):
        draw.rounded_rectangle((330 + shift, 70 - shift / 2, 670 + shift, 450 - shift / 2), 34, fill=colour)
    disc(draw, 500, 230, 110, "#E6ECFA")
    for half in (110, 62, 18):
        draw.ellipse((500 - half, 120, 500 + half, 340), outline="#2F5BC7", width=6)
    for y, half in ((230, 110), (175, 95), (285, 95)):
        draw.line((500 - half, y, 500 + half, y), fill="#2F5BC7", width=6)
    disc(draw, 548, 188, 16, "#C4572F")
    draw.rounded_rectangle((410, 380, 590, 404), 12, fill="#D9D3C7")


def sea(draw: Painter) -> None:
    """Waves under a low sun."""
    background(draw, "#FBEAE2", "#F3C9A9")
    disc(draw, 500, 210, 96, "#F08A63")
    shades = ("#8FB6D9", "#5E93C6", "#3C74AE", "#2A5890", "#1E4473")
    for number, colour in enumerate(shades):
        wave(draw, 240 + number * 52, 16 + number * 2, 210 + number * 35, number * 90, colour)


def soup(draw: Painter) -> None:
    """A bowl of red lentil soup with lemon."""
    background(draw, "#E2F1EA", "#CDE4D8")
    disc(draw, 470, 250, 215, "#FBFAF7")
    disc(draw, 470, 250, 180, "#DD7A34")
    disc(draw, 470, 250, 150, "#E58B43")
    disc(draw, 520, 215, 62, "#F7E08A")
    disc(draw, 520, 215, 52, "#F2CF55")
    for turn in range(8):
        angle = turn * math.pi / 4
        draw.line((520, 215, 520 + 50 * math.cos(angle), 215 + 50 * math.sin(angle)), fill="#F7E08A", width=5)
    for x, y in ((390, 210), (420, 320), (500, 330), (360, 270), (440, 160), (570, 300)):
        disc(draw, x, y, 13, "#4F8A5B")
    draw.rounded_rectangle((760, 90, 790, 420), 15, fill="#A9B8B0")
    draw.ellipse((735, 60, 815, 180), fill="#A9B8B0")


PICTURES: dict[str, Callable[[Painter], None]] = {
    "shakshuka": shakshuka,
    "ferry": ferry,
    "olive-tree": olive_tree,
    "capitals": capitals,
    "sea": sea,
    "soup": soup,
}


class _Scaled:
    """Passes shapes on at twice the size, so that the drawings above are written in the final size."""

    def __init__(self, draw: Painter) -> None:
        self._draw = draw

    def __getattr__(self, shape: str) -> Callable[..., None]:
        def scaled(places: list[tuple[float, float]] | tuple[float, ...], *rest: float, **style: object) -> None:
            if isinstance(places, list):
                bigger: object = [(x * _SCALE, y * _SCALE) for x, y in places]
            else:
                bigger = [value * _SCALE for value in places]
            if isinstance(width := style.get("width"), int):
                style["width"] = width * _SCALE
            getattr(self._draw, shape)(bigger, *(value * _SCALE for value in rest), **style)

        return scaled


def _rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def main() -> None:
    """Draw every picture."""
    folder = Path(__file__).resolve().parent
    for name, paint in PICTURES.items():
        large = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE))
        paint(_Scaled(ImageDraw.Draw(large)))  # type: ignore[arg-type]
        small = large.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        # Adding a quantised palette halves the size again; dithering would undo it.
        flat = small.quantize(_COLOURS, dither=Image.Dither.NONE)
        flat.save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
