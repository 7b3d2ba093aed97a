"""Where the permissions of each open room stand now, without asking anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.miniapp.grants import GrantStore, Verdict, verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stoa.contract.caller import Caller
    from stoa.contract.permission import Permission

WEB_FEATURES = ("camera", "microphone", "location", "clipboard", "notifications")


class Standing:
    """What the manifest asks for and the person answered. An answer "once" lasts until the room is closed."""

    def __init__(self, grants: GrantStore, permissions: Mapping[str, Permission]) -> None:
        self._grants = grants
        self._permissions = permissions
        self._once: set[tuple[int, str]] = set()

    def verdict(self, caller: Caller, permission: Permission) -> Verdict:
        """What stands now."""
        remembered = self._grants.remembered(caller.account_id, caller.app_key, permission.name)
        once = (caller.room_id, permission.name) in self._once
        return verdict(permission, caller.declared, remembered, once)

    def granted(self, caller: Caller) -> frozenset[str]:
        """The web features that a page of the caller may ask for at all: declared, and not refused for ever."""
        return frozenset(
            name
            for name in WEB_FEATURES
            if self.verdict(caller, self._permissions[name]) in {Verdict.GRANTED, Verdict.ASK}
        )

    def all_of(self, caller: Caller) -> dict[str, str]:
        """Every permission of the contract with where it stands for the caller."""
        return {name: self.verdict(caller, permission).value for name, permission in self._permissions.items()}

    def allow_once(self, caller: Caller, permission: Permission) -> None:
        """Allow it until the room is closed."""
        self._once.add((caller.room_id, permission.name))

    def forget_room(self, room_id: int) -> None:
        """The room is closed: "once" is over."""
        self._once = {place for place in self._once if place[0] != room_id}
