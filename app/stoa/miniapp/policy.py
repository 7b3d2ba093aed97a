"""What the room enforces for a mini-app, made from its manifest: headers and network rules. Pure.

The shape of the policy was measured to hold against the engine; each directive is there for a hole it closes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.miniapp.origin import DEFAULT_PORTS, NetworkRule, parse_origin

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from stoa.miniapp.manifest import Manifest

__all__ = ["NetworkRule", "allows", "content_security_policy", "headers", "network_rules", "permissions_policy"]

# alert, confirm, print, window.open, downloads and pointer lock never reach the host; storage and workers go on.
_SANDBOX = "sandbox allow-scripts allow-same-origin allow-forms"
_SCRIPT_SOURCES = {"inline": "'unsafe-inline'", "wasm": "'wasm-unsafe-eval'"}
# Every feature of the engine's generation (Chromium 140) that a page could use unasked, or ask for. Bluetooth, USB,
# payment and one-time passwords are not built into it, and naming them would only fill each page's console.
_FEATURES = (
    "accelerometer", "attribution-reporting", "autoplay", "browsing-topics", "camera", "clipboard-read",
    "clipboard-write", "compute-pressure", "cross-origin-isolated", "display-capture", "encrypted-media", "fullscreen",
    "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection",
    "join-ad-interest-group", "keyboard-map", "local-fonts", "magnetometer", "microphone", "midi", "picture-in-picture",
    "private-aggregation", "publickey-credentials-create", "publickey-credentials-get", "run-ad-auction",
    "screen-wake-lock", "serial", "storage-access", "sync-xhr", "window-management",
    "xr-spatial-tracking",
)  # fmt: skip
# Notifications and files have no feature of their own: the host's signals decide about them.
_FEATURES_OF_PERMISSION = {
    "camera": ("camera",),
    "microphone": ("microphone",),
    "location": ("geolocation",),
    "clipboard": ("clipboard-read", "clipboard-write"),
}


def network_rules(manifest: Manifest) -> tuple[NetworkRule, ...]:
    """The declared origins, parsed."""
    return tuple(parse_origin(origin) for origin in manifest.network)


def allows(rules: Iterable[NetworkRule], scheme: str, host: str, port: int | None) -> bool:
    """Whether any rule covers a request; ``port`` None or below 1 stands for the scheme's own."""
    plain_scheme = scheme.lower()
    number = port if port is not None and port > 0 else DEFAULT_PORTS.get(plain_scheme, 0)
    return any(rule.allows(plain_scheme, host.lower(), number) for rule in rules)


def content_security_policy(manifest: Manifest) -> str:
    """The ``Content-Security-Policy`` of every response of the mini-app, scripts and workers too."""
    rules = network_rules(manifest)
    everywhere = [str(rule) for rule in rules]
    pictures = [str(rule) for rule in rules if rule.scheme == "https"]
    script = [source for name, source in _SCRIPT_SOURCES.items() if name in manifest.script]
    directives = (
        ("default-src", "'none'"),
        ("script-src", "'self'", *script),
        ("style-src", "'self'", "'unsafe-inline'"),
        ("img-src", "'self'", "data:", "blob:", *pictures),
        ("font-src", "'self'", "data:"),
        ("media-src", "'self'", "blob:", *pictures),
        ("connect-src", "'self'", *everywhere),
        ("worker-src", "'self'", "blob:"),
        ("frame-src", "'self'"),
        ("manifest-src", "'none'"),
        ("form-action", "'none'"),
        ("base-uri", "'none'"),
        ("object-src", "'none'"),
        ("frame-ancestors", "'self'"),
        (_SANDBOX,),
    )
    return "; ".join(" ".join(directive) for directive in directives)


def permissions_policy(granted: Collection[str]) -> str:
    """The ``Permissions-Policy``: every feature off but those of the granted permissions."""
    on = {feature for permission in granted for feature in _FEATURES_OF_PERMISSION.get(permission, ())}
    return ", ".join(f"{feature}={'(self)' if feature in on else '()'}" for feature in _FEATURES)


def headers(manifest: Manifest, granted: Collection[str]) -> dict[str, str]:
    """All headers of every response. What is granted but not declared stays off."""
    return {
        "Content-Security-Policy": content_security_policy(manifest),
        "Permissions-Policy": permissions_policy(manifest.permission_names & set(granted)),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
