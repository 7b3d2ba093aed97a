"""The conditions of a launch profile as rows of the left column: their names, their choices, what is shown."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from stoa.records import Record
from stoa.trial.launch_profile import FrameKind, NetworkState, PermissionAnswer, start_path

if TYPE_CHECKING:
    from stoa.trial.launch_profile import LaunchProfile

_LOCALES = ("en", "de", "fr", "es", "pt-BR", "tr", "ar", "he", "ja", "zh-CN")
_ZONES = ("UTC", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "Asia/Kolkata", "Asia/Tokyo")
_TEXT_SIZES = (75, 100, 125, 150, 200)
_NOON_2026 = 1_767_268_800_000
_FIELDS = {
    "theme": "theme", "motion": "reduced_motion", "text": "text_percent", "locale": "locale", "direction": "direction",
    "zone": "time_zone", "clock": "clock", "account": "account", "scene": "scene",
    "contract": "contract_version", "storage": "storage",
}  # fmt: skip
translate = QCoreApplication.translate
_PARTS = {"frame": ("frame", "kind"), "network": ("network", "state"), "permissions": ("permissions", "default")}
# Those that a menu cannot hold whole have a sheet as well.
WITH_SHEET = frozenset({"frame", "locale", "zone", "clock", "path", "network", "permissions", "faults"})


class Condition(Record):
    """A row: the key it is known by, its name, and what its menu offers."""

    key: str
    name: str
    choices: tuple[tuple[str, Any], ...]


def conditions() -> tuple[Condition, ...]:
    """All rows from above to below."""
    return (*_of_the_device(), *_of_the_start(), *_of_the_host())


def values_of(profile: LaunchProfile) -> dict[str, Any]:
    """What is chosen, by key."""
    values = {key: getattr(profile, field) for key, field in _FIELDS.items()}
    values |= {key: getattr(getattr(profile, part), field) for key, (part, field) in _PARTS.items()}
    return {**values, "path": start_path(profile), "faults": len(profile.faults)}


def texts_of(profile: LaunchProfile) -> dict[str, str]:
    """What is shown in place of a choice's own text, by key; nothing where that text says it all."""
    width, height = profile.frame.size
    texts = {"frame": f"{_frame_name(profile.frame.kind)} {width} \N{MULTIPLICATION SIGN} {height}"}
    if profile.frame.scale != 1:
        texts["frame"] += f" · {QLocale().toString(profile.frame.scale * 100, 'g', 4)} %"
    if profile.clock not in {None, _NOON_2026}:
        zone = ZoneInfo(profile.time_zone) if profile.time_zone else None
        texts["clock"] = f"{datetime.fromtimestamp((profile.clock or 0) / 1000, zone):%Y-%m-%d %H:%M}"
    if profile.start is not None:
        texts["path"] = translate("Conditions", "{0} with data").format(start_path(profile))
    if down := len(profile.network.down):
        name = _text_of("network", profile.network.state)
        texts["network"] = translate("Conditions", "{0}, {1} down").format(name, down)
    if single := len(profile.permissions.by_name):
        name = _text_of("permissions", profile.permissions.default)
        texts["permissions"] = translate("Conditions", "{0}, {1} apart").format(name, single)
    if profile.faults:
        many = len(profile.faults)
        texts["faults"] = (
            translate("Conditions", "1 fault") if many == 1 else translate("Conditions", "{0} faults").format(many)
        )
    return texts


def changed(profile: LaunchProfile, key: str, value: Any) -> LaunchProfile:
    """The profile with one condition chosen, by the key of its row. An answer to all permissions is to all of them."""
    if key == "faults":
        return profile.model_copy(update={"faults": ()})
    if key == "path":
        return profile.model_copy(update={"path": value, "query": {}, "start": None})
    if key in _PARTS:
        part, field = _PARTS[key]
        update = {field: value, "by_name": {}} if key == "permissions" else {field: value}
        return profile.model_copy(update={part: getattr(profile, part).model_copy(update=update)})
    return profile.model_copy(update={_FIELDS[key]: value})


def _text_of(key: str, value: Any) -> str:
    return next(text for one in conditions() if one.key == key for text, known in one.choices if known == value)


def _frame_name(kind: FrameKind) -> str:
    return {
        FrameKind.PHONE: translate("Conditions", "Phone"),
        FrameKind.TABLET: translate("Conditions", "Tablet"),
        FrameKind.PANE: translate("Conditions", "Pane"),
        FrameKind.CUSTOM: translate("Conditions", "Custom"),
    }[kind]


def _of_the_device() -> tuple[Condition, ...]:
    """What the page finds around it."""
    return (
        Condition("frame", translate("Conditions", "Frame"), tuple((_frame_name(kind), kind) for kind in FrameKind)),
        Condition(
            "theme",
            translate("Conditions", "Theme"),
            (
                (translate("Conditions", "As the host"), "host"),
                (translate("Conditions", "Light"), "light"),
                (translate("Conditions", "Dark"), "dark"),
            ),
        ),
        Condition(
            "motion",
            translate("Conditions", "Motion"),
            ((translate("Conditions", "Full"), False), (translate("Conditions", "Reduced"), True)),
        ),
        Condition("text", translate("Conditions", "Text size"), tuple((f"{size} %", size) for size in _TEXT_SIZES)),
        Condition(
            "locale",
            translate("Conditions", "Language"),
            ((translate("Conditions", "As the host"), ""), *((one, one) for one in _LOCALES)),
        ),
        Condition(
            "direction",
            translate("Conditions", "Direction"),
            (
                (translate("Conditions", "By language"), "auto"),
                (translate("Conditions", "Left to right"), "ltr"),
                (translate("Conditions", "Right to left"), "rtl"),
            ),
        ),
        Condition(
            "zone",
            translate("Conditions", "Time zone"),
            ((translate("Conditions", "This computer's"), ""), *((one, one) for one in _ZONES)),
        ),
    )


def _of_the_start() -> tuple[Condition, ...]:
    """When, for whom and where it begins."""
    return (
        Condition(
            "clock",
            translate("Conditions", "Clock"),
            (
                (translate("Conditions", "Running"), None),
                (translate("Conditions", "Noon, 1 January 2026 (UTC)"), _NOON_2026),
            ),
        ),
        Condition(
            "account",
            translate("Conditions", "Account"),
            tuple((translate("Conditions", "Tester {0}").format(one), one) for one in range(1, 6)),
        ),
        Condition(
            "scene",
            translate("Conditions", "Scene"),
            (
                (translate("Conditions", "Workbench"), "workbench"),
                (translate("Conditions", "Launcher"), "launcher"),
                (translate("Conditions", "Post"), "post"),
                (translate("Conditions", "Link"), "link"),
                (translate("Conditions", "Other app"), "app"),
                (translate("Conditions", "Attach"), "attach"),
                (translate("Conditions", "Share"), "share"),
            ),
        ),
        Condition("path", translate("Conditions", "Start"), (("/", "/"),)),
    )


def _of_the_host() -> tuple[Condition, ...]:
    """What the host lets it do."""
    return (
        Condition(
            "network",
            translate("Conditions", "Network"),
            (
                (translate("Conditions", "Online"), NetworkState.ONLINE),
                (translate("Conditions", "Offline"), NetworkState.OFFLINE),
                (translate("Conditions", "Slow"), NetworkState.SLOW),
            ),
        ),
        Condition(
            "permissions",
            translate("Conditions", "Permissions"),
            (
                (translate("Conditions", "Ask each time"), PermissionAnswer.ASK),
                (translate("Conditions", "All granted"), PermissionAnswer.GRANTED),
                (translate("Conditions", "All refused"), PermissionAnswer.REFUSED),
            ),
        ),
        Condition(
            "contract",
            translate("Conditions", "Bridge"),
            ((translate("Conditions", "This host's"), 1), (translate("Conditions", "None, as in a browser"), 0)),
        ),
        Condition(
            "storage",
            translate("Conditions", "Storage"),
            (
                (translate("Conditions", "Kept"), "kept"),
                (translate("Conditions", "Fresh"), "fresh"),
                (translate("Conditions", "Full"), "full"),
            ),
        ),
        Condition("faults", translate("Conditions", "Faults"), ((translate("Conditions", "None"), 0),)),
    )
