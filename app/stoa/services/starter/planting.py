"""Putting the starter content into the feed, and taking it out again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from stoa.services.starter.content import StarterContent, StarterError, StarterPost

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

CONTENT_FILE = "posts.json"


class Noticeboard(Protocol):
    """What the starter needs of the feed."""

    def plant(self, post: StarterPost) -> int:
        """Add an invented post and give its id."""

    def remove_starter(self) -> int:
        """Remove all invented posts and give their number."""

    def has_starter(self) -> bool:
        """Whether there are any."""


class SurveyBox(Protocol):
    """What the starter needs of the surveys."""

    def plant(self, app_id: str, draft: Mapping[str, Any], counts: Sequence[Sequence[int]], voters: int) -> str:
        """Add an invented survey and give its id."""

    def remove_starter(self) -> int:
        """Remove all invented surveys and give their number."""


def load_starter(folder: Path, feed: Noticeboard, surveys: SurveyBox, now: int, language: str = "en") -> int:
    """Put the content of ``folder`` into the feed in place of any there, and give the number of posts.

    ``language`` is a two-letter code; ``now`` is milliseconds since 1970 UTC. Call it within a transaction of the
    database, so that all of it comes or nothing.

    Raises:
        StarterError: the files of the folder cannot be read.
    """
    try:
        content = StarterContent((folder / CONTENT_FILE).read_bytes(), language, now)
        pictures = {name: (folder / name).read_bytes() for name in content.pictures}
    except OSError as error:
        raise StarterError(f"The starter content in {folder} cannot be read: {error.strerror}.") from error
    remove_starter(feed, surveys)
    survey_ids = {}
    for name in content.survey_names:
        survey = content.survey(name)
        survey_ids[name] = surveys.plant(survey.app_id, survey.draft, survey.counts, survey.voters)
    posts = content.posts(survey_ids, pictures)
    for post in posts:
        feed.plant(post)
    return len(posts)


def remove_starter(feed: Noticeboard, surveys: SurveyBox) -> int:
    """Remove all of it, with what people did to it, and give the number of posts."""
    surveys.remove_starter()
    return feed.remove_starter()
