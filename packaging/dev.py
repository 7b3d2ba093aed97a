"""Everything a developer starts: ``dev.py run|test|check|translate|bench|soak|shots|lock [-- arguments]``.

Needs Python 3.11 and its standard library only. The first start does the set-up: .venv with the pinned
dependencies, and the system libraries that Qt wants. Later starts find it done and go straight on.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

if sys.version_info < (3, 11):  # noqa: UP036  this file is also started by Pythons that the project does not support
    sys.exit(f"stoa: Python 3.11 or newer is needed; this is {sys.version_info[0]}.{sys.version_info[1]}.")

from typing import TYPE_CHECKING

import dependency_lock
import program
import virtual_display
import virtual_env
from checkout import OUT, PYTHON, ROOT, VENV, SetUpError, say
from debian import Apt, is_installed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TRANSLATIONS = (str(PYTHON), str(ROOT / "packaging" / "translations.py"))
PROGRAM_OPTIONS = """\
arguments after -- go to the program (run), to pytest (test), to the script (bench, soak, shots) or to uv (lock).

the program's options:
  --data-dir DIR          keep everything in DIR instead of the user's own folder
  --picture FILE          save a picture of the window once it has painted
  --quit-after SECONDS    close the window by itself

examples:
  python3 packaging/dev.py run -- --data-dir /tmp/try --quit-after 10
  python3 packaging/dev.py test -- tests/unit -k survey
"""


def run(arguments: Sequence[str], apt: Apt) -> int:
    """Start Stoa; without a display on a virtual one, with a picture of the first paint."""
    return program.start(arguments, apt)


def test(arguments: Sequence[str], _apt: Apt) -> int:
    """Run the tests; without arguments all of them, with the coverage floors."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **_sandbox()}
    # The suite starts the program dozens of times: what is compiled once is kept, and not among the sources.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(OUT / "compiled")
    return _call([str(PYTHON), str(ROOT / "packaging" / "suite.py"), *arguments], environment)


def check(_arguments: Sequence[str], _apt: Apt) -> int:
    """Check format, lint, types, layers, generated files, translations and lock file, and name every failing step."""
    scripts = sorted(str(file) for file in (ROOT / "packaging").glob("*.py"))
    types_of_packaging = {**os.environ, "MYPYPATH": str(ROOT / "packaging")}
    steps: tuple[tuple[str, list[str], dict[str, str] | None], ...] = (
        ("format", [_tool("ruff"), "format", "--check", "."], None),
        ("lint", [_tool("ruff"), "check", "."], None),
        ("types", [_tool("mypy")], None),
        ("types of packaging", [_tool("mypy"), *scripts], types_of_packaging),
        ("layers", [_tool("lint-imports")], None),
        ("generated files", [str(PYTHON), str(ROOT / "packaging" / "generate.py"), "--check"], None),
        ("translations in step", [*_TRANSLATIONS, "--check"], None),
    )
    failed = []
    for name, command, environment in steps:
        say(f"check: {name}")
        if _call(command, environment) != 0:
            failed.append(name)
    complaint = dependency_lock.complaint()
    if complaint:
        say(complaint)
        failed.append("lock file")
    say(f"check failed: {', '.join(failed)}" if failed else "check passed")
    return 1 if failed else 0


def translate(_arguments: Sequence[str], _apt: Apt) -> int:
    """Bring the translations in step with the texts of the code, and name what waits for a translator."""
    return _call(_TRANSLATIONS)


def bench(arguments: Sequence[str], apt: Apt) -> int:
    """Measure, and print one JSON; --peer chromium measures Chromium beside, --write makes docs/speed.md."""
    if "--peer" in arguments and "chromium" in arguments and not is_installed("chromium"):
        apt.install(["chromium"], "The peer of the bench is missing")
    return _on_virtual_display(ROOT / "tests" / "bench" / "run.py", arguments, apt)


def soak(arguments: Sequence[str], apt: Apt) -> int:
    """Open, crash and close rooms over and over, and say what has leaked; --minutes N (10) or --rounds N."""
    return _on_virtual_display(ROOT / "tests" / "soak" / "run.py", arguments, apt)


def shots(arguments: Sequence[str], apt: Apt) -> int:
    """Make the pictures of every screen in docs/pictures."""
    fonts = [font for font in ("fonts-inter", "fonts-noto-color-emoji") if not is_installed(font)]
    if fonts:
        apt.install(fonts, "The fonts of the pictures are missing")
    return _on_virtual_display(ROOT / "tests" / "support" / "shots.py", arguments, apt)


def lock(arguments: Sequence[str], _apt: Apt) -> int:
    """Make packaging/requirements.txt anew from pyproject.toml; -- --upgrade takes newer versions."""
    dependency_lock.make(arguments)
    return 0


COMMANDS: dict[str, Callable[[Sequence[str], Apt], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "translate": translate,
    "bench": bench,
    "soak": soak,
    "shots": shots,
    "lock": lock,
}


def main(arguments: Sequence[str]) -> int:
    """Do the set-up, then the command; gives the exit code, 2 when a person must do something first."""
    command = _parser().parse_args(arguments[:1]).command  # the rest is not this parser's to understand
    rest = list(arguments[2:] if arguments[1:2] == ["--"] else arguments[1:])
    apt = Apt()
    try:
        if command != "lock":  # a changed dependency list is locked before it can be installed
            virtual_env.prepare(apt)
        return COMMANDS[command](rest, apt)
    except SetUpError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    """The commands, each with its docstring as help."""
    parser = argparse.ArgumentParser(
        prog="python3 packaging/dev.py",
        description="Sets up this checkout on first use, then runs one command.",
        epilog=PROGRAM_OPTIONS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=command.__doc__)
    return parser


def _tool(name: str) -> str:
    """The path of a command in .venv."""
    return str(VENV / "bin" / name)


def _sandbox() -> dict[str, str]:
    """As root Chromium's sandbox aborts: tests, benchmarks and pictures go without; the program has its own flag."""
    return {"QTWEBENGINE_DISABLE_SANDBOX": "1"} if os.geteuid() == 0 else {}


def _call(command: Sequence[str], environment: dict[str, str] | None = None) -> int:
    """Run a command in the checkout and give its exit code."""
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def _on_virtual_display(script: os.PathLike[str], arguments: Sequence[str], apt: Apt) -> int:
    """Run a script of the tests on a display of known size, so that its results do not hang on this desktop."""
    virtual_display.provide(apt)
    with virtual_display.virtual_display({**os.environ, **_sandbox()}) as environment:
        return _call([str(PYTHON), os.fspath(script), *arguments], environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
