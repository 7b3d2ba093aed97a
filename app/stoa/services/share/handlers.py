"""The share area of the bridge: every way out leads through a surface of the host."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.miniapp.address import Address
from stoa.services.share.api import Card, CopiedLink, PathLink, ShareReceipt
from stoa.services.share.cards import ComposedCard, checked_path, composed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from stoa.contract.caller import Caller
    from stoa.contract.method import Handlers

ATTACH_SCENE = "attach"


class Composer(Protocol):
    """The host's composer."""

    async def compose(self, caller: Caller, card: ComposedCard) -> int | None:
        """Show the card for editing; the id of the post that came of it, or None when the person closed it."""
        ...

    async def attach(self, caller: Caller, card: ComposedCard) -> bool:
        """Hand the card to the composer that opened the caller; False when that composer is gone."""
        ...


class ShareHandlers:
    """Answers ``share.*``.

    ``copy_link`` puts the link into the clipboard and says so, or asks first; False when the person said no.
    ``in_front`` tells whether the caller's room is the one on screen, ``has_survey`` whether a survey belongs to the
    caller's mini-app.
    """

    def __init__(
        self,
        composer: Composer,
        copy_link: Callable[[Caller, str], Awaitable[bool]],
        in_front: Callable[[Caller], bool],
        has_survey: Callable[[Caller, str], bool],
    ) -> None:
        self._composer = composer
        self._copy_link = copy_link
        self._in_front = in_front
        self._has_survey = has_survey
        self._asking: set[int] = set()

    def handlers(self) -> Handlers:
        """The methods of the area and who answers each."""
        return {"share.post": self.post, "share.copyLink": self.copy, "share.attach": self.attach}

    async def post(self, caller: Caller, params: Card) -> ShareReceipt:
        """Open the composer with the card."""
        with _Turn(self._asking, caller.room_id):
            card = await self._checked(caller, params)
            self._must_be_in_front(caller)
            post_id = await self._composer.compose(caller, card)
        if post_id is None:
            raise BridgeError(ErrorCode.CANCELLED, "The person closed the composer without posting.")
        return ShareReceipt(post_id=post_id)

    async def copy(self, caller: Caller, params: PathLink) -> CopiedLink:
        """Put a link to the path into the clipboard."""
        link = str(Address(caller.app_id, checked_path(params.path)))
        with _Turn(self._asking, caller.room_id):
            self._must_be_in_front(caller)
            copied = await self._copy_link(caller, link)
        if not copied:
            raise BridgeError(ErrorCode.CANCELLED, "The person did not want the link in the clipboard.")
        return CopiedLink(link=link)

    async def attach(self, caller: Caller, params: Card) -> None:
        """Answer the composer that opened this mini-app."""
        if caller.scene != ATTACH_SCENE:
            raise BridgeError(
                ErrorCode.UNSUPPORTED, "No composer waits for this page: share.attach answers the scene attach only."
            )
        with _Turn(self._asking, caller.room_id):
            attached = await self._composer.attach(caller, await self._checked(caller, params))
        if not attached:
            raise BridgeError(ErrorCode.UNSUPPORTED, "The composer that waited for this page was closed.")

    async def _checked(self, caller: Caller, params: Card) -> ComposedCard:
        if params.survey_id is not None and not self._has_survey(caller, params.survey_id):
            raise BridgeError(ErrorCode.NOT_FOUND, "This mini-app has no survey of that id.")
        if params.picture is None:
            return composed(caller, params)
        # Decoding a picture would keep the window from drawing.
        return await asyncio.to_thread(composed, caller, params)

    def _must_be_in_front(self, caller: Caller) -> None:
        if not self._in_front(caller):
            raise BridgeError(ErrorCode.DENIED, "Only the mini-app in front may share: call this after a press.")


class _Turn:
    """One question to the person at a time from each room."""

    def __init__(self, asking: set[int], room_id: int) -> None:
        self._asking = asking
        self._room_id = room_id

    def __enter__(self) -> None:
        if self._room_id in self._asking:
            raise BridgeError(ErrorCode.TOO_MANY, "This mini-app is already sharing something: wait for the answer.")
        self._asking.add(self._room_id)

    def __exit__(self, *_: object) -> None:
        self._asking.discard(self._room_id)
