"""What a mini-app may do now: the manifest, what the person said before, and, where that leaves it open, a sheet."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from stoa.contract.errors import BridgeError, StoaError
from stoa.logbook import Log
from stoa.miniapp.grants import Answer, GrantStore, Verdict, verdict
from stoa.shell.sheets.consent import ConsentSheet
from stoa.shell.sheets.permission import PermissionSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from stoa.contract.method import Caller, Permission
    from stoa.services.identity.api import Scope
    from stoa.shell.questions import Questions
    from stoa.shell.room_face import RoomFace
    from stoa.ui.theme import Theme

log = Log(__name__)

WEB_FEATURES = ("camera", "microphone", "location", "clipboard", "notifications")


class Consenting:
    """Decides and asks. An answer "once" lasts until the room is closed.

    ``face_of`` finds the room of a caller; ``changed`` are called with the caller after each remembered answer.
    """

    def __init__(
        self, grants: GrantStore, permissions: Mapping[str, Permission], questions: Questions, theme: Theme,
        sheets_over: QWidget, face_of: Callable[[Caller], RoomFace | None],
    ) -> None:  # fmt: skip
        self._grants = grants
        self._permissions = permissions
        self._questions = questions
        self._theme = theme
        self._over = sheets_over
        self._face_of = face_of
        self._once: set[tuple[int, str]] = set()
        self._asking: dict[tuple[int, str], asyncio.Task[bool]] = {}

    def verdict(self, caller: Caller, permission: Permission) -> Verdict:
        """What stands now, without asking anybody."""
        remembered = self._grants.remembered(caller.account_id, caller.app_key, permission.name)
        once = (caller.room_id, permission.name) in self._once
        return verdict(permission, caller.declared, remembered, once)

    async def ask(self, caller: Caller, permission: Permission) -> bool:
        """Ask the person; calls that come while the sheet is open share its answer."""
        now = self.verdict(caller, permission)
        if now is not Verdict.ASK:
            # The answer to a call just before this one.
            return now is Verdict.GRANTED
        place = (caller.room_id, permission.name)
        if place not in self._asking:
            self._asking[place] = asyncio.ensure_future(self._ask(caller, permission))
            self._asking[place].add_done_callback(lambda _task: self._asking.pop(place, None))
        return await asyncio.shield(self._asking[place])

    def granted(self, caller: Caller) -> frozenset[str]:
        """The web features that a page of the caller may ask for at all: declared, and not refused for ever."""
        return frozenset(
            name
            for name in WEB_FEATURES
            if self.verdict(caller, self._permissions[name]) in {Verdict.GRANTED, Verdict.ASK}
        )

    def standing(self, caller: Caller) -> dict[str, str]:
        """Every permission of the contract with where it stands for the caller."""
        return {name: self.verdict(caller, permission).value for name, permission in self._permissions.items()}

    async def ask_web(self, caller: Caller, names: tuple[str, ...]) -> bool:
        """Decide on web features that were asked for together: all, or none. Never raises for a busy or closed room."""
        try:
            for name in names:
                if not await self.ask(caller, self._permissions[name]):
                    return False
        except BridgeError:
            return False
        return True

    async def sign_in(self, caller: Caller, asked: list[Scope], subject: str) -> set[Scope] | None:
        """Open the sign-in sheet; the scopes the person allows, or None when they closed it."""
        face = self._face_of(caller)
        if face is None:
            return None
        answer = await self._questions.ask(
            lambda: ConsentSheet(self._theme, face.window or self._over, face.app, face.icon, asked, subject),
            caller.room_id,
        )
        return answer if isinstance(answer, set) else None

    def forget_room(self, room_id: int) -> None:
        """The room is closed: "once" is over."""
        self._once = {place for place in self._once if place[0] != room_id}

    async def _ask(self, caller: Caller, permission: Permission) -> bool:
        face = self._face_of(caller)
        if face is None:
            return False
        reason = next((p.reason for p in face.app.manifest.permissions if p.name == permission.name), "")
        answer = await self._questions.ask(
            lambda: PermissionSheet(self._theme, face.window or self._over, face.app, face.icon, permission, reason),
            caller.room_id,
        )
        if answer is Answer.ONCE:
            self._once.add((caller.room_id, permission.name))
        elif isinstance(answer, Answer):
            self._remember(caller, permission, answer)
        return answer in {Answer.ONCE, Answer.ALWAYS}

    def _remember(self, caller: Caller, permission: Permission, answer: Answer) -> None:
        try:
            self._grants.remember(caller.account_id, caller.app_key, permission.name, answer)
        except StoaError as error:
            # It holds as long as the room does; with the next one the question comes again.
            log.warning("consent.not_kept", app_key=caller.app_key, permission=permission.name, reason=str(error))
            if answer is Answer.ALWAYS:
                self._once.add((caller.room_id, permission.name))
