"""What is removed is removed to the end: an app with what it kept, an account with what was kept for it.

A removal is noted before it begins. One that the end of the program cut off is finished at the next start, so that an
app installed again never finds what somebody had deleted.
"""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

from stoa.contract.errors import StoaError
from stoa.shell.refusal_words import told

if TYPE_CHECKING:
    from stoa.shell.settings_parts import SettingsParts

Kind = Literal["app", "account"]
_NAME = "removals"


class Removals:
    """Removes apps and accounts, and deletes what an app kept for one account."""

    def __init__(self, parts: SettingsParts) -> None:
        self._parts = parts

    async def remove_app(self, app_key: str) -> None:
        """Uninstall an app, or forget its folder; what it kept goes after it, and stays where that cannot be done."""
        parts = self._parts
        app = parts.apps.by_key(app_key)
        if app is None:
            return
        for account in parts.account_store.all():
            parts.rooms.end_now(f"{account.id}/{app_key}")
        try:
            self._note("app", app_key)
            await parts.apps.remove(app)
        except StoaError as error:
            parts.navigation.toast(told(error), "warm")
        else:
            await self._remove_app_data(app_key)
        self._forget("app", app_key)

    async def remove_account(self, account_id: str) -> None:
        """Remove an account that is not in use; its rooms ended when it was left, so nothing holds their files open.

        The database goes first: an account that stays must keep its files and its key.
        """
        navigation = self._parts.navigation
        try:
            self._note("account", account_id)
            account = self._parts.accounts.remove(account_id)
            if account is not None:
                await self._remove_account_data(account_id)
        except StoaError as error:
            # What could not be deleted now is tried again at the next start.
            navigation.toast(told(error), "warm")
            return
        self._forget("account", account_id)
        if account is not None:
            words = QCoreApplication.translate("AccountRemoval", "{0} is removed, with all that was kept for it.")
            navigation.toast(words.format(account.name), "good")

    async def finish(self) -> None:
        """Finish what the last run began: of what is still there the removal never began, and it stays."""
        for kind, key in self._noted():
            try:
                if kind == "app" and self._parts.apps.by_key(key) is None:
                    await self._remove_app_data(key)
                elif kind == "account" and self._parts.account_store.get(key) is None:
                    await self._remove_account_data(key)
            except StoaError as error:
                self._parts.navigation.toast(told(error), "warm")
            else:
                self._forget(kind, key)

    async def clear(self, account_id: str, app_key: str) -> None:
        """Delete what an app kept for one account; its room is ended first, as it holds the files open."""
        room_key = f"{account_id}/{app_key}"
        self._parts.rooms.end_now(room_key)
        self._parts.storage.clear(room_key)
        folder = self._parts.rooms_folder / account_id / app_key
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)

    async def _remove_app_data(self, app_key: str) -> None:
        """Delete what an app kept for every account, and what every account said to it."""
        parts = self._parts
        for account in parts.account_store.all():
            await self.clear(account.id, app_key)
        for table in (parts.grants, parts.consents, parts.launches, parts.agreed):
            table.forget_app(app_key)
        parts.refusals.clear(app_key)

    async def _remove_account_data(self, account_id: str) -> None:
        """Delete the folders of its rooms, and its key. Raises StoaError where the keyring cannot be reached."""
        await asyncio.to_thread(shutil.rmtree, self._parts.rooms_folder / account_id, ignore_errors=True)
        await asyncio.to_thread(self._parts.vault.forget, account_id)

    def _noted(self) -> list[tuple[Kind, str]]:
        kept: list[tuple[Kind, str]] = self._parts.settings.get(_NAME, [])
        return [(kind, key) for kind, key in kept]

    def _note(self, kind: Kind, key: str) -> None:
        self._parts.settings.set(_NAME, [*self._noted(), (kind, key)])

    def _forget(self, kind: Kind, key: str) -> None:
        left = [noted for noted in self._noted() if noted != (kind, key)]
        if left:
            self._parts.settings.set(_NAME, left)
        else:
            self._parts.settings.remove(_NAME)
