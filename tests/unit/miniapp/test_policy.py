"""Headers and network rules."""

from __future__ import annotations

from stoa.miniapp.manifest import Manifest, PermissionRequest
from stoa.miniapp.policy import (
    NetworkRule,
    allows,
    content_security_policy,
    headers,
    network_rules,
    permissions_policy,
)


def manifest(**members: object) -> Manifest:
    return Manifest(app_id="org.example", name="Example", **members)


def test_without_network_only_the_own_origin_is_in_the_policy() -> None:
    assert content_security_policy(manifest()) == (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; media-src 'self' blob:; connect-src 'self'; worker-src 'self' blob:; "
        "frame-src 'self'; manifest-src 'none'; form-action 'none'; base-uri 'none'; object-src 'none'; "
        "frame-ancestors 'self'; sandbox allow-scripts allow-same-origin allow-forms"
    )


def test_declared_hosts_are_in_connect_and_https_ones_in_pictures_and_media() -> None:
    policy = content_security_policy(manifest(network=("https://api.example.org", "wss://*.example.org:81")))
    assert "connect-src 'self' https://api.example.org wss://*.example.org:81;" in policy
    assert "img-src 'self' data: blob: https://api.example.org;" in policy
    assert "media-src 'self' blob: https://api.example.org;" in policy
    assert "script-src 'self';" in policy


def test_inline_and_wasm_are_in_the_policy_only_when_asked_for() -> None:
    policy = content_security_policy(manifest(script=("inline", "wasm")))
    assert "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval';" in policy
    assert "'wasm-unsafe-eval'" not in content_security_policy(manifest(script=("inline",)))


def test_features_are_off_but_those_granted() -> None:
    policy = permissions_policy(["camera", "location", "notifications", "nonsense"]).split(", ")
    assert {entry for entry in policy if not entry.endswith("=()")} == {"camera=(self)", "geolocation=(self)"}
    assert "microphone=()" in policy
    assert len(policy) == len(set(policy))


def test_headers_hold_all_of_the_policy_and_grant_nothing_undeclared() -> None:
    app = manifest(permissions=(PermissionRequest(name="camera"),))
    made = headers(app, ["camera", "microphone"])
    assert list(made) == [
        "Content-Security-Policy",
        "Permissions-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Cross-Origin-Resource-Policy",
    ]
    assert made["Content-Security-Policy"] == content_security_policy(app)
    assert made["Permissions-Policy"] == permissions_policy(["camera"])
    # The engine hands header values on in lower case, so nothing in them may depend on capitals.
    assert all(value == value.lower() for value in made.values())


def test_network_rules_allow_what_is_declared_and_nothing_else() -> None:
    rules = network_rules(manifest(network=("https://example.org", "wss://*.example.org:81")))
    assert rules == (NetworkRule("https", "example.org", 443), NetworkRule("wss", "example.org", 81, wildcard=True))
    assert allows(rules, "https", "example.org", 443)
    assert allows(rules, "HTTPS", "Example.org", -1)
    assert allows(rules, "https", "example.org", None)
    assert allows(rules, "wss", "a.example.org", 81)
    assert not allows(rules, "wss", "a.example.org", None)
    assert not allows(rules, "http", "example.org", 443)
    assert not allows(rules, "ftp", "example.org", None)
    assert not allows((), "https", "example.org", 443)
