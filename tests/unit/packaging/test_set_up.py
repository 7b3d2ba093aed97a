import json
import os
import sys
import tomllib

import pytest

import dependency_lock
import dev
import virtual_env
from checkout import LOCK, PYPROJECT, SetUpError, quiet_step

PROJECT = '[project]\nrequires-python = ">=3.11"\ndependencies = {}\n[dependency-groups]\ndev = ["pytest>=8"]\n'


def pyproject(*dependencies):
    return PROJECT.format(json.dumps(dependencies))


def test_the_digest_changes_with_the_dependencies_only():
    first = dependency_lock.digest(pyproject("a>=1", "b>=2"))
    assert dependency_lock.digest(pyproject("b>=2", "a>=1") + "[tool.x]\ny = 1\n") == first
    assert dependency_lock.digest(pyproject("a>=1", "b>=3")) != first
    assert dependency_lock.digest(pyproject("a>=1", "b>=2").replace("pytest>=8", "pytest>=9")) != first


@pytest.fixture
def files(tmp_path, monkeypatch):
    for module, name in ((dependency_lock, "PYPROJECT"), (virtual_env, "PYPROJECT")):
        monkeypatch.setattr(module, name, tmp_path / "pyproject.toml")
    for module in (dependency_lock, virtual_env):
        monkeypatch.setattr(module, "LOCK", tmp_path / "requirements.txt")
    monkeypatch.setattr(virtual_env, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(virtual_env, "PYTHON", tmp_path / "python")
    (tmp_path / "pyproject.toml").write_text(pyproject("a>=1"))
    mark = f"# dependencies of pyproject.toml, sha256: {dependency_lock.digest(pyproject('a>=1'))}"
    (tmp_path / "requirements.txt").write_text(f"{mark}\na==1.2 \\\n    --hash=sha256:00\n")
    return tmp_path


def test_a_lock_made_from_this_project_is_in_step(files):
    assert dependency_lock.complaint() is None


def test_a_dependency_added_without_locking_is_found(files):
    (files / "pyproject.toml").write_text(pyproject("a>=1", "b>=2"))
    assert "run python3 packaging/dev.py lock" in dependency_lock.complaint()


def test_a_lock_that_names_an_address_is_refused(files):
    lock = files / "requirements.txt"
    lock.write_text(lock.read_text() + "--index-url https://example.org/simple\n")
    assert "names an address" in dependency_lock.complaint()


def test_without_uv_the_lock_command_says_how_to_get_it(files, monkeypatch):
    monkeypatch.setattr(dependency_lock.shutil, "which", lambda *_args, **_named: None)
    with pytest.raises(SetUpError, match="install uv"):
        dependency_lock.make([])


def test_every_locked_dependency_has_hashes():
    text = LOCK.read_text(encoding="utf-8").replace("\\\n", "")
    locked = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    wanted = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    assert len(locked) >= len(wanted)
    assert [line[:40] for line in locked if "--hash=sha256:" not in line or "==" not in line] == []


def test_a_second_start_finds_nothing_to_do_until_something_changed(files):
    assert not virtual_env.in_step()
    virtual_env.PYTHON.touch()
    virtual_env.STAMP.write_text(json.dumps(virtual_env.fingerprint()))
    assert virtual_env.in_step()
    (files / "requirements.txt").write_text("b==1\n")
    assert not virtual_env.in_step()


@pytest.mark.parametrize("stamp", ["", "[]", "{", '{"python": "2.7"}'])
def test_a_damaged_stamp_means_set_up_again(files, stamp):
    virtual_env.PYTHON.touch()
    virtual_env.STAMP.write_text(stamp)
    assert not virtual_env.in_step()


def test_an_environment_moved_here_from_elsewhere_is_made_anew(files):
    virtual_env.PYTHON.symlink_to(sys.executable)
    virtual_env.STAMP.write_text(json.dumps({"root": "/elsewhere"}))
    assert not virtual_env._is_usable()


class NoApt:
    def install(self, packages, reason):
        raise SetUpError(f"{reason}: {packages}")


def test_a_missing_venv_module_is_installed_by_its_exact_name(files, monkeypatch):
    monkeypatch.setattr(virtual_env.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(SetUpError, match=rf"python3\.{sys.version_info[1]}-venv"):
        virtual_env._make(NoApt())


def test_a_failing_step_shows_its_output_and_says_what_to_do(capsys):
    with pytest.raises(SetUpError, match="do this instead"):
        quiet_step([sys.executable, "-c", "print('why'); raise SystemExit(3)"], "do this instead")
    assert "why" in capsys.readouterr().err


@pytest.fixture
def started(monkeypatch):
    calls = []
    monkeypatch.setattr(dev.virtual_env, "prepare", lambda _apt: calls.append("set-up"))
    for name in dev.COMMANDS:
        monkeypatch.setitem(dev.COMMANDS, name, lambda rest, _apt, name=name: calls.append((name, rest)) or 7)
    return calls


def test_arguments_after_two_dashes_go_on_unchanged(started):
    assert dev.main(["run", "--", "--data-dir", "x y", "--", "-h"]) == 7
    assert started == ["set-up", ("run", ["--data-dir", "x y", "--", "-h"])]


def test_the_dashes_may_be_left_out(started):
    assert dev.main(["test", "-k", "survey"]) == 7
    assert started == ["set-up", ("test", ["-k", "survey"])]


def test_a_changed_dependency_list_can_be_locked_before_it_is_installed(started):
    assert dev.main(["lock"]) == 7
    assert started == [("lock", [])]


def test_what_a_person_must_do_ends_with_code_2(monkeypatch, capsys):
    def refuse(_apt):
        raise SetUpError("Type this line")

    monkeypatch.setattr(dev.virtual_env, "prepare", refuse)
    assert dev.main(["run"]) == 2
    assert capsys.readouterr().err == "stoa: Type this line\n"


def test_every_failing_step_of_check_is_named(monkeypatch, capsys):
    monkeypatch.setattr(
        dev, "_call", lambda command, _environment=None: int("format" in command or "mypy" in command[0])
    )
    monkeypatch.setattr(dev.dependency_lock, "complaint", lambda: None)
    assert dev.check([], NoApt()) == 1
    assert "check failed: format, types, types of packaging\n" in capsys.readouterr().err


def test_the_suite_runs_without_chromiums_sandbox_only_as_root(monkeypatch):
    seen = []
    monkeypatch.setattr(dev, "_call", lambda _command, environment: seen.append(environment) or 0)
    for user in (0, 1000):
        monkeypatch.setattr(os, "geteuid", lambda user=user: user)
        monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
        dev.test([], NoApt())
    assert [environment.get("QTWEBENGINE_DISABLE_SANDBOX") for environment in seen] == ["1", None]
    assert {environment["QT_QPA_PLATFORM"] for environment in seen} == {"offscreen"}


def test_what_the_suite_compiles_is_kept_beside_the_sources_whatever_the_shell_says(monkeypatch):
    seen = []
    monkeypatch.setattr(dev, "_call", lambda _command, environment: seen.append(environment) or 0)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    dev.test([], NoApt())
    assert "PYTHONDONTWRITEBYTECODE" not in seen[0]
    assert seen[0]["PYTHONPYCACHEPREFIX"] == str(dev.OUT / "compiled")
