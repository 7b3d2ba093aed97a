"""What each mini-app may do now (declared *and* allowed, and otherwise not), and what an update asks for more."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from stoa.contract.permission import Consent
from stoa.miniapp.origin import parse_origin
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Collection

    from stoa.contract.permission import Permission
    from stoa.miniapp.manifest import Manifest, PermissionRequest


class Answer(StrEnum):
    """What a person answered on the permission sheet."""

    ONCE = "once"
    """Until the room closes; held by the room and never remembered."""
    ALWAYS = "always"
    NEVER = "never"


class Verdict(StrEnum):
    """What follows for one call."""

    GRANTED = "granted"
    ASK = "ask"
    DENIED = "denied"
    NOT_DECLARED = "not_declared"


class GrantStore(Protocol):
    """Where answers are remembered, per account and mini-app (by ``MiniApp.key``)."""

    def remembered(self, account_id: str, app_key: str, permission: str) -> Answer | None:
        """The remembered answer, if there is one."""
        ...

    def remember(self, account_id: str, app_key: str, permission: str, answer: Answer) -> None:
        """Keep an answer in place of any other."""
        ...

    def forget(self, account_id: str, app_key: str, permission: str | None = None) -> None:
        """Forget one answer, or all of this mini-app, so that it is asked again."""
        ...

    def all_of(self, account_id: str, app_key: str) -> dict[str, Answer]:
        """All remembered answers of this mini-app by permission."""
        ...


def verdict(permission: Permission, declared: Collection[str], remembered: Answer | None, once: bool) -> Verdict:  # noqa: FBT001
    """Whether a mini-app that declares the permissions ``declared`` may use ``permission`` now.

    ``once`` tells that the person allowed it for as long as this room is open. A mediated permission is
    granted unless refused for ever, since each use of it goes through a surface of the host.
    """
    if permission.name not in declared:
        return Verdict.NOT_DECLARED
    if remembered is Answer.NEVER:
        return Verdict.DENIED
    if remembered is Answer.ALWAYS or once or permission.consent is Consent.MEDIATED:
        return Verdict.GRANTED
    return Verdict.ASK


class Asks(Record):
    """What a person agreed that a mini-app may ask for: permissions, servers, and relaxed rules for its scripts."""

    permissions: frozenset[str] = frozenset()
    network: frozenset[str] = frozenset()
    script: frozenset[str] = frozenset()


class Additions(Record):
    """What a manifest asks for beyond what was agreed to; false when that is nothing."""

    permissions: tuple[PermissionRequest, ...] = ()
    network: tuple[str, ...] = ()
    script: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.permissions or self.network or self.script)


def asks_of(manifest: Manifest) -> Asks:
    """All that a manifest asks for."""
    return Asks(manifest.permission_names, frozenset(manifest.network), frozenset(manifest.script))


def additions(agreed: Asks, manifest: Manifest) -> Additions:
    """What a manifest asks for that was not agreed to, in its own order."""
    rules = [parse_origin(entry) for entry in agreed.network]
    return Additions(
        tuple(request for request in manifest.permissions if request.name not in agreed.permissions),
        tuple(entry for entry in manifest.network if not any(rule.covers(parse_origin(entry)) for rule in rules)),
        tuple(name for name in manifest.script if name not in agreed.script),
    )
