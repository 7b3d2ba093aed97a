import coverage_gate


def file_data(lines=(), branches=()):
    return {"missing_lines": list(lines), "missing_branches": [list(branch) for branch in branches]}


def report(percent=95.0, **changed):
    files = {f"app/{package}/a.py": file_data() for package in coverage_gate.WHOLE_PACKAGES}
    return {"files": {**files, **changed}, "totals": {"percent_covered": percent}}


def test_full_coverage_has_no_complaint():
    assert coverage_gate.complaints(report()) == []


def test_a_line_or_branch_without_a_test_is_named_in_the_packages_that_take_untrusted_input():
    changed = {"app/stoa/bridge/gate.py": file_data([3, 9], [(4, -1), (5, 7)])}
    assert coverage_gate.complaints(report(**changed)) == [
        "app/stoa/bridge/gate.py: lines 3, 9; branches 4→exit, 5→7",
    ]


def test_elsewhere_only_the_sum_counts():
    changed = {"app/stoa/shell/window.py": file_data([3])}
    assert coverage_gate.complaints(report(**changed)) == []
    assert coverage_gate.complaints(report(89.9, **changed)) == ["over all: 89.9 % is below 90 %"]


def test_a_package_nobody_measured_is_not_a_package_without_gaps():
    empty = report()
    del empty["files"]["app/stoa/bridge/a.py"]
    assert coverage_gate.complaints(empty) == ["stoa/bridge: no file was measured"]


def test_a_long_list_is_cut_with_its_rest_counted():
    assert coverage_gate.untested(file_data(range(1, 20))).endswith("11, 12 and 7 more")
