"""The accounts of this machine: which one is in use, switching, adding and renaming."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from stoa.contract.errors import StoaError
from stoa.services.feed.posts import Author
from stoa.shell.refusal_words import told
from stoa.ui.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from stoa.services.feed.store import FeedStore, PictureStore
    from stoa.services.identity.accounts import Account
    from stoa.services.identity.store import AccountStore
    from stoa.ui.theme import Theme


class AccountDesk(QObject):
    """``did_switch`` comes with the account that is now in use, ``did_change`` when one was added or renamed.

    ``failed`` carries a sentence for the person.
    """

    did_switch = Signal(object)
    did_change = Signal()
    add_pressed = Signal()
    failed = Signal(str)

    def __init__(
        self, accounts: AccountStore, feed: FeedStore, pictures: PictureStore, current: Account,
        clock: Callable[[], int], theme: Theme, over: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(over)
        self._accounts = accounts
        self._feed = feed
        self._pictures = pictures
        self._clock = clock
        self._theme = theme
        self._over = over
        self.current = current

    def author(self, account: Account | None = None) -> Author:
        """An account as its posts and comments show it; its picture is put where the feed finds it."""
        account = account or self.current
        try:
            picture = self._pictures.put(account.picture)
        except StoaError:
            # Initials are drawn instead; a post must not fail for its author's picture.
            picture = None
        return Author(account.name, account.handle, picture)

    def pixmap(self, account: Account) -> QPixmap | None:
        """The account's picture."""
        pixmap = QPixmap()
        return pixmap if pixmap.loadFromData(account.picture) else None

    def switch(self, account_id: str) -> None:
        """Use another account from now on."""
        if account_id == self.current.id:
            return
        try:
            self.current = self._accounts.set_current(account_id)
        except StoaError as error:
            self.failed.emit(told(error))
            return
        self.did_switch.emit(self.current)

    def add(self, name: str) -> None:
        """Make an account and use it."""
        try:
            account = self._accounts.add(name, None, self._clock())
        except StoaError as error:
            self.failed.emit(told(error))
            return
        self.did_change.emit()
        self.switch(account.id)

    def rename(self, account_id: str, name: str) -> None:
        """Give an account another name, on its posts as well."""
        try:
            account = self._accounts.rename(account_id, name)
            self._feed.set_author(account.id, self.author(account))
        except StoaError as error:
            self.failed.emit(told(error))
            return
        if account.id == self.current.id:
            self.current = account
        self.did_change.emit()

    def open_menu(self, anchor: QWidget) -> None:
        """List the accounts beside the button that was pressed."""
        menu = Menu(self._theme, self._over)
        for account in self._accounts.all():
            menu.add(
                f"{account.name}   @{account.handle}",
                "user",
                partial(self.switch, account.id),
                checked=account.id == self.current.id,
            )
        menu.addSeparator()
        menu.add(self.tr("Add an account…"), "plus", self.add_pressed.emit)
        menu.popup(anchor.mapToGlobal(anchor.rect().topRight()))
