"""The accounts page: who uses this installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stoa.services.identity.accounts import NAME_MAX_CHARS
from stoa.shell.settings.section import Section, controls
from stoa.shell.sheets.asking import answers
from stoa.shell.sheets.question import HostQuestionSheet
from stoa.ui.avatar import Avatar
from stoa.ui.button import Button, IconButton
from stoa.ui.chip import Chip
from stoa.ui.field import TextField
from stoa.ui.label import Label
from stoa.ui.row import Row
from stoa.ui.sheet import Sheet
from stoa.ui.tokens import SPACE_4

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.shell.settings.faces import AccountFace
    from stoa.ui.theme import Theme

# Three of them stand beside a name and a button, in the narrowest window as well.
_TOOL = 32


class NameSheet(Sheet):
    """Asks for an account's name; answers with it, or None."""

    def __init__(self, theme: Theme, parent: QWidget, title: str, confirm: str, name: str = "") -> None:
        super().__init__(theme, parent, title)
        self.header.addWidget(Label(theme, title, "heading", wrap=True))
        self._field = TextField(theme, self.tr("Name"), self.tr("Name"), limit=NAME_MAX_CHARS)
        self._field.setText(name)
        self._field.selectAll()
        self._field.returnPressed.connect(self._on_confirmed)
        self._field.textChanged.connect(self._on_typed)
        self.body.addWidget(self._field)
        note = self.tr("Others on this machine see it beside your posts. Apps see it only if you let them.")
        self.body.addWidget(Label(theme, note, "meta", "muted", wrap=True))
        cancel = Button(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.refuse)
        self._confirm = Button(theme, confirm, None, "primary")
        self._confirm.clicked.connect(self._on_confirmed)
        self.footer.addLayout(answers(cancel, self._confirm))
        self.focus_first(self._field)
        self._on_typed(name)

    def _on_typed(self, text: str) -> None:
        self._confirm.setEnabled(bool(text.strip()))

    def _on_confirmed(self) -> None:
        if self._field.text().strip():
            self.answer(self._field.text().strip())


class AccountsPage(QWidget):
    """Lists the accounts.

    ``switch_pressed(id)``, ``picture_pressed(id)``, ``rename_entered(id, name)``, ``removal_confirmed(id)``,
    ``add_entered(name)``.
    """

    switch_pressed = Signal(str)
    picture_pressed = Signal(str)
    rename_entered = Signal(str, str)
    removal_confirmed = Signal(str)
    add_entered = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        self._section = Section(theme, self.tr("Accounts"))
        column.addWidget(self._section)
        note = self.tr(
            "Each account has its own apps' data, answers and votes. No app is told that they belong together."
        )
        column.addWidget(Label(theme, note, "meta", "muted", wrap=True))
        add = Button(theme, self.tr("Add account"), "plus")
        add.clicked.connect(self.ask_for_another)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)

    def show_accounts(self, accounts: Sequence[AccountFace]) -> None:
        """Shows the accounts, the one in use marked."""
        self._section.set_rows(*(self._row(account, alone=len(accounts) == 1) for account in accounts))

    def ask_for_another(self) -> None:
        """Ask for the name of another account, and announce it."""
        sheet = NameSheet(self.theme, self.window(), self.tr("A new account"), self.tr("Add account"))
        sheet.did_answer.connect(lambda name: self.add_entered.emit(name) if name else None)
        sheet.open()

    def _row(self, account: AccountFace, *, alone: bool) -> Row:
        picture = IconButton(self.theme, "image", self.tr("Choose a picture for {0}").format(account.name), side=_TOOL)
        picture.clicked.connect(lambda: self.picture_pressed.emit(account.id))
        rename = IconButton(self.theme, "edit", self.tr("Rename {0}").format(account.name), side=_TOOL)
        rename.clicked.connect(lambda: self._on_rename(account))
        end: QWidget
        if account.current:
            end = Chip(self.theme, self.tr("in use"), "good", "check")
        else:
            switch = Button(self.theme, self.tr("Switch"))
            switch.setAccessibleName(self.tr("Switch to {0}").format(account.name))
            switch.clicked.connect(lambda: self.switch_pressed.emit(account.id))
            end = switch
        tools = [picture, rename] if alone else [picture, rename, self._removal(account)]
        ending = controls(end, controls(*tools, spacing=0))
        avatar = Avatar(self.theme, account.picture, account.name, size=40)
        return Row(self.theme, account.name, f"@{account.handle}", ending, before=avatar)

    def _removal(self, account: AccountFace) -> IconButton:
        """The button that removes an account; for the one in use it says what has to be done first."""
        first = self.tr("To remove {0}, switch to another account first").format(account.name)
        name = first if account.current else self.tr("Remove {0}").format(account.name)
        remove = IconButton(self.theme, "trash", name, side=_TOOL)
        remove.setEnabled(not account.current)
        remove.clicked.connect(lambda: self._on_remove(account))
        return remove

    def _on_remove(self, account: AccountFace) -> None:
        sheet = HostQuestionSheet(
            self.theme,
            self.window(),
            self.tr("Remove {0}?").format(account.name),
            self.tr(
                "Its posts, comments and surveys are deleted for good, with everything apps keep for it. No app will"
                " ever know it again. Its votes stay counted, without its name."
            ),
            self.tr("Remove"),
            destructive=True,
        )
        sheet.did_answer.connect(lambda yes: self.removal_confirmed.emit(account.id) if yes else None)
        sheet.open()

    def _on_rename(self, account: AccountFace) -> None:
        sheet = NameSheet(self.theme, self.window(), self.tr("Rename the account"), self.tr("Rename"), account.name)
        sheet.did_answer.connect(lambda name: self.rename_entered.emit(account.id, name) if name else None)
        sheet.open()
