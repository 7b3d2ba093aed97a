"""Keeping feeds fresh: fetch what is due, turn new entries into posts, remember what is wrong."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from stoa.contract.errors import StoaError
from stoa.services.syndication import fetch, opml, parse
from stoa.services.syndication.feeds import (
    Entry,
    Feed,
    ParsedFeed,
    Subscription,
    SyndicationError,
    feed_address,
    host_of,
    may_fetch_picture,
)
from stoa.services.syndication.schedule import LONGEST, after_failure, after_success

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import httpx

    from stoa.services.syndication.fetch import Fetched
    from stoa.services.syndication.store import SubscriptionStore

# Twice the width of the widest feed column.
PICTURE_PX = 1240
PICTURES_AT_ONCE = 30
_FEEDS_AT_ONCE = 4
# So many posts are written in about 5 ms; the window gets its turn between two lots.
_POSTS_AT_ONCE = 20


class Publisher(Protocol):
    """What syndication needs of the feed. ``source`` is a feed's address."""

    def follow(self, account_id: str, source: str, name: str, handle: str) -> None:
        """Show its posts to the account."""

    def unfollow(self, account_id: str, source: str) -> None:
        """Stop showing them."""

    def known_guids(self, source: str, guids: Iterable[str]) -> set[str]:
        """Which of the entries are posts already."""

    def publish_many(self, source: str, name: str, handle: str, items: Sequence[Entry]) -> int:
        """Post those that are not, and give their number."""


class PictureKeeper(Protocol):
    """What syndication needs of the picture store; both raise `StoaError` for what is no picture."""

    def prepare(self, data: bytes, longest: int) -> Any:
        """Decode, scale and encode; called in a thread."""

    def put(self, data: Any) -> str:
        """Keep what was prepared and give its id."""


class Refresher:
    """Reads feeds for all accounts. One event loop, one instance; `close` when done.

    What was posted stays when a feed breaks or the network is gone.
    """

    def __init__(
        self,
        subscriptions: SubscriptionStore,
        publisher: Publisher,
        pictures: PictureKeeper,
        clock: Callable[[], int],
        user_agent: str = "Stoa",
    ) -> None:
        self._subscriptions = subscriptions
        self._publisher = publisher
        self._pictures = pictures
        self._clock = clock
        self._user_agent = user_agent
        self._client: httpx.AsyncClient | None = None
        self._running = asyncio.Lock()
        self._connecting = asyncio.Lock()

    async def add(self, account_id: str, typed: str) -> Subscription:
        """Subscribe an account to the feed at an address, or to the first feed of the web page there.

        Raises:
            SyndicationError: the address gives no feed; nothing was subscribed.
        """
        fetched, parsed = await self._find(feed_address(typed))
        url = feed_address(fetched.url)
        subscription = self._subscriptions.subscribe(account_id, url, parsed.title, parsed.site)
        self._publisher.follow(account_id, url, parsed.title, host_of(url))
        feed = self._subscriptions.feed(url)
        if feed:
            await self._take(feed, fetched, parsed)
        return next(one for one in self._subscriptions.all(account_id) if one.id == subscription.id)

    def remove(self, account_id: str, subscription_id: int) -> bool:
        """Stop reading a feed; its posts go unless another account reads it or has bookmarked them."""
        url = self._subscriptions.unsubscribe(account_id, subscription_id)
        if url is not None:
            self._publisher.unfollow(account_id, url)
        return url is not None

    def import_opml(self, account_id: str, data: bytes) -> int:
        """Subscribe to the feeds of an OPML file, to be fetched at the next refresh, and give their number.

        Raises:
            SyndicationError: it is no OPML file.
        """
        outlines = opml.read_opml(data)
        for outline in outlines:
            title = outline.title[:120] or host_of(outline.url)
            self._subscriptions.subscribe(account_id, outline.url, title)
            self._publisher.follow(account_id, outline.url, title, host_of(outline.url))
        return len(outlines)

    def export_opml(self, account_id: str) -> bytes:
        """What the account reads as an OPML file."""
        return opml.write_opml(opml.Outline(one.url, one.title) for one in self._subscriptions.all(account_id))

    async def refresh_due(self) -> int:
        """Fetch what is due and give the number of new posts; 0 at once while another refresh runs.

        Raises nothing for broken feeds, as what is wrong stands in their state; `DatabaseError` where the posts
        cannot be written.
        """
        if self._running.locked():
            return 0
        async with self._running:
            gate = asyncio.Semaphore(_FEEDS_AT_ONCE)
            due = self._subscriptions.due(self._clock(), LONGEST)
            counts = await asyncio.gather(*(self._refresh(feed, gate) for feed in due), return_exceptions=True)
        for count in counts:
            if isinstance(count, BaseException):
                raise count
        return sum(count for count in counts if isinstance(count, int))

    async def close(self) -> None:
        """Close the connections."""
        client, self._client = self._client, None
        if client:
            await client.aclose()

    async def _refresh(self, feed: Feed, gate: asyncio.Semaphore) -> int:
        async with gate:
            try:
                client = await self._connected()
                fetched = await fetch.fetch(client, feed.url, etag=feed.etag, modified=feed.modified)
                parsed = await self._parsed(fetched)
                return await self._take(feed, fetched, parsed)
            except SyndicationError as error:
                next_try = after_failure(self._clock(), feed.failures + 1, error.retry_after)
                self._subscriptions.failed(feed.id, str(error), next_try)
                return 0

    async def _find(self, url: str) -> tuple[Fetched, ParsedFeed]:
        """The feed at ``url``, or the first one the page there names."""
        client = await self._connected()
        fetched = await fetch.fetch(client, url)
        try:
            return fetched, await self._need(fetched)
        except SyndicationError:
            named = await asyncio.to_thread(parse.feeds_of_page, fetched.body or b"", fetched.url)
            if not named:
                raise
        fetched = await fetch.fetch(client, named[0])
        return fetched, await self._need(fetched)

    async def _need(self, fetched: Fetched) -> ParsedFeed:
        return await asyncio.to_thread(parse.parse, fetched.body or b"", fetched.url, fetched.content_type)

    async def _parsed(self, fetched: Fetched) -> ParsedFeed | None:
        return None if fetched.body is None else await self._need(fetched)

    async def _take(self, feed: Feed, fetched: Fetched, parsed: ParsedFeed | None) -> int:
        """Post what is new; None means that the server had nothing new."""
        count = await self._publish(feed, parsed) if parsed else 0
        now = self._clock()
        if parsed:
            # Written after the posts: an end of the program in between fetches them again, and loses none.
            feed = replace(feed, title=parsed.title, site=parsed.site, etag=fetched.etag, modified=fetched.modified)
        self._subscriptions.succeeded(feed, now, after_success(now, fetched.fresh_for))
        return count

    async def _publish(self, feed: Feed, parsed: ParsedFeed) -> int:
        known = self._publisher.known_guids(feed.url, [entry.guid for entry in parsed.entries])
        fresh = [entry for entry in parsed.entries if entry.guid not in known]
        with_pictures = [await self._with_picture(feed.url, entry) for entry in fresh[:PICTURES_AT_ONCE]]
        fresh[: len(with_pictures)] = with_pictures
        count = 0
        # The oldest lot first: entries of one moment keep the order of their feed.
        for start in reversed(range(0, len(fresh), _POSTS_AT_ONCE)):
            # Unsubscribed meanwhile: its posts would come back for nobody.
            if self._subscriptions.feed(feed.url) is None:
                break
            lot = fresh[start : start + _POSTS_AT_ONCE]
            count += self._publisher.publish_many(feed.url, parsed.title, host_of(feed.url), lot)
            await asyncio.sleep(0)
        return count

    async def _with_picture(self, feed_url: str, entry: Entry) -> Entry:
        """The entry with its picture kept; without one where it cannot be had."""
        url = entry.picture_url
        if url is None:
            return entry
        try:
            client = await self._connected()
            fetched = await fetch.fetch(client, url, allowed=lambda hop: may_fetch_picture(feed_url, hop))
            prepared = await asyncio.to_thread(self._pictures.prepare, fetched.body or b"", PICTURE_PX)
            return replace(entry, picture=self._pictures.put(prepared))
        except StoaError:
            return entry

    async def _connected(self) -> httpx.AsyncClient:
        async with self._connecting:
            if self._client is None:
                self._client = await asyncio.to_thread(fetch.new_client, self._user_agent)
            return self._client
