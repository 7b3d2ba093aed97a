"""``stoa new``: folders that pass the check with 100, and are never written over."""

from __future__ import annotations

import ast
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from stoa.areas import METHOD_PERMISSIONS, SINCE
from stoa.check import check_folder
from stoa.cli import main
from stoa.paths import miniapps, resources
from stoa.permissions import PERMISSION_NAMES
from stoa.scaffold import ScaffoldError, Wish, make_folder
from stoa.scaffold.folder import TEMPLATES, TYPESCRIPT
from stoa.testing.runner import COULD_NOT_RUN, TestRun, run

TYPES = miniapps() / "_sdk" / "stoa.d.ts"


def make(folder: Path, template: str = "plain", app_id: str | None = None) -> str:
    return make_folder(Wish(folder, template, app_id), resources() / "templates", TYPES)


def test_a_plain_mini_app_passes_the_check_with_100(tmp_path: Path) -> None:
    folder = tmp_path / "my-first_app"
    assert make(folder) == "org.example.my-first-app"
    report = check_folder(folder, PERMISSION_NAMES, METHOD_PERMISSIONS, SINCE)
    assert (report.findings, report.score) == ((), 100)
    assert json.loads((folder / "manifest.json").read_text())["name"] == "My first app"
    assert [path.name for path in tmp_path.iterdir()] == ["my-first_app"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_signs_in_stores_shares_asks_and_has_a_test(template: str, tmp_path: Path) -> None:
    folder = tmp_path / "app"
    make(folder, template, "com.example.app")
    code = "".join(path.read_text() for path in folder.rglob("app.[jt]s"))
    assert set(re.findall(r"stoa\.(\w+\.\w+)\(", code)) >= {
        "identity.signIn", "storage.set", "storage.get", "share.post", "surveys.create", "host.ready",
    }  # fmt: skip
    (test,) = folder.glob("tests/test_*.py")
    names = [node.name for node in ast.walk(ast.parse(test.read_text())) if isinstance(node, ast.FunctionDef)]
    assert names
    assert all(name.startswith("test_") for name in names)
    (manifest,) = folder.rglob("manifest.json")
    assert json.loads(manifest.read_text())["app_id"] == "com.example.app"
    left = [path.name for path in folder.rglob("*") if path.is_file() and "{{" in path.read_text()]
    assert left == []


def test_typescript_has_the_bridges_types_and_builds_without_inline_scripts(tmp_path: Path) -> None:
    folder = tmp_path / "Größe 2"
    assert make(folder, TYPESCRIPT) == "org.example.grosse-2"
    assert (folder / "src/stoa.d.ts").read_bytes() == TYPES.read_bytes()
    assert json.loads((folder / "package.json").read_text())["name"] == "grosse-2"
    assert (folder / ".gitignore").is_file()
    config = (folder / "vite.config.ts").read_text()
    assert "modulePreload: false" in config
    assert "assetsInlineLimit: 0" in config


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("there", "link"):
        with pytest.raises(ScaffoldError, match="is there already"):
            make(tmp_path / name)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["a<b", "--", "x" * 81, 'say "hi"', "a\x07b"])
def test_an_unfit_name_is_refused_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    with pytest.raises(ScaffoldError):
        make(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_an_unfit_id_is_refused_with_an_example(tmp_path: Path) -> None:
    with pytest.raises(ScaffoldError, match="--id, such as"):
        make(tmp_path / "a", app_id="Recipes")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_filled_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(ScaffoldError, match="No space left"):
        make(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


def test_the_command_makes_checks_and_mends(tmp_path: Path) -> None:
    def run(*arguments: object) -> tuple[int, str]:
        answer = CliRunner().invoke(main, [str(argument) for argument in arguments])
        return answer.exit_code, answer.output

    folder = tmp_path / "hello"
    code, text = run("new", folder)
    assert code == 0
    assert f"stoa check {folder}" in text
    assert run("new", folder)[0] == 1
    page = folder / "index.html"
    page.write_text(page.read_text().replace(' lang="en"', ""))
    assert "score 98 of 100 (accessibility -2)" in run("check", folder)[1]
    code, text = run("check", "--fix", folder)
    assert 'index.html: changed: lang="en" added to <html>' in text
    assert "score 100 of 100" in text


def test_typescript_that_was_not_built_says_what_to_run_and_what_was_built_is_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "hello"
    told = CliRunner().invoke(main, ["new", "--template", "typescript", str(folder)]).output
    assert "npm install && npm run build" in told
    assert f"stoa open {folder}\n" in told
    answer = CliRunner().invoke(main, ["check", str(folder)])
    assert answer.exit_code == 1
    assert "fix: run npm install and npm run build in it" in answer.output
    assert run(TestRun(folder)) == COULD_NOT_RUN
    assert "npm run build" in capsys.readouterr().err
    build_by_hand(folder)
    answer = CliRunner().invoke(main, ["check", str(folder)])
    assert f"{folder / 'dist'}: score 100 of 100" in answer.output


def build_by_hand(folder: Path) -> None:
    """What a build puts into ``dist``, made of the plain template: tests have no Node.js."""
    plain = folder.parent / "plain"
    make(plain, app_id=json.loads((folder / "public/manifest.json").read_text())["app_id"])
    shutil.copytree(plain, folder / "dist", ignore=shutil.ignore_patterns("tests"))
