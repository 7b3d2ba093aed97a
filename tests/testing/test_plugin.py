"""What the plugin gives to an author's tests, tried by tests of an author's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.testing.conftest import Run

PAGE = """<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Bell</title>
<script src="/_stoa/stoa.js"></script><script src="/bell.js" defer></script></head>
<body><main><h1>Bell</h1><button id="share">Share</button><button id="hang">Hang</button><p id="said"></p></main></body>
"""
SCRIPT = """
const said = document.querySelector("#said");
document.querySelector("#share").addEventListener("click", async () => {
  try {
    const { postId } = await stoa.share.post({ path: "/", title: "Bell", subtitle: "x".repeat(90) });
    said.textContent = `posted ${postId}`;
  } catch (error) { said.textContent = error.code; }
});
document.querySelector("#hang").addEventListener("click", () => { for (;;); });
stoa.on("link.didOpen", ({ path }) => { said.textContent = `went to ${path}`; });
stoa.on("theme.didChange", ({ colorScheme }) => { said.textContent = colorScheme; });
stoa.host.ready();
"""
MANIFEST = {
    "app_id": "org.example.bell",
    "name": "Bell",
    "version": {"code": 1, "name": "1.0"},
    "permissions": [{"name": "share", "reason": "To tell others."}],
}


@pytest.fixture
def bell(tmp_path: Path) -> Callable[[str], Path]:
    """A mini-app with these tests."""

    def make(tests: str) -> Path:
        folder = tmp_path / "bell"
        (folder / "tests").mkdir(parents=True)
        (folder / "index.html").write_text(PAGE)
        (folder / "bell.js").write_text(SCRIPT)
        (folder / "manifest.json").write_text(json.dumps(MANIFEST))
        (folder / "tests" / "test_bell.py").write_text(tests)
        return folder

    return make


USES = '''
import pytest
from playwright.sync_api import expect

from stoa.testing import CallNotMadeError, Fault, HostError, LaunchProfile, Network, Permissions


def press(miniapp):
    miniapp.page.get_by_role("button", name="Share").click()


def said(miniapp):
    return miniapp.page.locator("#said")


def test_a_call_is_expected_with_its_parameters(miniapp):
    press(miniapp)
    call = miniapp.bridge.expect_call("share.post", title="Bell")
    assert call["params"]["subtitle"] == "x" * 90
    assert call["result"]["postId"] == 1
    with pytest.raises(CallNotMadeError, match="share.post ok"):
        miniapp.bridge.expect_call("share.post", title="Another", seconds=0.1)


def test_a_stub_answers_and_outlives_opening(miniapp):
    miniapp.bridge.stub("share.post", {"postId": 77})
    miniapp.open()
    press(miniapp)
    expect(said(miniapp)).to_have_text("posted 77")
    miniapp.bridge.reset()
    press(miniapp)
    expect(said(miniapp)).to_have_text("posted 1")


def test_nothing_of_an_earlier_test_is_kept(miniapp):
    press(miniapp)
    expect(said(miniapp)).to_have_text("posted 1")
    miniapp.open()
    press(miniapp)
    expect(said(miniapp)).to_have_text("posted 2")


def test_a_failure_reaches_the_page(miniapp):
    miniapp.bridge.fail("share.post", "too_many")
    press(miniapp)
    expect(said(miniapp)).to_have_text("too_many")


def test_a_wrong_name_is_told_with_the_right_one(miniapp):
    for wrong, right in (
        (lambda: miniapp.bridge.stub("share.pots"), "share.post"),
        (lambda: miniapp.bridge.fail("share.post", "denyed"), "denied"),
        (lambda: miniapp.bridge.tell("back.didPres"), "back.didPress"),
    ):
        with pytest.raises(HostError, match=right):
            wrong()
    with pytest.raises(HostError, match="unknown field `way`"):
        miniapp.bridge.tell("link.didOpen", way="/")


def test_events_carry_what_is_said(miniapp):
    miniapp.bridge.tell("link.didOpen", path="/r/1", scene="link")
    expect(said(miniapp)).to_have_text("went to /r/1")


@pytest.mark.launch_profile(
    LaunchProfile(name="refused", permissions=Permissions(default="refused")),
    """{"format": "stoa-launch-profile/1", "name": "silent", "faults": [{"method": "share.*", "kind": "silent"}]}""",
)
def test_profiles_are_parameters(miniapp):
    press(miniapp)
    if miniapp.profile.name == "refused":
        miniapp.bridge.expect_call("share.post", verdict="denied")
    else:
        miniapp.bridge.expect_call("share.post", verdict="waiting")


def test_the_theme_changes_while_it_runs(miniapp):
    miniapp.apply(LaunchProfile(theme="dark"))
    expect(said(miniapp)).to_have_text("dark")


def test_it_sleeps_wakes_crashes_and_comes_back(miniapp):
    miniapp.suspend()
    assert miniapp.state["state"] == "asleep"
    miniapp.wake()
    press(miniapp)
    expect(said(miniapp)).to_have_text("posted 1")
    miniapp.crash()
    assert miniapp.state["state"] == "crashed"
    assert miniapp.reload()["ready"]


def test_a_picture_is_kept_and_compared(miniapp, expect_picture):
    expect_picture("bell")
    expect_picture("bell")
    miniapp.page.evaluate("document.body.style.background = 'black'")
    miniapp.page.wait_for_timeout(300)
    with pytest.raises(AssertionError, match="differs in"):
        expect_picture("bell", tolerance=0.2)


def test_axe_finds_what_is_wrong(miniapp):
    assert miniapp.axe() == []
    miniapp.page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=a.png>')")
    assert any("image-alt" in one for one in miniapp.axe())
'''

FAILS = """
import os
import signal
import urllib.request
import json
import socket


def test_it_fails(miniapp):
    miniapp.page.get_by_role("button", name="Share").click()
    miniapp.bridge.expect_call("share.post")
    miniapp.page.evaluate("console.error('Rang too loud'); fetch('https://nowhere.example.com/').catch(() => {})")
    assert miniapp.page.title() == "Another"


def test_a_page_that_hangs_is_ended(miniapp):
    miniapp.page.get_by_role("button", name="Hang").evaluate("button => button.click()")


def test_what_takes_too_long_is_ended(miniapp):
    miniapp.page.evaluate("new Promise(() => {})")


def test_a_host_that_dies_is_told_of(miniapp):
    miniapp.host._process.kill()
    miniapp.reload()


def test_the_next_one_has_another_host(miniapp):
    assert miniapp.state["ready"]


def shake_hands(port, origin):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/version") as answer:
        path = json.load(answer)["webSocketDebuggerUrl"].partition(str(port))[2]
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall((
            f"GET {path} HTTP/1.1\\r\\nHost: 127.0.0.1:{port}\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n"
            f"{origin}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\\r\\nSec-WebSocket-Version: 13\\r\\n\\r\\n"
        ).encode())
        return connection.recv(100).split()[1]


def test_only_drivers_reach_the_debugging_port(miniapp):
    port = miniapp.host.debugging_port
    assert shake_hands(port, "") == b"101"
    assert shake_hands(port, "Origin: https://evil.example.com\\r\\n") == b"403"
    assert shake_hands(port, "Origin: null\\r\\n") == b"403"
    with open("port.txt", "w") as file:
        file.write(str(port))
"""


def test_an_author_gets_what_the_page_of_tests_promises(
    bell: Callable[[str], Path], stoa_test: Callable[..., Run]
) -> None:
    folder = bell(USES)
    run = stoa_test(folder)
    assert run.faults() == {}
    assert run.code == 0, run.text
    assert len(run.names()) == 12
    assert (folder / "tests" / "pictures" / "bell.png").read_bytes().startswith(b"\x89PNG")


def test_what_fails_leaves_what_somebody_needs_who_was_not_there(
    bell: Callable[[str], Path], stoa_test: Callable[..., Run], tmp_path: Path
) -> None:
    run = stoa_test(bell(FAILS), "--miniapp-seconds", "20")
    assert run.code == 1, run.text
    found = run.faults()
    assert set(found) == {
        "test_it_fails", "test_a_page_that_hangs_is_ended", "test_what_takes_too_long_is_ended",
        "test_a_host_that_dies_is_told_of",
    }, run.text  # fmt: skip
    left = run.results / "test_it_fails"
    assert (left / "picture.png").read_bytes().startswith(b"\x89PNG")
    assert [one["name"] for one in json.loads((left / "journal.json").read_text())] == ["host.ready", "share.post"]
    assert any("Rang too loud" in one["text"] for one in json.loads((left / "console.json").read_text()))
    har = json.loads((left / "requests.har").read_text())
    assert any(entry["request"]["url"] == "https://nowhere.example.com/" for entry in har["log"]["entries"])
    assert json.loads((left / "profile.json").read_text())["format"] == "stoa-launch-profile/1"
    assert found["test_a_page_that_hangs_is_ended"].startswith("Its page hangs in HTMLButtonElement.<anonymous> (/bell")
    too_long = "The test had not ended after 20 seconds, so its page was ended."
    assert found["test_what_takes_too_long_is_ended"].startswith(too_long)
    assert "The host is gone" in found["test_a_host_that_dies_is_told_of"]
    assert (run.results / "test_a_host_that_dies_is_told_of" / "host.log").is_file()
    port = int((tmp_path / "port.txt").read_text())
    assert not _is_open(port), "the port is closed with the run"


def _is_open(port: int) -> bool:
    import socket

    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
