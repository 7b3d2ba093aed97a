"""The feed's tables, whole: one door to reading, posting, reacting, commenting and following."""

from __future__ import annotations

from stoa.services.feed.author_store import AuthorStore
from stoa.services.feed.comment_store import CommentStore
from stoa.services.feed.picture_store import PictureStore
from stoa.services.feed.post_store import PostStore
from stoa.services.feed.reaction_store import ReactionStore
from stoa.services.feed.timeline_store import TimelineStore

__all__ = ["FeedStore", "PictureStore"]


class FeedStore(TimelineStore, PostStore, ReactionStore, CommentStore, AuthorStore):
    """All of the feed behind one name; each part also stands on its own. No part uses another's state.

    Takes the database and a clock in milliseconds since 1970 UTC.
    """
