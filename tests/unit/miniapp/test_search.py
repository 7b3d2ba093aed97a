"""Finding mini-apps."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from stoa.miniapp.app import MiniApp, Source
from stoa.miniapp.manifest import Manifest
from stoa.miniapp.search import AppIndex, search


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


def apps_by_chance(count: int) -> list[MiniApp]:
    chance = random.Random(7)
    parts = "ka lo mi ren ta vos ul".split()  # noqa: SIM905
    word = lambda: "".join(chance.choices(parts, k=2))  # noqa: E731  short-lived
    made = []
    for number in range(count):
        manifest = Manifest(
            app_id=f"org.{word()}.{word()}{number}", name=f"{word()} {word()}".title(), description=f"{word()} {word()}"
        )
        made.append(MiniApp(manifest, Path("/"), Source.BUNDLED, manifest.app_id))
    return made


def slow(apps: list[MiniApp], words: list[str]) -> list[str]:
    """The same by looking at every app."""
    ranked = []
    for app in apps:
        name, rest = app.manifest.name.lower(), f"{app.manifest.description}"
        ranks = [
            0 if name.startswith(word)
            else 1 if f" {word}" in name
            else 2 if word in name
            else 3 if word in rest or f".{word}" in f".{app.app_id}"
            else None
            for word in words
        ]  # fmt: skip
        if None not in ranks:
            ranked.append((max(rank or 0 for rank in ranks), name, app.key))
    return [key for *_, key in sorted(ranked)]


@pytest.mark.parametrize("text", ["ka", "re", "e", "vosul", "ta mi", "ul l", "k o", "nothing at all"])
def test_the_index_finds_what_a_look_at_every_app_finds(text: str) -> None:
    apps = apps_by_chance(300)
    index = AppIndex(apps)
    found = [app.key for app in index.search(text)]
    assert sorted(found) == sorted(slow(apps, text.split()))
    # By rank; those that only have it elsewhere are not sorted further.
    names = {app.key: app.manifest.name.lower() for app in apps}
    named = [key for key in slow(apps, text.split()) if all(word in names[key] for word in text.split())]
    assert [key for key in found if key in set(named)] == named


def test_a_blank_text_finds_all_by_rank() -> None:
    apps = apps_by_chance(20)
    index = AppIndex(apps)
    assert len(index.search(" ")) == 20
    assert index.search("", 3) == index.search("")[:3]


@pytest.mark.parametrize("text", ["ka", "ren vos"])
def test_with_a_limit_the_best_are_found(text: str) -> None:
    index = AppIndex(apps_by_chance(400))
    assert index.search(text, 5) == index.search(text)[:5]
    assert len(index.search(text, 5)) == 5


def test_the_words_of_the_id_are_found_by_their_beginning() -> None:
    assert [found.app_id for found in search(APPS, "example.q")] == ["org.example.q"]
    assert search(APPS, "xample") == []
