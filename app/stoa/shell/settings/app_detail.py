"""One mini-app in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.shell.risk_card import RiskFace
from stoa.shell.settings.faces import PermissionFace, RefusalFace, Standing
from stoa.shell.settings.section import Section, size_text
from stoa.shell.settings.signers import signer_row
from stoa.shell.sheets.question import HostQuestionSheet
from stoa.ui.app_tile import AppIcon
from stoa.ui.button import Button, IconButton
from stoa.ui.label import Label
from stoa.ui.row import Row
from stoa.ui.segmented import Segmented
from stoa.ui.tokens import SPACE_2, SPACE_3, SPACE_4

if TYPE_CHECKING:
    from stoa.shell.risk_words import RiskLook
    from stoa.shell.settings.faces import AppStanding
    from stoa.ui.theme import Theme

_STANDINGS: tuple[Standing, ...] = get_args(Standing)


class AppDetail(QWidget):
    """What a mini-app may do, knows, keeps, and was refused. Signals ending in ``confirmed`` have been asked."""

    back_pressed = Signal()
    answer_chosen = Signal(str, str)
    consent_withdrawn = Signal()
    clear_confirmed = Signal()
    reset_confirmed = Signal()
    uninstall_confirmed = Signal()

    def __init__(self, theme: Theme, app: AppStanding) -> None:
        super().__init__()
        self.theme = theme
        self._app = app
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addLayout(self._head())
        if app.risk is not None:
            column.addWidget(Section(theme, self.tr("Risk"), self._risk(app.risk)))
        if app.signer is not None:
            column.addWidget(Section(theme, self.tr("Signature"), signer_row(theme, app.signer)))
        for section in (self._permissions(), self._network(), self._sign_in(), self._storage(), self._refusals()):
            column.addWidget(section)
        if app.removable:
            remove = Button(theme, self.tr("Uninstall"), "trash")
            remove.clicked.connect(self._on_uninstall)
            column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)

    @property
    def key(self) -> str:
        """The key of the mini-app shown."""
        return self._app.key

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        back = IconButton(self.theme, "back", self.tr("All apps"))
        back.clicked.connect(self.back_pressed)
        row.addWidget(back)
        row.addWidget(AppIcon(self.theme, self._app.icon, self._app.name, size=48))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(self.theme, self._app.name, "title", wrap=True))
        words.addWidget(Label(self.theme, self._app.line, "meta", "muted", wrap=True))
        row.addLayout(words, 1)
        return row

    def _risk(self, look: RiskLook) -> QWidget:
        face = RiskFace(self.theme, look)
        face.setContentsMargins(0, SPACE_3, 0, SPACE_3)
        return face

    def _permissions(self) -> Section:
        rows: list[QWidget] = [self._permission(permission) for permission in self._app.permissions]
        if not rows:
            rows.append(Row(self.theme, self.tr("Asks for nothing"), self.tr("It declares no permission."),
                            before="shield"))  # fmt: skip
        else:
            reset = Button(self.theme, self.tr("Reset"))
            reset.clicked.connect(self._on_reset)
            text = self.tr("Forget every answer, so that it asks again.")
            rows.append(Row(self.theme, self.tr("Reset permissions"), text, reset))
        return Section(self.theme, self.tr("Permissions"), *rows)

    def _permission(self, permission: PermissionFace) -> Row:
        # Each use of a mediated permission is asked anyway: there is nothing to allow beforehand.
        standings = _STANDINGS[1:] if permission.mediated else _STANDINGS
        names = {"allow": self.tr("Allow"), "ask": self.tr("Ask"), "never": self.tr("Never")}
        choice = Segmented(self.theme, [names[one] for one in standings], name=permission.title, compact=True)
        standing = permission.standing if permission.standing in standings else "ask"
        choice.select(standings.index(standing))
        choice.did_select.connect(lambda index: self.answer_chosen.emit(permission.name, standings[index]))
        # The sentence goes on after "wants to" elsewhere; here it stands alone.
        text = permission.sentence[:1].upper() + permission.sentence[1:]
        if permission.reason:
            text = self.tr("{0} — “{1}”").format(text, permission.reason)
        return Row(self.theme, permission.title, text, choice)

    def _network(self) -> Section:
        hosts = self._app.network
        if hosts:
            row = Row(self.theme, self.tr("May reach these, and nothing else"), "\n".join(hosts), before="globe")
        else:
            text = self.tr("It cannot reach anything outside this machine.")
            row = Row(self.theme, self.tr("No network"), text, before="globe-off")
        return Section(self.theme, self.tr("Network"), row)

    def _sign_in(self) -> Section:
        if self._app.known is None:
            row = Row(self.theme, self.tr("Does not know you"), self.tr("You have not signed in to it."), before="user")
        else:
            withdraw = Button(self.theme, self.tr("Take back"))
            withdraw.clicked.connect(self.consent_withdrawn)
            row = Row(self.theme, self.tr("Signed in"), self._app.known, withdraw, before="user")
        return Section(self.theme, self.tr("Sign-in"), row)

    def _storage(self) -> Section:
        text = size_text(self._app.stored)
        if self._app.stored_limit:
            text = self.tr("{0} of {1}").format(text, size_text(self._app.stored_limit))
        clear = Button(self.theme, self.tr("Clear data"))
        clear.setEnabled(self._app.stored > 0)
        clear.clicked.connect(self._on_clear)
        return Section(
            self.theme,
            self.tr("Storage"),
            Row(self.theme, self.tr("Kept on this machine"), text, clear, before="storage"),
            Row(self.theme, self.tr("Memory now"), self._app.memory or " ", before="lightning"),
        )

    def _refusals(self) -> Section:
        refusals = self._app.refusals
        if not refusals:
            text = self.tr("It has asked for nothing that it may not have.")
            return Section(
                self.theme, self.tr("Refused"), Row(self.theme, self.tr("Nothing"), text, before="check-circle")
            )
        return Section(self.theme, self.tr("Refused"), *(self._refusal(refusal) for refusal in refusals))

    def _refusal(self, refusal: RefusalFace) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, SPACE_3, 0, SPACE_3)
        column.setSpacing(SPACE_2 // 2)
        column.addWidget(Label(self.theme, refusal.what, "strong", wrap=True))
        rule = refusal.rule if refusal.times == 1 else self.tr("{0} · {1} times").format(refusal.rule, refusal.times)
        column.addWidget(Label(self.theme, rule, "meta", "muted", wrap=True))
        if refusal.fix:
            fix = Label(self.theme, self.tr("To change it: {0}").format(refusal.fix), "meta", "accent", wrap=True)
            column.addWidget(fix)
        return box

    def _on_reset(self) -> None:
        self._ask(
            self.tr("Reset the permissions of {0}?").format(self._app.name),
            self.tr("It will ask again for each of them."),
            self.tr("Reset"),
            self.reset_confirmed,
        )

    def _on_clear(self) -> None:
        self._ask(
            self.tr("Clear the data of {0}?").format(self._app.name),
            self.tr("Everything it keeps for this account on this machine goes for good."),
            self.tr("Clear data"),
            self.clear_confirmed,
        )

    def _on_uninstall(self) -> None:
        self._ask(
            self.tr("Uninstall {0}?").format(self._app.name),
            self.tr("The app and everything it keeps on this machine go for good. Posts that open it stay."),
            self.tr("Uninstall"),
            self.uninstall_confirmed,
        )

    def _ask(self, title: str, text: str, confirm: str, confirmed: SignalInstance) -> None:
        sheet = HostQuestionSheet(self.theme, self.window(), title, text, confirm, destructive=True)
        sheet.did_answer.connect(lambda yes: confirmed.emit() if yes else None)
        sheet.open()
