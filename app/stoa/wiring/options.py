"""What the command line asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from stoa.contract.errors import StoaError
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class OptionError(StoaError):
    """An option's value cannot be used."""


class Options(Record):
    """``target`` is a folder, package or link to open, or empty. ``quit_after`` is in seconds."""

    target: str = ""
    data_dir: Path | None = None
    picture: Path | None = None
    quit_after: float | None = None
    no_sandbox: bool = False
    theme: Literal["light", "dark", "system"] | None = None
    language: str | None = None
    size: tuple[int, int] | None = None
    debugging_port: int | None = None

    @property
    def is_for_an_app(self) -> bool:
        """Whether the start is for a mini-app: that comes before the feed then."""
        return self.target[:5].casefold() == "stoa:"

    @classmethod
    def read(cls, target: str, values: Mapping[str, Any]) -> Options:
        """From click's values. Raises OptionError."""
        values = dict(values)
        return cls(target=target, **{**values, "size": _size(values.get("size"))})


def _size(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and 0 < int(width) <= 10_000 and 0 < int(height) <= 10_000):
        raise OptionError(f"--size {text}: write it as WIDTHxHEIGHT, for example 1360x860.")
    return int(width), int(height)
