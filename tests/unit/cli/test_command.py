"""The command lines that need no click, and that click reads them the same way."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from stoa import cli
from stoa.command import read

LINK = "stoa://org.example.cards/deck/1"
PLAIN = (
    [],
    ["run"],
    ["--no-sandbox"],
    ["run", "--data-dir", "/tmp/stoa here", "--size", "1360x860", "--quit-after", "2.5", "--theme", "dark"],
    ["open", LINK],
    ["open", "--language", "de", LINK, "--no-supervisor"],
    ["open", "--restarted", LINK],
    ["run", "--picture", "/tmp/a.png", "--debugging-port", "9222"],
    ["run", "--size", "1x1", "--size", "2x2"],
)
OTHERS = (
    ["--help"],
    ["--version"],
    ["run", "--help"],
    ["check", "folder"],
    ["open"],
    ["open", LINK, LINK],
    ["open", "folder"],
    ["run", LINK],
    ["run", "--size"],
    ["run", "--size", "--no-sandbox"],
    ["run", "--theme", "blue"],
    ["run", "--quit-after", "-1"],
    ["run", "--quit-after", "soon"],
    ["run", "--debugging-port", "0"],
    ["run", "--data-dir", __file__],
    ["run", "--picture", "/"],
    ["run", "--size=1x1"],
    ["run", "--", "x"],
)


@pytest.mark.parametrize("arguments", PLAIN)
def test_click_reads_the_same(arguments, monkeypatch):
    heard = []

    def start(target, options):
        heard.append(("" if options.pop("restarted") else target, options))

    monkeypatch.setattr(cli, "_start", start)
    result = CliRunner().invoke(cli.main, arguments)
    assert result.exit_code == 0, result.output
    assert [read(arguments)] == heard


@pytest.mark.parametrize("arguments", OTHERS)
def test_what_is_to_be_explained_is_left_to_click(arguments):
    assert read(arguments) is None


def test_paths_are_paths():
    asked = read(["run", "--data-dir", "/tmp/x"])
    assert asked is not None
    assert asked[1]["data_dir"] == Path("/tmp/x")
