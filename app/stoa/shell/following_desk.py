"""Following sites: what stands in the settings, and what is added, removed, imported and exported there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from stoa.contract.errors import StoaError
from stoa.shell.file_dialog import choose_to_open, choose_to_save
from stoa.shell.refusal_words import told
from stoa.shell.settings.faces import FeedFace

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from stoa.services.syndication.refresher import Refresher
    from stoa.services.syndication.store import SubscriptionStore
    from stoa.shell.account_desk import AccountDesk
    from stoa.shell.navigation import Navigation
    from stoa.shell.settings.following import FollowingPage
    from stoa.shell.window import MainWindow


class FollowingDesk(QObject):
    """Fills the page of followed sites and does what is pressed there.

    ``did_fetch`` when posts may have come in, ``did_leave`` when a site's posts are gone.
    """

    did_fetch = Signal()
    did_leave = Signal()

    def __init__(
        self, page: FollowingPage, window: MainWindow, navigation: Navigation, accounts: AccountDesk,
        subscriptions: SubscriptionStore, refresher: Refresher, spawn: Callable[[Coroutine[Any, Any, Any]], object],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._page = page
        self._window = window
        self._navigation = navigation
        self._accounts = accounts
        self._subscriptions = subscriptions
        self._refresher = refresher
        page.add_entered.connect(lambda address: spawn(self._follow(address)))
        page.removal_confirmed.connect(self._on_unfollowed)
        page.import_pressed.connect(lambda: spawn(self._import()))
        page.export_pressed.connect(lambda: spawn(self._export()))

    def refresh(self) -> None:
        """Show the feeds as they are now."""
        feeds = self._subscriptions.all(self._account_id)
        self._page.show_feeds(
            [FeedFace(feed.id, feed.title, feed.url, feed.state and told(feed.state)) for feed in feeds]
        )

    async def _follow(self, address: str) -> None:
        page = self._page
        page.set_busy(busy=True)
        try:
            known = {feed.id for feed in self._subscriptions.all(self._account_id)}
            feed = await self._refresher.add(self._account_id, address)
            page.show_problem("")
            self._tell(feed.title or feed.url, again=feed.id in known)
            self.did_fetch.emit()
        except StoaError as error:
            page.show_problem(told(error))
        finally:
            page.set_busy(busy=False)
        self.refresh()

    def _tell(self, name: str, *, again: bool) -> None:
        if again:
            self._navigation.toast(self.tr("You follow {0} already.").format(name), "neutral")
        else:
            self._navigation.toast(self.tr("You follow {0} now.").format(name), "good")

    def _on_unfollowed(self, subscription_id: int) -> None:
        self._refresher.remove(self._account_id, subscription_id)
        self.did_leave.emit()
        self.refresh()

    async def _import(self) -> None:
        file = await choose_to_open(self._window, self.tr("Import feeds"), self.tr("Lists of feeds (*.opml *.xml)"))
        if file is None:
            return
        try:
            data = await asyncio.to_thread(file.read_bytes)
            count = self._refresher.import_opml(self._account_id, data)
        except OSError as error:
            self._page.show_problem(self.tr("{0} cannot be read: {1}").format(file.name, error.strerror))
            return
        except StoaError as error:
            self._page.show_problem(told(error))
            return
        self._navigation.toast(self.tr("{0} feeds imported").format(count), "good")
        await self._refresher.refresh_due()
        self.did_fetch.emit()
        self.refresh()

    async def _export(self) -> None:
        file = await choose_to_save(self._window, self.tr("Export feeds"), "stoa-feeds.opml")
        if file is None:
            return
        try:
            file.write_bytes(self._refresher.export_opml(self._account_id))
        except OSError as error:
            self._page.show_problem(self.tr("{0} cannot be written: {1}").format(file.name, error.strerror))

    @property
    def _account_id(self) -> str:
        return self._accounts.current.id
