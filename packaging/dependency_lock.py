"""The lock file packaging/requirements.txt: every dependency at one version, with the hashes of its files.

Its first line records a digest of the dependency lists in pyproject.toml, so that a list edited without
``dev.py lock`` is found. Why not uv.lock: docs/decisions/0004-lock-file-with-hashes.md.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tomllib
from typing import TYPE_CHECKING

from checkout import LOCK, OUT, PYPROJECT, VENV, SetUpError, say, step

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = "# dependencies of pyproject.toml, sha256: "


def digest(pyproject: str) -> str:
    """A digest of the dependency lists in the text of pyproject.toml; comments and order of keys do not count."""
    tables = tomllib.loads(pyproject)
    project = tables["project"]
    lists = {
        "python": project["requires-python"],
        "project": sorted(project["dependencies"]),
        "optional": project.get("optional-dependencies", {}),
        "groups": tables.get("dependency-groups", {}),
    }
    return hashlib.sha256(json.dumps(lists, sort_keys=True).encode()).hexdigest()


def complaint() -> str | None:
    """What is wrong with the lock file, or None when it is in step with pyproject.toml."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0] != _MARK + digest(PYPROJECT.read_text(encoding="utf-8")):
        return "packaging/requirements.txt was not made from this pyproject.toml: run python3 packaging/dev.py lock"
    if any(word in line for line in lines for word in ("--index-url", "--extra-index-url", "--find-links", "://")):
        return "packaging/requirements.txt names an address: it must hold names, versions and hashes only"
    return None


def make(arguments: Sequence[str]) -> None:
    """Write the lock file with uv; versions stay where they are unless ``--upgrade`` is among the arguments."""
    uv = shutil.which("uv", path=str(VENV / "bin")) or shutil.which("uv")
    if uv is None:
        raise SetUpError(f"uv makes the lock file and is not here. Type: {VENV / 'bin' / 'pip'} install uv")
    OUT.mkdir(exist_ok=True)
    draft = OUT / "requirements.txt"
    shutil.copyfile(LOCK, draft)  # uv keeps the versions it finds in its output file
    options = ["--group", "dev", "--universal", "--python-version", "3.11", "--generate-hashes"]
    quiet = ["--no-emit-index-url", "--no-header", "--quiet", "--output-file", str(draft)]
    step([uv, "pip", "compile", str(PYPROJECT), *options, *quiet, *arguments], "uv could not make the lock file.")
    body = draft.read_text(encoding="utf-8")
    LOCK.write_text(f"{_MARK}{digest(PYPROJECT.read_text(encoding='utf-8'))}\n{body}", encoding="utf-8")
    draft.unlink()
    say(f"wrote {LOCK}")
