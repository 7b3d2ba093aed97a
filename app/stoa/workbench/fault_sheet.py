"""The faults of a profile: which calls go wrong, and how."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from stoa.contract.errors import ErrorCode
from stoa.trial.launch_profile import Fault, FaultKind
from stoa.ui.button import Button, IconButton
from stoa.ui.field import TextField
from stoa.ui.label import Label
from stoa.ui.row import Row
from stoa.ui.tokens import ICON_SMALL, SPACE_2
from stoa.workbench.choice_row import ChoiceRow
from stoa.workbench.condition_sheet import ConditionSheet, FieldError, named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from stoa.trial.launch_profile import LaunchProfile
    from stoa.ui.theme import Theme

_FAULTS_MAX = 50


class FaultSheet(ConditionSheet):
    """Lists the faults with a means to remove each, and below them a form for another one.

    ``methods`` are the names of the contract's calls.
    """

    def __init__(self, theme: Theme, parent: QWidget, profile: LaunchProfile, methods: Sequence[str]) -> None:
        about = self.tr("Of several faults that meet a call, the first counts. They hold from the next call on.")
        super().__init__(theme, parent, self.tr("Faults"), profile, about)
        self.faults = list(profile.faults)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        areas = sorted({f"{name.partition('.')[0]}.*" for name in methods})
        self.method = ChoiceRow(theme, self.tr("Call"))
        self.method.set_choices([(self.tr("Every call"), "*"), *((one, one) for one in (*areas, *methods))])
        self.kind = ChoiceRow(theme, self.tr("What goes wrong"))
        self.kind.set_choices([
            (self.tr("Answers late"), FaultKind.DELAY), (self.tr("Is refused"), FaultKind.DENY),
            (self.tr("Fails"), FaultKind.ERROR), (self.tr("Never answers"), FaultKind.SILENT),
        ])  # fmt: skip
        self.code = ChoiceRow(theme, self.tr("Error code"))
        self.code.set_choices([(str(one), one) for one in ErrorCode])
        self.delay_field = TextField(theme, self.tr("Delay in milliseconds"))
        self.delay_field.setText("3000")
        for row in (self.method, self.kind, self.code):
            row.did_choose.connect(partial(self._on_chosen, row))
            self.body.addWidget(row)
        self._delay_place = QVBoxLayout()
        self._delay_place.addLayout(named(theme, self.tr("Delay in milliseconds"), self.delay_field))
        self.body.addLayout(self._delay_place)
        self.add = Button(theme, self.tr("Add"), "plus")
        self.add.clicked.connect(self.add_fault)
        self.body.addWidget(self.add)
        self.method.set_chosen(methods[0] if methods else "*")
        self.code.set_chosen(ErrorCode.INTERNAL)
        self._on_chosen(self.kind, FaultKind.DELAY)
        self._show_faults()
        self.focus_first(self.method)

    def values(self) -> Mapping[str, Any]:
        """The faults."""
        return {"faults": [fault.model_dump(mode="json") for fault in self.faults]}

    def add_fault(self) -> None:
        """Add what the form holds, or say what is wrong with it."""
        try:
            fault = self._typed()
        except FieldError as error:
            self.say(str(error))
            return
        self.say("")
        if len(self.faults) < _FAULTS_MAX:
            self.faults.append(fault)
        self._show_faults()

    def remove_fault(self, place: int) -> None:
        """Take a fault out of the list."""
        del self.faults[place]
        self._show_faults()
        self.method.setFocus()

    def _typed(self) -> Fault:
        text = self.delay_field.text().strip()
        if self.kind.chosen is FaultKind.DELAY and not (text.isdecimal() and 0 <= int(text) <= 120_000):
            raise FieldError(self.tr("A delay is 0 to 120000 milliseconds."))
        delay = int(text) if self.kind.chosen is FaultKind.DELAY else 3000
        return Fault(method=self.method.chosen, kind=self.kind.chosen, delay_ms=delay, code=self.code.chosen)

    def _on_chosen(self, row: ChoiceRow, value: Any) -> None:
        row.set_chosen(value)
        self.code.setVisible(self.kind.chosen is FaultKind.ERROR)
        self.delay_field.setEnabled(self.kind.chosen is FaultKind.DELAY)

    def _show_faults(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, fault in enumerate(self.faults):
            remove = IconButton(
                self.theme, "trash", self.tr("Remove the fault of {0}").format(fault.method), side=32, size=ICON_SMALL
            )
            remove.clicked.connect(lambda _on=False, place=place: self.remove_fault(place))
            self._list.addWidget(Row(self.theme, fault.method, self._sentence(fault), remove, padding=SPACE_2))
        if not self.faults:
            self._list.addWidget(Label(self.theme, self.tr("No call goes wrong."), "body", "muted"))

    def _sentence(self, fault: Fault) -> str:
        return {
            FaultKind.DELAY: self.tr("answers {0} ms late").format(fault.delay_ms),
            FaultKind.DENY: self.tr("is refused, as a person might"),
            FaultKind.ERROR: self.tr("fails with {0}").format(fault.code),
            FaultKind.SILENT: self.tr("never answers"),
        }[fault.kind]
