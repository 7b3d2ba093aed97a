"""The Findings list tells what the files, the run and the page show, without being asked, and in both themes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from stoa.wiring.bench_checks import BenchChecks
from stoa.workbench.page import WorkbenchPage
from tests.engine.workbench.conftest import ready

SAMPLE = Path(__file__).resolve().parents[2] / "support" / "samples" / "weather"
# Pale on light, and pale on dark in another colour: the themes have to be looked at apart.
STYLE = """
:root { color-scheme: light; background: #ffffff; color: #222222; }
#hint { color: #b9b9b9; }
@media (prefers-color-scheme: dark) { :root { color-scheme: dark; background: #111111; color: #eeeeee; }
  #hint { color: #444444; } }
"""


@pytest.fixture
def folder(tmp_path):
    copied = tmp_path / "weather"
    shutil.copytree(SAMPLE, copied)
    (copied / "weather.css").write_text(STYLE)
    return copied


@pytest.fixture
def page(bench, made):
    shown = WorkbenchPage(bench.parts.theme, made, lambda: 1_000)
    shown.resize(1440, 900)
    shown.show()
    # These pages draw nothing that comes late.
    shown.live._drawn.setInterval(50)
    shown.listed = []
    shown.live.did_change.connect(lambda found: setattr(shown, "listed", list(found)))
    yield shown
    made.close()
    bench.until(lambda: made.trial is None)
    shown.close()
    shown.deleteLater()


def told(page):
    return [(one.area, one.where, one.sentence) for one in page.listed]


def pale(page, theme):
    return [one for one in page.listed if one.where.startswith("#hint on ") and one.where.endswith(f", {theme} theme")]


def test_an_undeclared_host_and_a_pale_text_in_both_themes_are_listed_unasked(bench, made, page, folder):
    made.open(folder)
    trial = ready(bench, made)
    bench.until(lambda: bool(pale(page, "light")) and bool(pale(page, "dark")))
    assert {one.area for one in (*pale(page, "light"), *pale(page, "dark"))} == {"contrast"}
    assert any(area == "network" and "weather.example.com was refused" in text for area, _, text in told(page))
    assert any(area == "run" and "Refused to connect" in text for area, _, text in told(page))
    # The page wears its own theme again, and what axe took is not the page's.
    bench.until(lambda: not bench.run(trial.room, "return matchMedia('(prefers-color-scheme: dark)').matches"))
    assert trial.profile == made.profile
    assert len(trial.look.spans) == 2


def test_what_was_mended_is_listed_no_more(bench, made, page, folder):
    made.open(folder)
    bench.until(lambda: bool(pale(page, "light")) and any("Refused to connect" in text for *_, text in told(page)))
    (folder / "weather.css").write_text("body { background: #ffffff; color: #222222; }")
    (folder / "weather.js").write_text("stoa.host.ready();")
    bench.until(lambda: not pale(page, "light") and not pale(page, "dark"))
    bench.until(lambda: not any("weather.example.com" in text for *_, text in told(page)))


def test_a_host_that_was_asked_is_used_wherever_its_name_comes_from(bench, made, page, folder):
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**manifest, "network": ["https://data.example.com"]}))
    (folder / "weather.js").write_text("stoa.host.ready();")
    made.open(folder)
    trial = ready(bench, made)
    unused = lambda: any("https://data.example.com is declared" in text for *_, text in told(page))  # noqa: E731
    bench.until(unused)
    bench.run(trial.room, "return fetch(atob('aHR0cHM6Ly9kYXRhLmV4YW1wbGUuY29tLw==')).then(() => 1, () => 0)")
    bench.run(trial.room, "console.error('It rained'); return 1")
    bench.until(lambda: not unused())


def test_a_page_that_is_recorded_is_left_alone(bench, made, page, folder):
    made.open(folder)
    ready(bench, made)
    made.start_recording()
    trial = ready(bench, made)
    task = bench.loop.spawn(page.live._look())
    bench.until(task.done)
    assert trial.look.spans == []
    assert [entry.name for entry in trial.journal if entry.verdict == "event"] == []


def test_a_report_has_picture_conditions_findings_and_figures(bench, made, page, folder):
    saved = []

    async def save(name, text):
        saved.append((name, text))

    made.open(folder)
    ready(bench, made)
    checks = BenchChecks(page, lambda: 1_000, save)
    task = bench.loop.spawn(checks.report())
    bench.until(task.done)
    task.result()
    ((name, text),) = saved
    assert name == "org.example.weather-1.0.html"
    for part in (
        "The folder passes stoa check", "Nothing went wrong in this run", "Everybody can use the page as it is now",
        "data:image/png;base64,", "weather.example.com", "Contrast", "dark theme", "stoa-launch-profile/1",
    ):  # fmt: skip
        assert part in text, part
    assert "http-equiv" not in text
    assert "<script" not in text
    assert page.panel.findings.check.isEnabled()


def test_of_a_mini_app_that_was_closed_the_page_is_not_judged(bench, made, page, folder):
    made.open(folder)
    ready(bench, made).end()
    bench.until(lambda: made.trial is None)
    checks = BenchChecks(page, lambda: 1_000, None)
    task = bench.loop.spawn(checks.run())
    bench.until(task.done)
    assert "was closed" in task.result().unasked
