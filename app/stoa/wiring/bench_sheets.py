"""The sheets of single conditions, by the key of their row (see ``stoa.workbench.conditions``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoa.areas import AREAS
from stoa.shell.permission_words import permission_title
from stoa.workbench.condition_sheets import (
    ClockSheet,
    FrameSheet,
    LanguageSheet,
    NetworkSheet,
    PermissionsSheet,
    StartSheet,
    ZoneSheet,
)
from stoa.workbench.fault_sheet import FaultSheet
from stoa.workbench.profile_sheets import ProfileSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from stoa.ui.sheet import Sheet
    from stoa.ui.theme import Theme
    from stoa.workbench.bench import Bench

_PLAIN = {
    "frame": FrameSheet, "locale": LanguageSheet, "zone": ZoneSheet, "path": StartSheet, "network": NetworkSheet,
}  # fmt: skip


def sheet_of(key: str, theme: Theme, window: QWidget, bench: Bench, clock: Callable[[], int]) -> Sheet:
    """The sheet of a condition; of all of them as text where the key names none."""
    profile = bench.profile
    if key in _PLAIN:
        return _PLAIN[key](theme, window, profile)
    if key == "clock":
        return ClockSheet(theme, window, profile, clock())
    if key == "permissions":
        asked = () if bench.app is None else bench.app.manifest.permission_names
        titles = {one.name: permission_title(one) for area in AREAS for one in area.permissions}
        return PermissionsSheet(theme, window, profile, [(name, titles[name]) for name in asked if name in titles])
    if key == "faults":
        return FaultSheet(theme, window, profile, [method.name for area in AREAS for method in area.methods])
    return ProfileSheet(theme, window, profile)
