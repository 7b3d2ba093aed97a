"""What README promises exists: its commands, its options, and its example is a mini-app without a fault."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from tests.architecture.source_files import APP, ROOT

from stoa.areas import AREAS
from stoa.miniapp.reading import read_manifest

README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAM_OPTIONS = ("--data-dir", "--picture", "--quit-after")


def example(language):
    found = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert len(found) == 1
    return found[0]


@pytest.fixture(scope="module")
def help_text():
    command = [sys.executable, str(ROOT / "packaging" / "dev.py"), "--help"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_commands_in_readme_exist(help_text):
    named = set(re.findall(r"packaging/dev\.py (\w+)", README))
    offered = set(re.findall(r"^    (\w+) {2,}\S", help_text, re.MULTILINE))
    assert {"run", "test", "check"} <= named
    assert named <= offered


@pytest.mark.parametrize("option", PROGRAM_OPTIONS)
def test_the_programs_options_are_explained_and_exist(option, help_text):
    assert f"`{option} " in README
    assert option in help_text
    assert f'"{option}"' in (APP / "stoa" / "cli.py").read_text(encoding="utf-8")


def test_the_examples_manifest_is_read_without_a_finding():
    permissions = {permission.name for area in AREAS for permission in area.permissions}
    assert read_manifest(example("json").encode(), permissions).findings == ()


def test_the_example_calls_only_what_the_bridge_offers():
    called = set(re.findall(r"\bstoa\.(\w+\.\w+)\(", example("js")))
    methods = {method.name: method for area in AREAS for method in area.methods}
    assert called
    assert called <= set(methods)
    wanted = {methods[name].permission for name in called} - {None}
    assert wanted == {permission["name"] for permission in json.loads(example("json"))["permissions"]}


def test_the_examples_page_obeys_the_policy_of_rooms():
    page = example("html")
    assert '<script src="/_stoa/stoa.js"></script>' in page
    assert re.findall(r"<script(?![^>]*\bsrc=)|\son\w+=", page) == []


def test_the_pages_readme_points_to_exist():
    local = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert [target for target in local if not (ROOT / target).exists()] == []


def test_documents_and_decisions_are_numbered_without_a_gap():
    numbers = [int(file.name[:4]) for file in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
