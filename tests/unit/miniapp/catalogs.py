"""Catalogs over a folder of bundled apps and one of installed packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.miniapp.catalog import Catalog

if TYPE_CHECKING:
    from pathlib import Path


def start(tmp_path: Path) -> Catalog:
    return Catalog(tmp_path / "bundled", tmp_path / "packages", ("share",))


def left(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "packages").iterdir())
