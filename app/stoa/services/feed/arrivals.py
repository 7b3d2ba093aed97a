"""What other services may hand to the feed: the shapes it accepts, so that neither needs to know the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class Item(Protocol):
    """An entry of a syndicated feed."""

    @property
    def guid(self) -> str:
        """What tells it from the other entries of its feed."""

    @property
    def published_at(self) -> int | None:
        """When it says it was published, in milliseconds since 1970 UTC."""

    @property
    def text(self) -> str:
        """Plain text."""

    @property
    def url(self) -> str | None:
        """Where the whole of it is."""

    @property
    def picture(self) -> str | None:
        """The id of a picture already kept."""


class StarterAuthor(Protocol):
    """An invented person; one per handle."""

    @property
    def name(self) -> str:
        """Display name."""

    @property
    def handle(self) -> str:
        """Handle without the at sign."""


class StarterJump(Protocol):
    """A page of a bundled mini-app."""

    @property
    def app_id(self) -> str:
        """The mini-app's id."""

    @property
    def app_name(self) -> str:
        """The mini-app's name."""

    @property
    def path(self) -> str:
        """The page, starting with a slash."""

    @property
    def title(self) -> str:
        """The title on the card."""

    @property
    def subtitle(self) -> str:
        """The line under it."""


class StarterComment(Protocol):
    """An invented comment."""

    @property
    def author(self) -> StarterAuthor:
        """Who is said to have written it."""

    @property
    def text(self) -> str:
        """Plain text."""


class StarterPost(Protocol):
    """An invented post that comes with Stoa."""

    @property
    def author(self) -> StarterAuthor:
        """Who is said to have written it."""

    @property
    def created_at(self) -> int:
        """Milliseconds since 1970 UTC."""

    @property
    def text(self) -> str:
        """Plain text."""

    @property
    def picture(self) -> bytes | None:
        """An encoded picture."""

    @property
    def jump(self) -> StarterJump | None:
        """The page it opens."""

    @property
    def survey_id(self) -> str | None:
        """The survey it shows."""

    @property
    def likes(self) -> int:
        """How many likes it starts with."""

    @property
    def comments(self) -> Sequence[StarterComment]:
        """What is said under it, oldest first."""
