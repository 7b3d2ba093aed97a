"""Everything a trial leaves behind, as values that can be shown, kept and compared."""

from __future__ import annotations

from collections import deque
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from stoa.bridge.journal import Entry
    from stoa.engine.console import ConsoleLine
    from stoa.engine.refusal import Refusal
    from stoa.workbench.hang import Place
    from stoa.workbench.surface import Deed
    from stoa.workbench.trial_room import TrialRoom

# The newest of each kind are kept.
_LINES_MAX = 5000
_REFUSALS_MAX = 500


class Evidence(QObject):
    """Collects one trial's console lines, refusals, deeds, hangs and states; journal and traffic collect themselves."""

    def __init__(self, trial: TrialRoom) -> None:
        super().__init__(trial)
        self._trial = trial
        self.console: deque[ConsoleLine] = deque(maxlen=_LINES_MAX)
        self.refusals: deque[Refusal] = deque(maxlen=_REFUSALS_MAX)
        self.deeds: deque[Deed] = deque(maxlen=_REFUSALS_MAX)
        self.hangs: deque[Place] = deque(maxlen=_REFUSALS_MAX)
        self.states: list[str] = []
        trial.did_write_console.connect(self.console.append)
        trial.did_refuse.connect(self.refusals.append)
        trial.did_act.connect(self.deeds.append)
        trial.hang.did_find.connect(self.hangs.append)
        trial.did_change_state.connect(lambda state: self.states.append(str(state)))
        self._past: tuple[list[Entry], frozenset[str]] = ([], frozenset())

    def begin_anew(self) -> None:
        """Leave out what came so far: the files that it came of are no more."""
        for kept in (self.console, self.refusals, self.deeds, self.hangs, self.states):
            kept.clear()
        self._past = list(self._trial.journal), frozenset(one.key for one in self._trial.traffic.exchanges)

    def values(self) -> dict[str, Any]:
        """All of it as plain values: journal, calls, requests, console, refusals, deeds, hangs, states."""
        entries, keys = self._past
        past = {id(entry) for entry in entries}
        return {
            "journal": [entry._asdict() for entry in self._trial.journal if id(entry) not in past],
            "calls": [asdict(call) for call in self._trial.backing.heard],
            "requests": [
                {**asdict(exchange), "outcome": exchange.outcome}
                for exchange in self._trial.traffic.exchanges
                if exchange.key not in keys
            ],
            "console": [asdict(line) for line in self.console],
            "refusals": [asdict(refusal) for refusal in self.refusals],
            "deeds": [asdict(deed) for deed in self.deeds],
            "hangs": [asdict(place) for place in self.hangs],
            "states": list(self.states),
        }
