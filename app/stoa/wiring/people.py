"""Connects accounts, feed, activity and following with the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from stoa.contract.errors import StoaError
from stoa.services.activity.deeds import DeedKind
from stoa.services.feed.posts import Timeline
from stoa.services.identity.api import AREA as IDENTITY
from stoa.services.identity.api import IdentityChanged
from stoa.services.surveys.api import AREA as SURVEYS
from stoa.services.surveys.api import SurveyChanged
from stoa.shell.account_desk import AccountDesk
from stoa.shell.activity_page import ActivityPage, DeedLine
from stoa.shell.feed.survey_desk import SurveyDesk
from stoa.shell.feed.viewing import Sources, Viewer
from stoa.shell.feed.wording import age_text
from stoa.shell.refusal_words import told
from stoa.shell.survey_export import SurveyExport
from stoa.wiring.settings_door import SettingsDoor

if TYPE_CHECKING:
    from stoa.services.activity.deeds import Deed
    from stoa.services.identity.accounts import Account
    from stoa.wiring.afterwards import Afterwards
    from stoa.wiring.program import Program

_REFRESH_MS = 60_000
_ICONS = {DeedKind.LIKE: "heart", DeedKind.COMMENT: "comment", DeedKind.VOTE: "survey"}


class People:
    """Whoever is at the window, what they read, and what others did."""

    def __init__(self, program: Program, rest: Afterwards) -> None:
        self._program = program
        self._rest = rest
        stores = program.stores
        self.accounts = AccountDesk(
            stores.accounts, stores.feed, stores.pictures, program.account, stores.clock, program.theme, program.window
        )
        self.activity = ActivityPage(program.theme)
        self.settings = SettingsDoor(program, rest, self.accounts)
        self._export = SurveyExport(program.window, program.navigation, rest.services.surveys)
        self._timer = QTimer(program.window)
        self._timer.setInterval(_REFRESH_MS)
        self._connect()

    def begin(self) -> None:
        """Serve the account in use."""
        program = self._program
        program.stage.add_page("activity", self.activity)
        self.settings.begin()
        self._rest.services.sharing.begin(self.accounts, self._rest.rooms, self._rest.desk)
        self._serve(self.accounts.current)
        program.session.restore_feed()
        self._timer.start()
        QTimer.singleShot(2000, program.window, self.refresh_following)

    def refresh_following(self) -> None:
        """Fetch the feeds that are due."""
        self._rest.tasks.spawn(self._refresh_following())

    def show_post(self, post_id: int) -> None:
        """Go to a post that something was done to."""
        self._program.navigation.show_place("feed")
        if not self._program.feed.post_actions.show_post(post_id):
            self._program.navigation.toast(
                QCoreApplication.translate("People", "This post is not here any more."), "warm"
            )

    def show_activity(self) -> None:
        """Bring badge and page in step with what others did."""
        store, account = self._program.stores.activity, self.accounts.current.id
        self._program.window.rail.set_badge("activity", store.unread(account))
        if self._program.stage.shown_page == "activity":
            self.activity.show_lines([self._line(deed) for deed in store.newest(account)])

    async def _refresh_following(self) -> None:
        if await self._rest.services.refresher.refresh_due():
            self._program.feed.show_new()

    def _connect(self) -> None:
        program, rest = self._program, self._rest
        self._timer.timeout.connect(self._on_minute)
        self.accounts.did_switch.connect(self._on_switched)
        self.accounts.did_change.connect(self._on_accounts_changed)
        self.accounts.did_remove.connect(self._on_account_removed)
        self.accounts.failed.connect(self._complain)
        program.window.rail.account_pressed.connect(lambda: self.accounts.open_menu(program.window.rail.account))
        self.activity.post_pressed.connect(self.show_post)
        program.navigation.did_show_place.connect(self._on_place_shown)
        feed = program.feed
        feed.jump_pressed.connect(lambda jump, _post_id: program.navigation.open_jump(jump))
        feed.jump_hovered.connect(lambda jump: program.navigation.prepare(program.apps.by_id(jump.app_id), jump.path))
        feed.link_pressed.connect(lambda url: QDesktopServices.openUrl(QUrl(url)))
        feed.failed.connect(self._complain)
        feed.copied.connect(lambda: program.navigation.toast(QCoreApplication.translate("People", "Copied"), "good"))
        feed.export_pressed.connect(self._on_export_pressed)
        self.accounts.posts_pressed.connect(self.show_own_posts)
        rest.services.surveys.changed.append(self._on_survey_changed)
        rest.services.identity.changed.append(self._on_identity_changed)

    def show_own_posts(self) -> None:
        """Show what the account in use has posted."""
        self._program.navigation.show_place("feed")
        self._program.feed.set_timeline(Timeline.MINE)

    def _serve(self, account: Account) -> None:
        """Let every part of the window serve an account."""
        program, rest = self._program, self._rest
        stores = program.stores
        program.navigation.account_id = account.id
        rest.rooms.set_account(account.id)
        program.session.set_account(stores.settings.of_account(account.id))
        rest.sleep.set_account(stores.settings.of_account(account.id))
        program.feed.set_viewer(
            Viewer(account.id, partial(self.accounts.author, account)),
            Sources(stores.feed, stores.pictures, SurveyDesk(rest.services.surveys)),
        )
        program.window.rail.account.set_account(account.name, self.accounts.pixmap(account))
        self.show_activity()
        rest.launcher.refresh()

    def _on_switched(self, account: Account) -> None:
        self._program.session.save()
        self._serve(account)
        self._program.session.restore_feed()
        self._program.session.restore_rooms(self._rest.rooms)
        self._rest.sleep.wake_pinned()
        if self._rest.rooms.front() is None:
            self._program.stage.show_page("apps")
        if self._program.window.place != "feed":
            # Whatever was on the stage gave way to the account's room, or to the launcher.
            self._program.window.show_place("apps")

    def _on_accounts_changed(self) -> None:
        account = self.accounts.current
        self._program.window.rail.account.set_account(account.name, self.accounts.pixmap(account))
        self._program.feed.set_viewer(Viewer(account.id, partial(self.accounts.author, account)))
        self._rest.services.identity.profile_changed(account.id)

    def _on_account_removed(self) -> None:
        self._program.feed.refresh()
        self.show_activity()

    def _on_export_pressed(self, survey_id: str, title: str) -> None:
        self._rest.tasks.spawn(self._export.export(self.accounts.current.id, survey_id, title))

    def _on_place_shown(self, place: str) -> None:
        if place == "activity":
            self.show_activity()
            self._program.stores.activity.mark_read(self.accounts.current.id)
            self._program.window.rail.set_badge("activity", 0)

    def _on_minute(self) -> None:
        try:
            for survey_id in self._rest.services.surveys.close_due():
                self._on_survey_changed(survey_id)
            self.show_activity()
        except StoaError as error:
            self._complain(told(error))
        self.refresh_following()

    def _on_survey_changed(self, survey_id: str) -> None:
        self._program.feed.refresh_survey(survey_id)
        event = SURVEYS.events[0]
        for face in self._rest.rooms.faces.values():
            owned = self._rest.services.surveys.get(self.accounts.current.id, survey_id, face.app.app_id)
            if owned is not None and "surveys" in face.room.caller.declared:
                self._rest.desk.tell(face.room, event.name, SurveyChanged(survey_id=survey_id), event)

    def _on_identity_changed(self, account_id: str, app_key: str) -> None:
        face = self._rest.rooms.faces.get(f"{account_id}/{app_key}")
        if face is not None:
            self._rest.tasks.spawn(self._tell_identity(face.key, account_id, app_key))

    async def _tell_identity(self, key: str, account_id: str, app_key: str) -> None:
        identity = await self._rest.services.identity.identity(account_id, app_key)
        if (face := self._rest.rooms.faces.get(key)) is not None:
            event = IDENTITY.events[0]
            self._rest.desk.tell(face.room, event.name, IdentityChanged(identity=identity), event)

    def _line(self, deed: Deed) -> DeedLine:
        actor = None if deed.actor_id is None else self._program.stores.accounts.get(deed.actor_id)
        name = QCoreApplication.translate("People", "Somebody") if actor is None else actor.name
        sentence = {
            DeedKind.LIKE: QCoreApplication.translate("People", "{0} likes your post"),
            DeedKind.COMMENT: QCoreApplication.translate("People", "{0} commented"),
            DeedKind.VOTE: QCoreApplication.translate("People", "{0} answered your survey"),
        }[deed.kind].format(name)
        if deed.times > 1:
            sentence = QCoreApplication.translate("People", "{0} new answers to your survey").format(deed.times)
        age = age_text(deed.at, self._program.stores.clock())
        return DeedLine(_ICONS[deed.kind], sentence, deed.text, age, not deed.read, deed.post_id)

    def _complain(self, sentence: str) -> None:
        self._program.navigation.toast(sentence, "warm")
