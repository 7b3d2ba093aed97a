"""What every mini-app has to stand: ``stoa test FOLDER`` runs this where a folder has no tests of its own.

The names are the sentences of the report.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from stoa.miniapp.manifest import MANIFEST_NAME
from stoa.trial.launch_profile import LaunchProfile, Network, Permissions

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.testing.miniapp import MiniApp

# What the engine itself writes when there is no network: no fault of the page, as long as it goes on.
_OF_NO_NETWORK = ("ERR_INTERNET_DISCONNECTED", "Failed to load resource", "Failed to fetch", "NetworkError")
LIGHT = LaunchProfile(name="light", theme="light")
DARK = LaunchProfile(name="dark", theme="dark")
OFFLINE = LaunchProfile(name="offline", network=Network(state="offline"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One refusal for each permission that the manifest asks for."""
    if "refused" in metafunc.fixturenames:
        folder = metafunc.config.getoption("--miniapp")
        names = permissions_of((metafunc.config.invocation_params.dir / str(folder)).resolve()) if folder else []
        metafunc.parametrize("refused", names)


def test_it_opens_and_becomes_ready(miniapp: MiniApp) -> None:
    """The page loads and, if it speaks to the host, says that it is ready within 10 seconds."""
    assert miniapp.state["state"] == "running"
    assert miniapp.state["ready"] or not _speaks(miniapp), "it never called host.ready, so its splash stays"


def test_its_console_has_no_errors(miniapp: MiniApp) -> None:
    """Nothing throws and nothing is missing."""
    assert miniapp.evidence.errors() == []


def test_nothing_it_asks_for_is_refused(miniapp: MiniApp) -> None:
    """Every request and call is declared in the manifest."""
    refused = [f"{one['what']}: {one['rule']}. {one['fix'] or ''}".strip() for one in miniapp.evidence.refusals]
    undeclared = [f"{one['name']}: {one['rule']}" for one in miniapp.bridge.calls() if one["verdict"] == "not_declared"]
    assert refused + undeclared == []


@pytest.mark.launch_profile(LIGHT, DARK)
def test_everybody_can_use_it(miniapp: MiniApp) -> None:
    """axe-core finds nothing serious or critical: names, roles, contrast."""
    assert miniapp.axe("serious") == []


def test_it_survives_a_reload(miniapp: MiniApp) -> None:
    """It becomes ready again and writes no error."""
    was_ready = miniapp.state["ready"]
    after = miniapp.reload()
    assert after["state"] == "running"
    assert after["ready"] or not was_ready, "it did not become ready after a reload"
    assert miniapp.evidence.errors() == []


def test_it_survives_sleep(miniapp: MiniApp) -> None:
    """It is told before, sleeps, wakes, and writes no error."""
    miniapp.suspend()
    assert miniapp.state["state"] == "asleep"
    miniapp.wake()
    assert miniapp.state["state"] == "running"
    assert miniapp.evidence.errors() == []


@pytest.mark.launch_profile(OFFLINE)
def test_it_opens_without_a_network(miniapp: MiniApp) -> None:
    """It says what it can do without instead of staying blank."""
    assert miniapp.state["ready"] or not _speaks(miniapp), "it never called host.ready without a network"
    assert [one for one in miniapp.evidence.errors() if not any(text in one for text in _OF_NO_NETWORK)] == []
    assert miniapp.page.locator("body").inner_text().strip(), "without a network it shows nothing"


def test_it_survives_a_refusal(miniapp: MiniApp, refused: str) -> None:
    """With one permission refused it opens, becomes ready, and throws nothing."""
    was_ready = miniapp.state["ready"]
    miniapp.open(LaunchProfile(name=f"without {refused}", permissions=Permissions(by_name={refused: "refused"})))
    assert miniapp.state["ready"] or not was_ready, f"with {refused} refused it does not become ready"
    assert [one for one in miniapp.evidence.errors() if "Uncaught" in one] == []


def permissions_of(folder: Path) -> list[str]:
    """The names of the permissions that a manifest asks for; none when it cannot be read."""
    try:
        asked: Any = json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8")).get("permissions", [])
        return [str(one["name"]) for one in asked]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return []


def _speaks(miniapp: MiniApp) -> bool:
    """Whether the page loaded the host's SDK."""
    return bool(miniapp.page.evaluate("typeof stoa !== 'undefined'"))
