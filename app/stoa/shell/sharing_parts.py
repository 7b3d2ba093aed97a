"""What sharing stands on, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from contextlib import AbstractContextManager

    from stoa.services.feed.store import FeedStore, PictureStore
    from stoa.services.surveys.store import SurveyStore
    from stoa.shell.apps import Apps
    from stoa.shell.feed.pane import FeedPane
    from stoa.shell.navigation import Navigation
    from stoa.shell.questions import Questions
    from stoa.shell.session import Settings
    from stoa.shell.window import MainWindow
    from stoa.ui.theme import Theme


class SharingParts(Record):
    """What sharing stands on."""

    theme: Theme
    window: MainWindow
    questions: Questions
    navigation: Navigation
    apps: Apps
    feed: FeedPane
    posts: FeedStore
    pictures: PictureStore
    surveys: SurveyStore
    clock: Callable[[], int]
    transaction: Callable[[], AbstractContextManager[None]]
    settings: Callable[[], Settings]
    spawn: Callable[[Coroutine[Any, Any, Any]], object]
