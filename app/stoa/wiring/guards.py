"""What watches over the rooms while the program runs: refusals, storage, and how the last run ended."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from stoa.contract.errors import ErrorCode, StoaError
from stoa.engine.refusal import Refusal
from stoa.logbook import Log
from stoa.shell.busy_watch import BusyWatch
from stoa.shell.left_closed import LeftClosed
from stoa.shell.refusal_words import told
from stoa.shell.storage_watch import StorageWatch

if TYPE_CHECKING:
    from stoa.bridge.journal import Entry
    from stoa.shell.room_face import RoomFace
    from stoa.wiring.afterwards import Afterwards
    from stoa.wiring.program import Program

log = Log(__name__)

# What a page tried and may not: these belong into the menu of its room. The others are mistakes of its author.
_REFUSED = frozenset({ErrorCode.NOT_DECLARED.value, ErrorCode.DENIED.value})


class Guards:
    """Keeps every refusal, by whichever layer, in the room's face and in the log that Settings shows."""

    def __init__(self, program: Program, rest: Afterwards) -> None:
        self._program = program
        self._rest = rest
        self._asleep: dict[str, str] | None = None
        self._left_closed = LeftClosed(program.theme, program.window, rest.rooms, rest.questions, rest.tasks.spawn)
        self.storage = StorageWatch(rest.rooms, program.window, program.toast, rest.tasks.spawn)
        self.storage.did_refuse.connect(self._refuse)
        self.storage.settings_pressed.connect(rest.people.settings.show_app)
        self._busy = BusyWatch(rest.rooms, program.window)
        rest.rooms.did_refuse.connect(self._log)
        rest.journal.listen(self._on_refused, _REFUSED)

    def restore_rooms(self) -> None:
        """Bring yesterday's rooms back; after an unclean end those that were seen stay asleep."""
        asleep = self._program.session.restore_rooms(self._rest.rooms, asleep=self._rest.ended_unclean)
        if self._rest.ended_unclean:
            self._asleep = asleep
        else:
            self._rest.sleep.wake_pinned()

    def tell_asleep(self) -> None:
        """Say that the end was unclean; name what it left asleep, and offer it, but for what was opened since."""
        if self._asleep is not None:
            self._left_closed.tell(self._asleep)

    async def compare_installed(self) -> None:
        """Look, beside everything else, whether installed apps are as they were signed, and name those that are not."""
        apps = self._program.apps
        for app in apps.all():
            changed = await asyncio.to_thread(apps.change, app)
            if changed is not None:
                self._program.window.add_strip(told(changed), closable=True)
                self._program.navigation.did_find_change.emit()

    def _on_refused(self, entry: Entry) -> None:
        for face in self._rest.rooms.faces.values():
            if face.room.caller.room_id == entry.room_id:
                self._refuse(face, Refusal(entry.name, entry.rule, entry.fix))

    def _refuse(self, face: RoomFace, refusal: Refusal) -> None:
        if face.refuse(refusal):
            self._log(face, refusal)

    def _log(self, face: RoomFace, refusal: Refusal) -> None:
        caller, stores = face.room.caller, self._program.stores
        try:
            stores.refusals.add(
                caller.account_id, caller.app_key, refusal.what, refusal.rule, refusal.fix, stores.clock()
            )
        except StoaError as error:
            # The face has it, and no call of a page may fail because a disk is full.
            log.warning("refusals.not_kept", app_key=caller.app_key, reason=str(error))
