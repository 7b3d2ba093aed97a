"""What the tabs of the workbench show of a real room, and what can be done in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from stoa.ui.theme import Theme
from stoa.workbench.bridge_tab import BridgeTab
from stoa.workbench.console_tab import ConsoleTab
from stoa.workbench.elements_tab import ElementsTab
from stoa.workbench.health_tab import HealthTab
from stoa.workbench.network_tab import NetworkTab
from stoa.workbench.storage_tab import BRIDGE, StorageTab

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stoa.workbench.entry_list import Line
    from stoa.workbench.log_tab import LogTab
    from tests.engine.workbench.conftest import Bench

SCRIPT = """
localStorage.setItem("colour", "green");
document.cookie = "visits=3";
console.error("It rained");
fetch("https://nowhere.example.com/a.json").catch(() => {});
stoa.storage.set({ key: "counter", value: 7 })
  .then(() => stoa.surveys.mine().catch(() => {}))
  .then(() => stoa.host.ready());
"""


@pytest.fixture
def show(bench: Bench) -> Iterator[Callable[[Any], Any]]:
    """Shows a tab while the test runs."""
    shown: list[Any] = []

    def show_it(tab: Any) -> Any:
        tab.resize(600, 500)
        tab.show()
        shown.append(tab)
        return tab

    yield show_it
    for tab in shown:
        tab.close()
        tab.deleteLater()


def clock() -> int:
    return 1_000


def found(tab: LogTab, text: str) -> list[Line]:
    return [line for line in tab.list.shown if text in line.spoken]


def test_calls_are_listed_with_their_verdict_and_what_would_change_it(bench: Bench, show: Callable[[Any], Any]) -> None:
    tab = show(BridgeTab(Theme("light")))
    bench.trial({"a.js": SCRIPT}, begun=tab.follow)
    bench.until(lambda: bool(found(tab, "host.ready")))
    (refused,) = found(tab, "surveys.mine")
    assert refused.chip == "not_declared"
    assert "surveys" in tab.in_full(refused)
    tab.list.search("storage")
    assert [line.title for line in tab.list.shown] == ["storage.set"]
    name, text = tab.exported()
    assert name == "bridge.json"
    assert [one["name"] for one in json.loads(text)] == ["storage.set"]


def test_requests_are_listed_with_the_rule_and_the_line_of_the_manifest(
    bench: Bench, show: Callable[[Any], Any]
) -> None:
    tab = show(NetworkTab(Theme("light")))
    bench.trial({"a.js": SCRIPT}, begun=tab.follow)
    bench.until(lambda: any(line.chip == "refused" for line in found(tab, "nowhere.example.com")))
    (refused,) = found(tab, "nowhere.example.com")
    assert 'add "https://nowhere.example.com" to network' in tab.in_full(refused)
    name, text = tab.exported()
    assert name.endswith(".har")
    assert "https://nowhere.example.com/a.json" in [
        entry["request"]["url"] for entry in json.loads(text)["log"]["entries"]
    ]


def test_what_is_kept_is_listed_changed_removed_and_cleared(bench: Bench, show: Callable[[Any], Any]) -> None:
    tab = show(StorageTab(Theme("light"), clock))
    trial = bench.trial({"a.js": SCRIPT}, begun=tab.follow)
    key = trial.room.caller.room_key
    bench.until(lambda: bool(found(tab, "colour")) and bool(found(tab, "counter")))
    assert {line.chip for line in found(tab, "counter")} == {BRIDGE}

    tab.list.choose(lambda line: line.title == "counter")
    tab._change("8")
    assert trial.stores.storage.get(key, "counter") == "8"
    tab._change("no JSON")
    assert trial.stores.storage.get(key, "counter") == "8"
    tab.list.choose(lambda line: line.title == "colour")
    tab._change("blue")
    bench.until(lambda: bool(found(tab, "blue")))
    assert {one["value"] for one in json.loads(tab.exported()[1])} >= {"8", "blue"}

    tab.list.choose(lambda line: line.title == "counter")
    tab._change(None)
    bench.until(lambda: not found(tab, "counter"))
    tab.forget()
    bench.until(lambda: not found(tab, "colour"))
    assert list(trial.stores.storage.keys(key)) == []


def test_the_console_tells_level_text_and_place(bench: Bench, show: Callable[[Any], Any]) -> None:
    tab = show(ConsoleTab(Theme("light"), clock))
    bench.trial({"a.js": SCRIPT}, begun=tab.follow)
    bench.until(lambda: bool(found(tab, "It rained")))
    (line,) = found(tab, "It rained")
    assert line.chip == "error"
    assert "a.js:4" in line.spoken
    assert "It rained" in tab.exported()[1]


def test_health_is_told_in_figures(bench: Bench, show: Callable[[Any], Any]) -> None:
    tab = show(HealthTab(Theme("light"), clock))
    bench.trial({"a.js": SCRIPT}, begun=tab.follow)
    tab.measure()
    bench.until(lambda: len(tab.exported()[1]) > 10)
    name, text = tab.exported()
    assert name.startswith("health")
    assert any(character.isdigit() for character in text)


def test_the_devtools_are_docked_and_let_go_with_their_trial(bench: Bench, show: Callable[[Any], Any]) -> None:
    tab = show(ElementsTab(Theme("light")))
    trial = bench.trial({"a.js": SCRIPT}, begun=tab.follow)
    assert trial.inspector is not None
    docked = trial.inspector.view()
    bench.until(lambda: tab.isAncestorOf(docked))
    tab.follow(None)
    assert not tab.isAncestorOf(docked) or not docked.isVisible()
