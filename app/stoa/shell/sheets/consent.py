"""The sign-in sheet: what a mini-app may know about the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.services.identity.api import Scope
from stoa.shell.sheets.asking import AppFace, answers, app_line, app_name, take_back_hint
from stoa.ui.button import Button
from stoa.ui.row import Divider, Row
from stoa.ui.sheet import Sheet
from stoa.ui.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from stoa.miniapp.app import MiniApp
    from stoa.ui.theme import Theme


def short_subject(subject: str) -> str:
    """A private name short enough to be compared by eye."""
    return subject if len(subject) <= 8 else f"{subject[:4]}…{subject[-2:]}"


class ConsentSheet(Sheet):
    """Answers with the set of scopes the person allows, or None for "not now". Without ``openid`` there is no sign-in.

    ``subject`` is the private name this mini-app will see.
    """

    def __init__(
        self, theme: Theme, parent: QWidget, app: MiniApp, icon: QPixmap | None, asked: Collection[Scope], subject: str
    ) -> None:
        name = app_name(app)
        super().__init__(theme, parent, self.tr("{0} wants to know you").format(name))
        self._switches: dict[Scope, Switch] = {}
        self.header.addWidget(AppFace(theme, icon, name, self.accessibleName(), app_line(app)))
        seen = self.tr("{0} sees {1}, never your account or what other apps call you")
        wanted = set(asked) | {Scope.OPENID}
        self.body.setSpacing(0)
        self._add(Scope.OPENID, "user", self.tr("A private name for this app"),
                  seen.format(name, short_subject(subject)), wanted)  # fmt: skip
        self._add(Scope.PROFILE, "at", self.tr("Display name and picture"), self.tr("the name on your profile"), wanted)
        refuse = Button(theme, self.tr("Not now"))
        refuse.clicked.connect(self.refuse)
        self._allow = Button(theme, self.tr("Allow"), None, "primary")
        self._allow.clicked.connect(self._on_allowed)
        self.footer.addLayout(answers(refuse, self._allow))
        self.footer.addWidget(take_back_hint(theme, name))
        self.guard(self._allow)
        self.focus_first(refuse)

    def _add(self, scope: Scope, icon: str, title: str, text: str, wanted: Collection[Scope]) -> None:
        asked = scope in wanted
        switch = Switch(self.theme, title, on=asked)
        row = Row(self.theme, title, text if asked else self.tr("not asked for"), switch, before=icon)
        row.setEnabled(asked)
        switch.setAccessibleDescription(text)
        switch.toggled.connect(self._on_toggled)
        self._switches[scope] = switch
        self.body.addWidget(row)
        self.body.addWidget(Divider(self.theme))

    def _on_toggled(self) -> None:
        # A sign-in without a name would tell nothing: then the answer is "not now".
        self.delay.set_ready(self._allow, self._switches[Scope.OPENID].isChecked())

    def _on_allowed(self) -> None:
        self.answer({scope for scope, switch in self._switches.items() if switch.isChecked()})
