"""What a mini-app may do now."""

from __future__ import annotations

from typing import Any

import pytest

from stoa.contract.permission import Consent, Permission
from stoa.miniapp.grants import Answer, Asks, Verdict, additions, asks_of, verdict
from stoa.miniapp.manifest import Manifest, PermissionRequest

CAMERA = Permission("camera", "Camera", "use the camera", Consent.ASK)
SHARE = Permission("share", "Sharing", "share its pages", Consent.MEDIATED)


@pytest.mark.parametrize("remembered", [None, *Answer])
@pytest.mark.parametrize("once", [False, True])
@pytest.mark.parametrize("permission", [CAMERA, SHARE])
def test_what_is_not_declared_is_never_granted(permission: Permission, remembered: Answer | None, once: bool) -> None:
    assert verdict(permission, ("surveys",), remembered, once) is Verdict.NOT_DECLARED


@pytest.mark.parametrize(
    ("permission", "remembered", "once", "expected"),
    [
        (CAMERA, None, False, Verdict.ASK),
        (CAMERA, Answer.ONCE, False, Verdict.ASK),
        (CAMERA, None, True, Verdict.GRANTED),
        (CAMERA, Answer.ALWAYS, False, Verdict.GRANTED),
        (CAMERA, Answer.NEVER, False, Verdict.DENIED),
        (CAMERA, Answer.NEVER, True, Verdict.DENIED),
        (SHARE, None, False, Verdict.GRANTED),
        (SHARE, Answer.NEVER, False, Verdict.DENIED),
    ],
)
def test_what_is_declared_follows_the_answer(
    permission: Permission, remembered: Answer | None, once: bool, expected: Verdict
) -> None:
    assert verdict(permission, {"camera", "share"}, remembered, once) is expected


def app(*names: str, **members: Any) -> Manifest:
    requests = tuple(PermissionRequest(name=name, reason=f"For {name}.") for name in names)
    return Manifest(app_id="org.example", name="Example", permissions=requests, **members)


def test_an_update_shows_only_what_it_asks_for_more() -> None:
    agreed = asks_of(app("share", network=("https://a.example",), script=("wasm",)))
    new = app("camera", "share", "files", network=("https://b.example", "https://a.example"), script=("inline", "wasm"))
    more = additions(agreed, new)
    assert [request.name for request in more.permissions] == ["camera", "files"]
    assert (more.network, more.script) == (("https://b.example",), ("inline",))
    assert more
    assert not additions(asks_of(new), new)
    assert not additions(asks_of(new), app())


@pytest.mark.parametrize("members", [{"network": ("https://a.example",)}, {"script": ("inline",)}])
def test_servers_and_rules_for_scripts_are_more_as_well(members: dict[str, Any]) -> None:
    assert additions(Asks(), app(**members))


@pytest.mark.parametrize(
    ("agreed", "asked", "is_more"),
    [
        ("https://*.example.org", "https://api.example.org", False),
        ("https://*.example.org", "https://*.api.example.org", False),
        ("https://*.example.org", "https://*.example.org", False),
        ("https://*.example.org", "https://example.org", True),
        ("https://*.api.example.org", "https://*.example.org", True),
        ("https://api.example.org", "https://*.api.example.org", True),
        ("https://example.org", "wss://example.org", True),
        ("https://example.org", "https://example.org:8443", True),
        ("https://*.example.org", "https://badexample.org", True),
    ],
)
def test_a_server_that_was_covered_already_is_nothing_new(agreed: str, asked: str, is_more: bool) -> None:
    assert bool(additions(Asks(network=frozenset({agreed})), app(network=(asked,)))) is is_more
