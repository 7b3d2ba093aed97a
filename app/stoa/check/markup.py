"""Reading HTML as far as a check needs: elements with their attributes, lines, and the text of scripts and styles."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(slots=True)
class Element:
    """One start tag: its name and attributes in lower case, its line from 1, and the text right inside it.

    ``text_line`` is the line on which that text starts.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    text_line: int = field(default=0)


def elements(html: str) -> list[Element]:
    """All start tags in order. Broken markup gives what a forgiving reader makes of it."""
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:
        # html.parser's way to refuse "<![" with an unknown word after it: what came before is kept.
        pass
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, _ = self.getpos()
        self.found.append(Element(tag, {name: value or "" for name, value in reversed(attrs)}, line))

    def handle_data(self, data: str) -> None:
        if self.found:
            last = self.found[-1]
            last.text_line = last.text_line or self.getpos()[0]
            last.text += data
