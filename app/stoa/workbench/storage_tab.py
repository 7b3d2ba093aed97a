"""What the mini-app keeps: by the bridge, and in the page's own storage. Seen, changed and cleared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout

from stoa.contract.errors import StoaError
from stoa.services.storage.api import APP_MAX_BYTES
from stoa.services.storage.values import check_room, stored
from stoa.trial.page_storage import CLEARING, LISTING, setting
from stoa.ui.button import Button, IconButton
from stoa.ui.field import TextField
from stoa.ui.label import Label
from stoa.ui.tokens import SPACE_2, SPACE_4
from stoa.workbench.entry_list import Line
from stoa.workbench.figures import bytes_text, number_text
from stoa.workbench.log_tab import LogTab

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stoa.ui.theme import Theme
    from stoa.workbench.trial_room import TrialRoom

BRIDGE = "storage.*"


class StorageTab(LogTab):
    """Reads anew when it is shown, when asked, and after each change."""

    def __init__(self, theme: Theme, clock: Callable[[], int]) -> None:
        self._clock = clock
        super().__init__(
            theme,
            self.tr("Storage"),
            "storage",
            (self.tr("Nothing kept"), self.tr("What the mini-app keeps is listed here, with the means to change it.")),
        )
        self.reload = IconButton(theme, "reload", self.tr("Read again"))
        self.reload.clicked.connect(self.refresh)
        self.tools.insertWidget(1, self.reload)
        self.clear.setToolTip(self.tr("Clear all that is kept"))
        self._usage = Label(theme, "", "meta", "muted")
        self._usage.setContentsMargins(SPACE_4, 0, SPACE_4, SPACE_2)
        self._chosen: Line | None = None
        self._editor = TextField(theme, self.tr("New value"), self.tr("New value"))
        self._set = Button(theme, self.tr("Set"))
        self._remove = Button(theme, self.tr("Remove"))
        edit = QHBoxLayout()
        edit.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        edit.setSpacing(SPACE_2)
        edit.addWidget(self._editor, 1)
        edit.addWidget(self._set)
        edit.addWidget(self._remove)
        column = self.layout()
        column.insertWidget(1, self._usage)  # type: ignore[union-attr]  # a QVBoxLayout, by LogTab
        column.addLayout(edit)  # type: ignore[union-attr]
        self._set.clicked.connect(lambda: self._change(self._editor.text()))
        self._remove.clicked.connect(lambda: self._change(None))
        self.list.did_choose.connect(self._on_line_chosen)
        self._on_line_chosen(None)

    def follow(self, trial: TrialRoom) -> None:
        """Show what a new trial keeps."""
        super().follow(trial)
        trial.did_become_ready.connect(self.refresh)

    def showEvent(self, event: Any) -> None:
        """Reads what is kept now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read all of it again."""
        if self.trial is None or not self.isVisible():
            return
        self._evaluate(LISTING, self._on_listed)

    def forget(self) -> None:
        """Clear what the mini-app keeps."""
        if self.trial is not None and self.list.model_of_lines.rowCount():
            self.trial.stores.storage.clear(self.trial.room.caller.room_key)
            self._evaluate(CLEARING, lambda _value: self.refresh())
        super().forget()

    def in_full(self, line: Line) -> str:
        """Place, key and value."""
        return f"{line.chip}\n{line.title}\n\n{_pretty(line.value)}"

    def exported(self) -> tuple[str, str]:
        """Every entry as JSON."""
        entries = [{"area": line.chip, "key": line.title, "value": line.value} for line in self.list.shown]
        return "storage.json", json.dumps(entries, indent=2, ensure_ascii=False)

    def _evaluate(self, script: str, answer: Any) -> None:
        inspector = None if self.trial is None else self.trial.inspector
        if inspector is not None:
            asked = {"expression": script, "awaitPromise": True, "returnByValue": True}
            inspector.send("Runtime.evaluate", asked, lambda values: answer(values.get("result", {}).get("value")))

    def _on_listed(self, text: object) -> None:
        if self.trial is None:
            return
        listed: Mapping[str, Any] = json.loads(text) if isinstance(text, str) else {"rows": []}
        table, key = self.trial.stores.storage, self.trial.room.caller.room_key
        lines = [self._line(BRIDGE, name, table.get(key, name) or "") for name in table.keys(key)]
        lines += [self._line(row["area"], row["key"], row["value"] or "") for row in listed["rows"]]
        chosen, position = self._chosen, self.list.verticalScrollBar().value()
        self.set_lines(lines)
        if chosen is not None:
            self.list.choose(lambda line: (line.chip, line.title) == (chosen.chip, chosen.title))
        self.list.verticalScrollBar().setValue(position)
        used = table.usage(key).size
        sizes = (used, APP_MAX_BYTES, listed.get("usage", 0), listed.get("quota", 0))
        self._usage.setText(self.tr("Bridge: {0} of {1}. Page: {2} of {3}.").format(*map(bytes_text, sizes)))

    def _line(self, area: str, key: str, value: str) -> Line:
        """One entry, at the time it was read."""
        return Line(key, area, "neutral", f"{number_text(len(value.encode()))} B", value, self._clock(), value)

    def _on_line_chosen(self, line: Line | None) -> None:
        self._chosen = line
        for control in (self._editor, self._set, self._remove):
            control.setVisible(line is not None)
        if line is not None:
            # What a cache holds is an answer of the network: it can be dropped, not written.
            self._editor.setEnabled(not line.chip.startswith("cache "))
            self._set.setEnabled(not line.chip.startswith("cache "))
            self._editor.setText(str(line.value))
            self._editor.set_error("")

    def _change(self, value: str | None) -> None:
        line, trial = self._chosen, self.trial
        if line is None or trial is None:
            return
        if line.chip != BRIDGE:
            self._evaluate(setting(line.chip, line.title, value), lambda _value: self.refresh())
            return
        key = trial.room.caller.room_key
        try:
            if value is None:
                trial.stores.storage.remove(key, line.title)
            else:
                trial.stores.storage.put(key, stored(line.title, json.loads(value)), check_room)
        except (StoaError, ValueError) as error:
            self._editor.set_error(str(error))
            return
        self.refresh()


def _pretty(value: str) -> str:
    try:
        return json.dumps(json.loads(value), indent=2, ensure_ascii=False)
    except ValueError:
        return value
