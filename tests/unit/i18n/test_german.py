"""What the German file says, text by text; that it is in step with the code is proved in tests/processes."""

from __future__ import annotations

import re

import translations


def german_messages():
    return translations.messages(translations.FOLDER / "stoa_de.ts")


def test_every_text_is_finished():
    messages = german_messages()
    assert len(messages) > 400
    assert [str(message) for message in messages if message.state or not all(message.forms)] == []


def test_the_file_names_no_place_in_the_code():
    assert "<location" not in (translations.FOLDER / "stoa_de.ts").read_text("utf-8")


def test_placeholders_are_the_same_on_both_sides():
    marks = re.compile(r"\{\w*\}|%n")
    for message in german_messages():
        for form in message.forms:
            assert sorted(marks.findall(form)) == sorted(marks.findall(message.source)), str(message)


def test_file_patterns_of_choosers_are_the_same_on_both_sides():
    patterns = re.compile(r"\*\.\w+")
    for message in german_messages():
        assert patterns.findall(message.forms[0]) == patterns.findall(message.source), str(message)


def test_people_are_addressed_as_du():
    formal = re.compile(r"(?<=[a-zäöüß,] )(Sie|Ihnen|Ihre?[mnrs]?)\b")
    assert [str(message) for message in german_messages() if formal.search(message.forms[0])] == []


def test_german_marks_are_german():
    for message in german_messages():
        assert "“" not in message.forms[0] or "„" in message.forms[0], str(message)
        assert not re.search(r"\w…", message.forms[0]), str(message)
