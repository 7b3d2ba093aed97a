"""A look at the page of a trial with axe: in the theme it wears, and for its contrast in the other one too."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from stoa.engine.spec import RoomState
from stoa.workbench.accessibility import PageNotAskedError, look, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from stoa.engine.inspector import Inspector
    from stoa.miniapp.errors import Finding
    from stoa.trial.launch_profile import LaunchProfile
    from stoa.workbench.trial_room import TrialRoom


class PageLook:
    """Looks at one trial's page, one look at a time.

    ``spans`` are the times in which axe kept the page busy, in milliseconds since its navigation began: what was slow
    then was not the mini-app. ``is_dressing`` holds while the page is told of another theme only to be looked at.
    """

    def __init__(self, trial: TrialRoom) -> None:
        self._trial = trial
        self._lock = asyncio.Lock()
        self.spans: list[tuple[float, float]] = []
        self.is_dressing = False
        trial.did_change_state.connect(self._on_state)

    async def findings(self) -> list[Finding]:
        """What axe finds now. Raises StoaError where the page cannot be asked."""
        async with self._lock:
            found = await self._look("dark" if self._trial.is_dark else "light")
            with self._in_the_other_theme() as other:
                await settle(self._inspector)
                found += await self._look(other, contrast_alone=True)
            # axe is no part of the mini-app's memory.
            self._inspector.send("HeapProfiler.collectGarbage")
            return found

    def _on_state(self, state: RoomState) -> None:
        if state is RoomState.LOADING:
            self.spans.clear()

    async def _look(self, theme: str, *, contrast_alone: bool = False) -> list[Finding]:
        found, span = await look(self._inspector, theme, contrast_alone=contrast_alone)
        self.spans.append(span)
        return found

    @property
    def _inspector(self) -> Inspector:
        inspector = self._trial.inspector
        if inspector is None:
            raise PageNotAskedError("The page sleeps, crashed or was closed.")
        return inspector

    @contextmanager
    def _in_the_other_theme(self) -> Iterator[str]:
        """The page wears the other theme behind a picture of itself: whoever looks at it sees nothing of that."""
        trial = self._trial
        kept = trial.profile
        other = "light" if trial.is_dark else "dark"
        worn = kept.model_copy(update={"theme": other})
        cover = _covered(trial.room.view)
        self._dress(worn)
        try:
            yield other
        finally:
            # The person may have gone on to other conditions meanwhile, and those hold.
            if trial.profile is worn and trial.inspector is not None:
                self._dress(kept)
            elif trial.profile is worn:
                trial.profile = kept
            with suppress(RuntimeError):  # it went with a page that was closed meanwhile
                cover.deleteLater()

    def _dress(self, profile: LaunchProfile) -> None:
        self.is_dressing = True
        try:
            self._trial.apply(profile)
        finally:
            self.is_dressing = False


def _covered(view: QWidget) -> QLabel:
    cover = QLabel(view)
    cover.setPixmap(view.grab())
    cover.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    cover.setGeometry(view.rect())
    cover.show()
    return cover
