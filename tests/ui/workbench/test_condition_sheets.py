"""The sheets of single conditions answer with the whole profile, or say what is wrong."""

from __future__ import annotations

import pytest

from stoa.trial.launch_profile import FaultKind, FrameKind, LaunchProfile, Network, PermissionAnswer, Permissions

START = LaunchProfile(name="kept", theme="dark", time_zone="Europe/Berlin")


@pytest.fixture
def sheets():
    from stoa.workbench import condition_sheets

    return condition_sheets


def of(opened, theme, kind, profile=START, *rest):
    return opened(lambda page: kind(theme, page, profile, *rest))


def test_other_sizes_make_the_frame_a_custom_one(opened, theme, sheets):
    sheet = of(opened, theme, sheets.FrameSheet)
    sheet.width_field.setText("412")
    sheet.scale.setText("75 %")
    sheet.submit()
    (profile,) = sheet.answers
    assert (profile.frame.kind, profile.frame.size, profile.frame.scale) == (FrameKind.CUSTOM, (412, 844), 0.75)
    assert (profile.name, profile.theme) == ("kept", "dark")


@pytest.mark.parametrize("width", ["", "wide", "5"])
def test_a_size_that_cannot_be_is_named_and_the_sheet_stays(opened, theme, sheets, width):
    sheet = of(opened, theme, sheets.FrameSheet)
    sheet.width_field.setText(width)
    sheet.submit()
    assert sheet.answers == []
    assert "idth" in sheet.problem.text()


def test_a_language_and_a_zone_are_typed(opened, theme, sheets):
    sheet = of(opened, theme, sheets.LanguageSheet)
    sheet.locale_field.setText("zh-Hant-TW")
    sheet.submit()
    assert sheet.answers[0].locale == "zh-Hant-TW"
    sheet = of(opened, theme, sheets.ZoneSheet)
    sheet.zone.setText("Asia/Nowhere")
    sheet.submit()
    assert sheet.answers == []
    sheet.zone.setText("Asia/Tokyo")
    sheet.submit()
    assert sheet.answers[0].time_zone == "Asia/Tokyo"


def test_the_clock_stands_at_a_moment_of_the_profiles_zone(opened, theme, sheets):
    sheet = of(opened, theme, sheets.ClockSheet, START, 1_000)
    assert (sheet.day.text(), sheet.time.text()) == ("1970-01-01", "01:00:01")
    sheet.day.setText("2026-01-01")
    sheet.time.setText("13:00")
    sheet.submit()
    assert sheet.answers[0].clock == 1_767_268_800_000


def test_a_day_that_is_none_is_named(opened, theme, sheets):
    sheet = of(opened, theme, sheets.ClockSheet, START, 1_000)
    sheet.day.setText("2026-02-30")
    sheet.submit()
    assert sheet.answers == []
    assert "2026-01-31" in sheet.problem.text()


def test_path_query_and_start_data_are_given(opened, theme, sheets):
    sheet = of(opened, theme, sheets.StartSheet)
    sheet.path.setText("r/17")
    sheet.query.setText("?topic=tea&page=2")
    sheet.start.setPlainText('{"from": "post"}')
    sheet.submit()
    (profile,) = sheet.answers
    assert (profile.path, profile.query, profile.start) == ("/r/17", {"topic": "tea", "page": "2"}, {"from": "post"})


def test_start_data_that_is_no_json_is_named(opened, theme, sheets):
    sheet = of(opened, theme, sheets.StartSheet)
    sheet.start.setPlainText("{from}")
    sheet.submit()
    assert sheet.answers == []
    assert "JSON" in sheet.problem.text()


def test_latency_rates_and_hosts_that_are_down_are_given(opened, theme, sheets):
    sheet = of(opened, theme, sheets.NetworkSheet)
    sheet.state.select(2)
    sheet.latency.setText("900")
    sheet.down_rate.setText("64")
    sheet.hosts.setPlainText("api.example.org\n\n*.example.com")
    sheet.submit()
    network = sheet.answers[0].network
    assert network == Network(state="slow", latency_ms=900, down_kbit=64, down=("api.example.org", "*.example.com"))


def test_single_permissions_differ_from_the_answer_to_all(opened, theme, sheets):
    profile = LaunchProfile(permissions=Permissions(default="granted", by_name={"camera": "refused"}))
    sheet = of(opened, theme, sheets.PermissionsSheet, profile, [("identity", "Identity"), ("share", "Sharing")])
    assert [row.index for row in sheet.rows.values()] == [1, 1]
    sheet.rows["share"].select(2)
    sheet.submit()
    by_name = sheet.answers[0].permissions.by_name
    assert by_name == {"camera": PermissionAnswer.REFUSED, "share": PermissionAnswer.REFUSED}


def test_escape_leaves_the_profile_as_it_was(opened, theme, sheets, qtbot):
    from PySide6.QtCore import Qt

    sheet = of(opened, theme, sheets.FrameSheet)
    sheet.width_field.setText("500")
    qtbot.keyClick(sheet.width_field, Qt.Key.Key_Escape)
    assert sheet.answers == [None]


def test_faults_are_added_and_removed(opened, theme):
    from stoa.workbench.fault_sheet import FaultSheet

    sheet = of(opened, theme, FaultSheet, START, ["share.post", "storage.get"])
    sheet.method.did_choose.emit("storage.get")
    sheet.kind.did_choose.emit(FaultKind.DELAY)
    sheet.delay_field.setText("250")
    sheet.add_fault()
    sheet.method.did_choose.emit("share.*")
    sheet.kind.did_choose.emit(FaultKind.SILENT)
    sheet.add_fault()
    sheet.remove_fault(0)
    sheet.kind.did_choose.emit(FaultKind.ERROR)
    sheet.code.did_choose.emit("too_many")
    sheet.add_fault()
    sheet.submit()
    told = [(fault.method, fault.kind.value, fault.code.value) for fault in sheet.answers[0].faults]
    assert told == [("share.*", "silent", "internal"), ("share.*", "error", "too_many")]


@pytest.mark.parametrize("delay", ["", "soon", "-1", "120001"])
def test_a_delay_that_cannot_be_is_named(opened, theme, delay):
    from stoa.workbench.fault_sheet import FaultSheet

    sheet = of(opened, theme, FaultSheet, START, ["share.post"])
    sheet.delay_field.setText(delay)
    sheet.add_fault()
    assert sheet.faults == []
    assert "120000" in sheet.problem.text()


def test_every_control_of_every_sheet_has_a_name(opened, theme, sheets):
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

    from stoa.workbench.fault_sheet import FaultSheet

    kinds = [(sheets.FrameSheet,), (sheets.LanguageSheet,), (sheets.ZoneSheet,), (sheets.ClockSheet, 1_000),
             (sheets.StartSheet,), (sheets.NetworkSheet,), (sheets.PermissionsSheet, [("share", "Sharing")]),
             (FaultSheet, ["share.post"])]  # fmt: skip
    for kind, *rest in kinds:
        sheet = of(opened, theme, kind, START, *rest)
        controls = [
            one for wanted in (QAbstractButton, QLineEdit, QPlainTextEdit) for one in sheet.findChildren(wanted)
        ]
        assert controls
        assert [one for one in controls if not (one.accessibleName() or getattr(one, "text", str)())] == []
        sheet.refuse()
