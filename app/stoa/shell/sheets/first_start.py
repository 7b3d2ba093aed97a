"""The question before an installed mini-app runs for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from stoa.shell.risk_card import risk_card
from stoa.shell.risk_words import risk_look
from stoa.shell.sheets.asked import network_row, permission_rows
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
    from stoa.miniapp.risk import Risk
    from stoa.ui.theme import Theme

_WIDTH = 480


class FirstStartSheet(Sheet):
    """Who made it, how risky it is and why, what it may ask for. Answers with True to open it and False otherwise."""

    def __init__(
        self, theme: Theme, parent: QWidget, app: MiniApp, icon: QPixmap | None, risk: Risk,
        permissions: Mapping[str, Permission],
    ) -> None:  # fmt: skip
        name, manifest = app_name(app), app.manifest
        super().__init__(
            theme, parent, self.tr("Open {0} for the first time?").format(name), width=_WIDTH, refusal=False
        )
        self.header.addWidget(AppFace(theme, icon, name, self.accessibleName(), self._line(app)))
        self.body.setSpacing(SPACE_2)
        self.body.addWidget(risk_card(theme, risk_look(risk, permissions)))
        self.body.addSpacing(SPACE_2)
        self.body.addWidget(Label(theme, self.tr("What it may ask you for"), "heading"))
        rows = permission_rows(theme, manifest.permissions, permissions)
        for row in rows or [Row(theme, self.tr("Nothing"), before="shield", padding=SPACE_2)]:
            self.body.addWidget(row)
        self.body.addSpacing(SPACE_2)
        self.body.addWidget(Label(theme, self.tr("Where it may connect"), "heading"))
        self.body.addWidget(network_row(theme, manifest.network))
        if manifest.privacy_url is not None:
            title = self.tr("What it says about your data")
            self.body.addWidget(Row(theme, title, manifest.privacy_url, before="link", padding=SPACE_2))
        later = Button(theme, self.tr("Not now"))
        later.clicked.connect(self.refuse)
        start = Button(theme, self.tr("Open"), None, "primary")
        start.clicked.connect(lambda: self.answer(True))
        self.footer.addLayout(answers(later, start))
        text = self.tr("“Not now” keeps it under Apps, where you can uninstall it.")
        hint = Label(theme, text, "meta", "muted", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.footer.addWidget(hint)
        self.guard(start)
        self.focus_first(later)

    def _line(self, app: MiniApp) -> str:
        author = app.manifest.author
        if author is None:
            by = self.tr("its author is not named")
        else:
            by = (self.tr("by {0}") if app.signed is None else self.tr("signed by {0}")).format(author.name)
        version = self.tr("version {0}").format(app.manifest.version.name)
        return f"{by} · {version} · {app.app_id}"
