"""DevTools that are spoken to without a debugging port."""

from __future__ import annotations

import pytest

from stoa.engine.inspector import Inspector, InspectorError


@pytest.fixture
def inspected(rooms):
    room = rooms.open()
    inspector = Inspector(room.page, ("Network",), room)
    yield room, inspector
    inspector.end()


def answered(rooms, inspector, command, params=None):
    answers: list[object] = []
    inspector.send(command, params, answers.append, answers.append)
    rooms.until(lambda: bool(answers))
    return answers[0]


def test_commands_given_before_it_listens_are_answered_after(rooms, inspected):
    room, inspector = inspected
    assert not inspector.is_listening
    assert answered(rooms, inspector, "Emulation.setTimezoneOverride", {"timezoneId": "Asia/Tokyo"}) == {}
    assert rooms.run(room, "return Intl.DateTimeFormat().resolvedOptions().timeZone") == "Asia/Tokyo"


def test_a_page_is_given_another_look_and_language(rooms, inspected):
    room, inspector = inspected
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    assert answered(rooms, inspector, "Emulation.setEmulatedMedia", dark) == {}
    assert answered(rooms, inspector, "Emulation.setLocaleOverride", {"locale": "de-DE"}) == {}
    script = "return [matchMedia('(prefers-color-scheme: dark)').matches, (1234.5).toLocaleString()]"
    assert rooms.run(room, script) == [True, "1.234,5"]


def test_a_page_without_a_network_is_told_so(rooms, inspected):
    room, inspector = inspected
    off = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    assert answered(rooms, inspector, "Network.enable") == {}
    assert answered(rooms, inspector, "Network.emulateNetworkConditions", off) == {}
    assert rooms.run(room, "return navigator.onLine") is False


def test_only_the_events_that_were_asked_for_arrive(rooms, inspected):
    room, inspector = inspected
    told: list[tuple[str, dict[str, object]]] = []
    inspector.did_tell.connect(lambda name, values: told.append((name, values)))
    assert answered(rooms, inspector, "Network.enable") == {}
    rooms.run(room, "await fetch('/index.html'); return 1")
    rooms.until(lambda: any(name == "Network.loadingFinished" for name, _ in told))
    assert {name.partition(".")[0] for name, _ in told} == {"Network"}
    sent = next(values for name, values in told if name == "Network.requestWillBeSent")
    assert sent["request"]["url"].endswith("/index.html")


def test_a_refused_command_is_told_as_an_error(rooms, inspected):
    _room, inspector = inspected
    error = answered(rooms, inspector, "Emulation.setTimezoneOverride", {"timezoneId": "Mars/Olympus"})
    assert isinstance(error, InspectorError)
    assert "Mars/Olympus" in str(error) or "timezone" in str(error).lower()


def test_whoever_waits_at_the_end_is_told(rooms):
    room = rooms.open()
    inspector = Inspector(room.page)
    failed: list[Exception] = []
    inspector.send("Page.reload", failed=failed.append)
    inspector.end()
    assert len(failed) == 1
    assert rooms.run(room, "return 1") == 1


def test_an_inspected_page_survives_a_reload(rooms, inspected):
    room, inspector = inspected
    assert answered(rooms, inspector, "Emulation.setTimezoneOverride", {"timezoneId": "Asia/Tokyo"}) == {}
    rooms.reload(room)
    assert rooms.run(room, "return Intl.DateTimeFormat().resolvedOptions().timeZone") == "Asia/Tokyo"


def test_the_devtools_wear_the_theme_of_the_window(rooms, inspected):
    _room, inspector = inspected

    def is_dark() -> bool:
        told: list[object] = []
        looks = "document.documentElement.classList.contains('theme-with-dark-background')"
        inspector.page.runJavaScript(looks, 0, told.append)
        rooms.until(lambda: bool(told))
        return told[0] is True

    inspector.wear(dark=True)
    rooms.until(is_dark)
    inspector.wear(dark=False)
    rooms.until(lambda: not is_dark())
