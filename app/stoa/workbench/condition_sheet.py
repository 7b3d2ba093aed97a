"""The frame of the sheets that set one group of conditions: fields with their names, a problem, Cancel and Use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.trial.launch_profile import LaunchProfile
from stoa.ui.button import Button
from stoa.ui.field import TextField
from stoa.ui.label import Label
from stoa.ui.sheet import Sheet
from stoa.ui.text_area import TextArea
from stoa.ui.tokens import SPACE_1, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stoa.ui.theme import Theme

_WIDTH = 460


class FieldError(Exception):
    """What stands in a field cannot be read; the text is a sentence for the sheet."""


class ConditionSheet(Sheet):
    """Edits part of a profile; answers with the whole profile, or None. Subclasses add fields and read ``values``."""

    def __init__(self, theme: Theme, parent: QWidget, title: str, profile: LaunchProfile, about: str = "") -> None:
        super().__init__(theme, parent, title, width=_WIDTH)
        self.profile = profile
        self.header.addWidget(Label(theme, title, "heading"))
        if about:
            self.body.addWidget(Label(theme, about, "meta", "muted", wrap=True))
        self.problem = Label(theme, "", "body", "warm", wrap=True)
        self.problem.hide()
        cancel, self.use = Button(theme, self.tr("Cancel")), Button(theme, self.tr("Use"), None, "primary")
        cancel.clicked.connect(self.refuse)
        self.use.clicked.connect(self.submit)
        answers = QHBoxLayout()
        answers.setSpacing(SPACE_2 + 2)
        answers.addWidget(cancel, 1)
        answers.addWidget(self.use, 1)
        self.footer.addWidget(self.problem)
        self.footer.addLayout(answers)

    def values(self) -> Mapping[str, Any]:
        """The members of the profile that the fields hold. Raises FieldError."""
        raise NotImplementedError

    def submit(self) -> None:
        """Answer with the profile, or say what is wrong."""
        try:
            whole = {**self.profile.model_dump(mode="json"), **self.values()}
            profile = LaunchProfile.model_validate(whole)
        except FieldError as error:
            self.say(str(error))
        except ValidationError as error:
            fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
            place = " ".join(str(part).replace("_", " ") for part in fault["loc"])
            self.say(f"{place}: {fault['msg'].removeprefix('Value error, ')}.")
        else:
            self.answer(profile)

    def say(self, sentence: str) -> None:
        """Show what is wrong."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def add_field(self, name: str, text: str, *, placeholder: str = "") -> TextField:
        """A named line of text; Enter in it is Use."""
        field = TextField(self.theme, name, placeholder)
        field.setText(text)
        field.returnPressed.connect(self.submit)
        self.body.addLayout(named(self.theme, name, field))
        return field

    def add_fields(self, fields: Iterable[tuple[str, str]]) -> list[TextField]:
        """Short fields beside each other."""
        row, made = QHBoxLayout(), []
        row.setSpacing(SPACE_3)
        for name, text in fields:
            field = TextField(self.theme, name)
            field.setText(text)
            field.returnPressed.connect(self.submit)
            row.addLayout(named(self.theme, name, field), 1)
            made.append(field)
        self.body.addLayout(row)
        return made

    def add_area(self, name: str, text: str, placeholder: str = "", lines: int = 2) -> TextArea:
        """Several lines of text."""
        area = TextArea(self.theme, name, placeholder, lines=lines)
        area.setPlainText(text)
        self.body.addLayout(named(self.theme, name, area))
        return area


def named(theme: Theme, name: str, control: QWidget) -> QVBoxLayout:
    """A control below its name."""
    column = QVBoxLayout()
    column.setSpacing(SPACE_1)
    column.addWidget(Label(theme, name, "meta", "muted"))
    column.addWidget(control)
    return column
