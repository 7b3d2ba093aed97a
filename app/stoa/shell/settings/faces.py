"""What the settings show, as plain values: whoever fills them in asks the stores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from stoa.records import Record

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from stoa.shell.risk_words import RiskLook
    from stoa.shell.settings.signers import SignerFace
    from stoa.ui.theme import Mode

Standing = Literal["allow", "ask", "never"]
Language = Literal["system", "en", "de"]


class GeneralFace(Record):
    """The general page. ``secrets`` says where account keys are kept, ``awake_max`` 0 that no app is put to sleep."""

    mode: Mode = "system"
    language: Language = "system"
    motion: bool = True
    has_starter: bool = False
    secrets: str = ""
    awake_max: int = 10


class AccountFace(Record):
    """One account of this installation."""

    id: str
    name: str
    handle: str
    picture: QPixmap | None = None
    current: bool = False


class PermissionFace(Record):
    """What a mini-app declares, and where it stands. ``mediated``: each use is asked by a surface of the host."""

    name: str
    title: str
    sentence: str
    reason: str = ""
    standing: Standing = "ask"
    mediated: bool = False


class RefusalFace(Record):
    """What was refused, by which rule, and the line of the manifest that would change it."""

    what: str
    rule: str
    fix: str | None = None
    times: int = 1


class AppStanding(Record):
    """One mini-app. Sizes are bytes. ``known`` says what it knows of the person, or None when not signed in."""

    key: str
    name: str
    line: str
    icon: QPixmap | None = None
    permissions: tuple[PermissionFace, ...] = ()
    network: tuple[str, ...] = ()
    known: str | None = None
    stored: int = 0
    stored_limit: int = 0
    refusals: tuple[RefusalFace, ...] = ()
    removable: bool = False
    memory: str = ""
    risk: RiskLook | None = None
    signer: SignerFace | None = None


class FeedFace(Record):
    """One feed that is followed. ``problem`` is a sentence when the last try failed; ``note`` another fact."""

    id: int
    title: str
    url: str
    problem: str | None = None
    note: str = ""
