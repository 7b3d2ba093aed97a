"""The smoke run names the fault of each sample, and nothing that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.command import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.testing.conftest import Run

SAMPLES = ROOT / "tests" / "support" / "samples"
FAULTS = {
    "weather": {
        "test_its_console_has_no_errors": "Refused to connect to 'https://weather.example.com/today.json'",
        "test_nothing_it_asks_for_is_refused": 'add "https://weather.example.com" to network in manifest.json',
        "test_everybody_can_use_it[light]": "insufficient color contrast",
        "test_everybody_can_use_it[dark]": "insufficient color contrast",
    },
    "notes": {
        "test_it_asks_for_nothing_before_it_is_ready": "it calls host.confirm before host.ready",
        "test_its_listeners_do_not_pile_up": "it adds listeners and never takes them away",
    },
    "tickets": {"test_it_survives_a_reload": "it does not become ready after a reload"},
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_report_names_each_fault_of_a_sample(name: str, stoa_test: Callable[..., Run]) -> None:
    run = stoa_test(SAMPLES / name)
    assert run.code == 1, run.text
    found = run.faults()
    assert set(found) == set(FAULTS[name]), run.text
    for test, sentence in FAULTS[name].items():
        assert sentence in found[test]
    told = run.report.replace("&quot;", '"').replace("&#x27;", "'")
    assert all(sentence in told for sentence in FAULTS[name].values())
    assert run.report.count("data:image/png;base64,") == len(run.names()) - 1, "a picture of each test that ran"
    assert sorted(folder.name for folder in run.results.iterdir()) == sorted(
        test.replace("[", "-").rstrip("]") for test in found
    )
