"""Figures as people of the window's language read them: "0,3 ms" where others write "0.3 ms"."""

from __future__ import annotations

from PySide6.QtCore import QLocale

_SECOND_MS = 1000.0


def number_text(value: float, decimals: int = 0) -> str:
    """A number with so many decimals, and its thousands apart."""
    return QLocale().toString(float(value), "f", decimals)


def took_text(milliseconds: float) -> str:
    """How long something took: in seconds from one second on."""
    if milliseconds >= _SECOND_MS:
        return f"{number_text(milliseconds / _SECOND_MS, 1)} s"
    return f"{number_text(milliseconds, 1)} ms"


def bytes_text(size: float) -> str:
    """A number of bytes in B, kB, MB or GB, of 1000 each as networks and quotas have them."""
    for unit, bytes_of_one in (("GB", 1e9), ("MB", 1e6)):
        if size >= bytes_of_one:
            return f"{number_text(size / bytes_of_one, 1)} {unit}"
    return f"{number_text(size / 1e3, 1)} kB" if size >= 1e3 else f"{number_text(size)} B"
