"""The pytest plugin: the fixture ``miniapp``, its marks and options, and the folder a failing test leaves.

pytest loads it in every run where Stoa is installed, so whatever only tests of mini-apps need is imported by them.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Playwright

    from stoa.testing.deadline import Deadline  # noqa: F401  named in a subscript
    from stoa.testing.hangs import Hangs
    from stoa.testing.host import Hosts
    from stoa.testing.miniapp import MiniApp
    from stoa.trial.launch_profile import LaunchProfile

_FAILED = pytest.StashKey[bool]()
_DEADLINE = pytest.StashKey["Deadline"]()
_LEFT = "test-results"
# How pytest says that it could not do its work; ``stoa test`` makes 2 of it.
COULD_NOT_RUN = pytest.ExitCode.INTERNAL_ERROR
# Nobody waits longer for one test of one mini-app; a page in an endless loop would wait for ever.
TEST_SECONDS = 120.0


def pytest_addoption(parser: pytest.Parser) -> None:
    """What can be said on the command line."""
    group = parser.getgroup("stoa", "mini-apps")
    group.addoption("--miniapp", metavar="FOLDER", help="the mini-app under test; otherwise the folder above tests/")
    group.addoption("--launch-profile", metavar="FILE", help="the launch profile of tests that name none")
    group.addoption("--stoa-report", metavar="FILE", help="write a report as one HTML file, with pictures")
    group.addoption(
        "--stoa-results", metavar="FOLDER", default=_LEFT, help="where failing tests leave what they showed"
    )
    group.addoption(
        "--miniapp-seconds", metavar="N", type=float, default=TEST_SECONDS,
        help="end the page of a test that takes longer; 0: never",
    )  # fmt: skip
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
        deadline = item.stash.get(_DEADLINE, None)
        if deadline is not None and deadline.told:
            report.sections.append(("Stoa", deadline.told))
            # What the test met with because of it is no news to whoever reads the summary, or JUnit's file.
            if (crash := getattr(report.longrepr, "reprcrash", None)) is not None:
                crash.message = deadline.told


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
def stoa_hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosts]:
    """One host for the whole run; each test opens its mini-app in it anew, with nothing stored."""
    from stoa.testing.host import HostError, Hosts

    hosts = Hosts(tmp_path_factory.mktemp("host"))
    try:
        hosts.get()
    except HostError as error:
        pytest.exit(f"Stoa's host cannot start, so nothing can be tested. {error}", COULD_NOT_RUN)
    yield hosts
    hosts.close()


@pytest.fixture(scope="session")
def stoa_hangs() -> Hangs:
    """The mini-apps that hang as they are opened."""
    from stoa.testing.hangs import Hangs

    return Hangs()


@pytest.fixture
def miniapp(
    request: pytest.FixtureRequest, stoa_hosts: Hosts, stoa_playwright: Playwright, stoa_hangs: Hangs,
    stoa_profile: LaunchProfile,
) -> Iterator[MiniApp]:  # fmt: skip
    """The mini-app under test, open and, if it says so within 10 seconds, ready. Nothing of an earlier test is kept.

    A profile that keeps its storage keeps it within the test. A page that hangs is ended, and with it the test, and so
    is the page of a test that has not ended after ``--miniapp-seconds``. One that hung as it was opened is not opened
    again under the same conditions.
    """
    from stoa.testing.deadline import Deadline
    from stoa.testing.evidence import leave_behind
    from stoa.testing.hangs import hang_in, hang_now
    from stoa.testing.host import HostError
    from stoa.testing.miniapp import MiniApp

    folder = folder_of(request.node.path, request.config)
    named = stoa_profile if request.node.get_closest_marker("launch_profile") else None
    if told := stoa_hangs.told(folder, named):
        pytest.skip(f"not opened again: in {told}")
    host = stoa_hosts.get()
    app = MiniApp(folder, host, stoa_playwright)
    fresh = stoa_profile.model_copy(update={"storage": "fresh"}) if stoa_profile.storage == "kept" else stoa_profile
    hang = hang_in(app.open(fresh))
    with Deadline(host, request.config.getoption("--miniapp-seconds")) as deadline:
        request.node.stash[_DEADLINE] = deadline
        yield app
    # One that is only slow answers at the end of its test.
    if hang and (deadline.told or hang_now(host)):
        stoa_hangs.note(folder, named, f"{request.node.name} {hang}")
    if (reporter := request.config.pluginmanager.get_plugin("stoa-reporter")) is not None:
        reporter.see(request.node, app)
    if request.node.stash.get(_FAILED, False):
        leave_behind(app, _results(request.config) / _file_name(request.node.name))
    app.leave()
    with suppress(HostError):  # the test has told of it already
        host.order("end")


@pytest.fixture
def expect_picture(request: pytest.FixtureRequest, miniapp: MiniApp) -> Callable[..., None]:
    """``expect_picture(name, tolerance=0.01)``: what is shown is the kept picture, but for that part of its pixels.

    The first run, and one with ``--update-pictures``, keeps the picture in ``pictures/`` beside the test. Where ``CI``
    is set nobody looks at a first picture, so there a missing one fails.
    """
    from stoa.testing.miniapp import different_part

    def expect(name: str, tolerance: float = 0.01) -> None:
        kept = request.node.path.parent / "pictures" / f"{name}.png"
        picture = miniapp.picture()
        if not kept.exists() and os.environ.get("CI") and not request.config.getoption("--update-pictures"):
            raise AssertionError(f"{kept} is not there: run the test at your desk, look at the picture, and commit it.")
        if request.config.getoption("--update-pictures") or not kept.exists():
            kept.parent.mkdir(exist_ok=True)
            kept.write_bytes(picture)
            return
        part = different_part(picture, kept.read_bytes())
        if part > tolerance:
            now = _results(request.config) / f"{_file_name(request.node.name)}-{name}.png"
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


def _results(config: pytest.Config) -> Path:
    """Where failing tests leave what they showed and did."""
    return config.rootpath / str(config.getoption("--stoa-results"))


def _file_name(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip("-")[:100]
