"""The services behind the bridge and the handlers of every area: to add a service, add it here and in areas.py."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from stoa.contract.errors import BridgeError
from stoa.services.host.handlers import HostHandlers
from stoa.services.identity.consent_store import ConsentStore
from stoa.services.identity.handlers import IdentityHandlers
from stoa.services.identity.keys import choose_secrets
from stoa.services.identity.vault import Vault
from stoa.services.share.handlers import ShareHandlers
from stoa.services.storage.handlers import StorageHandlers
from stoa.services.storage.store import StorageTable
from stoa.services.surveys.handlers import SurveyHandlers
from stoa.services.surveys.store import SurveyStore
from stoa.services.syndication.refresher import Refresher
from stoa.services.syndication.store import SubscriptionStore
from stoa.wiring.bridge import capabilities

if TYPE_CHECKING:
    from stoa.contract.caller import Caller
    from stoa.contract.method import Handler
    from stoa.services.identity.api import Scope
    from stoa.services.share.cards import ComposedCard
    from stoa.shell.sharing import Sharing
    from stoa.shell.surface import RoomSurface
    from stoa.wiring.afterwards import Afterwards
    from stoa.wiring.program import Program


class Services:
    """Built before the rooms; what needs a room finds it when it is called."""

    def __init__(self, program: Program, rest: Afterwards) -> None:
        stores = program.stores
        db = stores.database
        self._program = program
        self._rest = rest
        self.vault = Vault(lambda: choose_secrets(program.paths.secrets))
        self.consents = ConsentStore(db)
        self.storage = StorageTable(db)
        self.surveys = SurveyStore(db, stores.clock, lambda account_id: _name_of(program, account_id))
        self.subscriptions = SubscriptionStore(db)
        self.refresher = Refresher(self.subscriptions, stores.feed, stores.pictures, stores.clock)
        self.identity = IdentityHandlers(
            stores.accounts, self.consents, self.vault, stores.clock, _SignInSheet(rest), lambda caller: caller.app_key
        )

    @cached_property
    def sharing(self) -> Sharing:
        """Composer and links; it needs the feed, which may come after the first room."""
        from stoa.shell.sharing import Sharing
        from stoa.shell.sharing_parts import SharingParts

        program, rest = self._program, self._rest
        stores = program.stores
        return Sharing(
            SharingParts(
                theme=program.theme,
                window=program.window,
                questions=rest.questions,
                navigation=program.navigation,
                apps=program.apps,
                feed=program.feed,
                posts=stores.feed,
                pictures=stores.pictures,
                surveys=self.surveys,
                clock=stores.clock,
                transaction=stores.database.transaction,
                settings=lambda: stores.settings.of_account(program.navigation.account_id),
                spawn=rest.tasks.spawn,
            )
        )

    def handlers(self) -> dict[str, Handler]:
        """The handlers of every area, by method name."""
        rest = self._rest
        areas = (
            HostHandlers(self._surface, capabilities(self._program.ground.standing)),
            self.identity,
            ShareHandlers(_Composer(rest), self._copy_link, self._in_front, self._has_survey),
            SurveyHandlers(self.surveys),
            StorageHandlers(self.storage),
        )
        return {name: handler for area in areas for name, handler in area.handlers().items()}

    async def close(self) -> None:
        """Close the connections."""
        await self.refresher.close()

    def _surface(self, caller: Caller) -> RoomSurface:
        return self._rest.desk.surface(caller)

    async def _copy_link(self, caller: Caller, link: str) -> bool:
        await self._rest.completed()
        return await self.sharing.copy_link(caller, link)

    def _in_front(self, caller: Caller) -> bool:
        face = self._rest.rooms.face_of(caller)
        return face is not None and self._rest.rooms.covers.is_shown(face)

    def _has_survey(self, caller: Caller, survey_id: str) -> bool:
        try:
            return self.surveys.get(caller.account_id, survey_id, caller.app_id) is not None
        except BridgeError:
            return False


class _Composer:
    """The composer as share asks for it; the first room may ask before there is one."""

    def __init__(self, rest: Afterwards) -> None:
        self._rest = rest

    async def compose(self, caller: Caller, card: ComposedCard) -> int | None:
        """Show the card for editing."""
        await self._rest.completed()
        return await self._rest.services.sharing.compose(caller, card)

    async def attach(self, caller: Caller, card: ComposedCard) -> bool:
        """Hand the card to the composer that waits for it."""
        await self._rest.completed()
        return await self._rest.services.sharing.attach(caller, card)


class _SignInSheet:
    """The sign-in sheet as identity asks for it."""

    def __init__(self, rest: Afterwards) -> None:
        self._rest = rest

    async def ask(self, caller: Caller, asked: list[Scope], subject: str) -> set[Scope] | None:
        """Which scopes the person allows; None when they closed the sheet."""
        return await self._rest.consenting.sign_in(caller, asked, subject)


def _name_of(program: Program, account_id: str) -> str | None:
    account = program.stores.accounts.get(account_id)
    return None if account is None else account.name
