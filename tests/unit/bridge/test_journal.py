"""What the journal keeps, and who hears of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from stoa.bridge.journal import ENTRIES_MAX, Answered, Entry, Journal
from stoa.bridge.message import preview

if TYPE_CHECKING:
    from tests.unit.bridge.conftest import Bench


def test_a_large_call_is_journalled_by_its_names(bench: Bench) -> None:
    bench.call("test.echo", {"text": "a" * 10_000})
    assert bench.journal.of_room(1)[-1].params.startswith("{text}")


@pytest.mark.parametrize("length", [10, 600])
def test_an_answered_call_is_journalled_as_it_would_be_at_once(bench: Bench, length: int) -> None:
    heard: list[Entry] = []
    bench.call("test.echo", {"text": "ü" * length, "times": 2})
    read = list(bench.journal)
    bench.journal.listen(heard.append)
    bench.call("test.echo", {"text": "ü" * length, "times": 2})
    assert [*heard, *heard] == list(bench.journal) == [*read, *heard]
    assert read[0]._replace(params="", result="") == Entry(1_000, 1, "org.example.app", "test.echo", "ok")
    assert read[0].params == preview(json.dumps({"text": "ü" * length, "times": 2}, ensure_ascii=False))
    assert read[0].result == preview(f'{{"text":"{"ü" * length}","times":2}}')


def test_the_journal_is_bounded_and_its_listeners_can_leave() -> None:
    journal = Journal()
    heard: list[Entry] = []
    leave = journal.listen(heard.append)
    entry = Entry(0, 1, "org.example.app", "a.b", "ok")
    for _ in range(ENTRIES_MAX + 10):
        journal.write(entry)
    leave()
    journal.write(entry)
    assert len(journal) == ENTRIES_MAX
    assert len(heard) == ENTRIES_MAX + 10
    assert len(preview("x" * 5000)) == 500


def test_a_call_becomes_one_entry_and_stays_it_for_whoever_reads() -> None:
    journal = Journal(2)
    for number in range(3):
        journal.write_answered(Answered(number, 1, "org.example.app", '{"jsonrpc":"2.0","method":"a.b"}', "7", 0.5))
    first, second = journal
    assert (first, len(journal)) == (Entry(1, 1, "org.example.app", "a.b", "ok", "", "{}", "7", 0.5), 2)
    assert [first is journal.of_room(1)[0], second is journal.of_room(1)[1]] == [True, True]
    journal.write(first)
    assert list(journal) == [second, first]


def test_a_listener_hears_what_it_asked_for() -> None:
    journal = Journal()
    heard: dict[str, list[str]] = {"all": [], "refused": []}
    leave = journal.listen(lambda entry: heard["all"].append(entry.name))
    journal.listen(lambda entry: heard["refused"].append(entry.name), {"denied"})
    answered = Answered(0, 1, "org.example.app", '{"jsonrpc":"2.0","method":"a.b"}', "7", 0.5)
    for line in (Entry(0, 1, "org.example.app", "c.d", "ok"), Entry(0, 1, "org.example.app", "e.f", "denied")):
        journal.write(line)
    journal.write_answered(answered)
    leave()
    journal.write_answered(answered)
    assert heard == {"all": ["c.d", "e.f", "a.b"], "refused": ["e.f"]}
    assert len(journal) == 4
