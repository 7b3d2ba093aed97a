"""What all questions about a mini-app share: its face at the top and the answers at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.miniapp.app import Source
from stoa.ui.app_tile import AppIcon
from stoa.ui.label import Label
from stoa.ui.tokens import SPACE_2, SPACE_3

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from stoa.miniapp.app import MiniApp
    from stoa.ui.theme import Theme


def app_name(app: MiniApp) -> str:
    """The name of a mini-app as its manifest says it, short where there is a short one."""
    return app.manifest.short_name or app.manifest.name


def app_line(app: MiniApp) -> str:
    """Id, version and where it comes from, in one line: what tells two mini-apps of one name apart."""
    sources = {
        Source.BUNDLED: QCoreApplication.translate("Asking", "built in"),
        Source.PACKAGE: QCoreApplication.translate("Asking", "installed"),
        Source.FOLDER: QCoreApplication.translate("Asking", "from folder"),
    }
    version = QCoreApplication.translate("Asking", "version {0}").format(app.manifest.version.name)
    return " · ".join((app.app_id, version, sources[app.source]))


class AppFace(QWidget):
    """A mini-app's icon, what it wants in a title, and a line that says which mini-app it is."""

    def __init__(self, theme: Theme, icon: QPixmap | None, name: str, title: str, line: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3 + 1)
        row.addWidget(AppIcon(theme, icon, name), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(theme, title, "heading", wrap=True))
        words.addWidget(Label(theme, line, "meta", "muted", wrap=True))
        row.addLayout(words, 1)


def answers(*buttons: QWidget) -> QHBoxLayout:
    """Buttons side by side, of one width."""
    row = QHBoxLayout()
    row.setSpacing(SPACE_2 + 2)
    for button in buttons:
        row.addWidget(button, 1)
    return row


def take_back_hint(theme: Theme, name: str) -> Label:
    """The line that says where an answer can be taken back."""
    text = QCoreApplication.translate("Asking", "You can take this back in Settings → Apps → {0}").format(name)
    label = Label(theme, text, "meta", "muted", wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
