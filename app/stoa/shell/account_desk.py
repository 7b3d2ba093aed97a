"""The accounts of this machine: which one is in use, switching, adding, renaming and removing."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from stoa.contract.errors import StoaError
from stoa.services.feed.pictures import unchanged
from stoa.services.feed.posts import Author
from stoa.services.identity import pictures
from stoa.services.identity.accounts import PICTURE_PIXELS
from stoa.shell.file_dialog import choose_to_open
from stoa.shell.refusal_words import told
from stoa.ui.menu import Menu
from stoa.ui.picture_format import format_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from stoa.services.feed.store import FeedStore, PictureStore
    from stoa.services.identity.accounts import Account
    from stoa.services.identity.store import AccountStore
    from stoa.ui.theme import Theme


class AccountDesk(QObject):
    """``did_switch`` comes with the account that is now in use, ``did_change`` when one was added, changed or removed.

    ``did_remove`` comes before that ``did_change``, when what an account had posted is gone.

    ``failed`` carries a sentence for the person.
    """

    did_switch = Signal(object)
    did_change = Signal()
    did_remove = Signal()
    posts_pressed = Signal()
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
        picture = None
        # Where it is missing, initials are drawn instead; a post must not fail for its author's picture.
        with suppress(StoaError):
            if format_of(account.picture) == "png":
                picture = self._pictures.put(unchanged(account.picture, PICTURE_PIXELS))
        return Author(account.name, account.handle, picture)

    def pixmap(self, account: Account) -> QPixmap | None:
        """The account's picture."""
        pixmap = QPixmap()
        return pixmap if pixmap.loadFromData(account.picture, format_of(account.picture)) else None

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
        self._change(account_id, name, None)

    def remove(self, account_id: str) -> Account | None:
        """Forget an account with all it owns in the database, and give it; None, with a word, where it has to stay."""
        account = self._accounts.get(account_id)
        if account is None:
            return None
        if account.id == self.current.id:
            self.failed.emit(self.tr("This account is in use: switch to another one before you remove it."))
            return None
        try:
            self._accounts.remove(account.id)
        except StoaError as error:
            self.failed.emit(told(error))
            return None
        self.did_remove.emit()
        self.did_change.emit()
        return account

    async def choose_picture(self, account_id: str) -> None:
        """Let the person choose a picture for an account, for its posts as well."""
        filters = self.tr("Pictures (*.png *.jpg *.jpeg *.webp)")
        file = await choose_to_open(self._over, self.tr("Choose a picture"), filters)
        account = self._accounts.get(account_id)
        if file is None or account is None:
            return
        try:
            picture = await asyncio.to_thread(_picture_in, file)
        except StoaError as error:
            self.failed.emit(told(error))
        except OSError as error:
            self.failed.emit(self.tr("The picture cannot be read: {0}").format(error.strerror))
        else:
            self._change(account_id, account.name, picture)

    def _change(self, account_id: str, name: str, picture: bytes | None) -> None:
        try:
            account = self._accounts.rename(account_id, name, picture)
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
        menu.add(self.tr("My posts"), "feed", self.posts_pressed.emit)
        menu.add(self.tr("Add an account…"), "plus", self.add_pressed.emit)
        menu.popup(anchor.mapToGlobal(anchor.rect().topRight()))


def _picture_in(file: Path) -> bytes:
    """An account's picture out of a file; read no further than it may be long. Raises ``OSError`` and ``StoaError``."""
    with file.open("rb") as source:
        return pictures.picture_from(source.read(pictures.FILE_MAX_BYTES + 1))
