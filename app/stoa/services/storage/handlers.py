"""The storage area of the bridge."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.contract.wire import ReadyJson
from stoa.database import DatabaseError, DiskFullError
from stoa.services.storage.api import APP_MAX_BYTES, Entry, KeyRef, Usage
from stoa.services.storage.values import check_room, stored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.contract.caller import Caller
    from stoa.contract.method import Handlers
    from stoa.contract.wire import Nothing
    from stoa.services.storage.store import StorageTable


class StorageHandlers:
    """Answers ``storage.*`` from the caller's own room."""

    def __init__(self, table: StorageTable) -> None:
        self._table = table

    def handlers(self) -> Handlers:
        """The methods of the area and who answers each."""
        return {
            "storage.get": self.get,
            "storage.set": self.set,
            "storage.remove": self.remove,
            "storage.clear": self.clear,
            "storage.usage": self.usage,
        }

    def get(self, caller: Caller, params: KeyRef) -> ReadyJson:
        """The value under a key, or null, as a ``Value``."""
        text = self._table.get(caller.room_key, params.key)
        return ReadyJson('{"value":null}' if text is None else f'{{"value":{text}}}')

    def set(self, caller: Caller, params: Entry) -> None:
        """Keep a value."""
        with _writing():
            self._table.put(caller.room_key, stored(params.key, params.value), check_room)

    def remove(self, caller: Caller, params: KeyRef) -> None:
        """Forget a key."""
        with _writing():
            self._table.remove(caller.room_key, params.key)

    def clear(self, caller: Caller, params: Nothing) -> None:  # noqa: ARG002  every handler has them
        """Forget all keys."""
        with _writing():
            self._table.clear(caller.room_key)

    def usage(self, caller: Caller, params: Nothing) -> Usage:  # noqa: ARG002  every handler has them
        """How much is kept, and under which keys."""
        totals = self._table.usage(caller.room_key)
        return Usage(bytes=totals.size, limit=APP_MAX_BYTES, keys=self._table.keys(caller.room_key))


@contextmanager
def _writing() -> Iterator[None]:
    """Tell the page that nothing was kept, in words that do not name the person's folders."""
    try:
        yield
    except DiskFullError as error:
        raise BridgeError(ErrorCode.INTERNAL, "The disk of this computer is full; nothing was changed.") from error
    except DatabaseError as error:
        raise BridgeError(ErrorCode.INTERNAL, "The host cannot write now; nothing was changed.") from error
