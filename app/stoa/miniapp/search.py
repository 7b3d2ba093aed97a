"""Finding mini-apps by what a person types."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stoa.miniapp.app import MiniApp


def search(apps: Iterable[MiniApp], text: str) -> list[MiniApp]:
    """The mini-apps in which every typed word occurs: name before other members, beginning before middle.

    Case and accents do not count. A blank text finds all.
    """
    words = _plain(text).split()
    ranked = [
        (rank, _plain(app.manifest.name), app.key, app) for app in apps if (rank := _rank(app, words)) is not None
    ]
    return [app for *_, app in sorted(ranked, key=lambda item: item[:3])]


def _rank(app: MiniApp, words: list[str]) -> int | None:
    """The worst rank of any word (0 is best), or None when one of them does not occur."""
    manifest = app.manifest
    name = _plain(f"{manifest.name} {manifest.short_name or ''}")
    rest = _plain(" ".join((manifest.description or "", *manifest.categories, manifest.app_id)))
    ranks = [_word_rank(name, rest, word) for word in words]
    known = [rank for rank in ranks if rank is not None]
    return None if len(known) < len(ranks) else max(known, default=0)


def _word_rank(name: str, rest: str, word: str) -> int | None:
    if name.startswith(word):
        return 0
    if f" {word}" in name:
        return 1
    if word in name:
        return 2
    return 3 if word in rest else None


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
