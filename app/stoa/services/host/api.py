"""What a mini-app may ask of the host itself."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from stoa.contract.method import Area, Event, Method
from stoa.contract.wire import Json, Wire
from stoa.services.host.permissions import PERMISSIONS
from stoa.services.host.scene import Scene  # noqa: TC001  msgspec reads it

PathText = Annotated[str, Meta(max_length=1024, pattern=r"^/")]
AppId = Annotated[str, Meta(min_length=3, max_length=128)]


class Theme(Wire):
    """The host's look, so that a mini-app can match it. Colours are ``#rrggbb``."""

    color_scheme: Literal["light", "dark"]
    accent: str
    background: str
    card: str
    text: str
    reduced_motion: bool = False


class Context(Wire, kw_only=True):
    """Where and how the mini-app runs. ``path`` starts with ``/``; ``start`` is data given by the opener."""

    scene: Scene
    path: str
    query: dict[str, str] = field(default_factory=dict)
    start: Json = None
    theme: Theme
    locale: str
    direction: Literal["ltr", "rtl"] = "ltr"
    host_version: str
    contract_version: int


class Capabilities(Wire):
    """What this host offers and what this mini-app may do now.

    ``permissions`` maps each permission to ``granted``, ``ask``, ``denied`` or ``not_declared``.
    """

    contract_version: int
    methods: list[str]
    events: list[str]
    permissions: dict[str, Literal["granted", "ask", "denied", "not_declared"]]


class Toast(Wire):
    """A short notice that goes away by itself."""

    text: Annotated[str, Meta(min_length=1, max_length=200)]
    tone: Literal["neutral", "good", "warm"] = "neutral"


class Alert(Wire):
    """A notice that waits for a press."""

    text: Annotated[str, Meta(min_length=1, max_length=1000)]
    title: Annotated[str, Meta(max_length=80)] = ""
    button: Annotated[str, Meta(max_length=30)] = ""


class Confirm(Wire):
    """A question with two answers. Empty button texts take the host's own words."""

    text: Annotated[str, Meta(min_length=1, max_length=1000)]
    title: Annotated[str, Meta(max_length=80)] = ""
    confirm: Annotated[str, Meta(max_length=30)] = ""
    cancel: Annotated[str, Meta(max_length=30)] = ""
    destructive: bool = False


class Confirmed(Wire):
    """The person's answer."""

    confirmed: bool


class Title(Wire):
    """What the room's header shows beside the mini-app's name."""

    title: Annotated[str, Meta(max_length=80)]


class BackButton(Wire):
    """Whether the host shows a back button in the room's header."""

    visible: bool


class ClosingConfirmation(Wire):
    """Whether closing asks first, and with which words."""

    enabled: bool
    text: Annotated[str, Meta(max_length=200)] = ""


class Link(Wire):
    """A web address for the person's own browser; the host always asks first."""

    url: Annotated[str, Meta(max_length=2048, pattern=r"^https?://")]


class OpenApp(Wire):
    """Another mini-app, at a path."""

    app_id: AppId
    path: PathText = "/"
    start: Json = None


class Opened(Wire):
    """Whether it was opened."""

    opened: bool


class FileToSave(Wire):
    """A text file to hand to the person, who chooses where it goes. Text is saved as UTF-8."""

    name: Annotated[str, Meta(min_length=1, max_length=120)]
    text: Annotated[str, Meta(max_length=200_000)]
    media_type: Literal["text/csv", "text/plain", "text/markdown", "application/json"] = "text/plain"


class Saved(Wire):
    """Whether the person chose a place and the file was written."""

    saved: bool


class LinkOpened(Wire, kw_only=True):
    """A page of this mini-app was opened while it already ran."""

    path: str
    query: dict[str, str] = field(default_factory=dict)
    scene: Scene
    start: Json = None


class SceneChanged(Wire):
    """The scene the mini-app is in from now on."""

    scene: Scene


AREA = Area(
    name="host",
    doc="The room's window onto the host.",
    methods=(
        Method("host.ready", "Ends the splash. Works again after a reload."),
        Method("host.context", "Tells where and how the mini-app runs.", result=Context),
        Method(
            "host.capabilities", "Tells what this host offers and what this mini-app may do now.", result=Capabilities
        ),
        Method("host.toast", "Shows a short notice.", Toast),
        Method("host.alert", "Shows a notice and answers when the person has closed it.", Alert),
        Method("host.confirm", "Asks a question with two answers.", Confirm, Confirmed),
        Method("host.setTitle", "Sets what the room's header shows beside the name.", Title),
        Method("host.setBackButton", "Shows or hides the back button in the room's header.", BackButton),
        Method("host.setClosingConfirmation", "Makes closing the room ask first.", ClosingConfirmation),
        Method("host.openLink", "Opens a web address in the person's browser, after asking.", Link, Opened),
        Method(
            "host.openApp", "Opens another mini-app at a path, after asking.", OpenApp, Opened, codes=("not_found",)
        ),
        Method(
            "host.saveFile",
            "Saves a text file where the person chooses.",
            FileToSave,
            Saved,
            permission="files",
        ),
        Method("host.close", "Closes the room."),
    ),
    events=(
        Event("theme.didChange", "The host's look changed.", Theme),
        Event("lifecycle.didShow", "The room came to the front."),
        Event("lifecycle.didHide", "The room went to the back."),
        Event("lifecycle.willSuspend", "The room is about to be put to sleep: save what matters now."),
        Event("back.didPress", "The person pressed the host's back button."),
        Event(
            "scene.didChange",
            "The scene changed and the page stays where it is: the composer that waited for a page waits no more.",
            SceneChanged,
        ),
        Event("link.didOpen", "A page of this mini-app was opened while it already ran.", LinkOpened),
    ),
    permissions=PERMISSIONS,
)
