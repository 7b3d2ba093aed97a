"""What every page needs for people and for narrow windows: language, title, viewport."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.miniapp.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.markup import Element
    from stoa.check.subject import Subject

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_MIRRORED = "sentences, lists and punctuation stand on the wrong side"


def validate(subject: Subject) -> Iterator[Finding]:
    """Warnings about each whole page; parts of pages that a script loads are left alone."""
    entry = None if subject.manifest is None else subject.manifest.entry
    for file, found in subject.pages.items():
        if file == entry or any(element.tag == "html" for element in found):
            yield from _page(file, found)


def _page(file: str, found: list[Element]) -> Iterator[Finding]:
    html = next((element for element in found if element.tag == "html"), None)
    line = 1 if html is None else html.line
    if html is None or not html.attributes.get("lang", "").strip():
        sentence = "the page does not say its language: screen readers guess how to speak it"
        yield Finding("warning", f"{file}:{line}", sentence, 'write <html lang="en">')
    elif is_right_to_left(html) and not html.attributes.get("dir", "").strip():
        sentence = "the page does not say that its language runs from right to left"
        yield Finding("warning", f"{file}:{line}", sentence, 'write dir="rtl" on <html>', _MIRRORED)
    if not any(element.tag == "title" and element.text.strip() for element in found):
        yield Finding("warning", f"{file}:{line}", "the page has no title", "add <title>…</title>")
    if not any(is_viewport(element) for element in found):
        sentence = "the page has no viewport: it does not fit narrow windows"
        fix = 'add <meta name="viewport" content="width=device-width, initial-scale=1">'
        yield Finding("warning", f"{file}:{line}", sentence, fix)


def is_right_to_left(html: Element) -> bool:
    """Whether an ``html`` element names a language that is written from right to left."""
    return html.attributes.get("lang", "").strip().lower().partition("-")[0] in _RIGHT_TO_LEFT


def is_viewport(element: Element) -> bool:
    """Whether a ``meta`` element is the viewport."""
    return element.tag == "meta" and element.attributes.get("name", "").strip().lower() == "viewport"
