"""What the command line asked for, the language of the window, and the stores under a data folder."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import QLocale, Qt

from stoa.database.errors import DatabaseTooNewError
from stoa.paths import Paths
from stoa.wiring import language as languages
from stoa.wiring.language import install_language
from stoa.wiring.options import OptionError, Options
from stoa.wiring.stores import open_stores


@pytest.mark.parametrize(("text", "size"), [("1360x860", (1360, 860)), ("360X480", (360, 480)), (None, None)])
def test_a_size_is_read(text, size):
    options = Options.read("stoa://org.example.cards/", {"size": text, "no_sandbox": True, "theme": "dark"})
    assert (options.target, options.size, options.no_sandbox, options.theme) == (
        "stoa://org.example.cards/", size, True, "dark",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "1360", "x", "0x500", "500x0", "-5x500", "1e3x500", "10001x500", "500x10001", "٣x٣x٣"]
)
def test_a_size_that_is_none_says_how_to_write_one(text):
    with pytest.raises(OptionError, match="write it as WIDTHxHEIGHT, for example 1360x860"):
        Options.read("", {"size": text})


def test_nothing_asked_for_is_nothing():
    assert Options.read("", {}) == Options()


@pytest.fixture
def speaking(qapp, monkeypatch):
    """Makes the system speak a language; everything is put back afterwards."""
    locale, direction = QLocale(), qapp.layoutDirection()
    installed = []
    monkeypatch.setattr(qapp, "installTranslator", installed.append, raising=False)

    class System:
        def __init__(self, name):
            self._name = name

        def name(self):
            return self._name

    class Locale(QLocale):
        @staticmethod
        def system():
            return System(Locale.spoken)

    monkeypatch.setattr(languages, "QLocale", Locale)

    def speak(name):
        Locale.spoken = name

    speak.installed = installed
    yield speak
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(direction)


@pytest.mark.parametrize(
    ("system", "wanted", "used"),
    [
        ("de_DE", "system", "de"),
        ("de_DE", "en", "en"),
        ("en_GB", "de", "de"),
        ("fr_FR", "system", "en"),
        ("fr_FR", "tlh", "en"),
        ("C", "system", "en"),
    ],
)
def test_the_language_is_the_wanted_one_or_the_systems_or_english(speaking, qapp, tmp_path, system, wanted, used):
    speaking(system)
    assert install_language(qapp, wanted, tmp_path) == used
    assert QLocale().name().startswith(used)
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    ("wanted", "direction"),
    [("system", Qt.LayoutDirection.RightToLeft), ("en", Qt.LayoutDirection.LeftToRight)],
)
def test_a_language_written_from_the_right_turns_the_window_round(speaking, qapp, tmp_path, wanted, direction):
    speaking("ar_EG")
    assert install_language(qapp, wanted, tmp_path) == "en"
    assert qapp.layoutDirection() is direction


def test_a_translation_that_is_missing_leaves_english(speaking, qapp, tmp_path):
    speaking("de_DE")
    install_language(qapp, "de", tmp_path)
    assert not [made for made in speaking.installed if made.filePath().endswith("stoa_de.qm")]


def test_the_stores_open_over_one_database_and_keep(tmp_path):
    paths = Paths(tmp_path)
    stores = open_stores(paths, lambda: 1_000)
    stores.settings.set("theme", "dark")
    account = stores.accounts.ensure(1_000)
    stores.database.close()
    again = open_stores(paths, lambda: 2_000)
    assert again.settings.get("theme", "system") == "dark"
    assert again.accounts.current() == account
    assert again.moved_aside is None
    again.database.close()


def test_a_damaged_database_is_moved_aside_and_told(tmp_path):
    paths = Paths(tmp_path)
    paths.database.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    stores = open_stores(paths, lambda: 1_000)
    assert stores.moved_aside is not None
    assert stores.moved_aside.read_bytes().endswith(b"\xff")
    stores.database.close()


def test_a_database_of_a_newer_stoa_is_left_alone(tmp_path):
    paths = Paths(tmp_path)
    open_stores(paths, lambda: 1_000).database.close()
    with sqlite3.connect(paths.database) as database:
        database.execute("PRAGMA user_version = 9999")
    database.close()
    before = paths.database.read_bytes()
    with pytest.raises(DatabaseTooNewError):
        open_stores(paths, lambda: 1_000)
    assert paths.database.read_bytes() == before
