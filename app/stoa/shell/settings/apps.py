"""The page of mini-apps: a list, and for each what it may do, knows, keeps and was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stoa.shell.settings.app_detail import AppDetail
from stoa.shell.settings.section import Section, size_text
from stoa.shell.settings.signers import SignersSection
from stoa.ui.app_tile import AppIcon
from stoa.ui.notice import Notice
from stoa.ui.press_row import PressRow
from stoa.ui.pressable import Pressable
from stoa.ui.tokens import SPACE_4

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.shell.settings.faces import AppStanding
    from stoa.ui.theme import Theme


def _take_focus(detail: QWidget) -> None:
    """The row that was pressed is gone, and Qt would focus whatever comes after it in the window."""
    stops = (child for child in detail.findChildren(Pressable) if child.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if (first := next(stops, None)) is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


class AppsPage(QWidget):
    """The list and one detail. Signals carry the mini-app's key; those that end in ``confirmed`` have been asked.

    ``answer_chosen(key, permission, "allow" | "ask" | "never")``.
    """

    app_opened = Signal(str)
    answer_chosen = Signal(str, str, str)
    consent_withdrawn = Signal(str)
    clear_confirmed = Signal(str)
    reset_confirmed = Signal(str)
    uninstall_confirmed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._apps: dict[str, AppStanding] = {}
        self._section = Section(theme, self.tr("Apps"))
        self._nothing = Notice(theme, "apps", self.tr("No apps yet"), self.tr("Apps you open are listed here."))
        self._detail: AppDetail | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._section)
        column.addWidget(self._nothing)
        self.signers = SignersSection(theme)
        # What they keep visible or not they decide by what they hold; a detail covers both.
        self._signers_place = QWidget()
        place = QVBoxLayout(self._signers_place)
        place.setContentsMargins(0, SPACE_4, 0, 0)
        place.addWidget(self.signers)
        column.addWidget(self._signers_place)
        self._column = column
        column.addStretch(1)

    @property
    def shown_key(self) -> str | None:
        """The key of the mini-app whose detail is shown, or None."""
        return self._detail.key if self._detail is not None else None

    def show_apps(self, apps: Sequence[AppStanding]) -> None:
        """Shows the mini-apps; an open detail is shown anew, or closed when its app is gone."""
        self._apps = {app.key: app for app in apps}
        self._section.set_rows(*(self._row(app) for app in apps))
        shown = self.shown_key
        self.show_list()
        if shown in self._apps:
            self.show_app(shown)

    def show_list(self) -> None:
        """Goes back from a detail to the list."""
        if self._detail is not None:
            self._column.removeWidget(self._detail)
            self._detail.hide()
            self._detail.deleteLater()
            self._detail = None
        self._section.setVisible(bool(self._apps))
        self._nothing.setVisible(not self._apps)
        self._signers_place.show()

    def show_app(self, key: str) -> bool:
        """Shows what stands for one mini-app; False when it is not among them."""
        app = self._apps.get(key)
        if app is None:
            return False
        self.show_list()
        self._section.hide()
        self._signers_place.hide()
        detail = self._detail = AppDetail(self.theme, app)
        detail.back_pressed.connect(self.show_list)
        detail.answer_chosen.connect(lambda name, answer: self.answer_chosen.emit(key, name, answer))
        detail.consent_withdrawn.connect(lambda: self.consent_withdrawn.emit(key))
        detail.clear_confirmed.connect(lambda: self.clear_confirmed.emit(key))
        detail.reset_confirmed.connect(lambda: self.reset_confirmed.emit(key))
        detail.uninstall_confirmed.connect(lambda: self.uninstall_confirmed.emit(key))
        self._column.insertWidget(0, detail)
        detail.show()
        _take_focus(detail)
        self.app_opened.emit(key)
        return True

    def _row(self, app: AppStanding) -> PressRow:
        facts = [size_text(app.stored)]
        if count := len(app.permissions):
            many = self.tr("{0} permissions").format(count)
            facts.insert(0, self.tr("1 permission") if count == 1 else many)
        if count := len(app.refusals):
            many = self.tr("{0} refusals").format(count)
            facts.append(self.tr("1 refusal") if count == 1 else many)
        row = PressRow(self.theme, app.name, " · ".join(facts), before=AppIcon(self.theme, app.icon, app.name))
        row.clicked.connect(lambda: self.show_app(app.key))
        return row
