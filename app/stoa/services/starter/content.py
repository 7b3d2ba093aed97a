"""Reading the starter content: one JSON file with each text in several languages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from stoa.contract.errors import StoaError
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

_FALLBACK = "en"
_MINUTE = 60_000
_HOUR = 60 * _MINUTE


class StarterError(StoaError):
    """The starter content cannot be read; its text names the file."""


class StarterAuthor(Record):
    """An invented person; one per handle."""

    name: str
    handle: str


class StarterJump(Record):
    """A page of a bundled mini-app."""

    app_id: str
    app_name: str
    path: str
    title: str
    subtitle: str


class StarterComment(Record):
    """An invented comment."""

    author: StarterAuthor
    text: str


class StarterPost(Record):
    """An invented post, with all an author of the feed needs. ``created_at`` is milliseconds since 1970 UTC."""

    author: StarterAuthor
    created_at: int
    text: str
    picture: bytes | None
    jump: StarterJump | None
    survey_id: str | None
    likes: int
    comments: tuple[StarterComment, ...]


class StarterSurvey(Record):
    """An invented survey: the draft as the bridge writes it, and its invented count."""

    app_id: str
    draft: dict[str, Any]
    counts: list[list[int]]
    voters: int


class StarterContent:
    """The content in one language, with times counted back from ``now`` (milliseconds since 1970 UTC).

    Texts missing in that language are in English. Raises `StarterError` where the data is not as it should be.
    """

    def __init__(self, data: bytes, language: str, now: int) -> None:
        self._language = language
        self._now = now
        try:
            self._data = json.loads(data)
            self.survey_names = tuple(str(name) for name in self._data["surveys"])
            self.pictures = frozenset(str(post["picture"]) for post in self._data["posts"] if "picture" in post)
        except (ValueError, KeyError, TypeError) as error:
            raise _broken(error) from error

    def survey(self, name: str) -> StarterSurvey:
        """One of ``survey_names``."""
        try:
            found = self._data["surveys"][name]
            draft = {
                "title": self._text(found["title"]),
                "questions": [self._question(question) for question in found["questions"]],
                "closesAt": self._now + found["closes_in_hours"] * _HOUR,
                "canChange": found["can_change"],
            }
            return StarterSurvey(found["app"], draft, found["counts"], found["voters"])
        except (KeyError, TypeError) as error:
            raise _broken(error) from error

    def posts(self, survey_ids: Mapping[str, str], pictures: Mapping[str, bytes]) -> list[StarterPost]:
        """All posts, oldest first, given the ids of the surveys by name and the pictures by file name."""
        try:
            posts = [self._post(post, survey_ids, pictures) for post in self._data["posts"]]
        except (KeyError, TypeError) as error:
            raise _broken(error) from error
        return sorted(posts, key=lambda post: post.created_at)

    def _post(
        self, post: Mapping[str, Any], survey_ids: Mapping[str, str], pictures: Mapping[str, bytes]
    ) -> StarterPost:
        survey_id = survey_ids[post["survey"]] if "survey" in post else None
        return StarterPost(
            author=self._author(post["author"]),
            created_at=self._now - post["minutes_ago"] * _MINUTE,
            text=self._text(post["text"]),
            picture=pictures[post["picture"]] if "picture" in post else None,
            jump=self._jump(post["jump"], survey_id) if "jump" in post else None,
            survey_id=survey_id,
            likes=post["likes"],
            comments=tuple(
                StarterComment(self._author(comment["author"]), self._text(comment["text"]))
                for comment in post.get("comments", ())
            ),
        )

    def _author(self, handle: str) -> StarterAuthor:
        return StarterAuthor(self._text(self._data["authors"][handle]), handle)

    def _jump(self, jump: Mapping[str, Any], survey_id: str | None) -> StarterJump:
        app_id = jump["app"]
        return StarterJump(
            app_id=app_id,
            app_name=self._text(self._data["apps"][app_id]),
            path=jump["path"].replace("{survey}", survey_id or ""),
            title=self._text(jump["title"]),
            subtitle=self._text(jump["subtitle"]),
        )

    def _question(self, question: Mapping[str, Any]) -> dict[str, Any]:
        texts = {"text": self._text(question["text"]), "options": [self._text(one) for one in question["options"]]}
        return {**question, **texts}

    def _text(self, texts: Mapping[str, str]) -> str:
        return texts.get(self._language) or texts[_FALLBACK]


def _broken(error: Exception) -> StarterError:
    return StarterError(f"The starter content in posts.json is not as it should be ({type(error).__name__}: {error}).")
