"""Runs all checks of what is on the bench, shows what they find, and writes the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from stoa.wiring.bench_report import bench_report, picture_of
from stoa.workbench.verdict import judge

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from stoa.workbench.page import WorkbenchPage
    from stoa.workbench.verdict import Verdict

translate = QCoreApplication.translate


class BenchChecks(QObject):
    """``save`` asks for a place and writes a text there."""

    def __init__(
        self, page: WorkbenchPage, clock: Callable[[], int], save: Callable[[str, str], Awaitable[object]]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._clock = clock
        self._save = save

    async def run(self) -> Verdict | None:
        """Run the checks and show the findings; None when nothing is on the bench any more."""
        bench, panel = self._page.bench, self._page.panel
        folder, trial, evidence = bench.folder, bench.trial, bench.evidence
        if folder is None:
            return None
        panel.findings.set_running(translate("BenchChecks", "Checking …"))
        self._page.health.measure()
        try:
            look = None if trial is None or trial.inspector is None else trial.look
            manifest = None if bench.app is None else bench.app.manifest
            verdict = await judge(folder, manifest, {} if evidence is None else evidence.values(), look)
        finally:
            panel.findings.set_running(None, has_app=bench.app is not None)
        if folder == bench.folder:
            self._page.live.take(verdict)
            panel.findings.say(_sentence(verdict), "warm" if verdict.errors else "good")
        return verdict

    async def report(self) -> None:
        """Run the checks and keep their report."""
        bench = self._page.bench
        app, trial = bench.app, bench.trial
        picture = "" if trial is None else picture_of(trial.room.view)
        verdict = await self.run()
        if app is None or verdict is None:
            return
        text = bench_report(app, bench.profile, verdict, self._page.health.figures, picture, self._clock())
        await self._save(f"{app.app_id}-{app.manifest.version.name}.html", text)


def _sentence(verdict: Verdict) -> str:
    if verdict.unasked:
        return translate("BenchChecks", "The page could not be checked: {0}").format(verdict.unasked)
    if not verdict.findings:
        return translate("BenchChecks", "Nothing found: folder, run and page are fine.")
    errors, rest = verdict.errors, len(verdict.findings) - verdict.errors
    return translate("BenchChecks", "Errors: {0}. Warnings: {1}.").format(errors, rest)
