"""The pytest plugin: the fixture ``miniapp``, its marks and options, and the folder a failing test leaves.

pytest loads it in every run where Stoa is installed, so whatever only tests of mini-apps need is imported by them.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Playwright

    from stoa.testing.host import TrialHost
    from stoa.testing.miniapp import MiniApp
    from stoa.trial.launch_profile import LaunchProfile

_FAILED = pytest.StashKey[bool]()
_LEFT = "test-results"


def pytest_addoption(parser: pytest.Parser) -> None:
    """What can be said on the command line."""
    group = parser.getgroup("stoa", "mini-apps")
    group.addoption("--miniapp", metavar="FOLDER", help="the mini-app under test; otherwise the folder above tests/")
    group.addoption("--launch-profile", metavar="FILE", help="the launch profile of tests that name none")
    group.addoption("--stoa-report", metavar="FILE", help="write a report as one HTML file, with pictures")
    group.addoption("--update-pictures", action="store_true", help="keep the pictures of this run as the expected ones")


def pytest_configure(config: pytest.Config) -> None:
    """Make the marks known, and begin the report that was asked for."""
    if config.getoption("--stoa-report"):
        from stoa.testing.reporter import Reporter

        config.pluginmanager.register(Reporter(config), "stoa-reporter")
    config.addinivalue_line(
        "markers", "launch_profile(*profiles): open the mini-app under each of these, given as LaunchProfile or as text"
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each profile of its mark."""
    mark = metafunc.definition.get_closest_marker("launch_profile")
    if mark is not None and "miniapp" in metafunc.fixturenames:
        from stoa.trial.launch_profile import read_profile

        profiles = [read_profile(one) if isinstance(one, str) else one for one in mark.args]
        metafunc.parametrize("stoa_profile", profiles, ids=[profile.name for profile in profiles])


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember which tests failed, for what they leave behind."""
    outcome: Any = yield
    report = outcome.get_result()
    if report.when == "call":
        item.stash[_FAILED] = report.failed


@pytest.fixture
def stoa_profile(request: pytest.FixtureRequest) -> LaunchProfile:
    """The launch profile of a test without a mark: that of the command line, or the defaults."""
    from stoa.trial.launch_profile import LaunchProfile, LaunchProfileError, read_profile

    file = request.config.getoption("--launch-profile")
    if file is None:
        return LaunchProfile()
    try:
        return read_profile((request.config.invocation_params.dir / file).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, LaunchProfileError) as error:
        raise pytest.UsageError(f"--launch-profile {file}: {error}") from None


@pytest.fixture(scope="session")
def stoa_playwright() -> Iterator[Playwright]:
    """One driver of pages for the whole run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as made:
        yield made


@pytest.fixture(scope="session")
def stoa_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TrialHost]:
    """One host for the whole run; each test opens its mini-app in it anew, with nothing stored."""
    from stoa.testing.host import TrialHost

    with TrialHost(tmp_path_factory.mktemp("host")) as host:
        yield host


@pytest.fixture
def miniapp(
    request: pytest.FixtureRequest, stoa_host: TrialHost, stoa_playwright: Playwright, stoa_profile: LaunchProfile
) -> Iterator[MiniApp]:
    """The mini-app under test, open and, if it says so within 10 seconds, ready. Nothing of an earlier test is kept.

    A profile that keeps its storage keeps it within the test.
    """
    from stoa.testing.miniapp import MiniApp

    app = MiniApp(folder_of(request.node.path, request.config), stoa_host, stoa_playwright)
    app.open(stoa_profile.model_copy(update={"storage": "fresh"}) if stoa_profile.storage == "kept" else stoa_profile)
    yield app
    if (reporter := request.config.pluginmanager.get_plugin("stoa-reporter")) is not None:
        reporter.see(request.node, app)
    if request.node.stash.get(_FAILED, False):
        _leave(app, request.config.rootpath / _LEFT / _file_name(request.node.name))
    app.leave()
    stoa_host.order("end")


@pytest.fixture
def expect_picture(request: pytest.FixtureRequest, miniapp: MiniApp) -> Callable[..., None]:
    """``expect_picture(name, tolerance=0.01)``: what is shown is the kept picture, but for that part of its pixels.

    The first run, and one with ``--update-pictures``, keeps the picture in ``pictures/`` beside the test.
    """
    from stoa.testing.miniapp import different_part

    def expect(name: str, tolerance: float = 0.01) -> None:
        kept = request.node.path.parent / "pictures" / f"{name}.png"
        picture = miniapp.picture()
        if request.config.getoption("--update-pictures") or not kept.exists():
            kept.parent.mkdir(exist_ok=True)
            kept.write_bytes(picture)
            return
        part = different_part(picture, kept.read_bytes())
        if part > tolerance:
            now = request.config.rootpath / _LEFT / f"{_file_name(request.node.name)}-{name}.png"
            now.parent.mkdir(parents=True, exist_ok=True)
            now.write_bytes(picture)
            raise AssertionError(
                f"{name} differs in {part:.1%} of its pixels, {tolerance:.1%} are allowed. Now: {now}. "
                "Look at it, and run with --update-pictures if it is right."
            )

    return expect


def folder_of(test: Path, config: pytest.Config) -> Path:
    """The mini-app a test file is about: the nearest folder above it with a manifest or an entry page."""
    given = config.getoption("--miniapp")
    if given is not None:
        return (config.invocation_params.dir / str(given)).resolve()
    for folder in test.parents:
        if any((folder / name).is_file() for name in ("manifest.json", "index.html")):
            return folder
    raise pytest.UsageError(f"{test} is in no mini-app: put it into its folder tests/, or say --miniapp FOLDER.")


def _leave(app: MiniApp, place: Path) -> None:
    """What somebody needs who was not there: picture, journal and the rest, requests, and the profile."""
    place.mkdir(parents=True, exist_ok=True)
    (place / "picture.png").write_bytes(app.picture())
    evidence = app.evidence.values()
    for name in ("journal", "console", "refusals", "deeds"):
        (place / f"{name}.json").write_text(json.dumps(evidence[name], indent=2, ensure_ascii=False), encoding="utf-8")
    (place / "requests.har").write_text(json.dumps(app.evidence.har(), indent=2, ensure_ascii=False), encoding="utf-8")
    (place / "profile.json").write_text(app.profile.model_dump_json(by_alias=True, indent=2), encoding="utf-8")


def _file_name(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip("-")[:100]
