"""Finding mini-apps by what a person types: an index in memory that answers in milliseconds for a million of them."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from heapq import merge
from itertools import chain, islice
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

# Words can be so common that looking for the apps that have all of them would take too long: then these many of the
# rarest word's best are looked at.
_LOOKS_MAX = 500
# So many different words with a typed one in them that it will soon be met wherever one looks.
_WORDS_MAX = 2000
# Sorts after every text that begins in the same way.
_END = "\U0010ffff"
# An id has at most this many parts (see ``identifier``); place and part are kept as one number.
_PARTS = 64
_NAME_BEGINS, _WORD_BEGINS, _IN_NAME, _ELSEWHERE = range(4)


class ListedManifest(Protocol):
    """What of a manifest is searched."""

    @property
    def app_id(self) -> str:
        """The id."""
        ...

    @property
    def name(self) -> str:
        """The name."""
        ...

    @property
    def short_name(self) -> str | None:
        """The short name."""
        ...

    @property
    def description(self) -> str | None:
        """What it is for."""
        ...

    @property
    def categories(self) -> Sequence[str]:
        """Where it belongs."""
        ...


class Listed(Protocol):
    """An entry of a catalogue: a mini-app, installed or not."""

    @property
    def key(self) -> str:
        """Its key."""
        ...

    @property
    def manifest(self) -> ListedManifest:
        """What it says of itself."""
        ...


_App = TypeVar("_App", bound=Listed)


def search(apps: Iterable[_App], text: str) -> list[_App]:
    """The mini-apps in which every typed word occurs; see ``AppIndex``, which is for more than one search."""
    if not text.strip():
        return sorted(apps, key=_order)
    return AppIndex(apps).search(text)


class AppIndex(Generic[_App]):
    """Finds the mini-apps in which every typed word occurs: name before other members, beginning before middle.

    Case and accents do not count. Within the id only the beginnings of its parts do.
    """

    def __init__(self, apps: Iterable[_App]) -> None:
        self._apps = sorted(apps, key=_order)
        self._names = [_plain(app.manifest.name) for app in self._apps]
        self._in_names, self._in_texts = _Words(), _Words()
        endings: list[int] = []
        for number, app in enumerate(self._apps):
            self._in_names.add(_name_words(self._names[number], app.manifest), number)
            self._in_texts.add(_text(app.manifest).split(), number)
            endings += range(number * _PARTS, number * _PARTS + min(_PARTS, app.manifest.app_id.count(".") + 1))
        self._in_names.close()
        self._in_texts.close()
        self._endings = array("Q", sorted(endings, key=self._ending))

    def search(self, text: str, limit: int | None = None) -> list[_App]:
        """At most ``limit`` mini-apps, best first. A blank text finds all."""
        most = len(self._apps) if limit is None else limit
        words = _plain(text).split()
        if not words:
            return self._apps[:most]
        found = self._of_word(words[0], most) if len(words) == 1 else self._of_words(words, most)
        return [self._apps[number] for number in found]

    def _of_word(self, word: str, most: int) -> list[int]:
        # As keys, since an app that has the word in several places comes several times.
        found: dict[int, None] = {}
        for number in self._candidates(word):
            if len(found) == most:
                break
            found[number] = None
        return list(found)

    def _of_words(self, words: list[str], most: int) -> list[int]:
        rarest = min(words, key=self._count)
        best = self._of_word(rarest, _LOOKS_MAX)
        ranked = [(rank, number) for number in best if (rank := self._rank(number, words)) is not None]
        return [number for _, number in sorted(ranked)[:most]]

    def _candidates(self, word: str) -> Iterator[int]:
        """The numbers of the apps with a word, best first; one may come again."""
        yield from range(bisect_left(self._names, word), bisect_left(self._names, word + _END))
        begun = self._in_names.beginning(word)
        yield from self._known_places(begun, lambda number: f" {word}" in self._names[number])
        named = self._in_names.containing(word)
        yield from self._known_places(named, lambda number: word in self._names[number])
        texts = self._in_texts.containing(word)
        yield from self._known_places(texts, lambda number: word in _text(self._apps[number].manifest))
        yield from (self._endings[at] // _PARTS for at in self._with_ending(word))

    def _known_places(self, places: Iterator[array[int]], has: Callable[[int], bool]) -> Iterator[int]:
        """The numbers in rising order: out of few lists, or by a look at each app that is met."""
        few = list(islice(places, _WORDS_MAX + 1))
        return merge(*few) if len(few) <= _WORDS_MAX else filter(has, range(len(self._apps)))

    def _count(self, word: str) -> int:
        """In how many apps a word occurs, roughly, and not counted to the end."""
        places = chain(self._in_names.containing(word), self._in_texts.containing(word))
        return sum(map(len, islice(places, _LOOKS_MAX)), len(self._with_ending(word)))

    def _with_ending(self, word: str) -> range:
        ending = self._ending
        begin = bisect_left(self._endings, word, key=ending)
        return range(begin, bisect_left(self._endings, word + _END, key=ending))

    def _ending(self, place: int) -> str:
        """An id from one of its parts to its end: "org.stoa.wiki", "stoa.wiki" or "wiki"."""
        number, part = divmod(place, _PARTS)
        return self._apps[number].manifest.app_id.casefold().split(".", part)[part]

    def _rank(self, number: int, words: Sequence[str]) -> int | None:
        """The worst rank of any word (0 is best), or None when one of them does not occur."""
        manifest, name = self._apps[number].manifest, self._names[number]
        in_name, in_text, app_id = _name_words(name, manifest), _text(manifest), f".{manifest.app_id.casefold()}"
        worst = _NAME_BEGINS
        for word in words:
            if name.startswith(word):
                rank = _NAME_BEGINS
            elif any(part.startswith(word) for part in in_name):
                rank = _WORD_BEGINS
            elif any(word in part for part in in_name):
                rank = _IN_NAME
            elif word in in_text or f".{word}" in app_id:
                rank = _ELSEWHERE
            else:
                return None
            worst = max(worst, rank)
        return worst


class _Words:
    """Words, and the numbers of the apps that each occurs in. Add numbers in rising order, then ``close``."""

    def __init__(self) -> None:
        self._places: dict[str, array[int]] = {}
        self._sorted: list[str] = []
        self._text = ""

    def add(self, words: Iterable[str], number: int) -> None:
        """Note the words of an app."""
        for word in words:
            places = self._places.get(word)
            if places is None:
                self._places[word] = array("I", (number,))
            elif places[-1] != number:
                places.append(number)

    def close(self) -> None:
        """All words are there."""
        self._sorted = sorted(self._places)
        # One text, searched by the C library, is far faster than a look at each word.
        self._text = "\n" + "\n".join(self._sorted) + "\n"

    def beginning(self, word: str) -> Iterator[array[int]]:
        """The numbers of the apps with each word that begins so."""
        begin, end = bisect_left(self._sorted, word), bisect_left(self._sorted, word + _END)
        return (self._places[self._sorted[at]] for at in range(begin, end))

    def containing(self, word: str) -> Iterator[array[int]]:
        """The numbers of the apps with each word that has it anywhere."""
        return (self._places[known] for known in self._with(word))

    def _with(self, word: str) -> Iterator[str]:
        at = self._text.find(word)
        while at >= 0:
            begin, end = self._text.rfind("\n", 0, at) + 1, self._text.find("\n", at)
            yield self._text[begin:end]
            at = self._text.find(word, end)


def _order(app: Listed) -> tuple[str, str]:
    return _plain(app.manifest.name), app.key


def _name_words(plain_name: str, manifest: ListedManifest) -> list[str]:
    return [*plain_name.split(), *_plain(manifest.short_name or "").split()]


def _text(manifest: ListedManifest) -> str:
    return _plain(" ".join((manifest.description or "", *manifest.categories)))


def _plain(text: str) -> str:
    folded = text.casefold()
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
