"""The way to the settings: an empty page until somebody goes there, since most starts are for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stoa.services.starter.planting import remove_starter
from stoa.shell.removals import Removals
from stoa.shell.settings_parts import SettingsParts

if TYPE_CHECKING:
    from stoa.shell.account_desk import AccountDesk
    from stoa.shell.settings_desk import SettingsDesk
    from stoa.wiring.afterwards import Afterwards
    from stoa.wiring.program import Program

PLACE = "settings"


class SettingsDoor(QObject):
    """Builds the settings at the first visit, leads to each of their parts, and takes away what is to go."""

    def __init__(self, program: Program, rest: Afterwards, accounts: AccountDesk) -> None:
        super().__init__(program.window)
        self._program = program
        self._rest = rest
        self._parts = _parts(program, rest, accounts)
        self._removals = Removals(self._parts)
        self._room = QWidget()
        self._layout = QVBoxLayout(self._room)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._desk: SettingsDesk | None = None
        program.navigation.did_show_place.connect(self._on_place_shown)
        program.feed.remove_starter_pressed.connect(self.remove_starter)
        program.feed.manage_following_pressed.connect(self.show_following)
        accounts.add_pressed.connect(self.add_account)
        rest.desk.settings_pressed.connect(lambda face: self.show_app(face.app.key))
        rest.launcher.settings_pressed.connect(self.show_app)
        rest.launcher.review_pressed.connect(self.review_apps)
        rest.launcher.removal_confirmed.connect(lambda key: rest.tasks.spawn(self.desk.remove_app(key)))

    def begin(self) -> None:
        """Open the way, and finish what the last run began to remove."""
        self._program.stage.add_page(PLACE, self._room)
        self._rest.tasks.spawn(self._removals.finish())

    @property
    def desk(self) -> SettingsDesk:
        """The settings, built when they are first asked for."""
        if self._desk is None:
            # Page, sections and sheets are no part of an ordinary start.
            from stoa.shell.settings_desk import SettingsDesk

            self._desk = SettingsDesk(self._parts, self._removals)
            self._layout.addWidget(self._desk.page)
            self._connect(self._desk)
        return self._desk

    def show_following(self) -> None:
        """Go to where feeds are followed."""
        self._go_to("following")

    def show_app(self, app_key: str) -> None:
        """Go to what an app may do."""
        self._program.navigation.show_place(PLACE)
        self.desk.show_app(app_key)

    def review_apps(self) -> None:
        """Go to the list of what every app may do."""
        self._go_to("apps")

    def add_account(self) -> None:
        """Go to where accounts are, and ask for the name of another one."""
        self._go_to("accounts")
        self.desk.page.accounts.ask_for_another()

    def remove_starter(self) -> None:
        """Take the sample posts and surveys away."""
        with self._program.stores.database.transaction():
            remove_starter(self._program.stores.feed, self._rest.services.surveys)
        self._program.feed.refresh()
        if self._desk is not None:
            self._desk.refresh()

    def _connect(self, desk: SettingsDesk) -> None:
        feed = self._program.feed
        desk.starter_removal_confirmed.connect(self.remove_starter)
        desk.following.did_fetch.connect(feed.show_new)
        desk.following.did_leave.connect(feed.refresh)
        desk.did_remove.connect(self._rest.launcher.refresh)
        desk.did_remove.connect(feed.refresh_app_icons)

    def _go_to(self, section: str) -> None:
        self._program.navigation.show_place(PLACE)
        self.desk.page.show_section(section)

    def _on_place_shown(self, place: str) -> None:
        if place == PLACE:
            self.desk.refresh()


def _parts(program: Program, rest: Afterwards, accounts: AccountDesk) -> SettingsParts:
    stores, services = program.stores, rest.services
    return SettingsParts(
        theme=program.theme,
        window=program.window,
        navigation=program.navigation,
        apps=program.apps,
        rooms=rest.rooms,
        sleep=rest.sleep,
        accounts=accounts,
        account_store=stores.accounts,
        settings=stores.settings,
        grants=stores.grants,
        agreed=stores.agreed,
        refusals=stores.refusals,
        launches=stores.launches,
        consents=services.consents,
        identity=services.identity,
        vault=services.vault,
        storage=services.storage,
        subscriptions=services.subscriptions,
        refresher=services.refresher,
        permissions=rest.permissions,
        rooms_folder=program.paths.rooms,
        has_starter=stores.feed.has_starter,
        spawn=rest.tasks.spawn,
    )
