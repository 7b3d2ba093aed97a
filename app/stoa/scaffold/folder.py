"""A new mini-app's folder, made from a template: all of it, or nothing."""

from __future__ import annotations

import re
import shutil
import unicodedata
from contextlib import suppress
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from stoa.contract.errors import StoaError
from stoa.miniapp.identifier import app_id_problem
from stoa.records import Record

if TYPE_CHECKING:
    from pathlib import Path

PLAIN, TYPESCRIPT = "plain", "typescript"
TEMPLATES = (PLAIN, TYPESCRIPT)
_NAME_MAX_CHARS = 80
# Files of a template that are named otherwise in the folder: as they are, tools would read them here already.
_RENAMED = {"gitignore": ".gitignore"}
_HOLE = re.compile(r"\{\{(\w+)\}\}")
_UNFIT_CHARS = frozenset('<>:"|?*\\&')


class ScaffoldError(StoaError):
    """A folder that was not made; the text says what to change. Nothing is left behind."""


class Wish(Record):
    """What is asked for: where, by which template, and under which id (None: one for trying things out)."""

    folder: Path
    template: str = PLAIN
    app_id: str | None = None

    @property
    def name(self) -> str:
        """The name people will read: that of the folder, its words apart and the first with a capital."""
        words = re.sub(r"[-_]+", " ", self.folder.name).strip()
        return words[:1].upper() + words[1:]

    @property
    def slug(self) -> str:
        """The name as a part of an id and of a package: a to z, digits and hyphens."""
        plain = unicodedata.normalize("NFKD", self.folder.name.casefold()).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        return slug if slug[:1].isalpha() else f"app-{slug}".strip("-")


def make_folder(wish: Wish, templates: Path, types: Path) -> str:
    """Make the folder and return its app id.

    ``templates`` holds a folder for each template, ``types`` is the bridge's ``stoa.d.ts``. Raises ScaffoldError when
    the folder exists, the name or the id is unfit, or it cannot be written.
    """
    app_id = wish.app_id or f"org.example.{wish.slug}"
    _judge(wish, app_id)
    values = {
        "app_id": app_id,
        "name": wish.name,
        "slug": wish.slug,
        "author": "You",
        "privacy_url": f"https://example.org/{wish.slug}/privacy",
    }
    try:
        wish.folder.parent.mkdir(parents=True, exist_ok=True)
        # Made beside its place, and put there when it is whole.
        made = wish.folder.parent / mkdtemp(prefix=f".{wish.slug}-", dir=wish.folder.parent)
    except OSError as error:
        raise ScaffoldError(f"{wish.folder} could not be made: {error.strerror}.") from error
    try:
        _fill(made, templates / wish.template, values)
        if wish.template == TYPESCRIPT:
            shutil.copyfile(types, made / "src" / types.name)
        made.chmod(0o755)
        _judge(wish, app_id)
        made.rename(wish.folder)
    except OSError as error:
        raise ScaffoldError(f"{wish.folder} could not be made: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            if made.exists():
                shutil.rmtree(made)
    return app_id


def _judge(wish: Wish, app_id: str) -> None:
    if wish.folder.exists() or wish.folder.is_symlink():
        raise ScaffoldError(f"{wish.folder} is there already, and nothing in it was changed: choose another name.")
    if not wish.name or len(wish.name) > _NAME_MAX_CHARS or _UNFIT_CHARS.intersection(wish.name):
        raise ScaffoldError(
            f'"{wish.folder.name}" is no name for a mini-app: take 1 to {_NAME_MAX_CHARS} letters, digits, spaces and '
            "hyphens."
        )
    if not wish.name.isprintable():
        raise ScaffoldError("The name has a character that cannot be seen: leave it out.")
    problem = app_id_problem(app_id)
    if problem is not None:
        raise ScaffoldError(f'"{app_id}" is no id: {problem}. Give one with --id, such as org.example.recipes.')


def _fill(target: Path, template: Path, values: dict[str, str]) -> None:
    for source in sorted(template.rglob("*")):
        if not source.is_file() or "__pycache__" in source.parts:
            continue
        place = target / source.relative_to(template)
        place = place.with_name(_RENAMED.get(place.name, place.name))
        place.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        # A name that is no hole of ours stays: double braces are also JavaScript's and CSS's.
        filled = _HOLE.sub(lambda hole: values.get(hole[1], hole[0]), text)
        place.write_text(filled, encoding="utf-8", newline="\n")
