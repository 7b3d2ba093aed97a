"""What a launch profile asks of the engine, as commands of the DevTools protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stoa.trial.launch_profile import NetworkState

if TYPE_CHECKING:
    from stoa.trial.launch_profile import LaunchProfile, Network

Command = tuple[str, dict[str, Any]]
_BYTES_PER_KBIT = 125
_UNLIMITED = -1
# What is decided when a room is made or a page is loaded.
_FROM_THE_START = ("clock", "account", "scene", "path", "query", "start", "contract_version", "storage")


def emulation(profile: LaunchProfile, origin: str, *, dark_host: bool) -> list[Command]:
    """The commands, in order. Each replaces what an earlier profile asked for, so applying again is always right.

    ``origin`` is the mini-app's, as in ``miniapp://org.example.app``; ``dark_host`` is what the theme ``host`` means.
    """
    dark = dark_host if profile.theme == "host" else profile.theme == "dark"
    media = [
        {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
        {"name": "prefers-reduced-motion", "value": "reduce" if profile.reduced_motion else ""},
    ]
    quota: dict[str, Any] = {"origin": origin}
    if profile.storage == "full":
        quota["quotaSize"] = 0
    return [
        ("Network.enable", {}),
        ("Emulation.setEmulatedMedia", {"features": media}),
        ("Emulation.setTimezoneOverride", {"timezoneId": profile.time_zone}),
        ("Emulation.setLocaleOverride", {"locale": profile.locale} if profile.locale else {}),
        ("Network.emulateNetworkConditions", network_conditions(profile.network)),
        (
            "Network.setBlockedURLs",
            {"urls": [pattern for host in profile.network.down for pattern in _addresses(host)]},
        ),
        ("Storage.overrideQuotaForOrigin", quota),
    ]


def network_conditions(network: Network) -> dict[str, Any]:
    """The parameters of ``Network.emulateNetworkConditions``; rates in bytes a second, -1 for no limit."""
    slow = network.state is NetworkState.SLOW
    return {
        "offline": network.state is NetworkState.OFFLINE,
        "latency": network.latency_ms if slow else 0,
        "downloadThroughput": network.down_kbit * _BYTES_PER_KBIT if slow else _UNLIMITED,
        "uploadThroughput": network.up_kbit * _BYTES_PER_KBIT if slow else _UNLIMITED,
    }


def restarts(before: LaunchProfile, after: LaunchProfile) -> bool:
    """Whether a change of profile needs the mini-app opened anew; every other one holds at once."""
    return any(getattr(before, name) != getattr(after, name) for name in _FROM_THE_START)


def _addresses(host: str) -> tuple[str, ...]:
    return tuple(f"{scheme}://{host}/*" for scheme in ("https", "wss"))
