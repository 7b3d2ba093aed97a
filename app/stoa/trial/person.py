"""Who answers the host's questions in a trial: the launch profile, or somebody it hands the question on to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from stoa.records import Record
from stoa.trial.launch_profile import PermissionAnswer

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.contract.caller import Caller
    from stoa.contract.permission import Permission
    from stoa.services.host.api import Alert, Confirm
    from stoa.services.identity.api import Scope
    from stoa.services.share.cards import ComposedCard
    from stoa.trial.launch_profile import LaunchProfile


class Asked(Protocol):
    """Somebody who is asked where the launch profile leaves it open."""

    async def permission(self, caller: Caller, permission: Permission) -> bool:
        """Whether the mini-app may, this time."""
        ...

    async def sign_in(self, caller: Caller, asked: list[Scope], subject: str) -> set[Scope] | None:
        """Which scopes; None when the sheet was closed."""
        ...

    async def compose(self, caller: Caller, card: ComposedCard) -> bool:
        """Whether the card is posted."""
        ...

    async def alert(self, alert: Alert) -> None:
        """Read a notice."""
        ...

    async def confirm(self, question: Confirm) -> bool:
        """Answer a question."""
        ...


class Willing(Record):
    """Says yes to everything at once: the person of a run that nobody watches."""

    async def permission(self, caller: Caller, permission: Permission) -> bool:  # noqa: ARG002  the protocol's
        """Yes."""
        return True

    async def sign_in(self, caller: Caller, asked: list[Scope], subject: str) -> set[Scope] | None:  # noqa: ARG002
        """All of them."""
        return set(asked)

    async def compose(self, caller: Caller, card: ComposedCard) -> bool:  # noqa: ARG002
        """Post it."""
        return True

    async def alert(self, alert: Alert) -> None:
        """Close it."""

    async def confirm(self, question: Confirm) -> bool:  # noqa: ARG002
        """Yes."""
        return True


class Person:
    """Answers by the launch profile; what it leaves open goes to ``asked``.

    A permission that the profile refuses also closes what stands behind it: the sign-in sheet for ``identity``, the
    composer for ``share``.
    """

    def __init__(self, profile: Callable[[], LaunchProfile], asked: Asked) -> None:
        self._profile = profile
        self.asked = asked

    async def permission(self, caller: Caller, permission: Permission) -> bool:
        """Whether the mini-app may, this time."""
        answer = self._answer(permission.name)
        return await self.asked.permission(caller, permission) if answer is None else answer

    async def sign_in(self, caller: Caller, asked: list[Scope], subject: str) -> set[Scope] | None:
        """Which scopes; None when the sheet was closed."""
        answer = self._answer("identity")
        if answer is None:
            return await self.asked.sign_in(caller, asked, subject)
        return set(asked) if answer else None

    async def compose(self, caller: Caller, card: ComposedCard) -> bool:
        """Whether the card is posted."""
        answer = self._answer("share")
        return await self.asked.compose(caller, card) if answer is None else answer

    def _answer(self, name: str) -> bool | None:
        answer = self._profile().permissions.answer(name)
        return None if answer is PermissionAnswer.ASK else answer is PermissionAnswer.GRANTED
