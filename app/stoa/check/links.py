"""Files that something refers to and that are not there."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from stoa.check.references import Reference, Use
from stoa.miniapp.errors import Finding
from stoa.miniapp.naming import HOST_FOLDER, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.subject import Subject

# A path without a dot in its last part is a route: it leads to the entry page. For these it must be a file.
_FILES_ONLY = frozenset({Use.SCRIPT, Use.STYLE, Use.FONT, Use.WORKER, Use.IMPORT, Use.MEDIA})
# Addresses in a script count from the page that runs it, which is not known here.
_FROM_PAGE = frozenset({Use.FETCH, Use.WORKER, Use.MEDIA})


def validate(subject: Subject) -> Iterator[Finding]:
    """An error for each file that is missing, outside the folder, or written in another case."""
    folded_names = {folded(name): name for name in subject.files}
    for reference in subject.references:
        if reference.scheme is None and not reference.is_pattern and not reference.target.startswith(("#", "?")):
            finding = _judge(subject, reference, folded_names)
            if finding is not None:
                yield finding


def _judge(subject: Subject, reference: Reference, folded_names: dict[str, str]) -> Finding | None:
    if reference.use is Use.IMPORT and not reference.target.startswith(("/", "./", "../")):
        sentence = f'"{reference.target}" cannot be imported by a bare name'
        return Finding("error", reference.where, sentence, "put the module into the folder and import it with ./")
    name = reference.name()
    if name.split("/")[0] == HOST_FOLDER or name in subject.files or _is_route(reference, name):
        return None
    if _found_from_a_page(subject, reference):
        return None
    if name.startswith(".."):
        return Finding(
            "error", reference.where, f'"{reference.target}" leads out of the folder', "put the file into it"
        )
    if name in subject.odd:
        return Finding("error", reference.where, f'"{name}" is {subject.odd[name]}, and is not served from a package')
    return Finding("error", reference.where, f'"{name}" is not there', _hint(name, reference.file, folded_names))


def _hint(name: str, file: str, folded_names: dict[str, str]) -> str:
    other = folded_names.get(folded(name))
    if other is not None:
        return f'it is named "{other}": capitals and spelling count'
    near = get_close_matches(name, [other for other in folded_names.values() if other != file], n=1)
    return f'add it, or refer to "{near[0]}" if that is meant' if near else "add it, or remove the reference"


def _is_route(reference: Reference, name: str) -> bool:
    return reference.use not in _FILES_ONLY and "." not in name.rpartition("/")[2].lstrip(".")


def _found_from_a_page(subject: Subject, reference: Reference) -> bool:
    """Whether an address in a script is right when it counts from the folder of any page."""
    if reference.use not in _FROM_PAGE or reference.target.startswith("/") or reference.file in subject.pages:
        return False
    return any(Reference(page, 1, reference.target, reference.use).name() in subject.files for page in subject.pages)
