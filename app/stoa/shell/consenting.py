"""What a mini-app may do now: the manifest, what the person said before, and, where that leaves it open, a sheet."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from stoa.contract.errors import BridgeError, StoaError
from stoa.logbook import Log
from stoa.miniapp.grants import Answer, GrantStore, Verdict
from stoa.shell.sheets.consent import ConsentSheet
from stoa.shell.sheets.permission import PermissionSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from stoa.contract.caller import Caller
    from stoa.contract.permission import Permission
    from stoa.services.identity.api import Scope
    from stoa.shell.questions import Questions
    from stoa.shell.room_face import RoomFace
    from stoa.shell.standing import Standing
    from stoa.ui.theme import Theme

log = Log(__name__)


class Consenting:
    """Asks where ``standing`` leaves it open. ``face_of`` finds the room of a caller."""

    def __init__(
        self, standing: Standing, grants: GrantStore, permissions: Mapping[str, Permission],
        questions: Questions, theme: Theme, sheets_over: QWidget, face_of: Callable[[Caller], RoomFace | None],
    ) -> None:  # fmt: skip
        self._standing = standing
        self._grants = grants
        self._permissions = permissions
        self._questions = questions
        self._theme = theme
        self._over = sheets_over
        self._face_of = face_of
        self._asking: dict[tuple[int, str], asyncio.Task[bool]] = {}

    def verdict(self, caller: Caller, permission: Permission) -> Verdict:
        """What stands now, without asking anybody."""
        return self._standing.verdict(caller, permission)

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
            self._standing.allow_once(caller, permission)
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
                self._standing.allow_once(caller, permission)
