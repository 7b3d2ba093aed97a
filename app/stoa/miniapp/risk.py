"""The risk grade: how much harm a mini-app could do with what its manifest asks for, from A (none) to F.

After the rating of Home Assistant's add-ons: published points for each thing asked for, and a letter for their sum.
It judges what a mini-app *may* do, not what it does. The points are told in docs/risk-grade.md, which a test keeps
in step with this file.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from stoa.miniapp.app import Source
from stoa.miniapp.origin import parse_origin
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.miniapp.app import MiniApp
    from stoa.miniapp.manifest import Manifest


class Grade(StrEnum):
    """The letter; ``A`` is the lowest risk."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Ground(StrEnum):
    """Why there are points."""

    PERMISSION = "permission"
    """It may ask for a permission; the subject is its name."""
    NETWORK = "network"
    """It may reach servers; the subject is how many."""
    WILDCARD = "wildcard"
    """Among them are servers nobody can list beforehand; the subject is the first such entry."""
    SENDS = "sends"
    """It may ask to sense something of the person and has a way to send it away."""
    INLINE = "inline"
    """Scripts inside its pages run: a text that slips into a page can become one."""
    WASM = "wasm"
    """It runs WebAssembly, which nobody reads as easily as a script."""
    UNSIGNED = "unsigned"
    """Nobody has signed it: who made it and whether it was changed since cannot be told."""
    NO_PRIVACY = "no_privacy"
    """It may ask for something personal and does not say what becomes of it."""


class Reason(Record):
    """One ground and what it adds. ``subject`` is explained with each ``Ground``; else it is empty."""

    ground: Ground
    points: int
    subject: str = ""


class Risk(Record):
    """The grade, the sum of the points, and the reasons, heaviest first."""

    grade: Grade
    points: int
    reasons: tuple[Reason, ...] = ()


PERMISSION_POINTS = {
    "camera": 15,
    "microphone": 15,
    "location": 12,
    "clipboard": 12,
    "identity": 3,
    "surveys": 3,
    "files": 2,
    "notifications": 2,
    "share": 1,
}
# A permission that is new to this list counts as much as the heaviest until somebody has thought about it.
UNKNOWN_PERMISSION_POINTS = 15
# From the first number of servers on.
NETWORK_POINTS = ((1, 4), (3, 6), (6, 10))
WILDCARD_POINTS = 8
SENDS_POINTS = 10
INLINE_POINTS = 6
WASM_POINTS = 3
UNSIGNED_POINTS = 10
NO_PRIVACY_POINTS = 4
# What sees, hears or reads something of the person, and what else makes them known.
SENSING = frozenset({"camera", "microphone", "location", "clipboard"})
PERSONAL = SENSING | {"identity"}
# The most points a grade may have; more than the last is F.
LIMITS = ((Grade.A, 4), (Grade.B, 14), (Grade.C, 24), (Grade.D, 39), (Grade.E, 59))


def risk(manifest: Manifest, *, signed: bool) -> Risk:
    """The risk of what a manifest asks for; ``signed`` tells whether its maker is known."""
    reasons = sorted(_reasons(manifest, signed=signed), key=lambda reason: -reason.points)
    points = sum(reason.points for reason in reasons)
    grade = next((grade for grade, most in LIMITS if points <= most), Grade.F)
    return Risk(grade, points, tuple(reasons))


def risk_of(app: MiniApp) -> Risk:
    """The risk of a mini-app in its place: what came with Stoa is as trusted as Stoa."""
    return risk(app.manifest, signed=app.source is Source.BUNDLED or app.signed is not None)


def _reasons(manifest: Manifest, *, signed: bool) -> Iterator[Reason]:
    names = [request.name for request in manifest.permissions]
    for name in names:
        yield Reason(Ground.PERMISSION, PERMISSION_POINTS.get(name, UNKNOWN_PERMISSION_POINTS), name)
    yield from _network(manifest.network)
    if manifest.network and not SENSING.isdisjoint(names):
        yield Reason(Ground.SENDS, SENDS_POINTS)
    if manifest.privacy_url is None and not PERSONAL.isdisjoint(names):
        yield Reason(Ground.NO_PRIVACY, NO_PRIVACY_POINTS)
    if "inline" in manifest.script:
        yield Reason(Ground.INLINE, INLINE_POINTS)
    if "wasm" in manifest.script:
        yield Reason(Ground.WASM, WASM_POINTS)
    if not signed:
        yield Reason(Ground.UNSIGNED, UNSIGNED_POINTS)


def _network(network: tuple[str, ...]) -> Iterator[Reason]:
    if not network:
        return
    points = max(points for least, points in NETWORK_POINTS if len(network) >= least)
    yield Reason(Ground.NETWORK, points, str(len(network)))
    wide = [entry for entry in network if parse_origin(entry).wildcard]
    if wide:
        yield Reason(Ground.WILDCARD, WILDCARD_POINTS, wide[0])
