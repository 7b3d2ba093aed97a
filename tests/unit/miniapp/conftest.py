"""Folders and packages to judge."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from stoa.miniapp.package import pack
from tests.unit.miniapp.catalogs import start

if TYPE_CHECKING:
    from stoa.miniapp.catalog import Catalog

MakeFolder = Callable[..., Path]
MakePackage = Callable[..., Path]
MakeZip = Callable[..., bytes]
PERMISSIONS = ("camera", "files", "share", "surveys")


def manifest_bytes(**members: Any) -> bytes:
    return json.dumps({"app_id": "org.example.recipes", "name": "Recipes"} | members).encode()


@pytest.fixture
def make_folder(tmp_path: Path) -> MakeFolder:
    """A folder with a manifest of the given members, an entry page, and more files."""

    def make(folder_name: str = "recipes", files: dict[str, bytes] | None = None, /, **members: Any) -> Path:
        folder = tmp_path / folder_name
        contents = {"index.html": b"<!doctype html>", "manifest.json": manifest_bytes(**members)} | (files or {})
        for path, data in contents.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        return folder

    return make


@pytest.fixture
def make_zip() -> MakeZip:
    """A zip of the given entries: (name or ZipInfo, contents), after manifest and entry page unless told otherwise."""

    def make(*entries: tuple[str | zipfile.ZipInfo, bytes], manifest: bytes | None = None, bare: bool = False) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            if not bare:
                archive.writestr("manifest.json", manifest or manifest_bytes())
                archive.writestr("index.html", b"<!doctype html>")
            for name, data in entries:
                archive.writestr(name, data)
        return target.getvalue()

    return make


@pytest.fixture
def special_entry() -> Callable[[str, int], zipfile.ZipInfo]:
    """A zip entry with a file mode, such as that of a symbolic link."""

    def make(name: str, mode: int) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = (mode | stat.S_IRUSR) << 16
        return info

    return make


@pytest.fixture
def make_package(make_folder: MakeFolder, tmp_path: Path) -> MakePackage:
    """A ``.ma`` file of the given version code."""

    def make(code: int = 1, files: dict[str, bytes] | None = None, **members: Any) -> Path:
        number = len(list(tmp_path.glob("*.ma")))
        folder = make_folder(f"source{number}", files, version={"code": code, "name": f"{code}.0"}, **members)
        file = tmp_path / f"{number}.ma"
        file.write_bytes(pack(folder))
        return file

    return make


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return start(tmp_path)
