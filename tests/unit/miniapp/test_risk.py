"""The risk grade, its reasons, and the page that publishes its points."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stoa.miniapp import risk as rules
from stoa.miniapp.app import Source, open_app
from stoa.miniapp.reading import read_manifest
from stoa.miniapp.risk import Grade, Ground, Reason, Risk, risk, risk_of
from stoa.permissions import PERMISSION_NAMES

MakeFolder = Callable[..., Path]
DOCUMENT = Path(__file__).parents[3] / "docs" / "risk-grade.md"
PRIVACY = "https://example.org/privacy"


def judge(*permissions: str, signed: bool = True, **members: Any) -> Risk:
    manifest = read_manifest(_json({"permissions": list(permissions), **members}).encode()).manifest
    return risk(manifest, signed=signed)


def _json(members: dict[str, Any]) -> str:
    import json

    return json.dumps({"app_id": "org.example.app", "name": "App", **members})


def test_who_asks_for_nothing_and_is_known_has_no_points() -> None:
    assert judge() == Risk(Grade.A, 0, ())


def test_who_asks_for_nothing_and_is_unknown_is_still_a_low_risk() -> None:
    assert judge(signed=False) == Risk(Grade.B, 10, (Reason(Ground.UNSIGNED, 10),))


@pytest.mark.parametrize(
    ("permissions", "members", "grade"),
    [
        (["share"], {}, Grade.A),
        (["share", "files"], {}, Grade.A),
        (["surveys", "share", "files"], {}, Grade.B),
        (["camera"], {"privacy_url": PRIVACY}, Grade.C),
        (["camera"], {"privacy_url": PRIVACY, "network": ["https://a.example"]}, Grade.D),
        (["camera", "microphone"], {"network": ["https://a.example"]}, Grade.E),
        (["camera", "microphone", "location"], {"network": ["https://*.a.example"]}, Grade.F),
    ],
)
def test_more_of_what_matters_is_a_worse_grade(permissions: list[str], members: dict[str, Any], grade: Grade) -> None:
    assert judge(*permissions, **members).grade is grade


def test_reasons_come_heaviest_first_and_add_up() -> None:
    found = judge("share", "camera", network=["https://*.a.example"], script=["inline", "wasm"], signed=False)
    assert found.reasons == (
        Reason(Ground.PERMISSION, 15, "camera"),
        Reason(Ground.SENDS, 10),
        Reason(Ground.UNSIGNED, 10),
        Reason(Ground.WILDCARD, 8, "https://*.a.example"),
        Reason(Ground.INLINE, 6),
        Reason(Ground.NETWORK, 4, "1"),
        Reason(Ground.NO_PRIVACY, 4),
        Reason(Ground.WASM, 3),
        Reason(Ground.PERMISSION, 1, "share"),
    )
    assert found.points == sum(reason.points for reason in found.reasons) == 61


@pytest.mark.parametrize(("servers", "points"), [(1, 4), (2, 4), (3, 6), (5, 6), (6, 10), (50, 10)])
def test_more_servers_are_more_points(servers: int, points: int) -> None:
    found = judge(network=[f"https://s{number}.example" for number in range(servers)])
    assert found.reasons == (Reason(Ground.NETWORK, points, str(servers)),)


def test_a_private_name_is_not_sent_away_but_wants_a_word_on_privacy() -> None:
    grounds = [reason.ground for reason in judge("identity", network=["https://a.example"]).reasons]
    assert grounds == [Ground.NETWORK, Ground.NO_PRIVACY, Ground.PERMISSION]


def test_a_permission_nobody_has_weighed_counts_as_the_heaviest() -> None:
    (reason,) = judge("telepathy").reasons
    assert reason.points == max(rules.PERMISSION_POINTS.values())


def test_every_permission_of_the_contract_has_its_points() -> None:
    assert rules.PERMISSION_POINTS.keys() == PERMISSION_NAMES


@pytest.mark.parametrize(("source", "points"), [(Source.BUNDLED, 0), (Source.PACKAGE, 10), (Source.FOLDER, 10)])
def test_only_what_came_with_stoa_is_trusted_without_a_signature(
    make_folder: MakeFolder, source: Source, points: int
) -> None:
    assert risk_of(open_app(make_folder(), source)).points == points


def test_the_points_are_published() -> None:
    rows = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", DOCUMENT.read_text("utf-8"), re.MULTILINE))
    for name, points in rules.PERMISSION_POINTS.items():
        assert rows[f"`{name}`"] == str(points)
    assert [rows[f"{words} in `network`"] for words in ("1 or 2 servers", "3 to 5 servers", "6 servers or more")] == [
        str(points) for _, points in rules.NETWORK_POINTS
    ]
    assert [least for least, _ in rules.NETWORK_POINTS] == [1, 3, 6]
    published = {
        "a wildcard in `network`": rules.WILDCARD_POINTS,
        "camera, microphone, location or clipboard, and any `network`": rules.SENDS_POINTS,
        "`script` has `inline`": rules.INLINE_POINTS,
        "`script` has `wasm`": rules.WASM_POINTS,
        "not signed": rules.UNSIGNED_POINTS,
        "one of these or `identity`, and no `privacy_url`": rules.NO_PRIVACY_POINTS,
    }
    assert {words: rows[words] for words in published} == {words: str(points) for words, points in published.items()}
    least = 0
    for grade, most in rules.LIMITS:
        assert rows[grade.value] == f"{least} to {most}"
        least = most + 1
    assert rows["F"] == f"{least} or more"
