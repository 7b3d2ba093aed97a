"""Catalogs over a folder of bundled apps and one of installed packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.miniapp.catalog import Catalog

if TYPE_CHECKING:
    from pathlib import Path


def start(tmp_path: Path) -> Catalog:
    return Catalog(tmp_path / "bundled", tmp_path / "packages", ("share",))


def left(tmp_path: Path) -> list[str]:
    """What is among the packages, but for the manifests that are known."""
    names = (path.name for path in (tmp_path / "packages").iterdir())
    return sorted(name for name in names if name != ".manifests.json")
