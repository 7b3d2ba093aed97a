"""A launch profile: all the conditions a mini-app is tried under, as one named value that is kept as JSON."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import Annotated, Literal, Self
from urllib.parse import urlencode
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError, field_validator, model_validator
from pydantic.alias_generators import to_camel

from stoa.contract.errors import ErrorCode, StoaError
from stoa.contract.sizes import CONTRACT_VERSION

# Names the format in every exported file; a reader that meets another one says so instead of guessing.
FORMAT = "stoa-launch-profile/1"
PROFILE_MAX_CHARS = 256 * 1024
# Long enough to see every "still waiting" state, short enough that a run ends.
DELAY_MAX_MS = 120_000
_LOCALE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}")
_METHOD = r"^(\*|[a-z]+\.(\*|[a-z][A-Za-z]*))$"
_HOST = r"^[A-Za-z0-9*.-]{1,253}(:[0-9]{1,5})?$"


class LaunchProfileError(StoaError):
    """A text is no launch profile; the sentence names the place and what to change."""


class _Part(BaseModel):
    """A closed, immutable part of a profile; camelCase in files."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)


class FrameKind(StrEnum):
    """The shapes a page can be tried in."""

    PHONE = "phone"
    TABLET = "tablet"
    PANE = "pane"
    CUSTOM = "custom"


# Width and height in CSS pixels: a common phone and tablet, and the pane beside the feed at 1440 x 900.
FRAME_SIZES = {FrameKind.PHONE: (390, 844), FrameKind.TABLET: (820, 1180), FrameKind.PANE: (760, 820)}


class Frame(_Part):
    """The page's size in CSS pixels and the device's pixels for each of them. Sizes of ``custom`` are given."""

    kind: FrameKind = FrameKind.PHONE
    width: Annotated[int, Field(ge=200, le=2000)] = 390
    height: Annotated[int, Field(ge=200, le=2000)] = 844
    scale: Annotated[float, Field(ge=0.5, le=4)] = 1.0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in CSS pixels."""
        return FRAME_SIZES.get(self.kind, (self.width, self.height))


class NetworkState(StrEnum):
    """What the page's network is like."""

    ONLINE = "online"
    OFFLINE = "offline"
    SLOW = "slow"


class Network(_Part):
    """Latency and rates hold for ``slow`` alone; the hosts in ``down`` never answer, whatever the state.

    The defaults of ``slow`` are what the DevTools call slow 3G: 400 ms and 400 kbit/s each way.
    """

    state: NetworkState = NetworkState.ONLINE
    latency_ms: Annotated[int, Field(ge=0, le=DELAY_MAX_MS)] = 400
    down_kbit: Annotated[int, Field(ge=1, le=1_000_000)] = 400
    up_kbit: Annotated[int, Field(ge=1, le=1_000_000)] = 400
    down: tuple[Annotated[str, Field(pattern=_HOST)], ...] = ()


class PermissionAnswer(StrEnum):
    """How a permission is answered: by the person at the sheet, or always in the same way."""

    ASK = "ask"
    GRANTED = "granted"
    REFUSED = "refused"


class Permissions(_Part):
    """The answer to every declared permission, and to single ones by name. Undeclared ones stay refused."""

    default: PermissionAnswer = PermissionAnswer.ASK
    by_name: dict[str, PermissionAnswer] = Field(default_factory=dict)

    def answer(self, name: str) -> PermissionAnswer:
        """How one permission is answered."""
        return self.by_name.get(name, self.default)


class FaultKind(StrEnum):
    """What goes wrong with a call."""

    DELAY = "delay"
    DENY = "deny"
    ERROR = "error"
    SILENT = "silent"


class Fault(_Part):
    """Something that goes wrong with every call of a method, of an area (``share.*``) or of all (``*``).

    ``delay`` answers ``delay_ms`` later; ``deny`` is the person's no; ``error`` answers ``code``; ``silent`` never
    answers.
    """

    method: Annotated[str, Field(pattern=_METHOD)]
    kind: FaultKind
    delay_ms: Annotated[int, Field(ge=0, le=DELAY_MAX_MS)] = 3000
    code: ErrorCode = ErrorCode.INTERNAL

    def hits(self, method: str) -> bool:
        """Whether the fault is about a method."""
        area = method.partition(".")[0]
        return self.method in {"*", f"{area}.*", method}


class LaunchProfile(_Part):
    """The conditions of one run. Every default is what a person would meet who opens the mini-app for the first time.

    An empty ``locale`` or ``time_zone`` is the host's own. ``clock`` (milliseconds since 1970 UTC) stops the page's
    clock at that moment. ``account`` is the number of a throw-away tester. ``contract_version`` 0 is a host without a
    bridge.
    """

    name: Annotated[str, Field(min_length=1, max_length=60)] = "As a newcomer"
    frame: Frame = Frame()
    theme: Literal["host", "light", "dark"] = "host"
    reduced_motion: bool = False
    text_percent: Annotated[int, Field(ge=50, le=300)] = 100
    locale: str = ""
    direction: Literal["auto", "ltr", "rtl"] = "auto"
    time_zone: str = ""
    clock: Annotated[int, Field(ge=0, le=4_102_444_800_000)] | None = None
    account: Annotated[int, Field(ge=1, le=5)] = 1
    scene: Literal["launcher", "post", "link", "app", "attach", "share", "workbench"] = "workbench"
    path: Annotated[str, Field(max_length=1024, pattern=r"^/")] = "/"
    query: dict[str, str] = Field(default_factory=dict)
    start: JsonValue = None
    network: Network = Network()
    permissions: Permissions = Permissions()
    contract_version: Annotated[int, Field(ge=0, le=CONTRACT_VERSION)] = CONTRACT_VERSION
    storage: Literal["fresh", "kept", "full"] = "kept"
    faults: Annotated[tuple[Fault, ...], Field(max_length=50)] = ()

    @field_validator("locale")
    @classmethod
    def _is_locale(cls, text: str) -> str:
        if text and not _LOCALE.fullmatch(text):
            raise ValueError('a language tag like "de" or "pt-BR" is needed')
        return text

    @field_validator("time_zone")
    @classmethod
    def _is_time_zone(cls, text: str) -> str:
        if text and text not in available_timezones():
            raise ValueError('a time zone like "Europe/Berlin" is needed')
        return text

    @model_validator(mode="after")
    def _has_one_query(self) -> Self:
        if self.query and "?" in self.path:
            raise ValueError("give the query in path or in query, not in both")
        return self


def start_path(profile: LaunchProfile) -> str:
    """The page a run begins on: path and query."""
    return f"{profile.path}?{urlencode(profile.query)}" if profile.query else profile.path


def write_profile(profile: LaunchProfile) -> str:
    """A profile as the JSON text of a file: only what differs from the defaults, so that it reads like a sentence."""
    values = profile.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps({"format": FORMAT, "name": profile.name, **values}, ensure_ascii=False, indent=2) + "\n"


def read_profile(text: str) -> LaunchProfile:
    """The profile in a file's text. Raises LaunchProfileError."""
    if len(text) > PROFILE_MAX_CHARS:
        raise LaunchProfileError(f"A launch profile has at most {PROFILE_MAX_CHARS:,} characters.")
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LaunchProfileError(f"This is not JSON: {error}.") from None
    if not isinstance(values, dict) or values.pop("format", None) != FORMAT:
        raise LaunchProfileError(f'This is no launch profile: its member "format" has to be "{FORMAT}".')
    try:
        return LaunchProfile.model_validate(values)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(str(part) for part in fault["loc"]) or "the profile"
        message = fault["msg"].removeprefix("Value error, ")
        raise LaunchProfileError(f"{place}: {message}.") from None
