"""What answers a call in a trial: a fault, a stub, or the real handler; and who answers for the person."""

from __future__ import annotations

import asyncio

import pytest

from stoa.areas import AREAS
from stoa.contract.caller import Caller
from stoa.contract.errors import BridgeError, ErrorCode
from stoa.miniapp.grants import Verdict
from stoa.services.identity.api import Scope
from stoa.trial.faults import Stubs, faulty
from stoa.trial.grants import TrialGrants
from stoa.trial.launch_profile import Fault, LaunchProfile, Permissions
from stoa.trial.person import Person, Willing
from stoa.trial.stopped_clock import stopped_clock

PERMISSIONS = {permission.name: permission for area in AREAS for permission in area.permissions}
CALLER = Caller(
    "ada", "org.example.app", "App", "ada/org.example.app", 1, declared=frozenset({"camera", "share", "identity"})
)


def answering(*faults, stubs=None, handler=lambda caller, params: ("real", params)):
    return faulty({"share.post": handler}, lambda: faults, stubs or Stubs())["share.post"]


def test_without_a_fault_the_real_handler_answers():
    assert answering(Fault(method="storage.*", kind="deny"))(CALLER, 1) == ("real", 1)


@pytest.mark.parametrize(("fault", "code"), [
    (Fault(method="*", kind="deny"), ErrorCode.DENIED),
    (Fault(method="share.post", kind="error", code=ErrorCode.NOT_FOUND), ErrorCode.NOT_FOUND),
])  # fmt: skip
def test_a_fault_refuses(fault, code):
    with pytest.raises(BridgeError) as caught:
        answering(fault)(CALLER, 1)
    assert caught.value.code is code


def test_a_late_answer_is_the_handler_s_whether_it_waits_or_not():
    async def slow(caller, params):
        return "slow", params

    late = Fault(method="*", kind="delay", delay_ms=0)
    assert asyncio.run(answering(late)(CALLER, 1)) == ("real", 1)
    assert asyncio.run(answering(late, handler=slow)(CALLER, 2)) == ("slow", 2)


def test_a_silent_call_is_never_answered():
    async def wait():
        await asyncio.wait_for(answering(Fault(method="*", kind="silent"))(CALLER, 1), 0.01)

    with pytest.raises(TimeoutError):
        asyncio.run(wait())


def test_a_stub_answers_until_it_is_cleared_and_a_fault_comes_before_it():
    stubs = Stubs()
    call = answering(stubs=stubs)
    stubs.answer("share.post", {"postId": 7})
    assert call(CALLER, 1) == {"postId": 7}
    stubs.fail("share.post", ErrorCode.CANCELLED)
    with pytest.raises(BridgeError, match="cancelled"):
        call(CALLER, 1)
    stubs.clear()
    assert call(CALLER, 1) == ("real", 1)


class Unwilling(Willing):
    """Says no to everything, and counts."""

    asked = 0

    async def permission(self, caller, permission):
        type(self).asked += 1
        return False


def grants(default="ask", person=None, **by_name):
    profile = LaunchProfile(permissions=Permissions(default=default, by_name=by_name))
    return TrialGrants(PERMISSIONS, lambda: profile, Person(lambda: profile, person or Willing()))


@pytest.mark.parametrize(("default", "name", "verdict"), [
    ("ask", "camera", Verdict.ASK), ("granted", "camera", Verdict.GRANTED), ("refused", "camera", Verdict.DENIED),
    ("granted", "microphone", Verdict.NOT_DECLARED), ("ask", "share", Verdict.GRANTED),
    ("refused", "share", Verdict.DENIED),
])  # fmt: skip
def test_the_manifest_decides_first_and_the_profile_after_it(default, name, verdict):
    assert grants(default).verdict(CALLER, PERMISSIONS[name]) is verdict


def test_a_person_s_yes_holds_for_the_room():
    standing = grants()
    assert asyncio.run(standing.ask(CALLER, PERMISSIONS["camera"]))
    assert standing.verdict(CALLER, PERMISSIONS["camera"]) is Verdict.GRANTED


def test_features_asked_for_together_are_all_allowed_or_none():
    assert asyncio.run(grants().ask_web(CALLER, ("camera",)))
    assert not asyncio.run(grants().ask_web(CALLER, ("camera", "microphone")))
    assert not asyncio.run(grants(person=Unwilling()).ask_web(CALLER, ("camera",)))
    assert Unwilling.asked == 1


def test_what_a_page_may_ask_for_follows_the_profile():
    assert grants().granted(CALLER) == {"camera"}
    assert grants("refused").granted(CALLER) == frozenset()
    assert grants().standing(CALLER)["microphone"] == "not_declared"


def test_the_profile_answers_for_the_person_and_leaves_the_rest_to_whoever_is_asked():
    async def ask(profile):
        person = Person(lambda: profile, Unwilling())
        return (
            await person.permission(CALLER, PERMISSIONS["camera"]),
            await person.sign_in(CALLER, [Scope.PROFILE], "x"),
            await person.compose(CALLER, None),
        )

    assert asyncio.run(ask(LaunchProfile())) == (False, {Scope.PROFILE}, True)
    assert asyncio.run(ask(LaunchProfile(permissions=Permissions(default="refused")))) == (False, None, False)
    assert asyncio.run(ask(LaunchProfile(permissions=Permissions(default="granted")))) == (True, {Scope.PROFILE}, True)


def test_a_willing_person_reads_notices_and_agrees():
    assert asyncio.run(Willing().alert(None)) is None
    assert asyncio.run(Willing().confirm(None)) is True


def test_the_clock_is_stopped_at_the_moment_asked_for():
    assert "const at = 1700000000000" in stopped_clock(1_700_000_000_000)
