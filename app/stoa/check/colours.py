"""Colours in style sheets: what a text stands for, and how far two of them are apart (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PIL import ImageColor

if TYPE_CHECKING:
    from collections.abc import Mapping

Colour = tuple[int, int, int]
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_PAIR = re.compile(r"light-dark\(\s*((?:[^(),]|\([^()]*\))+),\s*((?:[^(),]|\([^()]*\))+)\)")
_SPACED = re.compile(r"(rgb|hsl)\(\s*([\d.%deg]+)\s+([\d.%]+)\s+([\d.%]+)\s*\)")
# A name may stand for another one, which stands for another one; more is a circle.
_MAX_STEPS = 20
LIGHT, DARK = 0, 1


def resolved(value: str, theme: int, names: Mapping[str, str | None]) -> Colour | None:
    """The colour that a value stands for in a theme, None when that is not certain or it lets something through.

    ``names`` are the custom properties of the theme; None stands for one that is set more than once.
    """
    for _ in range(_MAX_STEPS):
        found = _VAR.search(value)
        if found is None:
            break
        named = names.get(found[1], found[2] or None)
        if named is None:
            return None
        value = f"{value[: found.start()]}{named}{value[found.end() :]}"
    value = _PAIR.sub(lambda pair: pair[1 + theme], value).strip().lower()
    value = _SPACED.sub(r"\1(\2, \3, \4)", value)
    try:
        red, green, blue, *alpha = ImageColor.getrgb(value)
    except ValueError:
        return None
    return (red, green, blue) if not alpha or alpha[0] == 255 else None


def ratio(one: Colour, other: Colour) -> float:
    """The contrast of two colours, from 1.0 (the same) to 21.0 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def shown(colour: Colour) -> str:
    """A colour as ``#rrggbb``."""
    return "#" + "".join(f"{channel:02x}" for channel in colour)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    linear: float = channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
    return linear
