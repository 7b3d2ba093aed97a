"""One sheet for each condition that a menu cannot hold: frame, place, clock, start, network, permissions."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from stoa.trial.launch_profile import FrameKind, NetworkState, PermissionAnswer
from stoa.ui.label import Label
from stoa.ui.row import Divider, Row
from stoa.ui.segmented import Segmented
from stoa.workbench.condition_sheet import ConditionSheet, FieldError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stoa.trial.launch_profile import LaunchProfile
    from stoa.ui.field import TextField
    from stoa.ui.theme import Theme

_STATES = (NetworkState.ONLINE, NetworkState.OFFLINE, NetworkState.SLOW)
_ANSWERS = (PermissionAnswer.ASK, PermissionAnswer.GRANTED, PermissionAnswer.REFUSED)
_WIDEST_CHOICE = 280


class FrameSheet(ConditionSheet):
    """Width and height in CSS pixels, and the scale it is drawn at."""

    def __init__(self, theme: Theme, parent: QWidget, profile: LaunchProfile) -> None:
        super().__init__(theme, parent, self.tr("Frame"), profile)
        width, height = profile.frame.size
        self.width_field, self.height_field = self.add_fields(
            ((self.tr("Width"), str(width)), (self.tr("Height"), str(height)))
        )
        self.scale = self.add_field(self.tr("Scale in percent"), f"{profile.frame.scale * 100:g}")
        about = self.tr("200 to 2000 pixels each. Where the window has less room, the page is drawn smaller.")
        self.body.addWidget(Label(theme, about, "meta", "muted", wrap=True))
        self.focus_first(self.width_field)

    def values(self) -> Mapping[str, Any]:
        """The frame."""
        width, height = whole(self.width_field), whole(self.height_field)
        kind = self.profile.frame.kind if (width, height) == self.profile.frame.size else FrameKind.CUSTOM
        return {"frame": {"kind": kind, "width": width, "height": height, "scale": number(self.scale) / 100}}


class LanguageSheet(ConditionSheet):
    """A language tag by typing."""

    def __init__(self, theme: Theme, parent: QWidget, profile: LaunchProfile) -> None:
        about = self.tr("As in the web: en, pt-BR, zh-Hant-TW. Empty is the host's own.")
        super().__init__(theme, parent, self.tr("Language"), profile, about)
        self.locale_field = self.add_field(self.tr("Language tag"), profile.locale, placeholder="pt-BR")
        self.focus_first(self.locale_field)

    def values(self) -> Mapping[str, Any]:
        """The locale."""
        return {"locale": self.locale_field.text().strip()}


class ZoneSheet(ConditionSheet):
    """A time zone by typing."""

    def __init__(self, theme: Theme, parent: QWidget, profile: LaunchProfile) -> None:
        about = self.tr("A part of its name is enough to find it: Berlin, Tokyo. Empty is this computer's.")
        super().__init__(theme, parent, self.tr("Time zone"), profile, about)
        self.zone = self.add_field(self.tr("Time zone"), profile.time_zone, placeholder="Europe/Berlin")
        completer = QCompleter(sorted(available_timezones()), self.zone)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        if (popup := completer.popup()) is not None:
            popup.setAccessibleName(self.tr("Time zones"))
            popup.setFont(theme.font())
        self.zone.setCompleter(completer)
        self.focus_first(self.zone)

    def values(self) -> Mapping[str, Any]:
        """The zone."""
        return {"time_zone": self.zone.text().strip()}


class ClockSheet(ConditionSheet):
    """A day and a time at which the page's clock stands."""

    def __init__(self, theme: Theme, parent: QWidget, profile: LaunchProfile, now: int) -> None:
        about = self.tr("The page's clock stands at this moment of its time zone. Its timers go on.")
        super().__init__(theme, parent, self.tr("Clock"), profile, about)
        self._zone = ZoneInfo(profile.time_zone) if profile.time_zone else datetime.now().astimezone().tzinfo
        moment = datetime.fromtimestamp((profile.clock if profile.clock is not None else now) / 1000, self._zone)
        self.day, self.time = self.add_fields(
            ((self.tr("Day"), f"{moment:%Y-%m-%d}"), (self.tr("Time"), f"{moment:%H:%M:%S}"))
        )
        self.focus_first(self.day)

    def values(self) -> Mapping[str, Any]:
        """The moment, in milliseconds since 1970 UTC."""
        try:
            moment = datetime.fromisoformat(f"{self.day.text().strip()}T{self.time.text().strip() or '00:00'}")
        except ValueError:
            raise FieldError(self.tr("A day is written like 2026-01-31, a time like 12:30.")) from None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=self._zone)
        return {"clock": round(moment.astimezone(UTC).timestamp() * 1000)}


class StartSheet(ConditionSheet):
    """The page it begins on, its query, and what an opener hands over."""

    def __init__(self, theme: Theme, parent: QWidget, profile: LaunchProfile) -> None:
        super().__init__(theme, parent, self.tr("Start"), profile)
        path, _, query = profile.path.partition("?")
        self.path = self.add_field(self.tr("Path"), path, placeholder="/")
        text = query or urlencode(profile.query)
        self.query = self.add_field(self.tr("Query"), text, placeholder="topic=tea&page=2")
        start = "" if profile.start is None else json.dumps(profile.start, ensure_ascii=False, indent=2)
        self.start = self.add_area(self.tr("Start data (JSON)"), start, '{"from": "a post"}', lines=3)
        about = self.tr("Start data is what host.context gives as start, as an app or a post hands it over.")
        self.body.addWidget(Label(theme, about, "meta", "muted", wrap=True))
        self.focus_first(self.path)

    def values(self) -> Mapping[str, Any]:
        """Path, query and start data."""
        text = self.start.text.strip()
        try:
            start = json.loads(text) if text else None
        except (ValueError, RecursionError):
            raise FieldError(self.tr("The start data is not JSON.")) from None
        path = self.path.text().strip() or "/"
        query = dict(parse_qsl(self.query.text().strip().removeprefix("?"), keep_blank_values=True))
        return {"path": path if path.startswith("/") else f"/{path}", "query": query, "start": start}


class NetworkSheet(ConditionSheet):
    """State, latency, rates, and hosts that are down."""

    def __init__(self, theme: Theme, parent: QWidget, profile: LaunchProfile) -> None:
        super().__init__(theme, parent, self.tr("Network"), profile)
        network = profile.network
        labels = (self.tr("Online"), self.tr("Offline"), self.tr("Slow"))
        self.state = Segmented(theme, labels, name=self.tr("State of the network"))
        self.state.select(_STATES.index(network.state))
        self.body.addWidget(self.state)
        (self.latency,) = self.add_fields(((self.tr("Latency when slow, in milliseconds"), str(network.latency_ms)),))
        self.down_rate, self.up_rate = self.add_fields(
            (
                (self.tr("Down, in kbit/s"), str(network.down_kbit)),
                (self.tr("Up, in kbit/s"), str(network.up_kbit)),
            )
        )
        names = "\n".join(network.down)
        self.hosts = self.add_area(self.tr("Hosts that are down, one a line"), names, "api.example.org")
        self.focus_first(self.latency)

    def values(self) -> Mapping[str, Any]:
        """The network."""
        hosts = [line.strip() for line in self.hosts.text.replace(",", "\n").splitlines() if line.strip()]
        return {
            "network": {
                "state": _STATES[self.state.index], "latency_ms": whole(self.latency),
                "down_kbit": whole(self.down_rate), "up_kbit": whole(self.up_rate), "down": hosts,
            }
        }  # fmt: skip


class PermissionsSheet(ConditionSheet):
    """Each permission of the manifest with an answer of its own. ``named`` are names and titles."""

    def __init__(self, theme: Theme, parent: QWidget, profile: LaunchProfile, named: Iterable[tuple[str, str]]) -> None:
        super().__init__(theme, parent, self.tr("Permissions"), profile)
        self.rows: dict[str, Segmented] = {}
        labels = (self.tr("Ask"), self.tr("Granted"), self.tr("Refused"))
        for name, title in named:
            if self.rows:
                self.body.addWidget(Divider(theme))
            choice = Segmented(theme, labels, name=title, compact=True)
            choice.setMaximumWidth(_WIDEST_CHOICE)
            choice.select(_ANSWERS.index(profile.permissions.answer(name)))
            self.rows[name] = choice
            self.body.addWidget(Row(theme, title, name, choice, padding=0))
        if not self.rows:
            text = self.tr("The manifest asks for no permission, and what it does not ask for stays refused.")
            self.body.addWidget(Label(theme, text, "body", "muted", wrap=True))

    def values(self) -> Mapping[str, Any]:
        """The answers that differ from the answer to all."""
        default = self.profile.permissions.default
        # Of other mini-apps, on which the same profile is used.
        by_name = {name: one for name, one in self.profile.permissions.by_name.items() if name not in self.rows}
        chosen = {name: _ANSWERS[row.index] for name, row in self.rows.items()}
        by_name |= {name: one for name, one in chosen.items() if one is not default}
        return {"permissions": {"default": default, "by_name": by_name}}


def whole(field: TextField) -> int:
    """The whole number in a field. Raises FieldError."""
    try:
        return int(field.text().strip())
    except ValueError:
        raise FieldError(f"{field.accessibleName()}: {field.text()!r}") from None


def number(field: TextField) -> float:
    """The number in a field. Raises FieldError."""
    try:
        return float(field.text().strip().removesuffix("%").replace(",", "."))
    except ValueError:
        raise FieldError(f"{field.accessibleName()}: {field.text()!r}") from None
