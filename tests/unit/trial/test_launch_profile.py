"""Launch profiles: what they may say, how they are kept, and what they ask of the engine."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.contract.errors import ErrorCode
from stoa.trial.emulation import emulation, restarts
from stoa.trial.launch_profile import (
    FORMAT,
    Fault,
    Frame,
    LaunchProfile,
    LaunchProfileError,
    Network,
    PermissionAnswer,
    Permissions,
    read_profile,
    start_path,
    write_profile,
)


def text(**members):
    return json.dumps({"format": FORMAT, **members})


def test_a_profile_survives_its_file():
    profile = LaunchProfile(
        name="Slow tablet", frame=Frame(kind="tablet"), theme="dark", locale="pt-BR", time_zone="Asia/Tokyo",
        network=Network(state="slow", down=("api.example.org",)), clock=5, start={"a": [1]}, query={"q": "x y"},
        permissions=Permissions(default="refused", by_name={"share": "granted"}),
        faults=(Fault(method="share.*", kind="error", code=ErrorCode.CANCELLED),),
    )  # fmt: skip
    assert read_profile(write_profile(profile)) == profile


def test_only_what_differs_from_the_defaults_is_written():
    assert json.loads(write_profile(LaunchProfile(theme="dark"))) == {
        "format": FORMAT, "name": "As a newcomer", "theme": "dark",
    }  # fmt: skip


@pytest.mark.parametrize(("raw", "names"), [
    ("[", "not JSON"),
    ("[]", '"format"'),
    ("{}", FORMAT),
    (text(name=""), "name"),
    (text(theme="pink"), "theme"),
    (text(frame={"kind": "watch"}), "frame.kind"),
    (text(frame={"width": 1}), "frame.width"),
    (text(locale="Deutsch (Deutschland)"), 'locale: a language tag like "de"'),
    (text(timeZone="Mars/Olympus"), 'timeZone: a time zone like "Europe/Berlin"'),
    (text(path="no-slash"), "path"),
    (text(path="/?a=1", query={"b": "2"}), "the query in path or in query"),
    (text(faults=[{"method": "share", "kind": "deny"}]), "faults.0.method"),
    (text(faults=[{"method": "*", "kind": "explode"}]), "faults.0.kind"),
    (text(network={"down": ["https://a.example"]}), "network.down.0"),
    (text(contractVersion=99), "contractVersion"),
    (text(extra=1), "extra"),
    ("[" * 100_000, "not JSON"),
    (" " * 300_000, "at most"),
])  # fmt: skip
def test_a_broken_profile_names_the_place(raw, names):
    with pytest.raises(LaunchProfileError, match=r".") as caught:
        read_profile(raw)
    assert names in str(caught.value)
    assert len(str(caught.value)) < 300


@given(
    st.dictionaries(
        st.sampled_from(sorted(LaunchProfile.model_fields)),
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20), st.lists(st.integers(), max_size=2)),
        max_size=4,
    )
)
def test_any_object_is_a_profile_or_an_error(values):
    with suppress(LaunchProfileError):
        assert read_profile(json.dumps({"format": FORMAT, **values})).name


@pytest.mark.parametrize(
    ("method", "hits"), [("*", True), ("share.*", True), ("share.post", True), ("share.attach", False)]
)
def test_a_fault_hits_its_method_its_area_or_all(method, hits):
    assert Fault(method=method, kind="deny").hits("share.post") is hits


def test_a_permission_is_answered_by_name_first():
    permissions = Permissions(default="granted", by_name={"camera": "refused"})
    assert permissions.answer("camera") is PermissionAnswer.REFUSED
    assert permissions.answer("share") is PermissionAnswer.GRANTED


def test_a_frame_has_the_size_of_its_kind_or_its_own():
    assert Frame().size == (390, 844)
    assert Frame(kind="custom", width=320, height=500).size == (320, 500)


def test_the_query_is_part_of_the_page_a_run_begins_on():
    assert start_path(LaunchProfile(path="/r", query={"q": "a b", "z": "ä"})) == "/r?q=a+b&z=%C3%A4"
    assert start_path(LaunchProfile(path="/r?x=1")) == "/r?x=1"


def commands(profile, **more):
    return dict(emulation(profile, "miniapp://org.example.app", dark_host=more.get("dark_host", False)))


@pytest.mark.parametrize(("theme", "dark_host", "scheme"), [
    ("host", False, "light"), ("host", True, "dark"), ("dark", False, "dark"), ("light", True, "light"),
])  # fmt: skip
def test_the_theme_of_the_page_follows_the_profile_or_the_host(theme, dark_host, scheme):
    media = commands(LaunchProfile(theme=theme), dark_host=dark_host)["Emulation.setEmulatedMedia"]
    assert {"name": "prefers-color-scheme", "value": scheme} in media["features"]


def test_a_slow_network_is_told_in_bytes_a_second():
    slow = LaunchProfile(network=Network(state="slow", latency_ms=100, down_kbit=800, up_kbit=8))
    assert commands(slow)["Network.emulateNetworkConditions"] == {
        "offline": False, "latency": 100, "downloadThroughput": 100_000, "uploadThroughput": 1000,
    }  # fmt: skip


def test_a_profile_without_wishes_takes_the_former_ones_back():
    assert commands(LaunchProfile()) == {
        "Network.enable": {},
        "Emulation.setEmulatedMedia": {"features": [
            {"name": "prefers-color-scheme", "value": "light"}, {"name": "prefers-reduced-motion", "value": ""},
        ]},
        "Emulation.setTimezoneOverride": {"timezoneId": ""},
        "Emulation.setLocaleOverride": {},
        "Network.emulateNetworkConditions": {
            "offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        },
        "Network.setBlockedURLs": {"urls": []},
        "Storage.overrideQuotaForOrigin": {"origin": "miniapp://org.example.app"},
    }  # fmt: skip


def test_a_host_that_is_down_is_blocked_for_pages_and_sockets():
    down = LaunchProfile(network=Network(down=("api.example.org",)))
    assert commands(down)["Network.setBlockedURLs"] == {
        "urls": ["https://api.example.org/*", "wss://api.example.org/*"]
    }


@pytest.mark.parametrize(("change", "anew"), [
    ({"account": 2}, True), ({"storage": "fresh"}, True), ({"path": "/x"}, True), ({"clock": 1}, True),
    ({"theme": "dark"}, False), ({"network": Network(state="offline")}, False), ({"faults": ()}, False),
])  # fmt: skip
def test_some_changes_need_the_app_opened_anew(change, anew):
    assert restarts(LaunchProfile(), LaunchProfile().model_copy(update=change)) is anew
