"""Who signed the mini-apps: one app's signer, and the keys that outlived their apps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stoa.records import Record
from stoa.shell.settings.section import Section
from stoa.shell.sheets.question import HostQuestionSheet
from stoa.ui.button import Button
from stoa.ui.row import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.ui.theme import Theme

translate = QCoreApplication.translate


class SignerFace(Record):
    """Who signed an app. ``author`` is the manifest's own word; ``fingerprint`` is empty when nobody signed it."""

    app_id: str
    app_name: str
    author: str = ""
    fingerprint: str = ""


def signer_row(theme: Theme, signer: SignerFace) -> Row:
    """The row of an installed app."""
    if not signer.fingerprint:
        text = translate(
            "Signers", "Nobody can tell whether it was changed, and its next update may come from anybody."
        )
        return Row(theme, translate("Signers", "Not signed"), text, before="shield-off")
    text = translate(
        "Signers",
        "Key {0}. Only this key can update it. Compare it with the one its author published: nobody checked the name.",
    )
    title = translate("Signers", "Signed by {0}").format(signer.author)
    return Row(theme, title, text.format(signer.fingerprint), before="signed")


class SignersSection(QWidget):
    """Keys of apps that are not installed any more; hidden when there are none. ``forget_confirmed``: of an app id."""

    forget_confirmed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._section = Section(theme, self.tr("Keys of apps that were here"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._section)
        self.show_signers(())

    def show_signers(self, signers: Sequence[SignerFace]) -> None:
        """Shows the remembered keys."""
        self._section.set_rows(*(self._row(signer) for signer in signers))
        self.setVisible(bool(signers))

    def _row(self, signer: SignerFace) -> Row:
        forget = Button(self.theme, self.tr("Forget"))
        forget.setAccessibleName(self.tr("Forget the key of {0}").format(signer.app_name))
        forget.clicked.connect(lambda: self._ask(signer))
        text = self.tr("{0}, signed by {1}. Key {2}").format(signer.app_id, signer.author, signer.fingerprint)
        return Row(self.theme, signer.app_name, text, forget, before="signed")

    def _ask(self, signer: SignerFace) -> None:
        sheet = HostQuestionSheet(
            self.theme,
            self.window(),
            self.tr("Forget the key of {0}?").format(signer.app_name),
            self.tr(
                "Anybody can then sign the next package of this app. Do this only when its author told you that the "
                "key changed."
            ),
            self.tr("Forget"),
            destructive=True,
        )
        sheet.did_answer.connect(lambda yes: self.forget_confirmed.emit(signer.app_id) if yes else None)
        sheet.open()
