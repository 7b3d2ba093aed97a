"""What can be pressed in the tabs of the workbench, on a real room: each of their buttons, fields and menus."""

from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from stoa.ui.theme import Theme
from stoa.workbench.bridge_tab import BridgeTab
from stoa.workbench.console_tab import ConsoleTab
from stoa.workbench.elements_tab import ElementsTab
from stoa.workbench.health_tab import HealthTab
from stoa.workbench.network_tab import NetworkTab
from stoa.workbench.storage_tab import StorageTab

SCRIPT = """
console.error("It rained");
fetch("/index.html?again");
const asked = indexedDB.open("notes", 1);
asked.onupgradeneeded = () => asked.result.createObjectStore("lines").put("Water the plants", "first");
asked.onsuccess = () => { asked.result.close(); sessionStorage.setItem("open", "yes"); stoa.host.ready(); };
"""


@pytest.fixture
def show(bench):
    """Shows a tab of a trial while the test runs."""
    shown = []

    def show_it(tab):
        shown.append(tab)
        tab.resize(600, 600)
        tab.show()
        return bench.trial({"a.js": SCRIPT}, begun=tab.follow)

    yield show_it
    for tab in shown:
        tab.close()
        tab.deleteLater()


def clock():
    return 1_000


def titles(tab):
    return [line.title for line in tab.list.shown]


def shown_line(tab, text):
    return next((line for line in tab.list.shown if text in line.spoken), None)


def test_a_call_is_filled_in_sent_and_listed(bench, show):
    tab = BridgeTab(Theme("light"))
    trial = show(tab)
    tab.by_hand.click()
    tab.form.choose("storage.set")
    tab.form.controls["key"].setText("by hand")
    tab.form.controls["value"].setPlainText("[7]")
    tab.form.send_button.click()
    bench.until(lambda: "storage.set" in titles(tab))
    assert bench.run(trial.room, "return (await stoa.storage.get({key: 'by hand'})).value") == [7]
    tab.list.choose(lambda line: line.title == "storage.set")
    tab.copy.click()
    assert QGuiApplication.clipboard().text().startswith("await stoa.storage.set({")


def test_the_menu_of_the_bridge_narrows_and_its_bin_empties(bench, show):
    tab = BridgeTab(Theme("light"))
    trial = show(tab)
    bench.run(trial.room, "return stoa.surveys.mine().catch(() => 1)")
    tab.filter.click()
    menu = tab.findChildren(QMenu)[-1]
    next(action for action in menu.actions() if action.text() == "Refused and failed").trigger()
    menu.close()
    assert titles(tab) == ["surveys.mine"]
    assert [one["verdict"] for one in json.loads(tab.exported()[1])] == ["not_declared"]
    tab.clear.click()
    assert titles(tab) == []


def test_requests_are_searched_and_forgotten(bench, show):
    tab = NetworkTab(Theme("light"))
    trial = show(tab)
    bench.until(lambda: shown_line(tab, "again") is not None)
    tab.field.setText("again")
    bench.until(lambda: len(titles(tab)) == 1)
    tab.clear.click()
    assert trial.traffic.exchanges == []


@pytest.mark.parametrize(("area", "text"), [("IndexedDB notes/lines", "Water"), ("sessionStorage", "yes")])
def test_what_the_page_keeps_by_itself_is_listed_and_changed(bench, show, area, text):
    tab = StorageTab(Theme("light"), clock)
    show(tab)
    bench.until(lambda: shown_line(tab, text) is not None)
    assert shown_line(tab, text).chip == area
    tab.list.choose(lambda line: line.chip == area)
    tab._editor.setText("changed")
    tab._set.click()
    bench.until(lambda: shown_line(tab, "changed") is not None)
    assert "of" in tab._usage.text()
    tab.list.choose(lambda line: line.chip == area)
    tab._remove.click()
    bench.until(lambda: shown_line(tab, area) is None)


def test_the_source_of_a_line_is_shown_in_the_devtools(bench, show):
    console, elements = ConsoleTab(Theme("light"), clock), ElementsTab(Theme("light"))
    trial = show(console)
    elements.follow(trial)
    elements.show()
    console.place_pressed.connect(elements.reveal)
    bench.until(lambda: shown_line(console, "It rained") is not None)
    assert not console.source.isEnabled()
    console.list.choose(lambda line: "It rained" in line.title)
    console.source.click()
    asked = (
        "import('devtools://devtools/bundled/ui/legacy/legacy.js').then((m) => { globalThis.stoaPanel ="
        " m.InspectorView.InspectorView.instance().currentPanelDeprecated()?.name; }); globalThis.stoaPanel ?? ''"
    )
    told = []
    bench.until(lambda: trial.inspector.page.runJavaScript(asked, 0, told.append) or "sources" in told)
    elements.follow(None)
    elements.close()


def test_the_document_is_exported_as_it_is_now(bench, show):
    tab = ElementsTab(Theme("light"))
    trial = show(tab)
    bench.run(trial.room, "document.body.append('added later'); return 1")
    told = []
    tab.export_pressed.connect(told.append)
    tab.export.click()
    bench.until(lambda: bool(told))
    name, text = told[0].exported()
    assert name == "page.html"
    assert "added later" in text


def test_health_tells_every_figure_and_those_at_the_end(bench, show):
    tab = HealthTab(Theme("light"), clock)
    trial = show(tab)
    wanted = {"renderer", "memory", "heap", "cpu", "loaded", "longTasks", "longest", "nodes", "frames"}
    bench.until(lambda: wanted <= tab.figures.keys())
    assert tab.figures["renderer"] == trial.room.page.renderProcessPid()
    tab.field.setText("memory")
    bench.until(lambda: [words for words, row, _ in tab._found if row.isVisibleTo(tab)] == [tab._found[1][0]])
    trial.end()
    assert "when it ended" in tab._when.text()
    assert wanted <= json.loads(tab.exported()[1]).keys()
