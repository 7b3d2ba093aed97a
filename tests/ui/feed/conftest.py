"""A feed pane on a real database in memory, with invented people."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from stoa.database import Database, open_memory
from stoa.services.feed.posts import Author, Draft, Jump, Post, Timeline
from stoa.services.feed.store import FeedStore, PictureStore
from stoa.services.surveys.api import Question, SurveyDraft
from stoa.services.surveys.store import SurveyStore
from stoa.shell.feed.pane import FeedPane
from stoa.shell.feed.survey_desk import SurveyDesk
from stoa.shell.feed.viewing import Sources, Viewer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

NOW = 1_767_225_600_000
MINUTE = 60_000
KITCHEN, ME = Author("Corner Kitchen", "kitchen"), Author("Mara Ek", "mara")
SHAKSHUKA = Jump("org.stoa.recipes", "Recipes", "/r/1", "Shakshuka for 2", "20 min")


def a_picture(width: int = 900, height: int = 400) -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#a83824").save(out, "PNG")
    return out.getvalue()


@dataclass
class World:
    """The services behind a pane, and a clock that a test may set."""

    db: Database
    feed: FeedStore
    pictures: PictureStore
    surveys: SurveyStore
    time: list[int]

    def post(self, text: str = "", *, by: str = "kitchen", author: Author = KITCHEN, **draft: object) -> int:
        """Publishes a post a minute after the last one."""
        self.time[0] += MINUTE
        return self.feed.publish(by, author, Draft(text, **draft))

    def posts(self, count: int) -> list[int]:
        """Publishes numbered posts."""
        return [self.post(f"post number {number}") for number in range(count)]

    def survey(self, *questions: Question, text: str = "", **changes: object) -> tuple[str, int]:
        """Publishes a survey; its id and the post's."""
        draft = SurveyDraft(**({"title": "A survey", "questions": list(questions)} | changes))
        made = self.surveys.create("kitchen", "stoa", draft)
        return made.id, self.post(text, survey_id=made.id)

    def read(self, post_id: int) -> Post:
        """A post as the viewer sees it."""
        post = self.feed.get("me", post_id)
        assert post is not None
        return post

    @property
    def sources(self) -> Sources:
        """The services as the pane takes them."""
        return Sources(self.feed, self.pictures, SurveyDesk(self.surveys))


@pytest.fixture
def world() -> Iterator[World]:
    """Empty services."""
    time = [NOW]
    db = open_memory()

    def clock() -> int:
        return time[0]

    surveys = SurveyStore(db, clock)
    yield World(db, FeedStore(db, clock), PictureStore(db), surveys, time)
    db.close()


@pytest.fixture
def open_pane(world: World, theme, shown) -> Iterator[Callable[..., FeedPane]]:
    """Opens a pane 560 by 800 on the world; what it refuses is collected in ``pane.refused``."""
    panes: list[FeedPane] = []

    def open_one(sources: Sources | None = None, width: int = 560) -> FeedPane:
        pane = FeedPane(theme, sources or world.sources, Viewer("me", lambda: ME), clock=lambda: world.time[0])
        pane.refused = []
        pane.failed.connect(pane.refused.append)
        window = shown(pane, width=width, height=800)
        window.layout().setContentsMargins(0, 0, 0, 0)
        settle()
        panes.append(pane)
        return pane

    yield open_one
    for pane in panes:
        pane.close()


def settle() -> None:
    """Lets everything asked for happen."""
    for _ in range(6):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def cards(pane: FeedPane) -> list[QWidget]:
    """The cards in view, from top to bottom."""
    settle()
    return pane._list._cards()


def texts(pane: FeedPane) -> list[str]:
    """The texts of the posts in view."""
    return [card.post.text for card in cards(pane)]


def tops(pane: FeedPane) -> dict[int, int]:
    """Where each post in view lies."""
    return {card.post.id: card.y() for card in cards(pane)}


__all__ = [
    "ME",
    "NOW",
    "SHAKSHUKA",
    "Draft",
    "Qt",
    "Timeline",
    "World",
    "a_picture",
    "cards",
    "settle",
    "texts",
    "tops",
]
