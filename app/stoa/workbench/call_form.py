"""Sends a bridge call by hand: a method, its fields as the contract has them, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.trial.call_form import CallFormError, answer_text, as_code, call_text, fields_of, params_of
from stoa.ui.button import Button, IconButton
from stoa.ui.field import TextField
from stoa.ui.label import Label
from stoa.ui.scroll_area import ScrollArea
from stoa.ui.switch import Switch
from stoa.ui.text_area import TextArea
from stoa.ui.tokens import SPACE_2, SPACE_3, SPACE_4
from stoa.workbench.choice_row import ChoiceRow
from stoa.workbench.condition_sheet import named
from stoa.workbench.log_tab import DetailView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from stoa.contract.method import Method
    from stoa.trial.call_form import FormField
    from stoa.ui.theme import Theme
    from stoa.workbench.trial_room import TrialRoom

Control = TextField | TextArea | Switch | ChoiceRow


class CallForm(QWidget):
    """``trial`` gives whose gate is asked; the call goes through it as if the page had made it.

    ``did_send`` gives each message.
    """

    did_send = Signal(str)

    def __init__(self, theme: Theme, methods: Sequence[Method], trial: Callable[[], TrialRoom | None]) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(self.tr("Send a call"))
        self._methods = {method.name: method for method in methods}
        self._trial = trial
        self._count = 0
        self._fields: tuple[FormField, ...] = ()
        self.controls: dict[str, Control] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, 0, SPACE_4, SPACE_3)
        column.setSpacing(SPACE_2)
        self.method = ChoiceRow(theme, self.tr("Method"))
        self.method.set_choices([(name, name) for name in self._methods])
        self.method.did_choose.connect(self.choose)
        column.addWidget(self.method)
        self._about = Label(theme, "", "meta", "muted", wrap=True)
        column.addWidget(self._about)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        content.setLayout(self._place)
        column.addWidget(ScrollArea(theme, content), 2)
        self.problem = Label(theme, "", "body", "warm", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addLayout(self._buttons())
        self.answer = DetailView(theme, self.tr("Answer"))
        self.answer.hide()
        column.addWidget(self.answer, 2)
        self.choose(next(name for name, method in self._methods.items() if fields_of(method)))

    def choose(self, name: str) -> None:
        """Show the fields of another method."""
        method = self._methods[name]
        self.method.set_chosen(name)
        self._about.setText(method.doc)
        self._fields = fields_of(method)
        self.controls = {}
        while (item := self._place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        form = QWidget()
        lines = QVBoxLayout(form)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE_2)
        for field in self._fields:
            control = self._control(field)
            self.controls[field.name] = control
            if isinstance(control, ChoiceRow):
                lines.addWidget(control)
            else:
                lines.addLayout(named(self.theme, self._title(field), control))
        if not self._fields:
            lines.addWidget(Label(self.theme, self.tr("It takes no parameters."), "body", "muted"))
        lines.addStretch(1)
        self._place.addWidget(form)
        self._say("")

    def send(self) -> None:
        """Send what was typed, or say what is wrong with it."""
        trial = self._trial()
        if trial is None:
            self._say(self.tr("No mini-app runs that could make the call."))
            return
        try:
            params = params_of(self._fields, self._typed())
        except CallFormError as error:
            self._say(str(error))
            return
        self._say("")
        self._count += 1
        text = call_text(self._count, str(self.method.chosen), params)
        self.answer.setPlainText(self.tr("Waiting for the answer …"))
        self.answer.show()
        trial.call(text, self._on_answer)
        self.did_send.emit(text)

    def code(self) -> str:
        """The call as code. Raises CallFormError."""
        params = params_of(self._fields, self._typed())
        return as_code(str(self.method.chosen), call_text(0, "", params).partition('"params": ')[2][:-1])

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE_2)
        self.send_button = Button(self.theme, self.tr("Send"), "send", "primary")
        self.copy_button = IconButton(self.theme, "copy", self.tr("Copy as code"))
        self.send_button.clicked.connect(self.send)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        line.addWidget(self.send_button)
        line.addWidget(self.copy_button)
        line.addStretch(1)
        return line

    def _title(self, field: FormField) -> str:
        return field.name if field.required else self.tr("{0} (optional)").format(field.name)

    def _control(self, field: FormField) -> Control:
        title = self._title(field)
        if field.kind == "switch":
            return Switch(self.theme, title, on=bool(field.default))
        if field.kind == "choice":
            row = ChoiceRow(self.theme, title)
            row.set_choices(([] if field.required else [("\N{EN DASH}", "")]) + [(one, one) for one in field.choices])
            row.set_chosen(field.start or (field.choices[0] if field.required else ""))
            row.did_choose.connect(row.set_chosen)
            return row
        if field.kind == "json":
            area = TextArea(self.theme, title, "JSON", lines=2)
            area.setPlainText(field.start)
            area.did_submit.connect(self.send)
            return area
        line = TextField(self.theme, title)
        line.setText(field.start)
        line.returnPressed.connect(self.send)
        return line

    def _typed(self) -> dict[str, str | bool]:
        typed: dict[str, str | bool] = {}
        for name, control in self.controls.items():
            if isinstance(control, Switch):
                typed[name] = control.isChecked()
            elif isinstance(control, ChoiceRow):
                typed[name] = str(control.chosen or "")
            else:
                typed[name] = control.text if isinstance(control, TextArea) else control.text()
        return typed

    def _on_answer(self, text: str) -> None:
        self.answer.setPlainText(answer_text(text))

    def _on_copy_clicked(self) -> None:
        try:
            QGuiApplication.clipboard().setText(self.code())
        except CallFormError as error:
            self._say(str(error))

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
