"""What others do with what an account posted."""

from __future__ import annotations

from enum import StrEnum

from stoa.records import Record


class DeedKind(StrEnum):
    """What was done."""

    LIKE = "like"
    COMMENT = "comment"
    VOTE = "vote"


class Deed(Record):
    """Something another account did. ``at`` is milliseconds since 1970 UTC.

    ``actor_id`` is the account that did it (the last one, for votes), None in an anonymous survey. ``post_id`` is the
    post it was done to, or that shows the survey; ``survey_id`` is set for votes. ``text`` is the comment, or the
    beginning of the post. ``times`` counts the votes since the account last looked.
    """

    id: int
    kind: DeedKind
    actor_id: str | None
    post_id: int | None
    survey_id: str | None
    text: str
    at: int
    times: int
    read: bool
