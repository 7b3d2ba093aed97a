from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from stoa.services.feed.posts import Post, Timeline
from stoa.services.feed.store import FeedStore, PictureStore
from stoa.services.syndication.feeds import SyndicationError
from stoa.services.syndication.refresher import Refresher
from stoa.services.syndication.schedule import FIRST_RETRY, USUAL
from stoa.services.syndication.store import SubscriptionStore

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from stoa.database import Database

NOW = 1_790_000_000_000


def rss(*names: str, picture: str = "") -> bytes:
    enclosure = f'<enclosure url="{picture}" type="image/png"/>' if picture else ""
    items = "".join(f"<item><title>{name}</title><guid>{name}</guid>{enclosure}</item>" for name in names)
    return f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode()


class World:
    """Everything a refresh works on."""

    def __init__(self, db: Database) -> None:
        self.now = NOW
        self.feed = FeedStore(db, lambda: self.now)
        self.pictures = PictureStore(db)
        self.store = SubscriptionStore(db)

    def run(self, work: Callable[[Refresher], Awaitable[Any]]) -> Any:
        async def whole() -> Any:
            refresher = Refresher(self.store, self.feed, self.pictures, lambda: self.now)
            try:
                return await work(refresher)
            finally:
                await refresher.close()

        return asyncio.run(whole())

    def refresh(self) -> int:
        return self.run(lambda refresher: refresher.refresh_due())

    def posts(self, account: str = "ann") -> list[Post]:
        return self.feed.page(account, Timeline.FOLLOWING)


@pytest.fixture
def world(db) -> World:
    return World(db)


def test_adding_a_feed_brings_its_entries_as_posts_in_their_order(world: World, site) -> None:
    site.pages["/f"] = rss("c", "b", "a")
    one = world.run(lambda refresher: refresher.add("ann", site.url + "/f"))
    assert (one.title, one.state, one.last_ok, one.next_try) == ("News", None, NOW, NOW + USUAL)
    assert [post.text for post in world.posts()] == ["c", "b", "a"]
    assert world.posts()[0].author.handle == "127.0.0.1"
    assert world.posts("bob") == []


def test_adding_a_web_page_finds_its_feed(world: World, site) -> None:
    site.pages["/"] = b'<html><head><link rel=alternate type="application/rss+xml" href="/f"></head></html>'
    site.pages["/f"] = rss("a")
    assert world.run(lambda refresher: refresher.add("ann", site.url)).url == site.url + "/f"


def test_adding_what_is_no_feed_subscribes_to_nothing(world: World, site) -> None:
    site.pages["/"] = b"<html><head></head></html>"
    with pytest.raises(SyndicationError, match="a web page"):
        world.run(lambda refresher: refresher.add("ann", site.url))
    assert world.store.all("ann") == []


def test_refreshing_posts_only_what_is_new_and_only_when_due(world: World, site) -> None:
    site.pages["/f"] = (200, {"ETag": '"1"'}, rss("a"))
    world.run(lambda refresher: refresher.add("ann", site.url + "/f"))
    site.pages["/f"] = (200, {"ETag": '"2"'}, rss("b", "a"))
    assert world.refresh() == 0
    world.now += USUAL
    assert world.refresh() == 1
    assert site.requests[-1][1]["if-none-match"] == '"1"'
    site.pages["/f"] = (304, {}, b"")
    world.now += USUAL
    assert world.refresh() == 0
    assert site.requests[-1][1]["if-none-match"] == '"2"'
    assert world.store.all("ann")[0].last_ok == world.now
    assert [post.text for post in world.posts()] == ["b", "a"]


def test_a_broken_feed_says_what_is_wrong_keeps_its_posts_and_waits_longer_each_time(world: World, site) -> None:
    site.pages["/f"] = rss("a")
    world.run(lambda refresher: refresher.add("ann", site.url + "/f"))
    del site.pages["/f"]
    for failures in (1, 2, 3):
        world.now = world.store.all("ann")[0].next_try
        assert world.refresh() == 0
        (one,) = world.store.all("ann")
        assert one.state == "127.0.0.1 has nothing at this address (404): check the address."
        assert one.next_try == world.now + (FIRST_RETRY << (failures - 1))
        assert one.last_ok == NOW
    assert [post.text for post in world.posts()] == ["a"]
    site.pages["/f"] = rss("b", "a")
    world.now = one.next_try
    assert world.refresh() == 1
    assert world.store.all("ann")[0].state is None


def test_one_broken_feed_does_not_keep_the_others_from_refreshing(world: World, site) -> None:
    outlines = "".join(f'<outline xmlUrl="{site.url}/{name}"/>' for name in ("bad", "good", "worse"))
    site.pages.update({"/bad": b"{", "/good": rss("a"), "/worse": (500, {}, b"")})

    async def work(refresher: Refresher) -> int:
        assert refresher.import_opml("ann", f"<opml>{outlines}</opml>".encode()) == 3
        return await refresher.refresh_due()

    assert world.run(work) == 1
    assert sorted(one.state is None for one in world.store.all("ann")) == [False, False, True]


def test_two_accounts_share_one_fetch_and_one_set_of_posts(world: World, site) -> None:
    site.pages["/f"] = rss("a")
    for account in ("ann", "bob"):
        world.run(lambda refresher, account=account: refresher.add(account, site.url + "/f"))
    assert world.posts("ann") == world.posts("bob")
    world.now += USUAL
    before = len(site.requests)
    world.refresh()
    assert len(site.requests) == before + 1


def test_removing_a_feed_removes_its_posts_with_its_last_reader(world: World, site) -> None:
    site.pages["/f"] = rss("a")
    ann, bob = (
        world.run(lambda refresher, account=account: refresher.add(account, site.url + "/f"))
        for account in ("ann", "bob")
    )

    async def remove(refresher: Refresher) -> list[bool]:
        return [refresher.remove("bob", ann.id), refresher.remove("ann", ann.id), refresher.remove("ann", ann.id)]

    assert world.run(remove) == [False, True, False]
    assert world.posts("ann") == []
    assert len(world.posts("bob")) == 1

    async def remove_last(refresher: Refresher) -> bool:
        return refresher.remove("bob", bob.id)

    world.run(remove_last)
    assert world.feed.count("bob", Timeline.FOLLOWING) == 0
    world.now += USUAL
    before = len(site.requests)
    world.refresh()
    assert len(site.requests) == before


def test_pictures_are_kept_at_size_and_a_broken_one_costs_only_itself(world: World, site) -> None:
    out = io.BytesIO()
    Image.new("RGB", (2000, 1000), "green").save(out, "PNG")
    site.pages["/p.png"] = out.getvalue()
    site.pages["/f"] = rss("a", picture="/p.png")
    site.pages["/g"] = rss("b", picture="/missing.png")
    site.pages["/h"] = rss("c", picture="/f")
    for path in "fgh":
        world.run(lambda refresher, path=path: refresher.add("ann", f"{site.url}/{path}"))
    by_text = {post.text: post.picture for post in world.posts()}
    assert world.pictures.size(str(by_text["a"])) == (1240, 620)
    assert (by_text["b"], by_text["c"]) == (None, None)


def test_pictures_of_known_entries_are_not_fetched_again(world: World, site) -> None:
    site.pages["/f"] = rss("a", picture="/p.png")
    world.run(lambda refresher: refresher.add("ann", site.url + "/f"))
    world.now += USUAL
    world.refresh()
    assert site.paths() == ["/f", "/p.png", "/f"]


def test_no_picture_of_the_own_network_is_asked_for(world: World, site) -> None:
    site.pages["/f"] = rss("a", picture=f"http://localhost:{site.server.server_port}/p.png")
    world.run(lambda refresher: refresher.add("ann", site.url + "/f"))
    assert site.paths() == ["/f"]


def test_many_entries_of_a_feed_without_dates_keep_their_order(world: World, site) -> None:
    names = [f"n{number:02}" for number in range(70)]
    site.pages["/f"] = rss(*names)
    world.run(lambda refresher: refresher.add("ann", site.url + "/f"))
    assert [post.text for post in world.feed.page("ann", Timeline.FOLLOWING, limit=200)] == names


def test_a_second_refresh_at_once_does_nothing(world: World, site) -> None:
    site.pages["/f"] = rss("a")

    async def both(refresher: Refresher) -> list[int]:
        refresher.import_opml("ann", f'<opml><outline xmlUrl="{site.url}/f"/></opml>'.encode())
        return await asyncio.gather(refresher.refresh_due(), refresher.refresh_due())

    assert world.run(both) == [1, 0]
    assert site.paths() == ["/f"]


def test_an_exported_list_has_what_is_read(world: World, site) -> None:
    site.pages["/f"] = rss("a")

    async def work(refresher: Refresher) -> bytes:
        await refresher.add("ann", site.url + "/f")
        return refresher.export_opml("ann")

    assert f'title="News" xmlUrl="{site.url}/f"'.encode() in world.run(work)


def test_an_account_that_is_removed_reads_nothing_any_more(world: World, db, site) -> None:
    db.execute("INSERT INTO accounts VALUES ('ann', 'Ann', 'ann', x'00', 0)")
    site.pages["/f"] = rss("a")
    world.run(lambda refresher: refresher.add("ann", site.url + "/f"))
    db.execute("DELETE FROM accounts")
    world.now += USUAL
    world.refresh()
    assert site.paths() == ["/f"]


def test_a_database_that_cannot_be_written_is_told(world: World, db, site) -> None:
    site.pages["/f"] = rss("a")
    db.execute("CREATE TRIGGER full BEFORE INSERT ON posts BEGIN SELECT raise(ABORT, 'no room'); END")

    async def work(refresher: Refresher) -> int:
        refresher.import_opml("ann", f'<opml><outline xmlUrl="{site.url}/f"/></opml>'.encode())
        return await refresher.refresh_due()

    with pytest.raises(Exception, match="no room"):
        world.run(work)
    assert world.store.all("ann")[0].last_ok is None


def test_a_feed_removed_while_it_is_fetched_leaves_no_posts(world: World, db, site) -> None:
    site.pages["/f"] = rss("a")

    def removed_meanwhile(_handler: Any) -> Any:
        world.now += 1
        return 200, {}, rss("b", "a", picture="/p.png")

    async def work(refresher: Refresher) -> int:
        one = await refresher.add("ann", site.url + "/f")
        site.pages["/f"] = removed_meanwhile
        world.now += USUAL
        refresh = asyncio.create_task(refresher.refresh_due())
        await asyncio.sleep(0)
        refresher.remove("ann", one.id)
        return await refresh

    assert world.run(work) == 0
    assert db.rows("SELECT * FROM posts") == []
