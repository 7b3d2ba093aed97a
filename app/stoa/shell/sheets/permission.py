"""The permission sheet: may this mini-app use the camera, now or always?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from stoa.miniapp.grants import Answer
from stoa.shell.permission_words import permission_sentence
from stoa.shell.sheets.asking import AppFace, answers, app_line, app_name, take_back_hint
from stoa.ui.button import Button
from stoa.ui.card import Card
from stoa.ui.label import Label
from stoa.ui.sheet import Sheet
from stoa.ui.tokens import RADIUS_CONTROL, SPACE_1, SPACE_3

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from stoa.contract.permission import Permission
    from stoa.miniapp.app import MiniApp
    from stoa.ui.theme import Theme


class PermissionSheet(Sheet):
    """Answers with an ``Answer``, or None for "not now", after which the mini-app may ask again.

    ``reason`` is what the manifest gives; it is shown as the mini-app's own words.
    """

    def __init__(
        self, theme: Theme, parent: QWidget, app: MiniApp, icon: QPixmap | None, permission: Permission,
        reason: str = "",
    ) -> None:  # fmt: skip
        name = app_name(app)
        sentence = permission_sentence(permission)
        super().__init__(theme, parent, self.tr("{0} wants to {1}").format(name, sentence))
        self.header.addWidget(AppFace(theme, icon, name, self.accessibleName(), app_line(app)))
        if reason:
            self.body.addWidget(self._reason(name, reason))
        self.body.addWidget(Label(theme, self.tr("Without your answer it cannot."), "body", "muted", wrap=True))
        later = self._button(self.tr("Not now"), None)
        never = self._button(self.tr("Never"), Answer.NEVER)
        once = self._button(self.tr("Allow once"), Answer.ONCE)
        always = self._button(self.tr("Always allow"), Answer.ALWAYS)
        self.footer.addLayout(answers(once, always))
        self.footer.addLayout(answers(later, never))
        self.footer.addWidget(take_back_hint(theme, name))
        self.guard(once)
        self.guard(always)
        self.focus_first(later)

    def _button(self, text: str, value: Answer | None) -> Button:
        button = Button(self.theme, text, None, "primary" if value is Answer.ONCE else "plain")
        button.clicked.connect(lambda: self.answer(value))
        return button

    def _reason(self, name: str, reason: str) -> Card:
        card = Card(self.theme, flat=True, surface="background", radius=RADIUS_CONTROL, margin=SPACE_3)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(Label(self.theme, self.tr("{0} says why").format(name), "meta", "muted"))
        column.addWidget(Label(self.theme, reason, "body", wrap=True))
        return card
