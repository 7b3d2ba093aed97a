"""The table of calls: each method of the contract with the handler that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.contract.errors import StoaError
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stoa.contract.method import Area, Handler, Handlers, Method
    from stoa.contract.permission import Permission


class RegistryError(StoaError):
    """The contract and the handlers do not match; found when the program is put together."""


class Entry(Record):
    """A method, its handler and its permission."""

    method: Method
    handler: Handler
    permission: Permission | None


class Registry:
    """Every method of the contract, by name. Raises RegistryError when one has no handler or a name is taken twice."""

    def __init__(self, areas: Iterable[Area], handlers: Handlers) -> None:
        areas = tuple(areas)
        self.permissions = {permission.name: permission for area in areas for permission in area.permissions}
        self.event_names = [event.name for area in areas for event in area.events]
        self._entries: dict[str, Entry] = {}
        for method in (method for area in areas for method in area.methods):
            if method.name in self._entries:
                raise RegistryError(f"{method.name} is declared twice.")
            if method.name not in handlers:
                raise RegistryError(f"{method.name} has no handler.")
            permission = None if method.permission is None else self.permissions[method.permission]
            self._entries[method.name] = Entry(method, handlers[method.name], permission)
        if unknown := sorted(set(handlers) - set(self._entries)):
            raise RegistryError(f"{unknown[0]} has a handler and no declaration.")

    def find(self, name: str) -> Entry | None:
        """A method's entry, if there is such a method."""
        return self._entries.get(name)

    @property
    def names(self) -> list[str]:
        """All method names in the order of the contract."""
        return list(self._entries)
