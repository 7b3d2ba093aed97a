"""Sentences of the layers below, told in the language of the window, and in step with those layers."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from tests.ui.i18n.conftest import messages

from stoa.areas import AREAS
from stoa.miniapp.address import parse_address
from stoa.miniapp.errors import AddressError
from stoa.services.feed.posts import Draft, FeedError, checked_draft
from stoa.services.identity.accounts import AccountError, clean_name
from stoa.services.syndication.feeds import SyndicationError, feed_address
from stoa.shell.permission_words import WORDS, permission_sentence, permission_title
from stoa.shell.refusal_words import SENTENCES, told

APP = Path(__file__).resolve().parents[3] / "app" / "stoa"
LAYERS = ("services", "miniapp", "database", "bridge")
PERMISSIONS = [permission for area in AREAS for permission in area.permissions]
# A template with less of its own would match anything.
_LEAST = 12


def templates():
    """Every text the layers below write, as a pattern in which anything stands for what is filled in."""
    for layer in LAYERS:
        for file in (APP / layer).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.JoinedStr):
                    parts = [re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in node.values]
                    own = sum(len(part.value) for part in node.values if isinstance(part, ast.Constant))
                    if own >= _LEAST:
                        yield re.compile("".join(parts), re.DOTALL)
                elif isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) >= _LEAST:
                    yield re.compile(re.escape(node.value))


def test_every_known_sentence_is_one_that_a_layer_below_writes():
    written = list(templates())
    lost = [sentence for sentence in SENTENCES if not any(pattern.fullmatch(sentence) for pattern in written)]
    assert lost == []


def test_every_known_sentence_keeps_what_it_was_filled_with(german):
    translations = {source: text for context, source, text in messages() if context == "Refusal"}
    for sentence in SENTENCES:
        filled = [f"gap{number}x" for number in range(sentence.count("{"))]
        said = told(sentence.format(*filled))
        assert said == translations[sentence].format(*filled)
        assert said != sentence.format(*filled)


@pytest.mark.parametrize(
    ("refused", "error", "german_text"),
    [
        (lambda: clean_name(""), AccountError, "Der Name ist leer: Schreib mindestens einen Buchstaben."),
        (lambda: clean_name("x" * 41), AccountError, "Der Name hat 41 Zeichen: Kürze ihn auf 40."),
        (lambda: checked_draft(Draft("")), FeedError, "Schreib etwas, füge ein Bild hinzu"),
        (lambda: checked_draft(Draft("x" * 9999)), FeedError, "Kürze den Text auf "),
        (lambda: feed_address("ftp://x"), SyndicationError, "Gib die Adresse eines Feeds oder einer Webseite an"),
        (lambda: parse_address("nonsense"), AddressError, "Ein Stoa-Link sieht aus wie"),
    ],
)
def test_a_real_refusal_is_told_in_german(german, refused, error, german_text):
    with pytest.raises(error) as caught:
        refused()
    assert told(caught.value).startswith(german_text)
    assert told(str(caught.value)) == told(caught.value)


def test_the_state_of_a_broken_feed_is_told_in_german(german):
    state = "news.example has trouble answering (503); Stoa tries again later."
    assert told(state) == "news.example hat Schwierigkeiten zu antworten (503); Stoa versucht es später wieder."


def test_what_fills_a_sentence_is_never_read_as_one(german):
    assert told("{0} {1!r} cannot be reached: check the address and your connection to the internet.") == (
        "{0} {1!r} ist nicht erreichbar: Prüfe die Adresse und deine Internetverbindung."
    )


def test_a_sentence_for_authors_stays_as_it_is(german):
    sentence = 'manifest.json:3: "icons" is refused: write a list.'
    assert told(sentence) == sentence


def test_in_english_every_sentence_stays_as_it_is():
    for sentence in SENTENCES:
        filled = sentence.format("one", "two", "three", "four")
        assert told(filled) == filled


def test_every_permission_has_its_words():
    wanted = {word for permission in PERMISSIONS for word in (permission.title, permission.sentence)}
    assert wanted == set(WORDS)


@pytest.mark.parametrize("permission", PERMISSIONS, ids=lambda permission: permission.name)
def test_every_permission_speaks_german(german, permission):
    assert permission_title(permission) != permission.title
    assert permission_sentence(permission) != permission.sentence
