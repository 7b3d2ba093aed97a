"""The mini-apps of this repository keep the rules that are told to everybody else."""

from pathlib import Path

from click.testing import CliRunner

from stoa.cli import main

ROOT = Path(__file__).resolve().parents[2]


def test_the_bundled_mini_apps_pass_the_check():
    folders = sorted(path.parent for path in (ROOT / "miniapps").glob("*/manifest.json"))
    answer = CliRunner().invoke(main, ["check", *map(str, folders)])
    assert answer.exit_code == 0, answer.output
    assert len(folders) >= 5
