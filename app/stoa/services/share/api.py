"""What a mini-app may ask about sharing."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from stoa.contract.method import Area, Event, Method
from stoa.contract.sizes import LARGE_CALLS
from stoa.contract.wire import Wire
from stoa.services.share.permissions import PERMISSIONS

PathText = Annotated[str, Meta(max_length=1024, pattern=r"^/")]


class Picture(Wire):
    """A picture of at most 2 MB. ``data`` is base64 without an address in front."""

    media_type: Literal["image/png", "image/jpeg", "image/webp"]
    data: Annotated[str, Meta(min_length=1, max_length=2_800_000, pattern=r"^[A-Za-z0-9+/]+={0,2}$")]


class Card(Wire):
    """A page of the mini-app: what the post shows and which path its button opens.

    Without a picture the host takes one of the page. ``survey_id`` puts a survey of this mini-app in the post.
    """

    path: PathText
    title: Annotated[str, Meta(min_length=1, max_length=80)]
    subtitle: Annotated[str, Meta(max_length=120)] = ""
    text: Annotated[str, Meta(max_length=2000)] = ""
    picture: Picture | None = None
    survey_id: Annotated[str, Meta(max_length=64)] | None = None


class ShareReceipt(Wire):
    """The post that came of it."""

    post_id: int


class PathLink(Wire):
    """A path of this mini-app to make a link of."""

    path: PathText


class CopiedLink(Wire):
    """The ``stoa://`` link that is now in the clipboard."""

    link: str


class WillShare(Wire):
    """The person pressed the host's share button: answer with ``share.post``, or the host shares the open page."""

    path: str


class Received(Wire):
    """What another place shared with this mini-app."""

    text: str = ""
    url: str = ""
    title: str = ""


AREA = Area(
    name="share",
    doc="Sharing a page of a mini-app as a post.",
    methods=(
        Method(
            "share.post",
            "Opens the host's composer with the card; answers when the person has posted.",
            Card,
            ShareReceipt,
            permission="share",
            max_chars=LARGE_CALLS["share.post"],
            codes=("cancelled", "not_found"),
        ),
        Method(
            "share.copyLink",
            "Puts a link to a page of this mini-app into the clipboard and says so.",
            PathLink,
            CopiedLink,
            permission="share",
            codes=("cancelled",),
        ),
        Method(
            "share.attach",
            "Hands the chosen page to the composer that opened this mini-app in scene attach.",
            Card,
            permission="share",
            max_chars=LARGE_CALLS["share.attach"],
            codes=("unsupported",),
        ),
    ),
    events=(
        Event("share.willShare", "The person pressed the host's share button.", WillShare),
        Event("share.didReceive", "Something was shared with this mini-app.", Received),
    ),
    permissions=PERMISSIONS,
)
