"""The question before an update that asks for more takes the place of what is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from stoa.records import Record
from stoa.shell.permission_words import permission_title
from stoa.shell.risk_card import risk_card
from stoa.shell.risk_words import risk_look
from stoa.shell.sheets.asked import network_row, permission_rows, script_rows
from stoa.shell.sheets.asking import AppFace, answers, app_name
from stoa.ui.button import Button
from stoa.ui.label import Label
from stoa.ui.row import Row
from stoa.ui.sheet import Sheet
from stoa.ui.tokens import SPACE_2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from stoa.contract.permission import Permission
    from stoa.miniapp.app import MiniApp
    from stoa.miniapp.grants import Additions
    from stoa.miniapp.manifest import Manifest
    from stoa.miniapp.risk import Risk
    from stoa.ui.theme import Theme

_WIDTH = 480


class Update(Record):
    """What is installed, what came, what that asks for more, and the risk of both."""

    installed: MiniApp
    manifest: Manifest
    more: Additions
    risk_before: Risk
    risk: Risk


class UpdateSheet(Sheet):
    """What is new, and what it could ask for already. Answers with True to update, False to keep the old version."""

    def __init__(
        self, theme: Theme, parent: QWidget, update: Update, icon: QPixmap | None,
        permissions: Mapping[str, Permission],
    ) -> None:  # fmt: skip
        old, more = update.installed.manifest, update.more
        name = app_name(update.installed)
        super().__init__(
            theme, parent, self.tr("The update of {0} asks for more").format(name), width=_WIDTH, refusal=False
        )
        line = self.tr("version {0} is installed, version {1} came").format(
            old.version.name, update.manifest.version.name
        )
        self.header.addWidget(AppFace(theme, icon, name, self.accessibleName(), line))
        self.body.setSpacing(SPACE_2)
        self.body.addWidget(Label(theme, self.tr("New in this version"), "heading"))
        for row in permission_rows(theme, more.permissions, permissions):
            self.body.addWidget(row)
        if more.network:
            self.body.addWidget(self._hosts(more.network))
        for row in script_rows(theme, more.script):
            self.body.addWidget(row)
        self.body.addSpacing(SPACE_2)
        self.body.addWidget(Label(theme, self.tr("What it could do already"), "heading"))
        self._add_old(old, permissions)
        self.body.addSpacing(SPACE_2)
        look = risk_look(update.risk, permissions, update.risk_before)
        self.body.addWidget(risk_card(theme, look))
        self._add_answers(old)

    def _hosts(self, network: tuple[str, ...]) -> Row:
        return Row(self.theme, self.tr("May reach these servers too"), "\n".join(network), before="globe",
                   padding=SPACE_2)  # fmt: skip

    def _add_old(self, old: Manifest, permissions: Mapping[str, Permission]) -> None:
        """The permissions in one line: they were shown before."""
        known = [permissions[request.name] for request in old.permissions if request.name in permissions]
        names = ", ".join(permission_title(permission) for permission in known)
        text = names or self.tr("Nothing")
        self.body.addWidget(Row(self.theme, self.tr("Ask you for"), text, before="shield", padding=SPACE_2))
        self.body.addWidget(network_row(self.theme, old.network))

    def _add_answers(self, old: Manifest) -> None:
        keep = Button(self.theme, self.tr("Keep the old version"))
        keep.clicked.connect(self.refuse)
        update = Button(self.theme, self.tr("Update"), None, "primary")
        update.clicked.connect(lambda: self.answer(True))
        self.footer.addLayout(answers(keep, update))
        text = self.tr("Until you agree, version {0} stays as it is.").format(old.version.name)
        hint = Label(self.theme, text, "meta", "muted", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.footer.addWidget(hint)
        self.guard(update)
        self.focus_first(keep)
