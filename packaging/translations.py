"""Bring resources/i18n in step with the texts in app/stoa, or with --check name every text that is out of step.

The .ts files are for translators, the .qm files are what the program loads; both are kept in the repository.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import translatable
from checkout import ROOT, VENV, SetUpError, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CODE = ROOT / "app" / "stoa"
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("de",)
_PLACEHOLDER = re.compile(r"\{\w*\}|%n|%L?\d")
_GONE = ("obsolete", "vanished")


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a .ts file; ``forms`` has one translation, or one for each plural form of the language."""

    context: str
    source: str
    forms: tuple[str, ...]
    state: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What the program looks it up by."""
        return self.context, self.source

    def __str__(self) -> str:
        return f'{self.context}: "{self.source}"'


def messages(ts: Path) -> list[Message]:
    """The texts of a .ts file in its order."""
    found = []
    for context in ET.parse(ts).iter("context"):  # noqa: S314  a file of this repository
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                translation = ET.Element("translation", type="unfinished")
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            name, source = context.findtext("name") or "", message.findtext("source") or ""
            found.append(Message(name, source, forms, translation.get("type", "")))
    return found


def extract(files: Sequence[Path], ts: Path) -> None:
    """Bring a .ts file in step with the texts of Python files: new ones unfinished, those of none gone.

    Without line numbers and in alphabetical order a change of code shows as a change here only where a text changed.
    """
    quiet = ["-silent", "-no-obsolete", "-locations", "none", "-sort-messages"]
    _run("pyside6-lupdate", [*quiet, *(str(file) for file in files), "-ts", str(ts)])


def compile_to(ts: Path, qm: Path) -> None:
    """Write what the program loads."""
    _run("pyside6-lrelease", ["-silent", str(ts), "-qm", str(qm)])


def python_files(folder: Path) -> list[Path]:
    """The Python files of a folder, always in the same order."""
    return sorted(folder.rglob("*.py"))


def problems_of(ts: Path, qm: Path, code: Path) -> Iterator[str]:
    """What is wrong with a translation of the texts in ``code``, one sentence for each text."""
    yield from translatable.hidden_texts(python_files(code))
    if not ts.is_file():
        yield f"{ts.name} is missing"
        return
    known = messages(ts)
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / ts.name
        extract(python_files(code), fresh)
        wanted = {message.key: message for message in messages(fresh)}
        compiled = Path(folder) / qm.name
        compile_to(ts, compiled)
        stale = not qm.is_file() or qm.read_bytes() != compiled.read_bytes()
    yield from _unextracted(code, set(wanted))
    there = {message.key for message in known}
    yield from (f"not in {ts.name}: {message}" for key, message in wanted.items() if key not in there)
    for message in known:
        yield from (f"{problem} in {ts.name}: {message}" for problem in _faults(message, message.key in wanted))
    if stale:
        yield f"{qm.name} is not what {ts.name} compiles to"


def check() -> int:
    """Name what is out of step; 0 when nothing is."""
    found = [
        problem
        for language in LANGUAGES
        for problem in problems_of(FOLDER / f"stoa_{language}.ts", FOLDER / f"stoa_{language}.qm", CODE)
    ]
    for problem in found:
        print(problem)
    if found:
        say("translate what is named above in resources/i18n, then run python3 packaging/dev.py translate")
    return 1 if found else 0


def update() -> int:
    """Take over the texts of the code and compile; 1 while a text waits for its translation, which is named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        ts = FOLDER / f"stoa_{language}.ts"
        extract(python_files(CODE), ts)
        compile_to(ts, ts.with_suffix(".qm"))
    return check()


def main(arguments: Sequence[str]) -> int:
    """Update, or with --check compare; gives the exit code."""
    try:
        return check() if "--check" in arguments else update()
    except SetUpError as error:
        say(str(error))
        return 2


def _unextracted(code: Path, wanted: set[tuple[str, str]]) -> Iterator[str]:
    """The texts that lupdate did not see although the code asks for their translation."""
    for text in translatable.texts_of(python_files(code)):
        if (text.context, text.source) not in wanted:
            yield f'{text.place}: lupdate does not find {text.context}: "{text.source}"'


def _faults(message: Message, wanted: bool) -> Iterator[str]:  # noqa: FBT001  a fact, not a switch
    if not wanted or message.state in _GONE:
        yield "obsolete"
    elif message.state == "unfinished" or not all(message.forms):
        yield "unfinished"
    elif any(_placeholders(form) != _placeholders(message.source) for form in message.forms):
        yield "other placeholders than the English text"


def _placeholders(text: str) -> list[str]:
    return sorted(_PLACEHOLDER.findall(text))


def _run(tool: str, arguments: Sequence[str]) -> None:
    """Run a tool of PySide6; raises SetUpError with what it said when it fails."""
    command = [str(VENV / "bin" / tool), *arguments]
    try:
        finished = subprocess.run(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
    except OSError as error:
        raise SetUpError(f"{tool} cannot be started ({error.strerror}): delete .venv and start again.") from error
    if finished.returncode != 0:
        raise SetUpError(f"{tool} failed: {finished.stdout.strip()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
