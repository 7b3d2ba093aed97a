"""Pages for those who do not see, point or read small print: what can be told without running them.

Parts that scripts build are judged by axe when the mini-app runs.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from stoa.check.documents import is_viewport
from stoa.miniapp.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.markup import Element
    from stoa.check.subject import Subject

_FIELDS = frozenset({"input", "select", "textarea"})
# Inputs that are not seen, or whose value is their name.
_NAMED_BY_THEMSELVES = frozenset({"hidden", "submit", "reset", "button", "image"})
_NAMES = ("aria-label", "aria-labelledby", "title")
ZOOM_OFF = re.compile(
    r"user-scalable\s*=\s*(?:no|0)\b|maximum-scale\s*=\s*[01](?:\.\d+)?(?=\s*(?:[,;\"']|$))", re.IGNORECASE
)


def validate(subject: Subject) -> Iterator[Finding]:
    """Errors for what nobody can name, warnings for what makes it hard."""
    for file, found in subject.pages.items():
        pictures = _named_by_pictures(found)
        labelled = {element.attributes.get("for", "") for element in found if element.tag == "label"}
        for element in found:
            where = f"{file}:{element.line}"
            if not _is_hidden(element):
                yield from _names(where, element, labelled)
                yield from _presses(where, element, named=id(element) in pictures)
            yield from _ways(where, element)
        yield from _ids(file, found)


def zoom_is_off(element: Element) -> bool:
    """Whether a ``meta`` element keeps people from enlarging the page."""
    return is_viewport(element) and ZOOM_OFF.search(element.attributes.get("content", "")) is not None


def _names(where: str, element: Element, labelled: set[str]) -> Iterator[Finding]:
    tag, attributes = element.tag, element.attributes
    if tag == "img" and "alt" not in attributes and not _is_named(attributes):
        fix = 'write alt="…" with what it shows, or alt="" when it only decorates'
        yield Finding("error", where, "the picture has no text in its place", fix)
    elif tag in _FIELDS and _lacks_label(element, labelled):
        yield Finding("error", where, f"the {tag} has no name", 'put it into a <label>, or write aria-label="…"')
    elif tag == "iframe" and not _is_named(attributes):
        yield Finding("warning", where, "the frame has no name", 'write title="…"')


def _presses(where: str, element: Element, *, named: bool) -> Iterator[Finding]:
    """Buttons and links that nothing names. One with an id may get its text from a script: axe judges it."""
    attributes = element.attributes
    is_press = element.tag == "button" or (element.tag == "a" and "href" in attributes)
    if is_press and not named and not element.content.strip() and not _is_named(attributes) and "id" not in attributes:
        what = "button" if element.tag == "button" else "link"
        yield Finding("error", where, f"the {what} has no name", 'write a text into it, or aria-label="…"')


def _named_by_pictures(found: list[Element]) -> set[int]:
    """The elements, by identity, in which a picture with a text stands."""
    named = set()
    for element in found:
        if element.attributes.get("alt", "").strip() or _is_named(element.attributes):
            outer = element.parent
            while outer is not None:
                named.add(id(outer))
                outer = outer.parent
    return named


def _ways(where: str, element: Element) -> Iterator[Finding]:
    if zoom_is_off(element):
        fix = "take user-scalable and maximum-scale out of the viewport"
        yield Finding("error", where, "the page cannot be enlarged", fix, "people who see badly enlarge pages to read")
    index = element.attributes.get("tabindex", "").strip()
    if index.isdecimal() and int(index) > 0:
        fix = 'write tabindex="0", and put the element where it belongs'
        yield Finding("warning", where, f"tabindex {index} takes the element out of the order of the page", fix)


def _ids(file: str, found: list[Element]) -> Iterator[Finding]:
    counts = Counter(element.attributes["id"] for element in found if element.attributes.get("id"))
    seen: set[str] = set()
    for element in found:
        name = element.attributes.get("id", "")
        if counts[name] > 1 and name in seen:
            why = "labels and descriptions lead to the first one only"
            yield Finding("warning", f"{file}:{element.line}", f'the id "{name}" is there twice', "rename one", why)
        seen.add(name)


def _lacks_label(element: Element, labelled: set[str]) -> bool:
    attributes = element.attributes
    if element.tag == "input" and attributes.get("type", "").strip().lower() in _NAMED_BY_THEMSELVES:
        return False
    is_labelled = attributes.get("id", " ") in labelled or element.around("label") is not None
    return not is_labelled and not _is_named(attributes)


def _is_named(attributes: dict[str, str]) -> bool:
    return any(attributes.get(name, "").strip() for name in _NAMES)


def _is_hidden(element: Element) -> bool:
    outer: Element | None = element
    while outer is not None:
        if "hidden" in outer.attributes or outer.attributes.get("aria-hidden") == "true" or outer.tag == "template":
            return True
        outer = outer.parent
    return False
