"""Reading HTML as far as a check needs: elements with their attributes, lines, and the text of scripts and styles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(slots=True)
class Element:
    """One start tag: its name and attributes in lower case, its line from 1, and the text right inside it.

    ``text_line`` is the line on which that text starts. ``content`` is all text in the element, that of its parts
    too; ``parent`` is the element around it. ``at`` is the place of the tag in the page and ``tag_text`` the tag as it
    is written; ``end`` is the place where the element's end tag starts, None when there is none.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    text_line: int = field(default=0)
    content: str = ""
    parent: Element | None = field(default=None, repr=False, compare=False)
    at: int = 0
    tag_text: str = ""
    end: int | None = None

    def around(self, tag: str) -> Element | None:
        """The nearest element of a kind that this one is in."""
        outer = self.parent
        while outer is not None and outer.tag != tag:
            outer = outer.parent
        return outer


def elements(html: str) -> list[Element]:
    """All start tags in order. Broken markup gives what a forgiving reader makes of it."""
    reader = _Reader(html)
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:
        # html.parser's way to refuse "<![" with an unknown word after it: what came before is kept.
        pass
    return reader.found


# Elements that have no end tag.
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905  a word list
# Beyond this, markup is broken or hostile, and walking up from each element would take too long.
_MAX_DEPTH = 200


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Element] = []
        self._open: list[Element] = []
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", html))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, _ = self.getpos()
        element = Element(tag, {name: value or "" for name, value in reversed(attrs)}, line)
        element.parent = self._open[-1] if self._open else None
        element.at, element.tag_text = self._place(), self.get_starttag_text() or ""
        self.found.append(element)
        if tag not in _VOID and len(self._open) < _MAX_DEPTH:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        # A slash closes only drawings and formulas; elsewhere browsers overlook it.
        if self._open and self._open[-1] is self.found[-1] and self._open[-1].around("svg") is not None:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].tag == tag:
                self._open[index].end = self._place()
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.content += data
        if self.found:
            last = self.found[-1]
            last.text_line = last.text_line or self.getpos()[0]
            last.text += data

    def _place(self) -> int:
        line, column = self.getpos()
        return self._line_starts[min(line, len(self._line_starts)) - 1] + column
