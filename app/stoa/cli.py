"""The command line. Each command imports what it needs when it runs, so that none waits for another's parts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from stoa import __version__
from stoa.supervisor import OFF, RESTARTED, names_no_command

_DATA_DIR = click.option(
    "--data-dir", type=click.Path(path_type=Path, file_okay=False), help="Keep everything under this folder."
)

_WINDOW_OPTIONS = (
    _DATA_DIR,
    click.option("--picture", type=click.Path(path_type=Path, dir_okay=False),
                 help="Save a PNG of the window once it has painted."),
    click.option("--quit-after", type=click.FloatRange(min=0), metavar="SECONDS",
                 help="Close by itself after this many seconds."),
    click.option("--no-sandbox", is_flag=True,
                 help="Run mini-apps without Chromium's sandbox: needed as root, unwise otherwise."),
    click.option("--theme", type=click.Choice(["light", "dark", "system"]), help="Use this look for now."),
    click.option("--language", type=click.Choice(["en", "de"]), help="Use this language for now."),
    click.option("--size", metavar="WIDTHxHEIGHT", help="Open the window at this size."),
    click.option("--debugging-port", type=click.IntRange(1, 65535), hidden=True,
                 help="Open the engine's debugging port on loopback, for tests."),
    # The supervisor reads this one itself, before there is a command line.
    click.option(OFF, is_flag=True, expose_value=False,
                 help="Do not start again after a crash: for debuggers."),
    click.option(RESTARTED, is_flag=True, hidden=True, help="The supervisor started it after a crash."),
)  # fmt: skip
_Command = TypeVar("_Command", bound=Callable[..., object])
_Answer = TypeVar("_Answer")


class _RunByDefault(click.Group):
    """Without a command, run."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if names_no_command(args):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_RunByDefault, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="stoa")
def main() -> None:
    """A feed, a launcher, and one locked room for each mini-app."""


def _window_options(command: _Command) -> _Command:
    """The options of the commands that open the window."""
    for option in reversed(_WINDOW_OPTIONS):
        command = option(command)
    return command


@main.command()
@_window_options
def run(**options: object) -> None:
    """Open the window."""
    _start("", options)


@main.command("open")
@click.argument("target")
@_window_options
def open_target(target: str, **options: object) -> None:
    """Open a folder with an index.html, a .ma package, or a stoa:// link."""
    if not target.startswith("stoa:"):
        path = Path(target).absolute()
        if not path.exists():
            raise click.ClickException(f"{path} is not there: give a folder, a .ma package, or a stoa:// link.")
        target = str(path)
    _start(target, options)


@main.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON (docs/check.schema.json).")
@click.option("--fix", is_flag=True, help="Change what is mechanical first, and say what was changed.")
def check(folders: tuple[Path, ...], *, as_json: bool, fix: bool) -> None:
    """Say everything that is wrong with mini-app folders, and give a score. Exit code 1 when an error was found."""
    from stoa.authoring import checked

    worst = 0
    for folder in folders:
        report = _answered(partial(checked, folder, fix=fix))
        click.echo(report.to_json() if as_json else report.to_text())
        worst = max(worst, report.exit_code)
    sys.exit(worst)


@main.command()
@click.argument("name", type=click.Path(path_type=Path))
@click.option("--id", "app_id", metavar="ID", help="Its id, such as org.example.recipes; it never changes later.")
@click.option("--template", type=click.Choice(["plain", "typescript"]), default="plain", help="TypeScript uses Vite.")
def new(name: Path, app_id: str | None, template: str) -> None:
    """Make a folder NAME with a mini-app that signs in, stores, shares, asks a survey, and has a test of its own."""
    from stoa.authoring import new_app

    click.echo(_answered(lambda: new_app(name, app_id, template)))


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def keygen(file: Path) -> None:
    """Make a key that signs your mini-apps, in a file that only you can read."""
    from stoa.authoring import new_key

    click.echo(_answered(lambda: new_key(file)))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the package.")
@click.option(
    "--key", type=click.Path(path_type=Path, dir_okay=False), help="Sign it with the private key in this file."
)
@click.option(
    "--previous-key",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    help="A key that you signed with before, so that people can go on to the new one; oldest first.",
)
@click.option("--write-key", is_flag=True, help="Put the public key into manifest.json first.")  # fmt: skip
def pack(
    folder: Path, output: Path | None, key: Path | None, previous_key: tuple[Path, ...], *, write_key: bool
) -> None:
    """Pack a mini-app folder into one .ma file; the same files and key always give the same bytes."""
    from stoa.authoring import Packing, make_package

    target = output or Path(f"{folder.resolve().name}.ma")
    said, warnings = _answered(lambda: make_package(Packing(folder, target, key, previous_key, write_key)))
    for warning in warnings:
        click.echo(warning, err=True)
    click.echo(said)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@_DATA_DIR
def verify(file: Path, data_dir: Path | None) -> None:
    """Say who signed a .ma package. Exit code 0: signed; 1: refused; 3: sound, but nobody signed it."""
    from stoa.authoring import verdict
    from stoa.paths import user_paths

    said, code = _answered(lambda: verdict(file, user_paths(data_dir)))
    click.echo(said)
    sys.exit(code)


@main.command()
@click.argument("app")
@_DATA_DIR
def keys(app: str, data_dir: Path | None) -> None:
    """Print the public keys that verify the sign-in tokens an app gets here (a JWK set, RFC 7517).

    APP is the id of an installed mini-app, or the folder of one that runs where it is.
    """
    from stoa.authoring import key_set
    from stoa.paths import user_paths

    click.echo(_answered(lambda: key_set(app, Path(app), user_paths(data_dir))))


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--profile",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Open the mini-app under the launch profile in this file.",
)
@click.option("--junit", type=click.Path(path_type=Path, dir_okay=False), help="Write the results as JUnit XML.")
@click.option(
    "--report", type=click.Path(path_type=Path, dir_okay=False), help="Write a report with pictures as one HTML file."
)
@click.option("--smoke", "smoke_too", is_flag=True, help="Run the smoke run beside the folder's own tests.")
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def test(**options: Any) -> None:
    """Run the tests in a mini-app's folder tests/, or a smoke run where it has none, on a real host without a window.

    WORDS go on to pytest. Exit code 0: all passed; 1: some failed; 2: nothing could be run.
    """  # fmt: skip
    from stoa.testing.runner import TestRun, run

    sys.exit(run(TestRun(**options)))


def _answered(ask: Callable[[], _Answer]) -> _Answer:
    """What was asked for; an error on purpose ends the command with its sentence."""
    from stoa.contract.errors import StoaError

    try:
        return ask()
    except StoaError as error:
        raise click.ClickException(str(error)) from error


def _start(target: str, options: dict[str, object]) -> None:
    from stoa.contract.errors import StoaError
    from stoa.wiring import Options, run_window

    if options.pop("restarted"):
        # It may be what the program fell over.
        target = ""
    try:
        code = run_window(Options.read(target, options))
    except StoaError as error:
        raise click.ClickException(str(error)) from error
    sys.exit(code)
