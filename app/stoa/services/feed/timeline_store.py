# ruff: noqa: S608 - the statements are put together from constants of this module; values are always bound
"""Reading the feed: pages, counts and search, each bounded in time whatever the number of posts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from stoa.services.feed.parts import FeedPart
from stoa.services.feed.posts import Author, Cursor, Jump, Origin, Post, Timeline, page_size
from stoa.services.feed.search import match_expression

if TYPE_CHECKING:
    from collections.abc import Sequence


# Rows looked at before asking each author on its own: a millisecond, and enough unless most posts are not for this one.
_SCAN_ROWS = 4000
_END_OF_TIME = 2**63 - 1

_COLUMNS = """
    p.id, p.created_at, p.text, p.picture, p.survey_id, p.url, p.likes, p.comments,
    a.name, a.handle, a.picture, a.origin, a.key,
    p.jump_app, p.jump_app_name, p.jump_path, p.jump_title, p.jump_subtitle, p.jump_picture,
    EXISTS (SELECT 1 FROM post_likes l WHERE l.post_id = p.id AND l.account_id = :viewer),
    EXISTS (SELECT 1 FROM post_bookmarks b WHERE b.account_id = :viewer AND b.created_at = p.created_at)
"""
_FOLLOWED = "EXISTS (SELECT 1 FROM feed_follows f WHERE f.account_id = :viewer AND f.author_id = feed_authors.id)"
# The authors of each timeline. FOR_YOU leaves out what only other accounts subscribe to.
_AUTHORS = {
    Timeline.FOR_YOU: f"SELECT id FROM feed_authors WHERE origin <> 'syndicated' OR {_FOLLOWED}",
    Timeline.FOLLOWING: f"SELECT id FROM feed_authors WHERE (origin = 'account' AND key <> :viewer) OR {_FOLLOWED}",
    Timeline.MINE: "SELECT id FROM feed_authors WHERE origin = 'account' AND key = :viewer",
}


class TimelineStore(FeedPart):
    """What an account reads. Lists are newest first; a cursor's place is its ``created_at``, which is unique."""

    def page(self, viewer: str, timeline: Timeline, after: Cursor | None = None, limit: int = 50) -> list[Post]:
        """The newest posts older than ``after``, at most 200."""
        at = after.created_at if after else _END_OF_TIME
        return self._posts(viewer, self._times(viewer, timeline, at, page_size(limit), newer=False))

    def page_before(self, viewer: str, timeline: Timeline, before: Cursor, limit: int = 50) -> list[Post]:
        """The posts just newer than ``before``, newest first, at most 200."""
        return self._posts(viewer, self._times(viewer, timeline, before.created_at, page_size(limit), newer=True))

    def count(self, viewer: str, timeline: Timeline) -> int:
        """How many posts the timeline has."""
        if timeline is Timeline.BOOKMARKS:
            row = self._db.row("SELECT count(*) FROM post_bookmarks WHERE account_id = ?", (viewer,))
        else:
            sql = f"SELECT coalesce(sum(posts), 0) FROM feed_authors WHERE id IN ({_AUTHORS[timeline]})"
            row = self._db.row(sql, {"viewer": viewer})
        return int(row[0]) if row else 0

    def search(self, viewer: str, query: str, after: Cursor | None = None, limit: int = 50) -> list[Post]:
        """The newest posts older than ``after`` that have all words of ``query``, the last one as a beginning."""
        match = match_expression(query)
        if match is None:
            return []
        rows = self._db.rows(
            f"""
            SELECT post_search.rowid FROM post_search CROSS JOIN posts p ON p.created_at = post_search.rowid
            WHERE post_search MATCH :match AND post_search.rowid < :at
                AND p.author_id IN ({_AUTHORS[Timeline.FOR_YOU]})
            ORDER BY post_search.rowid DESC LIMIT :limit
            """,
            {
                "match": match,
                "at": after.created_at if after else _END_OF_TIME,
                "viewer": viewer,
                "limit": page_size(limit),
            },
        )
        return self._posts(viewer, [time for (time,) in rows])

    def get(self, viewer: str, post_id: int) -> Post | None:
        """One post, or None when it is gone."""
        row = self._db.row("SELECT created_at FROM posts WHERE id = ?", (post_id,))
        posts = self._posts(viewer, [row[0]]) if row else []
        return posts[0] if posts else None

    def with_survey(self, viewer: str, survey_id: str) -> list[Post]:
        """The posts that show a survey, newest first, at most 200."""
        rows = self._db.rows(
            "SELECT created_at FROM posts WHERE survey_id = ? ORDER BY created_at DESC LIMIT ?",
            (survey_id, page_size(_SCAN_ROWS)),
        )
        return self._posts(viewer, [time for (time,) in rows])

    def _times(self, viewer: str, timeline: Timeline, at: int, limit: int, *, newer: bool) -> list[int]:
        """Which posts a page holds, by their times, nearest to ``at`` first."""
        bound, order = ("> :at", "ASC") if newer else ("< :at", "DESC")
        values: dict[str, Any] = {"viewer": viewer, "at": at, "limit": limit, "scan": _SCAN_ROWS}
        if timeline is Timeline.BOOKMARKS:
            sql = f"""
                SELECT created_at FROM post_bookmarks WHERE account_id = :viewer AND created_at {bound}
                ORDER BY created_at {order} LIMIT :limit
            """
            return [time for (time,) in self._db.rows(sql, values)]
        if timeline is not Timeline.MINE:
            sql = f"""
                SELECT created_at FROM (
                    SELECT created_at, author_id FROM posts WHERE created_at {bound}
                    ORDER BY created_at {order} LIMIT :scan
                ) WHERE author_id IN ({_AUTHORS[timeline]}) LIMIT :limit
            """
            found = [time for (time,) in self._db.rows(sql, values)]
            if len(found) == limit:
                return found
        return self._merged(timeline, bound, order, values)

    def _merged(self, timeline: Timeline, bound: str, order: str, values: dict[str, Any]) -> list[int]:
        """The same by asking each author: slower where authors are many, but never skips over others' posts."""
        sql = f"""
            SELECT created_at FROM posts WHERE author_id = :author AND created_at {bound}
            ORDER BY created_at {order} LIMIT :limit
        """
        times: list[int] = []
        for (author,) in self._db.rows(_AUTHORS[timeline], values):
            times += [time for (time,) in self._db.rows(sql, {**values, "author": author})]
        return sorted(times, reverse=order == "DESC")[: values["limit"]]

    def _posts(self, viewer: str, times: Sequence[int]) -> list[Post]:
        rows = self._db.rows(
            f"""
            SELECT {_COLUMNS} FROM json_each(:times) t
            CROSS JOIN posts p ON p.created_at = t.value
            CROSS JOIN feed_authors a ON a.id = p.author_id
            """,
            {"viewer": viewer, "times": json.dumps(list(times))},
        )
        return sorted((_post(row) for row in rows), key=lambda post: post.created_at, reverse=True)


def _post(row: tuple[Any, ...]) -> Post:
    post_id, created_at, text, picture, survey_id, url, likes, comments = row[:8]
    name, handle, face, origin, key = row[8:13]
    jump = Jump(*row[13:19]) if row[13] is not None else None
    return Post(
        id=post_id,
        created_at=created_at,
        author=Author(name, handle, face),
        account_id=key if origin == Origin.ACCOUNT else None,
        text=text,
        picture=picture,
        jump=jump,
        survey_id=survey_id,
        origin=Origin(origin),
        url=url,
        likes=likes,
        comments=comments,
        liked=bool(row[19]),
        bookmarked=bool(row[20]),
    )
