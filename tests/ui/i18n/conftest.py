"""German over the window's parts and over the whole program, taken off again after each test."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget
from tests.ui.shell.conftest import RECIPES, bundled, start, turns

from stoa import paths
from stoa.ui.pressable import Pressable
from stoa.wiring.language import install_language
from stoa.wiring.options import Options

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["RECIPES", "Options", "bundled", "english_in", "messages", "spoken_by", "start", "turns"]

ROOT = Path(__file__).resolve().parents[3]
_GAP = re.compile(r"\{\w*\}")
# A pattern with less than this of its own would take any text for English.
_LEAST_LETTERS = 4


@pytest.fixture
def languages(qapp) -> Iterator[None]:
    """Takes every language off that a test puts on, and gives back the locale."""
    before, locale = set(qapp.findChildren(QTranslator)), QLocale()
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)


@pytest.fixture
def german(qapp, languages) -> None:
    """The window speaks German."""
    assert install_language(qapp, "de", paths.resources()) == "de"


@cache
def messages() -> tuple[tuple[str, str, str], ...]:
    """Context, English and German of every text."""
    found = []
    for context in ET.parse(ROOT / "resources/i18n/stoa_de.ts").iter("context"):
        for message in context.iter("message"):
            found.append((context.findtext("name"), message.findtext("source"), message.findtext("translation")))
    return tuple(found)


@cache
def _english() -> list[re.Pattern[str]]:
    """What the window must not say: every English text that reads otherwise in German, whatever fills its gaps."""
    german = {text for _context, _source, text in messages()}
    return [
        re.compile(".+".join(re.escape(part) for part in _GAP.split(source)), re.DOTALL)
        for _context, source, text in messages()
        if source != text and source not in german and sum(map(str.isalpha, _GAP.sub("", source))) >= _LEAST_LETTERS
    ]


def spoken_by(root: QWidget) -> Iterator[tuple[str, str]]:
    """Each text that a widget and all in it show or tell a screen reader, with the name of the widget's class."""
    for widget in (root, *root.findChildren(QWidget)):
        kind = type(widget).__name__
        texts = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
        if isinstance(widget, QLabel | QAbstractButton | Pressable):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            texts.append(widget.placeholderText())
        if isinstance(widget, QMenu):
            texts += [action.text() for action in widget.actions()]
        for text in texts:
            for part in filter(None, re.split(r" · |\n", text)):
                yield kind, part.strip()


def english_in(root: QWidget, own: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """What is still English in a part of the window; ``own`` is what people and mini-apps wrote themselves."""
    return sorted(
        {
            (kind, text)
            for kind, text in spoken_by(root)
            if text not in own and any(pattern.fullmatch(text) for pattern in _english())
        }
    )
