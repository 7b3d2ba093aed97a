"""What every mini-app has to stand: ``stoa test FOLDER`` runs this where a folder has no tests of its own.

The names are the sentences of the report.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from stoa.miniapp.built import NotBuiltError, built_folder
from stoa.miniapp.manifest import MANIFEST_NAME
from stoa.testing.hangs import hang_in
from stoa.testing.listeners import growth, leaks
from stoa.trial.launch_profile import LaunchProfile, Network, Permissions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from stoa.testing.miniapp import MiniApp

# What the engine itself writes when there is no network: no fault of the page, as long as it goes on.
# What a policy refuses is judged with a network.
_OF_NO_NETWORK = (
    "ERR_INTERNET_DISCONNECTED", "Failed to load resource", "Failed to fetch", "NetworkError",
    "Content Security Policy",
)  # fmt: skip
# Calls that put something over the page, or reach beyond it. Those that only read may come first.
ASKING = frozenset(
    {
        "host.toast", "host.alert", "host.confirm", "host.openLink", "host.openApp", "host.saveFile", "host.close",
        "identity.signIn", "share.post", "share.copyLink", "share.attach", "surveys.create", "surveys.vote",
    }
)  # fmt: skip
_REST_SECONDS = 5.0
_LOOK_EVERY_SECONDS = 0.3
LIGHT = LaunchProfile(name="light", theme="light")
DARK = LaunchProfile(name="dark", theme="dark")
OFFLINE = LaunchProfile(name="offline", network=Network(state="offline"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One refusal for each permission that the manifest asks for."""
    if "refused" in metafunc.fixturenames:
        folder = metafunc.config.getoption("--miniapp")
        names = permissions_of((metafunc.config.invocation_params.dir / str(folder)).resolve()) if folder else []
        none = pytest.param("", marks=pytest.mark.skip(reason="its manifest asks for no permission"), id="none")
        metafunc.parametrize("refused", names or [none])


def test_it_opens_and_becomes_ready(miniapp: MiniApp) -> None:
    """The page loads and, if it speaks to the host, says that it is ready within 10 seconds."""
    _judge(_stopped(miniapp.state))
    _judge(_unready(miniapp, "it never called host.ready, so its splash stays"))


def test_it_asks_for_nothing_before_it_is_ready(miniapp: MiniApp) -> None:
    """It reads what it needs and then says that it is ready; a sheet over a splash asks about nothing."""
    calls = [call["name"] for call in miniapp.bridge.calls()]
    before = calls[: calls.index("host.ready")] if "host.ready" in calls else []
    _judge(
        f"it calls {name} before host.ready, while its splash still covers it"
        for name in dict.fromkeys(before)
        if name in ASKING
    )


def test_its_console_has_no_errors(miniapp: MiniApp) -> None:
    """Nothing throws and nothing is missing."""
    _rest(miniapp)
    _judge(miniapp.evidence.errors())


def test_nothing_it_asks_for_is_refused(miniapp: MiniApp) -> None:
    """Every request and call is declared in the manifest."""
    _rest(miniapp)
    refused = [f"{one['what']}: {one['rule']}. {one['fix'] or ''}".strip() for one in miniapp.evidence.refusals]
    undeclared = [f"{one['name']}: {one['rule']}" for one in miniapp.bridge.journal if one["verdict"] == "not_declared"]
    _judge(refused + undeclared)


def test_its_listeners_do_not_pile_up(miniapp: MiniApp) -> None:
    """Whoever walks through it and changes the theme leaves as many listeners as there were before."""
    counts = growth(miniapp)
    told = ", ".join(map(str, counts))
    _judge([f"it adds listeners and never takes them away: {told} after one walk after the other"] * leaks(counts))


@pytest.mark.launch_profile(LIGHT, DARK)
def test_everybody_can_use_it(miniapp: MiniApp) -> None:
    """axe-core finds nothing serious or critical: names, roles, contrast."""
    _judge(miniapp.axe("serious"))


def test_it_survives_a_reload(miniapp: MiniApp) -> None:
    """It becomes ready again and writes no error that it had not written before."""
    was_ready, errors = miniapp.state["ready"], miniapp.evidence.errors()
    after = miniapp.reload()
    _judge(f"after a reload {one}" for one in _stopped(after))
    _judge(["it does not become ready after a reload"] * (was_ready and not after["ready"]))
    _judge(_new(miniapp, errors))


def test_it_survives_sleep(miniapp: MiniApp) -> None:
    """It is told before, sleeps, wakes, still shows something, and writes no new error."""
    errors = miniapp.evidence.errors()
    miniapp.suspend()
    assert miniapp.state["state"] == "asleep"
    miniapp.wake()
    _judge([] if miniapp.state["state"] == "running" else ["it does not wake"])
    _judge(_blank(miniapp, "after its sleep it shows nothing"))
    _judge(_new(miniapp, errors))


@pytest.mark.launch_profile(OFFLINE)
def test_it_opens_without_a_network(miniapp: MiniApp) -> None:
    """It says what it can do without instead of staying blank."""
    _judge(_unready(miniapp, "it never called host.ready without a network"))
    _judge(one for one in miniapp.evidence.errors() if not any(text in one for text in _OF_NO_NETWORK))
    _judge(_blank(miniapp, "without a network it shows nothing"))


def test_it_survives_a_refusal(miniapp: MiniApp, refused: str) -> None:
    """With one permission refused it opens, becomes ready, and throws nothing."""
    was_ready, errors = miniapp.state["ready"], miniapp.evidence.errors()
    miniapp.open(LaunchProfile(name=f"without {refused}", permissions=Permissions(by_name={refused: "refused"})))
    _judge([f"with {refused} refused it does not become ready"] * (was_ready and not miniapp.state["ready"]))
    _judge(one for one in _new(miniapp, errors) if "Uncaught" in one)


def permissions_of(folder: Path) -> list[str]:
    """The names of the permissions that a manifest asks for; none when it cannot be read."""
    try:
        manifest = built_folder(folder) / MANIFEST_NAME
        asked: Any = json.loads(manifest.read_text(encoding="utf-8")).get("permissions", [])
        return [str(one["name"]) for one in asked]
    except (OSError, NotBuiltError, ValueError, TypeError, KeyError, AttributeError):
        return []


def _rest(miniapp: MiniApp) -> None:
    """Wait until its requests have come to an end: what is refused is told of after the page is ready."""
    late = time.monotonic() + _REST_SECONDS
    before: list[str] = ["pending"]
    while time.monotonic() < late:
        now = [one["outcome"] for one in miniapp.evidence.requests]
        if now == before and "pending" not in now:
            return
        before = now
        time.sleep(_LOOK_EVERY_SECONDS)


def _judge(faults: Iterable[str]) -> None:
    """Fail with these sentences, if there are any: they are what the report says."""
    told = list(faults)
    if told:
        pytest.fail("\n".join(told), pytrace=False)


def _stopped(state: Mapping[str, Any]) -> list[str]:
    """What keeps a page from answering."""
    if state["state"] == "running":
        return []
    return [hang_in(state) or f"its page does not answer: it is {state['state']}"]


def _unready(miniapp: MiniApp, sentence: str) -> list[str]:
    return [] if miniapp.state["ready"] or not _speaks(miniapp) else [sentence]


def _blank(miniapp: MiniApp, sentence: str) -> list[str]:
    shows = "document.body.innerText.trim() !== '' || document.querySelector('canvas, img, svg, video') !== null"
    return [] if miniapp.page.evaluate(shows) else [sentence]


def _new(miniapp: MiniApp, before: list[str]) -> list[str]:
    return [one for one in miniapp.evidence.errors() if one not in before]


def _speaks(miniapp: MiniApp) -> bool:
    """Whether the page loaded the host's SDK."""
    return bool(miniapp.page.evaluate("typeof stoa !== 'undefined'"))
