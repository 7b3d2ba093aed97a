"""A call is made by hand with a form from the contract, and the bridge's lines are filtered and copied."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest


class Trial:
    """Answers every call with what it was asked."""

    def __init__(self):
        from stoa.bridge.journal import Journal

        self.journal = Journal()
        self.look = SimpleNamespace(is_dressing=False)

    def call(self, raw, reply):
        asked = json.loads(raw)
        reply(json.dumps({"jsonrpc": "2.0", "id": asked["id"], "result": asked["params"]}))


@pytest.fixture
def tab(theme, shown):
    from stoa.workbench.bridge_tab import BridgeTab

    made = BridgeTab(theme)
    shown(made, width=520, height=700)
    made.follow(Trial())
    return made


def entry(name, verdict, params="{}"):
    from stoa.bridge.journal import Entry

    return Entry(1_000, 1, "org.example.a", name, verdict, "a rule", params)


def titles(tab):
    return [line.title for line in tab.list.shown]


def test_a_call_is_sent_and_its_answer_shown(tab):
    form = tab.form
    form.choose("storage.set")
    form.controls["key"].setText("last")
    form.controls["value"].setPlainText("[1, 2]")
    form.send()
    assert json.loads(form.answer.toPlainText()) == {"key": "last", "value": [1, 2]}
    assert form.code() == 'await stoa.storage.set({"key": "last", "value": [1, 2]});'


def test_what_cannot_be_sent_is_named(tab):
    tab.form.choose("storage.set")
    tab.form.send()
    assert tab.form.problem.text() == "value is needed."


def test_every_method_of_the_contract_has_its_form(tab):
    from stoa.areas import AREAS
    from stoa.trial.call_form import fields_of

    for method in (one for area in AREAS for one in area.methods):
        tab.form.choose(method.name)
        assert list(tab.form.controls) == [field.name for field in fields_of(method)]


def test_what_the_checks_told_the_page_says_so(tab):
    tab.trial.look.is_dressing = True
    tab.trial.journal.write(entry("theme.didChange", "event"))
    tab.trial.look.is_dressing = False
    tab.trial.journal.write(entry("theme.didChange", "event"))
    assert [line.end for line in tab.list.shown] == ["by the checks", ""]


def test_lines_are_filtered_by_area_verdict_and_text(tab):
    for one in (entry("storage.get", "ok"), entry("share.post", "denied"), entry("theme.didChange", "event")):
        tab.trial.journal.write(one)
    assert titles(tab) == ["storage.get", "share.post", "theme.didChange"]
    for kind, expected in (("storage.", "storage.get"), ("=denied", "share.post"), ("!", "share.post"),
                           ("=event", "theme.didChange")):  # fmt: skip
        tab.show_only(kind)
        assert titles(tab) == [expected]
    tab.show_only("")
    tab.field.setText("POST")
    assert titles(tab) == ["share.post"]


def test_the_chosen_call_is_copied_as_code(tab, qapp):
    tab.trial.journal.write(entry("storage.get", "ok", '{"key": "a"}'))
    assert not tab.copy.isEnabled()
    tab.list.choose(lambda line: line.title == "storage.get")
    tab.copy.click()
    assert qapp.clipboard().text() == 'await stoa.storage.get({"key": "a"});'
