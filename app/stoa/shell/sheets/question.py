"""Notices and questions that a mini-app asks the host to show: visibly the mini-app's words, not the host's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.shell.sheets.asking import AppFace, answers
from stoa.ui.button import Button
from stoa.ui.label import Label
from stoa.ui.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from stoa.services.host.api import Alert, Confirm
    from stoa.ui.theme import Theme


class AlertSheet(Sheet):
    """A notice with one button; answers with None."""

    def __init__(self, theme: Theme, parent: QWidget, name: str, icon: QPixmap | None, alert: Alert) -> None:
        super().__init__(theme, parent, self.tr("{0} says").format(name))
        face = AppFace(theme, icon, name, self.accessibleName(), self.tr("a message of this app, not of Stoa"))
        self.header.addWidget(face)
        if alert.title:
            self.body.addWidget(Label(theme, alert.title, "strong", wrap=True))
        self.body.addWidget(Label(theme, alert.text, "body", wrap=True))
        close = Button(theme, alert.button or self.tr("OK"), None, "primary")
        close.clicked.connect(self.refuse)
        self.footer.addLayout(answers(close))
        self.focus_first(close)


class ConfirmSheet(Sheet):
    """A question with two answers; answers with True for yes and False otherwise."""

    def __init__(self, theme: Theme, parent: QWidget, name: str, icon: QPixmap | None, question: Confirm) -> None:
        super().__init__(theme, parent, self.tr("{0} asks").format(name), refusal=False)
        face = AppFace(theme, icon, name, self.accessibleName(), self.tr("a question of this app, not of Stoa"))
        self.header.addWidget(face)
        if question.title:
            self.body.addWidget(Label(theme, question.title, "strong", wrap=True))
        self.body.addWidget(Label(theme, question.text, "body", wrap=True))
        cancel = Button(theme, question.cancel or self.tr("Cancel"))
        cancel.clicked.connect(self.refuse)
        confirm = Button(theme, question.confirm or self.tr("OK"), None, "warm" if question.destructive else "primary")
        confirm.clicked.connect(lambda: self.answer(True))
        self.footer.addLayout(answers(cancel, confirm))
        self.guard(confirm)
        self.focus_first(cancel)


class HostQuestionSheet(Sheet):
    """A question of the host itself, such as before something is removed; answers with True for yes, else False."""

    def __init__(
        self, theme: Theme, parent: QWidget, title: str, text: str, confirm: str, *, destructive: bool = False
    ) -> None:
        super().__init__(theme, parent, title, refusal=False)
        self.header.addWidget(Label(theme, title, "heading", wrap=True))
        self.body.addWidget(Label(theme, text, "body", "muted", wrap=True))
        cancel = Button(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.refuse)
        yes = Button(theme, confirm, None, "warm" if destructive else "primary")
        yes.clicked.connect(lambda: self.answer(True))
        self.footer.addLayout(answers(cancel, yes))
        self.guard(yes)
        self.focus_first(cancel)
