"""Lines, tabs and rows of the workbench without an engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QLocale, QSize, Qt

from stoa.trial.launch_profile import Frame, LaunchProfile, Network, NetworkState
from stoa.trial.recording import Difference, RecordedCall, Recording, Step
from stoa.ui.notice import Notice
from stoa.workbench.choice_row import ChoiceRow
from stoa.workbench.entry_list import EntryList, Line
from stoa.workbench.log_tab import LogTab
from stoa.workbench.profile_panel import ProfilePanel
from stoa.workbench.tests_tab import TestsTab

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from stoa.ui.theme import Theme


def line(key: str, text: str) -> Line:
    return Line(text, "ok", "good", "0.1 s", "", 1000, text, key)


def texts(entries: EntryList) -> list[str]:
    return [one.value for one in entries.shown]


def test_lines_come_change_and_are_searched(theme: Theme, shown: Callable[..., Any]) -> None:
    entries = EntryList(theme, "Bridge")
    shown(entries, width=400, height=300)
    entries.model_of_lines.put(line("1", "host.ready"))
    entries.model_of_lines.put(line("2", "share.post"))
    entries.model_of_lines.put(line("1", "host.ready again"))
    assert texts(entries) == ["host.ready again", "share.post"]
    entries.search("SHARE")
    assert texts(entries) == ["share.post"]
    entries.search("")
    assert len(texts(entries)) == 2
    picture = entries.grab()
    assert picture.size() == QSize(entries.width(), entries.height())


class Letters(LogTab):
    """A tab of letters."""

    def in_full(self, line: Line) -> str:
        return f"all about {line.value}"

    def exported(self) -> tuple[str, str]:
        return "letters.txt", "".join(texts(self.list))


def test_a_tab_shows_one_line_in_full_and_forgets(theme: Theme, shown: Callable[..., Any], qtbot: QtBot) -> None:
    tab = Letters(theme, "Letters", "text", ("None yet", "They come."))
    shown(tab, width=400, height=400)
    assert not tab.list.isVisible()
    tab.put(line("a", "a"))
    assert tab.list.isVisible()
    assert not tab.detail.isVisible()
    tab.list.setFocus()
    qtbot.keyClick(tab.list, Qt.Key.Key_Down)
    qtbot.waitUntil(tab.detail.isVisible)
    assert tab.detail.toPlainText() == "all about a"
    with qtbot.waitSignal(tab.export_pressed) as told:
        tab.export.click()
    assert told.args[0].exported() == ("letters.txt", "a")
    tab.clear.click()
    assert not tab.list.isVisible()


def test_a_row_says_what_is_chosen(theme: Theme, shown: Callable[..., Any]) -> None:
    row = ChoiceRow(theme, "Network")
    shown(row, width=300, height=60)
    row.set_choices([("Online", 1), ("Offline", 2)])
    row.set_chosen(2)
    assert row.accessibleName() == "Network: Offline"
    assert row.chosen == 2
    row.set_chosen(3, "Slow, 400 ms")
    assert row.accessibleName() == "Network: Slow, 400 ms"


def test_the_column_says_which_conditions_hold(theme: Theme, shown: Callable[..., Any]) -> None:
    panel = ProfilePanel(theme)
    shown(panel, width=300, height=800)
    panel.show_profile(LaunchProfile(name="no net", theme="dark", network=Network(state=NetworkState.OFFLINE)))
    names = [row.accessibleName() for row in panel.rows.values()]
    assert "Network: Offline" in names
    assert "Theme: Dark" in names


def test_recordings_are_shown_and_written(theme: Theme, shown: Callable[..., Any], qtbot: QtBot) -> None:
    tab = TestsTab(theme)
    shown(tab, width=400, height=500)
    assert not tab.replay.isEnabled()
    (nothing,) = tab.findChildren(Notice)
    assert nothing.isVisible()
    step = Step(kind="click", role="button", name="Next", at=1200)
    tab.show_recording(
        Recording(app_id="org.example.trains", steps=(step,), calls=(RecordedCall(name="host.ready", verdict="ok"),))
    )
    assert tab.verdict.text() == "Steps: 1. Calls: 1."
    assert not nothing.isVisible()
    assert [one.sentence() for one in texts_of_steps(tab)] == ['click button "Next"']
    assert 'page.get_by_role("button", name="Next", exact=True).click()' in tab.source.toPlainText()
    for button, signal in (
        (tab.replay, tab.replay_pressed),
        (tab.save, tab.save_pressed),
        (tab.record, tab.record_pressed),
    ):
        with qtbot.waitSignal(signal):
            button.click()


def test_a_name_with_markup_is_in_a_tooltip_to_the_letter(theme: Theme, shown: Callable[..., Any]) -> None:
    from PySide6.QtGui import QTextDocument

    from stoa.engine.console import ConsoleLine
    from stoa.workbench.console_tab import ConsoleTab

    tab = ConsoleTab(theme, lambda: 0)
    shown(tab, width=420, height=500)
    tab._on_line(ConsoleLine("info", "hello", 3, "miniapp://org.example.here/<b>&lt;x.js"))
    tab.list.choose(lambda _line: True)
    document = QTextDocument()
    document.setHtml(tab.source.toolTip())
    assert document.toPlainText() == "<b>&lt;x.js:3 in the DevTools"


def texts_of_steps(tab: TestsTab) -> list[Any]:
    return [one.value for one in tab.steps.shown]


@pytest.mark.parametrize("kept", [True, False])
def test_the_file_of_a_recording_is_there_once_there_is_one(theme: Theme, qapp: Any, kept: bool) -> None:
    tab = TestsTab(theme)
    if kept:
        tab.show_recording(Recording(app_id="org.example.trains"))
    assert tab.export.isEnabled() is kept
    assert bool(tab.exported()[1]) is kept


def test_the_step_at_which_a_replay_left_the_recording_is_marked(theme: Theme, shown: Callable[..., Any]) -> None:
    tab = TestsTab(theme)
    shown(tab, width=400, height=500)
    steps = tuple(Step(kind="click", role="button", name=name, at=at) for name, at in (("A", 1200), ("B", 2400)))
    before, after = (RecordedCall(name=name, verdict="ok", at=1300) for name in ("storage.set", "storage.get"))
    tab.show_recording(Recording(app_id="org.example.trains", steps=steps, calls=(before,)))
    tab.show_difference(Difference(1, before, after))
    assert [one.chip for one in tab.steps.shown] == ["differs", ""]
    assert tab.steps.chosen is not None
    assert tab.steps.chosen.value is steps[0]
    assert "storage.get now" in tab.verdict.text()
    tab.show_stuck(2, "Step 2 cannot be done.")
    assert [one.chip for one in tab.steps.shown] == ["", "not possible"]


def test_figures_are_written_as_the_language_has_them(theme: Theme, german: None) -> None:
    from stoa.bridge.journal import Entry
    from stoa.workbench.bridge_tab import duration_text
    from stoa.workbench.conditions import texts_of
    from stoa.workbench.figures import bytes_text, number_text

    assert [duration_text(Entry(0, 1, "a", "b", "ok", duration_ms=took)) for took in (0.34, 2500)] == [
        "0,3 ms",
        "2,5 s",
    ]
    assert [bytes_text(size) for size in (0, 1500, 2_300_000, 5e9)] == ["0 B", "1,5 kB", "2,3 MB", "5,0 GB"]
    assert number_text(12345) == "12.345"
    assert texts_of(LaunchProfile(frame=Frame(scale=1.125)))["frame"].endswith("112,5 %")


@pytest.fixture
def german() -> Iterator[None]:
    """Numbers as in German."""
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(before)
