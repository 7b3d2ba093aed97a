"""The left column shows each condition, and says which mini-app is on the bench."""

from __future__ import annotations

from pathlib import Path

import pytest

from stoa.trial.launch_profile import Fault, Frame, LaunchProfile, Network, Permissions


@pytest.fixture
def panel(theme, shown):
    from stoa.workbench.profile_panel import ProfilePanel

    made = ProfilePanel(theme)
    shown(made, width=320, height=800)
    return made


@pytest.fixture
def app():
    from stoa.miniapp.app import MiniApp, Source
    from stoa.miniapp.manifest import Manifest, Version

    manifest = Manifest("org.example.here", "Here", version=Version(1, "1"))
    return MiniApp(manifest, Path("/invented"), Source.FOLDER, "folder-1")


def chips(panel):
    from stoa.ui.chip import Chip

    return {chip.text for chip in panel.card.findChildren(Chip) if chip.isVisibleTo(panel)}


def test_a_chip_says_that_it_is_from_a_folder_and_another_that_its_id_is_installed(panel, app):
    panel.show_app(app, Path("/invented"), is_installed=False)
    assert chips(panel) == {"from folder", "reloads on save"}
    panel.show_app(app, Path("/invented"), is_installed=True)
    assert chips(panel) == {"from folder", "also installed", "reloads on save"}


def test_checks_can_be_run_when_something_is_on_the_bench(panel, app):
    assert not panel.findings.check.isEnabled()
    panel.show_app(app, Path("/invented"))
    assert panel.findings.check.isEnabled()


def test_what_no_menu_has_is_shown_in_words(panel):
    panel.show_profile(
        LaunchProfile(
            frame=Frame(kind="custom", width=412, height=900, scale=0.5), clock=1_767_268_801_000, time_zone="UTC",
            path="/r", query={"a": "b"}, start=1, network=Network(state="slow", down=("a.example",)),
            permissions=Permissions(by_name={"share": "refused"}), faults=(Fault(method="*", kind="deny"),),
        )
    )  # fmt: skip
    shown = {key: row.text_shown for key, row in panel.rows.items()}
    assert shown["frame"] == "Custom 412 \N{MULTIPLICATION SIGN} 900 · 50 %"
    assert shown["clock"] == "2026-01-01 12:00"
    assert shown["path"] == "/r?a=b with data"
    assert shown["network"] == "Slow, 1 down"
    assert shown["permissions"] == "Ask each time, 1 apart"
    assert shown["faults"] == "1 fault"


def test_an_answer_to_all_permissions_is_to_all_of_them(panel):
    told = []
    panel.did_choose.connect(told.append)
    panel.show_profile(LaunchProfile(permissions=Permissions(by_name={"share": "refused"})))
    panel.rows["permissions"].did_choose.emit("granted")
    assert told[0].permissions == Permissions(default="granted")


def test_the_renderer_can_be_put_to_sleep_only_while_it_runs(panel):
    from stoa.engine.spec import RoomState

    panel.show_life(RoomState.RUNNING)
    assert [value for _, value in panel.life._choices] == ["suspend", "crash"]
    panel.show_life(RoomState.ASLEEP)
    assert [value for _, value in panel.life._choices] == ["wake"]
    panel.show_life(RoomState.HUNG)
    assert panel.life.text_shown == "Hangs"
    assert [value for _, value in panel.life._choices] == ["reload"]


def test_findings_are_listed_and_counted(panel, app):
    from stoa.miniapp.errors import Finding
    from stoa.ui.label import Label

    panel.show_app(app, Path("/invented"))
    panel.show_findings([Finding("error", "app.js:88", "Undeclared host", "add it"), Finding("warning", "a", "b")])
    assert "2 findings" in chips(panel)
    words = {label.text() for label in panel.findings.findChildren(Label)}
    assert {"Undeclared host", "app.js:88 · add it"} <= words


def words_of(panel):
    from stoa.ui.label import Label

    return {label.text() for label in panel.card.findChildren(Label) if label.isVisibleTo(panel)}


def test_a_folder_that_breaks_keeps_its_card_which_says_what_to_change(panel, app):
    from stoa.miniapp.errors import Finding

    folder = Path("/invented/here")
    panel.show_app(app, folder, is_installed=True)
    panel.show_broken(
        folder, [Finding("error", "manifest.json:3", "name is empty", "write one"), Finding("error", "b", "c")]
    )
    assert panel.card.isVisibleTo(panel)
    assert chips(panel) == {"from folder", "cannot run yet", "reloads on save", "2 findings"}
    assert words_of(panel) == {"Here", "/invented/here", "manifest.json:3: name is empty", "To change it: write one"}
    assert panel.card.accessibleDescription() == "manifest.json:3: name is empty To change it: write one"
    assert not panel.findings.check.isEnabled()
    panel.show_app(app, folder)
    assert "cannot run yet" not in chips(panel)
    assert words_of(panel) == {"Here", "/invented/here · 1"}


def test_a_folder_that_never_ran_is_shown_by_its_name(panel, app):
    from stoa.miniapp.errors import Finding

    panel.show_app(app, Path("/invented/here"))
    panel.show_broken(Path("/invented/there"), [Finding("error", ".", "there is no page")])
    assert words_of(panel) == {"there", "/invented/there", "There is no page"}


def test_columns_stand_beside_each_other_or_one_at_a_time(theme, shown, qtbot):
    from PySide6.QtWidgets import QWidget

    from stoa.workbench.columns import WIDE, Columns

    parts = (QWidget(), QWidget(), QWidget())
    columns = Columns(theme, ("Conditions", "Mini-app", "What it does"), parts)
    page = shown(columns, width=WIDE + 100, height=500)
    seen = lambda: [part.isVisibleTo(page) for part in parts]  # noqa: E731  asked again and again
    qtbot.waitUntil(lambda: seen() == [True, True, True])
    page.resize(600, 500)
    qtbot.waitUntil(lambda: seen() == [False, True, False])
    columns.show_column(2)
    assert seen() == [False, False, True]
    columns.show_column(0)
    assert seen() == [True, False, False]
    page.resize(WIDE + 100, 500)
    qtbot.waitUntil(lambda: seen() == [True, True, True])


def test_conditions_that_are_seldom_changed_unfold_and_those_that_hold_are_shown(panel):
    shown = lambda: {key for key, row in panel.rows.items() if row.isVisibleTo(panel)}  # noqa: E731  asked again
    every_day = {"frame", "theme", "locale", "network", "account", "permissions"}
    assert shown() == every_day
    panel.show_profile(LaunchProfile(reduced_motion=True, path="/r", start=1))
    assert shown() == every_day | {"motion", "path"}
    panel.more.click()
    assert shown() == set(panel.rows)
    assert panel.more.text() == "Fewer conditions"
    panel.more.click()
    assert shown() == every_day | {"motion", "path"}
