"""The command line. Each command imports what it needs when it runs, so that none waits for another's parts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from stoa import __version__

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
)  # fmt: skip
_Command = TypeVar("_Command", bound=Callable[..., object])


class _RunByDefault(click.Group):
    """Without a command, run."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in {"-h", "--help", "--version"}):
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
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def check(folders: tuple[Path, ...], *, as_json: bool) -> None:
    """Say everything that is wrong with mini-app folders. Exit code 1 when an error was found."""
    from stoa.areas import METHOD_PERMISSIONS, PERMISSION_NAMES
    from stoa.check import check_folder

    worst = 0
    for folder in folders:
        report = check_folder(folder, PERMISSION_NAMES, METHOD_PERMISSIONS)
        click.echo(report.to_json() if as_json else report.to_text())
        worst = max(worst, report.exit_code)
    sys.exit(worst)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the package.")
def pack(folder: Path, output: Path | None) -> None:
    """Pack a mini-app folder into one .ma file; the same files always give the same bytes."""
    from stoa.areas import PERMISSION_NAMES
    from stoa.contract.errors import StoaError
    from stoa.miniapp.package import pack as pack_folder

    target = output or Path(f"{folder.resolve().name}.ma")
    try:
        data = pack_folder(folder, PERMISSION_NAMES)
        target.write_bytes(data)
    except StoaError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{target} could not be written: {error.strerror}.") from error
    click.echo(f"{target} ({len(data):,} bytes)")


@main.command()
@click.argument("app_id")
@_DATA_DIR
def keys(app_id: str, data_dir: Path | None) -> None:
    """Print the public keys that verify the sign-in tokens a mini-app gets here (a JWK set, RFC 7517)."""
    import json

    from stoa.contract.errors import StoaError
    from stoa.miniapp.identifier import app_id_problem
    from stoa.paths import user_paths
    from stoa.services.identity.keys import choose_secrets
    from stoa.services.identity.tokens import public_key_set
    from stoa.services.identity.vault import Vault

    if problem := app_id_problem(app_id):
        raise click.ClickException(f"{app_id} is no mini-app's id: {problem}.")
    vault = Vault(lambda: choose_secrets(user_paths(data_dir).secrets))
    try:
        click.echo(json.dumps(public_key_set([vault.signing_key(app_id)]), indent=2))
    except StoaError as error:
        raise click.ClickException(str(error)) from error


def _start(target: str, options: dict[str, object]) -> None:
    from stoa.contract.errors import StoaError
    from stoa.wiring import Options, run_window

    try:
        code = run_window(Options.read(target, options))
    except StoaError as error:
        raise click.ClickException(str(error)) from error
    sys.exit(code)
