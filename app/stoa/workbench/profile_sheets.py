"""The sheets of launch profiles: one to edit every condition as text, one to name a profile that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from stoa.trial.launch_profile import LaunchProfileError, read_profile, write_profile
from stoa.ui.button import Button
from stoa.ui.field import TextField
from stoa.ui.label import Label
from stoa.ui.sheet import Sheet
from stoa.ui.tokens import RADIUS_CONTROL, SPACE_2
from stoa.workbench.entry_list import mono_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from stoa.trial.launch_profile import LaunchProfile
    from stoa.ui.theme import Theme

_EDITOR_LINES = 18


class ProfileSheet(Sheet):
    """All conditions of a profile as the text of its file; answers with the profile, or None."""

    def __init__(self, theme: Theme, parent: QWidget, profile: LaunchProfile) -> None:
        super().__init__(theme, parent, self.tr("Launch profile"), width=560)
        self.header.addWidget(Label(theme, self.tr("Launch profile"), "heading"))
        about = self.tr(
            "Every condition of a run, as it is exported. What is left out has its default: frame sizes, single hosts "
            "that are down, answers to single permissions, start data, and faults of single calls belong here."
        )
        self.body.addWidget(Label(theme, about, "meta", "muted", wrap=True))
        self.editor = QPlainTextEdit(write_profile(profile).rstrip())
        self.editor.setAccessibleName(self.tr("Launch profile as JSON"))
        self.editor.setFont(mono_font(theme))
        self.editor.setTabChangesFocus(True)
        tokens = theme.tokens
        self.editor.setStyleSheet(
            f"QPlainTextEdit {{ background: {tokens.background}; color: {tokens.text};"
            f" border: 1px solid {tokens.line}; border-radius: {RADIUS_CONTROL}px; padding: 8px; }}"
        )
        self.editor.setFixedHeight(self.editor.fontMetrics().lineSpacing() * _EDITOR_LINES)
        self.body.addWidget(self.editor)
        self.problem = Label(theme, "", "body", "warm", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        cancel, use = Button(theme, self.tr("Cancel")), Button(theme, self.tr("Use"), None, "primary")
        cancel.clicked.connect(self.refuse)
        use.clicked.connect(self._on_use_clicked)
        self.footer.addLayout(_answers(cancel, use))
        self.focus_first(self.editor)

    def _on_use_clicked(self) -> None:
        try:
            profile = read_profile(self.editor.toPlainText())
        except LaunchProfileError as error:
            self.problem.setText(str(error))
            self.problem.show()
        else:
            self.answer(profile)


class NameSheet(Sheet):
    """A name for what is kept; answers with it, or None."""

    def __init__(self, theme: Theme, parent: QWidget, title: str, name: str) -> None:
        super().__init__(theme, parent, title)
        self.header.addWidget(Label(theme, title, "heading"))
        self.field = TextField(theme, self.tr("Name"), self.tr("Name"), limit=60)
        self.field.setText(name)
        self.body.addWidget(self.field)
        cancel, save = Button(theme, self.tr("Cancel")), Button(theme, self.tr("Save"), None, "primary")
        cancel.clicked.connect(self.refuse)
        save.clicked.connect(self._on_save_clicked)
        self.field.returnPressed.connect(self._on_save_clicked)
        self.footer.addLayout(_answers(cancel, save))
        self.focus_first(self.field)
        # Whoever types gives another name, and does not lengthen this one.
        self.field.selectAll()

    def _on_save_clicked(self) -> None:
        if name := self.field.text().strip():
            self.answer(name)


def _answers(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE_2 + 2)
    for button in buttons:
        row.addWidget(button, 1)
    return row
