"""What a mini-app may do in a trial: the manifest decides as ever, and after it the launch profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.contract.permission import Consent
from stoa.miniapp.grants import Verdict
from stoa.trial.launch_profile import PermissionAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stoa.contract.caller import Caller
    from stoa.contract.permission import Permission
    from stoa.trial.launch_profile import LaunchProfile
    from stoa.trial.person import Person

# What the engine itself asks about (camera and so on), as the contract names it.
WEB_FEATURES = ("camera", "microphone", "location", "clipboard", "notifications")
_VERDICTS = {
    PermissionAnswer.ASK: Verdict.ASK,
    PermissionAnswer.GRANTED: Verdict.GRANTED,
    PermissionAnswer.REFUSED: Verdict.DENIED,
}


class TrialGrants:
    """Decides for the gate (see ``stoa.bridge.gate.Grants``).

    What the person gave goes into ``given``; whoever keeps that set carries it over to the next room of the same trial.
    """

    def __init__(
        self,
        permissions: Mapping[str, Permission],
        profile: Callable[[], LaunchProfile],
        person: Person,
        given: set[str] | None = None,
    ) -> None:
        self._permissions = permissions
        self._profile = profile
        self._person = person
        self._given = set() if given is None else given

    def verdict(self, caller: Caller, permission: Permission) -> Verdict:
        """What stands now, without asking anybody."""
        if permission.name not in caller.declared:
            return Verdict.NOT_DECLARED
        # The surface behind a mediated permission asks by itself.
        decided = _VERDICTS[self._profile().permissions.answer(permission.name)]
        if decided is Verdict.ASK and (permission.consent is Consent.MEDIATED or permission.name in self._given):
            return Verdict.GRANTED
        return decided

    async def ask(self, caller: Caller, permission: Permission) -> bool:
        """Ask the person."""
        now = self.verdict(caller, permission)
        if now is not Verdict.ASK:
            return now is Verdict.GRANTED
        allowed = await self._person.permission(caller, permission)
        if allowed:
            self._given.add(permission.name)
        return allowed

    async def ask_web(self, caller: Caller, names: tuple[str, ...]) -> bool:
        """Decide on web features that were asked for together: all, or none."""
        for name in names:
            if not await self.ask(caller, self._permissions[name]):
                return False
        return True

    def granted(self, caller: Caller) -> frozenset[str]:
        """The web features that the page may ask for at all."""
        possible = {Verdict.GRANTED, Verdict.ASK}
        return frozenset(name for name in WEB_FEATURES if self.verdict(caller, self._permissions[name]) in possible)

    def standing(self, caller: Caller) -> dict[str, str]:
        """Every permission of the contract with where it stands."""
        return {name: self.verdict(caller, permission).value for name, permission in self._permissions.items()}
