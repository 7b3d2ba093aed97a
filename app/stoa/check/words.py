"""A mini-app that ships translations has every text in each of its languages.

Translations are recognised where languages stand beside each other: an object with a member for each (``{ en: {…},
de: {…} }``), or a file for each (``words/en.js`` and ``words/de.js``; JSON too) in a folder that is named for words.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from stoa.check.literal import NotWrittenOutError, ObjectLiteral
from stoa.miniapp.errors import Finding
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stoa.check.subject import Code, Subject

# ISO 639-1: every language that has two letters.
_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv "
    "dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig "
    "ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh "
    "mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru "
    "rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug "
    "uk ur uz ve vi vo wa wo xh yi yo za zh zu "
)
_LANGUAGES = frozenset(_CODES.split())
_FOLDERS = frozenset({"words", "i18n", "l10n", "locale", "locales", "lang", "langs", "languages", "translations",
                      "messages", "strings", "texts", "_locales"})  # fmt: skip
_FIRST = re.compile(r"""\{\s*["']?[a-z]{2}(?:[-_][A-Za-z]{2,4})?["']?\s*:\s*\{""")
_EXPORTED = re.compile(r"\bexport\s+(?:default\s*|const\s+[\w$]+\s*=\s*)(?=\{)")
# Languages differ in how many forms they have for counted things, so a form is no text of its own.
_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
_FORM = re.compile(r"_(?:zero|one|two|few|many|other)$")
_MAX_BYTES = 1024 * 1024


class _Table(Record):
    """The texts of one language by their path, and where a finding about it belongs."""

    language: str
    where: str
    texts: Mapping[str, object]


def validate(subject: Subject) -> Iterator[Finding]:
    """A finding for each text that a language lacks, and for each that is empty in one alone."""
    for script in subject.scripts:
        for tables in _side_by_side(script):
            yield from _compared(tables)
    for tables in _files(subject).values():
        if len(tables) > 1:
            yield from _compared(tables)


def _compared(tables: list[_Table]) -> Iterator[Finding]:
    every = dict.fromkeys(key for table in tables for key in table.texts)
    for table in tables:
        for key in every:
            others = [one.language for one in tables if one is not table and one.texts.get(key)]
            if key not in table.texts and others:
                sentence = f'"{key}" is there in {_listed(others)} and not in {table.language}'
                yield Finding("warning", table.where, sentence, "add the text in this language")
            elif table.texts.get(key) == "" and others:
                sentence = f'"{key}" is empty in {table.language} and not in {_listed(others)}'
                yield Finding("warning", table.where, sentence, "write the text in this language")


def _side_by_side(script: Code) -> Iterator[list[_Table]]:
    at = 0
    while (match := _FIRST.search(script.code, at)) is not None:
        at = match.start() + 1
        try:
            read = ObjectLiteral(script.code, match.start())
        except NotWrittenOutError:
            continue
        at = read.end
        members = {name: value for name, value in read.members.items() if isinstance(value, dict)}
        if len(members) > 1 and len(members) == len(read.members) and all(map(_is_language, members)):
            yield [
                _Table(name, script.where(script.code, read.places[name]), _flat(value))
                for name, value in members.items()
            ]


def _files(subject: Subject) -> dict[tuple[str, str], list[_Table]]:
    """The tables of files that stand beside each other, by folder and ending."""
    found: dict[tuple[str, str], list[_Table]] = {}
    scripts = {script.file: script for script in subject.scripts if script.file not in subject.pages}
    for name in subject.files:
        folder, file = posixpath.split(name)
        stem, ending = posixpath.splitext(file)
        if posixpath.basename(folder).lower() not in _FOLDERS or not _is_language(stem):
            continue
        texts = _of_script(scripts[name]) if name in scripts else _of_json(subject, name)
        if texts is not None:
            found.setdefault((folder, ending), []).append(_Table(stem, name, _flat(texts)))
    return found


def _of_script(script: Code) -> dict[str, Any] | None:
    """The object that a file of one language exports, None when that is not certain."""
    places = [match.end() for match in _EXPORTED.finditer(script.code)]
    if len(places) != 1:
        return None
    try:
        return ObjectLiteral(script.code, places[0]).members
    except NotWrittenOutError:
        return None


def _of_json(subject: Subject, name: str) -> dict[str, Any] | None:
    if not name.endswith(".json") or subject.files[name] > _MAX_BYTES:
        return None
    try:
        read = json.loads((subject.root / name).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _flat(texts: Mapping[str, Any], path: str = "") -> dict[str, object]:
    """Texts by their path; the plural forms of one text are one."""
    found: dict[str, object] = {}
    for name, value in texts.items():
        key = f"{path}.{_FORM.sub('', name)}" if path else _FORM.sub("", name)
        if isinstance(value, Mapping) and not _PLURALS.issuperset(value):
            found |= _flat(value, key)
        else:
            found[key] = value
    return found


def _is_language(text: str) -> bool:
    return re.split("[-_]", text)[0] in _LANGUAGES


def _listed(languages: Iterable[str]) -> str:
    return ", ".join(languages)
