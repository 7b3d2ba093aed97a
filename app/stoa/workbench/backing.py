"""What stands behind a trial's room: the real gate over the real services, with the profile's faults in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from stoa.areas import AREAS
from stoa.bridge.gate import Gate
from stoa.bridge.registry import Registry
from stoa.contract.errors import BridgeError, ErrorCode
from stoa.contract.wire import read
from stoa.engine.relay import relay_script
from stoa.engine.staging import no_relay
from stoa.engine.web_permission import decide_beside
from stoa.paths import sdk
from stoa.records import Record
from stoa.services.feed.posts import Author, Draft, Jump
from stoa.services.host.api import Capabilities
from stoa.services.host.handlers import HostHandlers
from stoa.services.identity.handlers import IdentityHandlers
from stoa.services.share.handlers import ShareHandlers
from stoa.services.storage.handlers import StorageHandlers
from stoa.services.surveys.handlers import SurveyHandlers
from stoa.trial.faults import Stubs, faulty
from stoa.trial.heard import Heard

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine

    from stoa.bridge.journal import Journal
    from stoa.contract.caller import Caller
    from stoa.contract.method import Handler
    from stoa.engine.filter_proxy import FilterProxy
    from stoa.services.host.handlers import Surface
    from stoa.services.identity.api import Scope
    from stoa.services.share.cards import ComposedCard
    from stoa.services.storage.api import Entry
    from stoa.trial.grants import TrialGrants
    from stoa.trial.launch_profile import LaunchProfile
    from stoa.trial.person import Person
    from stoa.ui.theme import Theme
    from stoa.workbench.home import TesterStores, TrialHome


class TrialParts(Record):
    """What every trial stands on. ``version`` is the host's, ``language`` its own language tag."""

    home: TrialHome
    proxy: FilterProxy
    theme: Theme
    clock: Callable[[], int]
    spawn: Callable[[Coroutine[Any, Any, Any]], asyncio.Task[Any]]
    language: str
    version: str


class Room(Protocol):
    """What the backing asks about the room of the trial."""

    @property
    def profile(self) -> LaunchProfile:
        """The conditions now."""
        ...

    def surface(self, caller: Caller) -> Surface:
        """The place of the room that calls."""
        ...

    def note_post(self, post_id: int) -> None:
        """A post came of a shared card."""
        ...


class TrialBacking:
    """One trial's ``RoomHost`` (see ``stoa.engine.spec``)."""

    def __init__(
        self, room: Room, stores: TesterStores, grants: TrialGrants, person: Person, journal: Journal, parts: TrialParts
    ) -> None:
        self.proxy = parts.proxy
        self.stubs = Stubs()
        self.heard = Heard()
        self._room = room
        self._stores = stores
        self._grants = grants
        self._person = person
        self._clock = parts.clock
        self._spawn = parts.spawn
        version = room.profile.contract_version
        self._areas = AREAS if version else ()
        self.sdk = sdk().read_bytes() if version else b""
        self.relay = relay_script() if version else no_relay()
        handlers = faulty(self._handlers(), lambda: room.profile.faults, self.stubs)
        self.gate = Gate(Registry(AREAS, handlers), grants, journal, parts.spawn, wall_ms=parts.clock)

    def receive(self, caller: Caller, raw: str, reply: Callable[[str], None]) -> None:
        """The gate."""
        self.gate.receive(caller, raw, self.heard.hear(raw, reply))

    def decide_web_permission(self, caller: Caller, names: tuple[str, ...], answer: Callable[[bool], None]) -> None:
        """Decide, now or later, whether a web feature may be used."""
        decide_beside(self._spawn, self._grants.ask_web(caller, names), answer)

    def _handlers(self) -> dict[str, Handler]:
        stores = self._stores
        storage = StorageHandlers(stores.storage)
        areas = (
            HostHandlers(self._room.surface, self._capabilities),
            IdentityHandlers(
                stores.accounts, stores.consents, stores.vault, self._clock, _SignIn(self._person),
                lambda caller: caller.app_key,
            ),
            ShareHandlers(_Composer(self), _copy_link, lambda _caller: True, self._has_survey),
            SurveyHandlers(stores.surveys),
            storage,
        )  # fmt: skip
        handlers = {name: handler for area in areas for name, handler in area.handlers().items()}
        return {**handlers, "storage.set": lambda caller, entry: self._store(storage, caller, entry)}

    def _store(self, storage: StorageHandlers, caller: Caller, entry: Entry) -> None:
        if self._room.profile.storage == "full":
            raise BridgeError(ErrorCode.TOO_LARGE, "The launch profile has no storage left.")
        storage.set(caller, entry)

    def _capabilities(self, caller: Caller) -> Capabilities:
        return read(
            Capabilities,
            {
                "contractVersion": self._room.profile.contract_version,
                "methods": [method.name for area in self._areas for method in area.methods],
                "events": [event.name for area in self._areas for event in area.events],
                "permissions": self._grants.standing(caller),
            },
        )

    def _has_survey(self, caller: Caller, survey_id: str) -> bool:
        try:
            return self._stores.surveys.get(caller.account_id, survey_id, caller.app_id) is not None
        except BridgeError:
            return False

    async def publish(self, caller: Caller, card: ComposedCard) -> int | None:
        """Post a card into the tester's own feed, which nobody else reads; None when the person closed the composer."""
        if not await self._person.compose(caller, card):
            return None
        account = self._stores.account
        jump = Jump(card.app_id, card.app_name, card.path, card.title, card.subtitle, None)
        draft = Draft(card.text, None, jump, card.picture, card.survey_id)
        post_id = self._stores.feed.publish(account.id, Author(account.name, account.handle), draft)
        self._room.note_post(post_id)
        return post_id


class _Composer:
    """The composer as sharing asks for it."""

    def __init__(self, backing: TrialBacking) -> None:
        self._backing = backing

    async def compose(self, caller: Caller, card: ComposedCard) -> int | None:
        """Post the card, or not."""
        return await self._backing.publish(caller, card)

    async def attach(self, caller: Caller, card: ComposedCard) -> bool:  # noqa: ARG002  the protocol's
        """The composer that waits is the tester: the journal shows the card."""
        return True


class _SignIn:
    """The sign-in sheet as identity asks for it."""

    def __init__(self, person: Person) -> None:
        self._person = person

    async def ask(self, caller: Caller, asked: list[Scope], subject: str) -> set[Scope] | None:
        """Which scopes the person allows."""
        return await self._person.sign_in(caller, asked, subject)


async def _copy_link(_caller: Caller, _link: str) -> bool:
    # The tester's clipboard is their own; the journal shows the link.
    return True
