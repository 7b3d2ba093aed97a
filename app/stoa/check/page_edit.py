"""Changes of a page as a text: what is mechanical, and nothing that could change what a page does or how it looks."""

from __future__ import annotations

import html as markup
import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from stoa.check.documents import is_right_to_left, is_viewport
from stoa.check.markup import elements
from stoa.check.subject import runs
from stoa.check.usable import ZOOM_OFF, zoom_is_off

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stoa.check.markup import Element

_VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'
_PLACES_NOT_RUN = ("template", "svg", "noscript")


class PageEdit:
    """One page under change. ``text`` is what it becomes, ``sentences`` say what was changed.

    ``scripts`` are the files that scripts inside the page were moved into: name and text. ``is_taken`` says whether a
    name has a file already.
    """

    def __init__(self, name: str, text: str, is_taken: Callable[[str], bool]) -> None:
        self.name = name
        self.text = text
        self.sentences: list[str] = []
        self.scripts: dict[str, str] = {}
        self._is_taken = is_taken

    def say_language(self, language: str | None) -> None:
        """Write the manifest's language on ``html``, and the direction where the language runs from right to left."""
        html = self._first("html")
        if html is not None and language and not html.attributes.get("lang", "").strip():
            if "lang" not in html.attributes:
                self._into_tag(html, f'lang="{language}"')
            html = self._first("html")
        if html is not None and is_right_to_left(html) and "dir" not in html.attributes:
            self._into_tag(html, 'dir="rtl"')

    def fit_windows(self) -> None:
        """Add the viewport, or take out what keeps people from enlarging the page."""
        found = elements(self.text)
        viewport = next(filter(is_viewport, found), None)
        if viewport is None:
            self._into_head(_VIEWPORT, "the viewport added")
        elif zoom_is_off(viewport):
            tag = re.sub(rf"(?:\s*[,;]\s*)?(?:{ZOOM_OFF.pattern})", "", viewport.tag_text, flags=re.IGNORECASE)
            tag = re.sub(r"(content\s*=\s*[\"'])\s*[,;]\s*", r"\1", tag)
            self._replace(viewport.at, viewport.at + len(viewport.tag_text), tag, "the page can be enlarged again")

    def give_title(self, title: str) -> None:
        """Add a title where there is none."""
        if self._first("title") is None:
            self._into_head(f"<title>{markup.escape(title, quote=False)}</title>", f"the title “{title}” added")

    def move_scripts(self) -> None:
        """Put each script inside the page into a file beside it. Refused scripts did nothing where they stood."""
        # From the last to the first, so that the places of the others stay right.
        for element in reversed([one for one in elements(self.text) if _is_inline(one)]):
            end = element.end
            if end is None or not self._is_at(element):
                continue
            file = self._free_name()
            self.scripts[file] = f"{element.text.strip(chr(10)).rstrip()}\n"
            src = quote(f"/{file}")
            tag = f'{element.tag_text[:-1].rstrip("/ ")} src="{src}">'
            self._replace(element.at, end, tag, f"the script of line {element.line} moved into {file}")

    def _free_name(self) -> str:
        stem = posixpath.splitext(self.name)[0]
        return next(name for name in _numbered(stem) if name not in self.scripts and not self._is_taken(name))

    def _first(self, tag: str) -> Element | None:
        return next((one for one in elements(self.text) if one.tag == tag and one.around("svg") is None), None)

    def _into_tag(self, element: Element, attribute: str) -> None:
        if self._is_at(element):
            at = element.at + 1 + len(element.tag)
            self._replace(at, at, f" {attribute}", f"{attribute} added to <{element.tag}>")

    def _into_head(self, tag: str, sentence: str) -> None:
        head = self._first("head")
        charset = next((one for one in elements(self.text) if one.tag == "meta" and "charset" in one.attributes), head)
        if head is None or charset is None or not self._is_at(charset):
            return
        at = charset.at + len(charset.tag_text)
        line_start = self.text.rfind("\n", 0, charset.at) + 1
        indent = self.text[line_start : charset.at] if not self.text[line_start : charset.at].strip() else ""
        deeper = indent + ("  " if charset is head and indent else "")
        self._replace(at, at, f"\n{deeper}{tag}" if "\n" in self.text else tag, sentence)

    def _is_at(self, element: Element) -> bool:
        return bool(element.tag_text) and self.text.startswith(element.tag_text, element.at)

    def _replace(self, start: int, end: int, text: str, sentence: str) -> None:
        self.text = f"{self.text[:start]}{text}{self.text[end:]}"
        self.sentences.append(sentence)


def _is_inline(element: Element) -> bool:
    if element.tag != "script" or "src" in element.attributes or not element.text.strip():
        return False
    return runs(element) and not any(element.around(place) for place in _PLACES_NOT_RUN)


def _numbered(stem: str) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"{stem}-{number}.js"
