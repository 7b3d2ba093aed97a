"""Finding mini-apps."""

from __future__ import annotations

from pathlib import Path

import pytest

from stoa.miniapp.app import MiniApp, Source
from stoa.miniapp.manifest import Manifest
from stoa.miniapp.search import search


def app(name: str, **members: object) -> MiniApp:
    manifest = Manifest(app_id=f"org.example.{name[0].lower()}", name=name, **members)
    return MiniApp(manifest, Path("/"), Source.BUNDLED, manifest.app_id)


APPS = [
    app("Recipes", description="Cook what you have.", categories=("food",)),
    app("Quick recipes", short_name="Quickies"),
    app("Precise", description="A scale."),
    app("Café Müller"),
]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["Café Müller", "Precise", "Quick recipes", "Recipes"]),
        ("  ", ["Café Müller", "Precise", "Quick recipes", "Recipes"]),
        ("rec", ["Recipes", "Quick recipes", "Precise"]),
        ("RECI", ["Recipes", "Quick recipes", "Precise"]),
        ("cafe", ["Café Müller"]),
        ("MULLER", ["Café Müller"]),
        ("food", ["Recipes"]),
        ("quickies", ["Quick recipes"]),
        ("org.example.p", ["Precise"]),
        ("cook rec", ["Recipes"]),
        ("cook scale", []),
        ("nothing", []),
    ],
)
def test_apps_are_found_best_first(text: str, names: list[str]) -> None:
    assert [found.manifest.name for found in search(APPS, text)] == names
