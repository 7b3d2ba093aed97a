"""A site that is followed is seen in the feed at once, and one that is left is gone from it."""

from __future__ import annotations

import json

import pytest

from stoa.services.feed.posts import Timeline
from stoa.services.syndication.fetch import Fetched
from stoa.shell.feed.notices import FeedNotice

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour",
    "items": [{"id": "1", "content_text": "A ship"}],
}


@pytest.fixture
def following(app, monkeypatch):
    """The desk of followed sites, whose every address gives one post."""
    app.program.feed.set_timeline(Timeline.FOLLOWING)

    async def fetched(_client, url, **_conditions):
        return Fetched(url, json.dumps(FEED).encode(), "application/feed+json")

    monkeypatch.setattr("stoa.services.syndication.fetch.fetch", fetched)
    return app.rest.people.settings.desk.following


def absent(app) -> bool:
    return any(notice.isVisible() for notice in app.window.findChildren(FeedNotice))


def test_posts_of_a_site_come_into_the_open_feed(app, following):
    assert absent(app)
    app.turns.run(following._follow("https://harbour.example/feed"))
    app.turns.settle()
    assert not absent(app)


def test_who_follows_a_site_twice_is_told(app, following):
    app.turns.run(following._follow("https://harbour.example/feed"))
    app.turns.run(following._follow("https://harbour.example/feed"))
    assert app.said() == ["You follow Harbour now.", "You follow Harbour already."]
    assert len(app.rest.services.subscriptions.all(app.account_id)) == 1


def test_posts_of_a_site_that_is_left_go_from_it(app, following):
    app.turns.run(following._follow("https://harbour.example/feed"))
    (feed,) = app.rest.services.subscriptions.all(app.account_id)
    app.rest.people.settings.desk.page.following.removal_confirmed.emit(feed.id)
    app.turns.settle()
    assert absent(app)
