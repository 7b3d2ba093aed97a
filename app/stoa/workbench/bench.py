"""The bench: one folder under trial, reloaded as it is saved, with its findings, its profile and its recordings."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from watchfiles import Change, DefaultFilter, awatch

from stoa.areas import METHOD_PERMISSIONS, SINCE
from stoa.check import check_folder
from stoa.contract.errors import StoaError
from stoa.miniapp.app import MiniApp, open_folder
from stoa.miniapp.built import OUTPUT, is_source
from stoa.miniapp.errors import Finding, ManifestError
from stoa.miniapp.manifest import MANIFEST_NAME
from stoa.permissions import PERMISSION_NAMES
from stoa.trial.emulation import restarts
from stoa.trial.launch_profile import LaunchProfile
from stoa.workbench.evidence import Evidence
from stoa.workbench.player import Player
from stoa.workbench.recorder import Recorder
from stoa.workbench.trial_room import TrialRoom

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from stoa.trial.person import Asked
    from stoa.trial.recording import Difference, Recording
    from stoa.workbench.backing import TrialParts

# Editors write a file in several steps; what comes within this time is one save. In milliseconds, as watchfiles has it.
_SAVE_MS = 50
# How long a page is waited for before a replay begins.
_READY_SECONDS = 10.0


class _Sources(DefaultFilter):
    """What a save means: the mini-app's own files, not its tests and not what editors leave.

    Of a project that has to be built, what counts is what was built.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(ignore_dirs=(*DefaultFilter.ignore_dirs, "test-results"))
        self._root = root

    def __call__(self, change: Change, path: str) -> bool:
        """Whether a change counts."""
        places = (Path(path), *Path(path).parents)
        if is_source(self._root) and self._root / OUTPUT not in places:
            return False
        return super().__call__(change, path) and self._root / "tests" not in places


class Bench(QObject):
    """Holds the trial of one folder. Nothing in the folder is ever changed.

    ``did_open`` gives each new TrialRoom; ``did_break`` the findings that keep the folder from running.
    """

    did_open = Signal(object)
    did_close = Signal()
    did_reload = Signal()
    did_break = Signal(object)
    did_find = Signal(object)
    did_change_profile = Signal(object)
    did_change_recording = Signal(object)

    def __init__(self, parts: TrialParts, asked: Asked, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._asked = asked
        self.folder: Path | None = None
        self.app: MiniApp | None = None
        self.trial: TrialRoom | None = None
        self.evidence: Evidence | None = None
        self.profile = LaunchProfile()
        self.recorder: Recorder | None = None
        self.recording: Recording | None = None
        # What a run hands on to the next when its manifest is saved: what was given at the sheets, and its page.
        self._given: set[str] | None = None
        self._path: str | None = None
        self._watching: asyncio.Task[Any] | None = None
        self._replays = 0

    @property
    def is_played(self) -> bool:
        """Whether it is being recorded or replayed: then nothing else may happen to the page."""
        return self.recorder is not None or self._replays > 0

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Let work go on beside."""
        return self._parts.spawn(work)

    def open(self, folder: Path) -> None:
        """Put a folder on the bench and run it. What keeps it from running is told by ``did_break``."""
        self.close()
        self.folder = folder.resolve()
        self._watching = self._parts.spawn(self._watch(self.folder))
        self.restart()

    def restart(self) -> None:
        """Run the folder from the start, read anew. What was given at the sheets is asked for again."""
        self._given, self._path = None, None
        self._run()

    def _run(self) -> None:
        self._end_trial()
        if self.folder is None:
            return
        try:
            self.app = open_folder(self.folder, PERMISSION_NAMES)
        except ManifestError as error:
            self.did_break.emit(list(error.findings))
            return
        except StoaError as error:
            self.did_break.emit([Finding("error", ".", str(error))])
            return
        self.trial = TrialRoom(self.app, self.profile, self._parts, self._asked, self, self._given)
        self.evidence = Evidence(self.trial)
        self.trial.did_end.connect(self._on_ended)
        self.did_open.emit(self.trial)
        self.trial.begin(self._path)
        self._parts.spawn(self._check())

    def reload(self) -> None:
        """Load the page again where it is; a run that has ended begins anew."""
        if self.trial is None:
            self.restart()
        else:
            self.trial.reload()
            self.did_reload.emit()

    def set_profile(self, profile: LaunchProfile) -> None:
        """Go on under another profile; the mini-app is opened anew where that is needed."""
        before, self.profile = self.profile, profile
        self.did_change_profile.emit(profile)
        if self.trial is None or restarts(before, profile):
            goes_on = self.trial is not None and profile.account == before.account and profile.storage != "fresh"
            self._given = self.trial.given if goes_on and self.trial is not None else None
            self._path = None
            self._run()
        else:
            self.trial.apply(profile)

    def close(self) -> None:
        """Take the folder off the bench."""
        if self._watching is not None:
            self._watching.cancel()
            self._watching = None
        self._end_trial()
        self.folder, self.app = None, None

    def start_recording(self) -> None:
        """Open the mini-app anew and write down what is done from its first moment on."""
        self.restart()
        if self.trial is not None:
            self.recorder = Recorder(self.trial, self._parts.clock)
            self.recording = None
            self.recorder.did_record.connect(lambda _step: self.did_change_recording.emit(self.recorder))
            self.did_change_recording.emit(self.recorder)

    def stop_recording(self) -> None:
        """Keep what was written down, once the page's last word has come: a press just before is still on its way."""
        if self.recorder is not None:
            recorder = self.recorder
            recorder.settle(lambda: self._keep(recorder))

    async def replay(self) -> Difference | None:
        """Do the recording again from the start, under the profile of now. Raises StoaError where it cannot go on."""
        if self.recording is None:
            raise StoaError("There is no recording yet: press Record, use the mini-app, and press Stop.")
        self._replays += 1
        try:
            return await self._play(self.recording)
        finally:
            self._replays -= 1

    async def _play(self, recording: Recording) -> Difference | None:
        self.restart()
        if (trial := self.trial) is None:
            raise StoaError("The mini-app cannot run: mend its findings first.")
        playing = asyncio.ensure_future(self._play_in(trial, recording))
        trial.did_end.connect(playing.cancel)
        try:
            return await playing
        except asyncio.CancelledError:
            current = asyncio.current_task()
            if current is None or current.cancelling():
                raise
            raise StoaError("The mini-app was closed during the replay: press Replay to do it again.") from None

    async def _play_in(self, trial: TrialRoom, recording: Recording) -> Difference | None:
        ready = asyncio.Event()
        trial.did_become_ready.connect(ready.set)
        with suppress(TimeoutError):
            async with asyncio.timeout(_READY_SECONDS):
                await ready.wait()
        return await Player(trial, recording, self._parts.clock).play()

    def _keep(self, recorder: Recorder | None) -> None:
        if recorder is not None and recorder is self.recorder:
            self.recorder = None
            self.recording = recorder.end()
            self.did_change_recording.emit(None)

    def _end_trial(self) -> None:
        self._keep(self.recorder)
        if self.trial is not None:
            self.trial.end()

    def _on_ended(self) -> None:
        # It may have been closed while it was recorded, by its cross or by the page.
        self._keep(self.recorder)
        trial, self.trial, self.evidence = self.trial, None, None
        self.did_close.emit()
        if trial is not None:
            trial.deleteLater()

    async def _watch(self, folder: Path) -> None:
        async for changes in awatch(folder, watch_filter=_Sources(folder), debounce=_SAVE_MS, step=_SAVE_MS):
            self._on_saved({Path(path) for _, path in changes})

    def _on_saved(self, files: set[Path]) -> None:
        """A change of the manifest makes another mini-app of it; any other one is seen by loading the page again."""
        if self.trial is None or any(file.name == MANIFEST_NAME for file in files):
            if self.trial is not None:
                self._given, self._path = self.trial.given, self.trial.path
            self._run()
        else:
            if self.evidence is not None:
                self.evidence.begin_anew()
            self.reload()
            self._parts.spawn(self._check())

    async def _check(self) -> None:
        folder = self.folder
        if folder is not None:
            report = await asyncio.to_thread(check_folder, folder, PERMISSION_NAMES, METHOD_PERMISSIONS, SINCE)
            if folder == self.folder:
                self.did_find.emit(list(report.findings))

    def facts(self) -> dict[str, Any]:
        """What is on the bench, as plain values."""
        return {"folder": str(self.folder or ""), "profile": self.profile.model_dump(mode="json", by_alias=True)}
