"""The command line: what it prints, where it writes, how it ends."""

from __future__ import annotations

import json
import os

import pytest
from click.testing import CliRunner

from stoa import __version__
from stoa.cli import main

MANIFEST = {
    "app_id": "org.example.hello",
    "name": "Hello",
    "description": "Says hello.",
    "author": {"name": "Example"},
    "version": {"code": 1, "name": "1.0"},
    "icons": [],
    "entry": "index.html",
}
PAGE = '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Hello</title></html>'


def invoke(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def hello(tmp_path):
    folder = tmp_path / "hello"
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps(MANIFEST))
    (folder / "index.html").write_text(PAGE)
    return folder


@pytest.fixture
def started(monkeypatch):
    """What would have been started, without a window."""
    import stoa.wiring

    asked = []
    monkeypatch.setattr(stoa.wiring, "run_window", lambda options: asked.append(options) or 0)
    return asked


def test_the_version_is_told():
    answer = invoke("--version")
    assert (answer.exit_code, answer.output) == (0, f"stoa, version {__version__}\n")


def test_without_a_command_the_window_opens(started):
    assert invoke().exit_code == 0
    assert invoke("--size", "800x600", "--theme", "dark").exit_code == 0
    assert [(options.target, options.size, options.theme) for options in started] == [
        ("", None, None),
        ("", (800, 600), "dark"),
    ]


def test_help_lists_every_command_and_hides_what_tests_need():
    text = invoke("--help").output
    names = ("run", "open", "check", "pack", "keygen", "verify", "keys", "test")
    assert [name for name in names if f"  {name}" not in text] == []
    assert "--debugging-port" not in invoke("run", "--help").output


def test_a_size_that_is_none_says_how_to_write_it(started):
    answer = invoke("run", "--size", "large")
    assert (answer.exit_code, started) == (1, [])
    assert "WIDTHxHEIGHT" in answer.output


def test_a_folder_is_opened_by_its_whole_path(started, hello, monkeypatch):
    monkeypatch.chdir(hello.parent)
    assert invoke("open", "hello").exit_code == 0
    assert invoke("open", "stoa://org.example.hello/page").exit_code == 0
    assert [options.target for options in started] == [str(hello), "stoa://org.example.hello/page"]


def test_opening_what_is_not_there_says_what_can_be_opened(started, tmp_path):
    answer = invoke("open", tmp_path / "nothing")
    assert (answer.exit_code, started) == (1, [])
    assert f"{tmp_path / 'nothing'} is not there" in answer.output
    assert "folder" in answer.output


def test_an_error_on_purpose_ends_with_its_sentence_alone(monkeypatch):
    import stoa.wiring
    from stoa.contract.errors import StoaError

    def refuse(_options):
        raise StoaError("The data folder cannot be made.")

    monkeypatch.setattr(stoa.wiring, "run_window", refuse)
    answer = invoke("run")
    assert (answer.exit_code, answer.output) == (1, "Error: The data folder cannot be made.\n")


def test_the_exit_code_of_the_window_is_the_programs(monkeypatch):
    import stoa.wiring

    monkeypatch.setattr(stoa.wiring, "run_window", lambda _options: 3)
    assert invoke("run").exit_code == 3


def test_check_names_every_finding_and_fails_on_an_error(hello):
    sound = invoke("check", hello)
    assert sound.exit_code == 0, sound.output
    (hello / "manifest.json").write_text(json.dumps({**MANIFEST, "permissions": [{"name": "fly"}], "entry": 7}))
    broken = invoke("check", hello, hello)
    assert broken.exit_code == 1
    assert broken.output.count('there is no permission "fly"') == 2
    assert "entry" in broken.output


def test_check_prints_json_for_programs(hello):
    report = json.loads(invoke("check", "--json", hello).output)
    assert "findings" in report


def test_check_of_no_folder_says_so(tmp_path):
    answer = invoke("check", tmp_path / "nothing")
    assert answer.exit_code == 1
    assert "Traceback" not in answer.output


def test_packing_twice_gives_the_same_bytes(hello, tmp_path, monkeypatch):
    first, second = tmp_path / "first.ma", tmp_path / "second.ma"
    assert invoke("pack", hello, "--output", first).exit_code == 0
    os.utime(hello / "index.html", (1, 1))
    (hello / "index.html").chmod(0o600)
    assert invoke("pack", hello, "-o", second).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
    monkeypatch.chdir(tmp_path)
    answer = invoke("pack", hello)
    assert (answer.exit_code, answer.output.split()[0]) == (0, "hello.ma")
    assert (tmp_path / "hello.ma").read_bytes() == first.read_bytes()


def test_a_broken_folder_is_not_packed(hello, tmp_path):
    (hello / "index.html").unlink()
    answer = invoke("pack", hello, "--output", tmp_path / "out.ma")
    assert answer.exit_code == 1
    assert "index.html" in answer.output
    assert not (tmp_path / "out.ma").exists()


def test_a_package_that_cannot_be_written_says_where(hello, tmp_path):
    answer = invoke("pack", hello, "--output", tmp_path / "no" / "such" / "out.ma")
    assert answer.exit_code == 1
    assert "could not be written" in answer.output
