"""The command line as it is mostly written: the window is opened without reading what reads and explains all others.

Importing click, with what it imports, is 18 ms of a start. ``read`` understands the options of ``run``
and of ``open`` with a link, well written; anything else is for click (``stoa.cli``), which has the same options, tells
what is wrong with them, and has the other commands.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from stoa.late_modules import STANDARD, postpone
from stoa.supervisor import OFF, RESTARTED, names_no_command

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def main() -> None:
    """Do what the command line asks for."""
    postpone(STANDARD)
    if (asked := read(sys.argv[1:])) is not None:
        # Nothing that reads command lines has a use for either.
        from stoa.contract.errors import StoaError
        from stoa.wiring import Options, run_window

        target, values = asked
        try:
            code = run_window(Options.read(target, values))
        except StoaError as error:
            sys.stderr.write(f"Error: {error}\n")
            code = 1
        sys.exit(code)
    from stoa.cli import main as command_line

    command_line(prog_name="stoa")


def read(arguments: Sequence[str]) -> tuple[str, dict[str, object]] | None:
    """What to open, or nothing, and the options by name; None where click has to look at it."""
    words = list(arguments)
    command = "run" if names_no_command(words) else words.pop(0)
    if command not in {"run", "open"}:
        return None
    values: dict[str, object] = {**dict.fromkeys(_READERS), **dict.fromkeys(_FLAGS.values(), False)}
    targets: list[str] = []
    while words:
        word = words.pop(0)
        name = word.removeprefix("--").replace("-", "_")
        if word in _FLAGS:
            values[_FLAGS[word]] = True
        elif word.startswith("--") and name in _READERS and words and not words[0].startswith("-"):
            if (value := _READERS[name](words.pop(0))) is None:
                return None
            values[name] = value
        elif command == "open" and word.startswith("stoa:"):
            targets.append(word)
        else:
            return None
    if len(targets) != (command == "open"):
        return None
    del values[_FLAGS[OFF]]
    # After a fall: what it was to open may be what the program fell over.
    was_restarted = values.pop(_FLAGS[RESTARTED])
    return ("" if was_restarted else "".join(targets)), values


def _folder(text: str) -> Path | None:
    path = _path(text)
    return None if not text or path.is_file() else path


def _file(text: str) -> Path | None:
    path = _path(text)
    return None if not text or path.is_dir() else path


def _path(text: str) -> Path:
    # Imported with this module, it would read what is postponed before that has been said.
    from pathlib import Path

    return Path(text)


def _seconds(text: str) -> float | None:
    return float(text) if text.replace(".", "", 1).isdecimal() else None


def _port(text: str) -> int | None:
    return int(text) if text.isdecimal() and 0 < int(text) <= 65535 else None


def _one_of(*names: str) -> Callable[[str], str | None]:
    return lambda text: text if text in names else None


_FLAGS = {"--no-sandbox": "no_sandbox", OFF: "no_supervisor", RESTARTED: "restarted"}
_READERS: dict[str, Callable[[str], object]] = {
    "data_dir": _folder,
    "picture": _file,
    "quit_after": _seconds,
    "theme": _one_of("light", "dark", "system"),
    "language": _one_of("en", "de"),
    "size": lambda text: text or None,
    "debugging_port": _port,
}
