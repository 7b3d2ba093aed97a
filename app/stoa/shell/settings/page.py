"""The settings page: four parts behind one choice at the top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.shell.settings.accounts import AccountsPage
from stoa.shell.settings.apps import AppsPage
from stoa.shell.settings.following import FollowingPage
from stoa.shell.settings.general import GeneralPage
from stoa.ui.label import Label
from stoa.ui.scroll_area import ScrollArea
from stoa.ui.segmented import Segmented
from stoa.ui.tokens import SPACE_4, SPACE_6, SPACE_7

if TYPE_CHECKING:
    from stoa.ui.theme import Theme

SECTIONS = ("general", "accounts", "apps", "following")
_WIDEST = 720


class SettingsPage(QWidget):
    """Holds ``general``, ``accounts``, ``apps`` and ``following``, whose signals say what the person wants."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(self.tr("Settings"))
        self.general = GeneralPage(theme)
        self.accounts = AccountsPage(theme)
        self.apps = AppsPage(theme)
        self.following = FollowingPage(theme)
        self._pages = dict(zip(SECTIONS, (self.general, self.accounts, self.apps, self.following), strict=True))
        labels = [self.tr("General"), self.tr("Accounts"), self.tr("Apps"), self.tr("Following")]
        self._choice = Segmented(theme, labels, name=self.tr("Part of the settings"))
        self._choice.did_select.connect(lambda index: self.show_section(SECTIONS[index]))
        content = QWidget()
        middle = QHBoxLayout(content)
        middle.setContentsMargins(SPACE_7 - 2, 0, SPACE_7 - 2, 0)
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, SPACE_6, 0, SPACE_6)
        column.setSpacing(SPACE_4)
        column.addWidget(Label(theme, self.tr("Settings"), "title"))
        column.addWidget(self._choice)
        for page in self._pages.values():
            column.addWidget(page)
        column.addStretch(1)
        middle.addStretch(1)
        middle.addWidget(body, 1000)
        middle.addStretch(1)
        self._scroll = ScrollArea(theme, content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.show_section("general")

    @property
    def section(self) -> str:
        """The part that is shown: one of ``SECTIONS``."""
        return SECTIONS[self._choice.index]

    def show_section(self, name: str) -> None:
        """Shows one part, from its top."""
        self._choice.select(SECTIONS.index(name))
        for other, page in self._pages.items():
            page.setVisible(other == name)
        if name == "apps":
            self.apps.show_list()
        self._scroll.verticalScrollBar().setValue(0)

    def show_app(self, key: str) -> None:
        """Shows what one mini-app may do, or the list when it is not there."""
        self.show_section("apps")
        self.apps.show_app(key)
