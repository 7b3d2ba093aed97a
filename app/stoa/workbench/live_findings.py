"""The findings as they become known: from the files, from what happens in the run, and from the page as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from stoa.contract.errors import StoaError
from stoa.engine.spec import RoomState
from stoa.workbench.verdict import Verdict, folder_findings, page_findings, run_findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.bridge.journal import Entry
    from stoa.engine.console import ConsoleLine
    from stoa.miniapp.errors import Finding
    from stoa.workbench.bench import Bench
    from stoa.workbench.trial_room import TrialRoom

# What goes wrong seldom goes wrong once: so long what comes is gathered before it is told.
_GATHER_MS = 300
# A page that has come is still drawing itself.
_DRAWN_MS = 1000


class LiveFindings(QObject):
    """Follows a bench. ``did_change`` gives all findings, errors first, whenever they are others than before.

    The page is looked at once it has come and stands still, and never while it is recorded or replayed.
    """

    did_change = Signal(object)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._trial: TrialRoom | None = None
        self._files: Sequence[Finding] | None = None
        self._page: tuple[Finding, ...] = ()
        self._told: tuple[Finding, ...] | None = None
        self._gather = _once(self, _GATHER_MS, self._tell)
        self._drawn = _once(self, _DRAWN_MS, lambda: bench.spawn(self._look()))
        bench.did_open.connect(self._follow)
        bench.did_close.connect(self._rest)
        bench.did_break.connect(self._on_broken)
        bench.did_find.connect(self._on_checked)

    def take(self, verdict: Verdict) -> None:
        """Take what a run of all checks found."""
        self._page = verdict.page
        self._show(verdict.findings)

    def _follow(self, trial: TrialRoom) -> None:
        if self._trial is None or self._trial.app.root != trial.app.root:
            self._files = None
        self._trial, self._page, self._told = trial, (), None
        trial.journal.listen(self._on_entry)
        trial.did_refuse.connect(lambda _refusal: self._gather.start())
        trial.hang.did_find.connect(lambda _place: self._gather.start())
        trial.did_write_console.connect(self._on_written)
        trial.did_change_state.connect(lambda state: self._on_state(trial, state))

    def _rest(self) -> None:
        """Of a run that has ended nothing new comes; what it left stays in the list."""
        self._gather.stop()
        self._drawn.stop()

    def _on_state(self, trial: TrialRoom, state: RoomState) -> None:
        if trial is self._trial and state is RoomState.RUNNING:
            self._drawn.start()

    def _on_entry(self, entry: Entry) -> None:
        if entry.verdict not in {"ok", "event"}:
            self._gather.start()

    def _on_written(self, line: ConsoleLine) -> None:
        if line.level == "error":
            self._gather.start()

    def _on_checked(self, findings: Sequence[Finding]) -> None:
        self._files = findings
        self._tell()

    def _on_broken(self, _findings: object) -> None:
        self._trial, self._files, self._page, self._told = None, None, (), None

    async def _look(self) -> None:
        trial, bench = self._trial, self._bench
        if trial is None or bench.is_played or trial.room.state is not RoomState.RUNNING or trial.inspector is None:
            return
        try:
            found = page_findings(await trial.look.findings())
        except StoaError:
            return  # it went on to something else meanwhile, and is looked at when it stands again
        if trial is self._trial:
            self._page = found
            self._tell()

    def _tell(self) -> None:
        """Tell all that is known; before the files were read, nothing is."""
        bench = self._bench
        if self._files is None or bench.app is None or bench.evidence is None:
            return
        evidence = bench.evidence.values()
        files = folder_findings(self._files, bench.app.manifest, evidence)
        self._show(Verdict(files, run_findings(evidence), self._page).findings)

    def _show(self, findings: tuple[Finding, ...]) -> None:
        if findings != self._told:
            self._told = findings
            self.did_change.emit(findings)


def _once(parent: QObject, milliseconds: int, do: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(do)
    return timer
