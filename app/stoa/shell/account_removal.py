"""An account is removed with what was kept for it: in the database, in the folders of its rooms, in the keyring."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from stoa.contract.errors import StoaError
from stoa.shell.refusal_words import told

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.services.identity.vault import Vault
    from stoa.shell.account_desk import AccountDesk
    from stoa.shell.navigation import Navigation


async def remove_account(
    account_id: str, accounts: AccountDesk, rooms_folder: Path, vault: Vault, navigation: Navigation
) -> None:
    """Remove an account that is not in use; its rooms ended when it was left, so nothing holds their files open.

    The database goes first: an account that stays must keep its files and its key.
    """
    account = accounts.remove(account_id)
    if account is None:
        return
    await asyncio.to_thread(shutil.rmtree, rooms_folder / account.id, ignore_errors=True)
    try:
        await asyncio.to_thread(vault.forget, account.id)
    except StoaError as error:
        navigation.toast(told(error), "warm")
    else:
        words = QCoreApplication.translate("AccountRemoval", "{0} is removed, with all that was kept for it.")
        navigation.toast(words.format(account.name), "good")
