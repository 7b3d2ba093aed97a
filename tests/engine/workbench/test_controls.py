"""Every control of the workbench's left column and of its frame, pressed as a person does, on a real room."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QMenu

from stoa.engine.spec import RoomState
from stoa.trial.launch_profile import Fault, LaunchProfile, Network, Permissions
from tests.engine.workbench.conftest import READY, ready

NOON_2026 = 1_767_268_800_000
MANIFEST = {
    "app_id": "org.example.controls", "name": "Controls", "network": ["https://api.example.com"],
    "permissions": [
        {"name": "share", "reason": "It shares."}, {"name": "identity", "reason": "It greets."},
        {"name": "surveys", "reason": "It asks."},
    ],
}  # fmt: skip
# Row, what is chosen in its menu, a question for the page, and its answer.
AT_ONCE = (
    ("frame", "Tablet", "return [innerWidth > 800, innerHeight > 1000]", [True, True]),
    ("theme", "Dark", "return matchMedia('(prefers-color-scheme: dark)').matches", True),
    ("motion", "Reduced", "return matchMedia('(prefers-reduced-motion: reduce)').matches", True),
    ("text", "150 %", "return getComputedStyle(document.documentElement).fontSize", "24px"),
    ("locale", "de", "return (1.5).toLocaleString()", "1,5"),
    ("direction", "Right to left", "return (await stoa.host.context()).direction", "rtl"),
    ("zone", "Asia/Tokyo", "return Intl.DateTimeFormat().resolvedOptions().timeZone", "Asia/Tokyo"),
    ("network", "Offline", "return navigator.onLine", False),
    # The engine tells the 400 ms of the profile with some noise, as it does to every page.
    ("network", "Slow", "return [navigator.onLine, Math.abs(navigator.connection.rtt - 400) <= 100]", [True, True]),
    ("permissions", "All refused", "return (await stoa.host.capabilities()).permissions.share", "denied"),
    ("permissions", "All granted", "return (await stoa.host.capabilities()).permissions.identity", "granted"),
)
ANEW = (
    ("clock", "Noon, 1 January 2026 (UTC)", "return Date.now()", NOON_2026),
    ("account", "Tester 2", "return (await stoa.identity.signIn({scopes: ['profile']})).profile.name", "Tester 2"),
    ("scene", "Post", "return (await stoa.host.context()).scene", "post"),
    ("path", "/", "return location.pathname", "/"),
    ("storage", "Full", "return stoa.storage.set({key: 'b', value: 1}).catch((error) => error.code)", "too_large"),
    ("contract", "None, as in a browser", "return typeof stoa", "undefined"),
)


def choose(control, text):
    """Press what opens a menu, and choose in it."""
    control.click()
    menu = control.window().findChildren(QMenu)[-1]
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


@pytest.fixture
def page(bench, made, tmp_path):
    """The whole page with a mini-app on it that runs."""
    from stoa.workbench.page import WorkbenchPage

    folder = tmp_path / "app"
    folder.mkdir()
    (folder / "index.html").write_text(READY)
    (folder / "a.js").write_text("window.stoa?.host.ready()")
    (folder / "manifest.json").write_text(json.dumps(MANIFEST))
    shown = WorkbenchPage(bench.parts.theme, made, lambda: 1_000)
    shown.resize(1440, 900)
    shown.show()
    shown.panel.more.click()
    made.open(folder)
    ready(bench, made)
    yield shown
    made.close()
    bench.until(lambda: made.trial is None)
    shown.close()
    shown.deleteLater()


def running(bench, made):
    bench.until(lambda: made.trial is not None and made.trial.room.state is RoomState.RUNNING)
    return made.trial.room


def test_what_holds_at_once_reaches_the_page_that_runs(bench, made, page):
    trial = made.trial
    for key, text, question, answer in AT_ONCE:
        choose(page.panel.rows[key], text)
        bench.until(lambda: bench.run(trial.room, question) == answer)  # noqa: B023  asked before the next round
        assert page.panel.rows[key].text_shown.startswith(text)
    assert made.trial is trial


def test_what_holds_from_the_start_opens_it_anew(bench, made, page):
    made.set_profile(LaunchProfile(path="/r/7"))
    for key, text, question, answer in ANEW:
        before = made.trial
        choose(page.panel.rows[key], text)
        assert made.trial is not before, key
        room = running(bench, made)
        bench.until(lambda: bench.run(room, question) == answer)  # noqa: B023  asked before the next round


def test_faults_are_switched_off(bench, made, page):
    made.set_profile(LaunchProfile(faults=(Fault(method="storage.get", kind="deny"),)))
    question = "return stoa.storage.get({key: 'a'}).then(() => 'ok', (error) => error.code)"
    bench.until(lambda: bench.run(made.trial.room, question) == "denied")
    choose(page.panel.rows["faults"], "None")
    assert bench.run(made.trial.room, question) == "ok"


def test_a_single_permission_is_answered_apart_from_the_others(bench, made, page):
    made.set_profile(LaunchProfile(permissions=Permissions(default="granted", by_name={"share": "refused"})))
    question = "const told = (await stoa.host.capabilities()).permissions; return [told.share, told.surveys]"
    assert bench.run(made.trial.room, question) == ["denied", "granted"]
    choose(page.panel.rows["permissions"], "Ask each time")
    assert bench.run(made.trial.room, question) == ["granted", "ask"]


def test_a_single_host_is_down(bench, made, page):
    made.set_profile(LaunchProfile(network=Network(down=("api.example.com",))))
    asked = "return fetch('https://api.example.com/a').then(() => 1, () => 0)"

    def is_stopped():
        bench.run(made.trial.room, asked)
        return any(one.failed == "down, by the launch profile" for one in made.trial.traffic.exchanges)

    bench.until(is_stopped)
    assert page.panel.rows["network"].text_shown == "Online, 1 down"


def test_the_renderer_sleeps_wakes_crashes_and_begins_again(bench, made, page):
    room = made.trial.room
    life = page.panel.life
    choose(life, "Suspend")
    bench.until(lambda: room.state is RoomState.ASLEEP)
    assert life.text_shown == "Asleep"
    choose(life, "Wake")
    bench.until(lambda: room.state is RoomState.RUNNING)
    choose(life, "Crash the renderer")
    bench.until(lambda: room.state is RoomState.CRASHED)
    assert life.text_shown == "Crashed"
    choose(life, "Start again")
    bench.until(lambda: room.state is RoomState.RUNNING)
    assert bench.run(room, "return 1") == 1


def test_the_menu_of_the_frame_does_the_same(bench, made, page):
    room, menu = made.trial.room, page.frame._device.menu
    choose(menu, "Suspend")
    bench.until(lambda: room.state is RoomState.ASLEEP)
    choose(menu, "Wake")
    bench.until(lambda: room.state is RoomState.RUNNING)
    choose(menu, "Crash the renderer")
    bench.until(lambda: room.state is RoomState.CRASHED)
    choose(menu, "Reload")
    bench.until(lambda: room.state is RoomState.RUNNING)


def test_reload_and_close_do_what_they_say(bench, made, page):
    bench.run(made.trial.room, "window.old = 1; return 1")
    page.panel.reload_button.click()
    assert made.trial.room.state is RoomState.LOADING
    assert bench.run(ready(bench, made).room, "return window.old ?? 0") == 0
    page.frame._device.shut.click()
    bench.until(lambda: made.trial is None)
    assert page.panel.life.text_shown == "None"
    choose(page.panel.life, "Start again")
    assert ready(bench, made).room.state is RoomState.RUNNING


def test_recording_stands_beside_every_tab_and_its_outcome_is_shown(bench, made, page):
    assert page.tests.record.isVisibleTo(page)
    page.tests.record.click()
    assert page.tests.record.text() == "Stop"
    ready(bench, made)
    page.tests.record.click()
    bench.until(lambda: made.recording is not None)
    assert page.segments.index == page._names.index(page.tests.name)
    assert page.tests.replay.isEnabled()


def test_the_page_follows_the_window_s_theme_where_the_profile_says_so(bench, made, page):
    room = made.trial.room
    bench.run(room, "window.heard = []; stoa.on('theme.didChange', (t) => heard.push(t.colorScheme)); return 1")
    bench.parts.theme.set_mode("dark")
    bench.until(lambda: bench.run(room, "return matchMedia('(prefers-color-scheme: dark)').matches"))
    bench.until(lambda: bench.run(room, "return heard")[-1:] == ["dark"])


def test_a_folder_that_breaks_while_it_is_open_keeps_its_card_and_comes_back(bench, made, page):
    card, manifest = page.panel.card, made.folder / "manifest.json"
    manifest.write_text('{\n "app_id": "org.example.controls",\n "name": ""\n}')
    bench.until(lambda: bool(made.told.broken))
    assert card.isVisibleTo(page)
    assert card.accessibleName() == "Controls"
    assert card.accessibleDescription().startswith("manifest.json:3: name is empty To change it: ")
    assert page.frame._device.name.text() == "app"
    manifest.write_text(json.dumps(MANIFEST))
    ready(bench, made)
    assert card.accessibleDescription() == ""
    assert page.frame._device.name.text() == "Controls"
