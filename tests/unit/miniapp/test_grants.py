"""What a mini-app may do now."""

from __future__ import annotations

import pytest

from stoa.contract.method import Consent, Permission
from stoa.miniapp.grants import Answer, Verdict, added_permissions, verdict
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


def test_an_update_shows_only_what_it_asks_for_more() -> None:
    def app(*names: str) -> Manifest:
        requests = tuple(PermissionRequest(name=name, reason=f"For {name}.") for name in names)
        return Manifest(app_id="org.example", name="Example", permissions=requests)

    assert [request.name for request in added_permissions(app("share"), app("camera", "share", "files"))] == [
        "camera",
        "files",
    ]
    assert added_permissions(app("share", "files"), app("share")) == ()
