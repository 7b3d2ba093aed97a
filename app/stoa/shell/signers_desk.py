"""Fills the keys of apps that were here into the settings, and forgets those that the person forgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stoa.contract.errors import StoaError
from stoa.miniapp.app import Source
from stoa.shell.refusal_words import told
from stoa.shell.settings.signers import SignerFace

if TYPE_CHECKING:
    from stoa.miniapp.app import MiniApp
    from stoa.shell.apps import Apps
    from stoa.shell.navigation import Navigation
    from stoa.shell.settings.signers import SignersSection


def signer_face(app: MiniApp) -> SignerFace | None:
    """Who signed an installed app; None for one that was not installed."""
    if app.source is not Source.PACKAGE:
        return None
    author = app.manifest.author.name if app.manifest.author else ""
    return SignerFace(app.app_id, app.manifest.name, author, app.signed.fingerprint if app.signed else "")


class SignersDesk(QObject):
    """Keeps the section in step when it is told to ``refresh``."""

    def __init__(self, section: SignersSection, apps: Apps, navigation: Navigation, parent: QObject) -> None:
        super().__init__(parent)
        self._section = section
        self._apps = apps
        self._navigation = navigation
        section.forget_confirmed.connect(self._on_forget_confirmed)

    def refresh(self) -> None:
        """Show the keys there are now."""
        catalog = self._apps.catalog
        signers = [one for one in catalog.signers.all() if catalog.get(one.app_id) is None]
        self._section.show_signers([SignerFace(one.app_id, one.name, one.author, one.fingerprint) for one in signers])

    def _on_forget_confirmed(self, app_id: str) -> None:
        try:
            self._apps.catalog.forget_signer(app_id)
        except StoaError as error:
            self._navigation.toast(told(error), "warm")
        else:
            self._navigation.toast(self.tr("The key is forgotten."), "good")
        self.refresh()
