"""What one room keeps is its own: by mini-app and by account, and it is still there the next time."""

from __future__ import annotations

import pytest

KEEP = """
localStorage.setItem('k', {value!r});
const base = await new Promise((done, failed) => {{
  const asked = indexedDB.open('b', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('s');
  asked.onsuccess = () => done(asked.result); asked.onerror = () => failed(asked.error);
}});
await new Promise((done) => {{
  const turn = base.transaction('s', 'readwrite', {{durability: 'strict'}});
  turn.objectStore('s').put({value!r}, 'k'); turn.oncomplete = done;
}});
base.close();
"""
FIND = """
const base = await new Promise((done) => {
  const asked = indexedDB.open('b', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('s');
  asked.onsuccess = () => done(asked.result);
});
const kept = await new Promise((done) => {
  const asked = base.transaction('s').objectStore('s').get('k');
  asked.onsuccess = () => done(asked.result ?? null);
});
base.close();
return [localStorage.getItem('k'), kept];
"""


def test_two_mini_apps_share_no_storage(rooms):
    one, other = rooms.open(), rooms.open()
    rooms.run(one, KEEP.format(value="one"))
    assert rooms.run(other, FIND) == [None, None]
    assert rooms.run(one, FIND) == ["one", "one"]


def test_two_accounts_of_one_mini_app_share_no_storage(rooms):
    app = rooms.make_app()
    one, other = rooms.open(app, account="ada"), rooms.open(app, account="ben")
    rooms.run(one, KEEP.format(value="ada's"))
    assert rooms.run(other, FIND) == [None, None]
    rooms.run(other, KEEP.format(value="ben's"))
    assert rooms.run(one, FIND) == ["ada's", "ada's"]


def test_two_rooms_never_share_a_renderer(rooms):
    app = rooms.make_app()
    opened = [rooms.open(app, account="ada"), rooms.open(app, account="ben"), rooms.open()]
    assert len({room.page.renderProcessPid() for room in opened}) == 3


@pytest.mark.parametrize("again", [1, 2])
def test_what_is_kept_outlives_the_room(rooms, again):
    app = rooms.make_app()
    room = rooms.open(app)
    rooms.run(room, KEEP.format(value="kept"))
    for _ in range(again):
        rooms.pool.close(room)
        room = rooms.open(app)
    assert rooms.run(room, FIND) == ["kept", "kept"]


def test_the_bridges_storage_is_apart_by_account_too(rooms):
    app = rooms.make_app()
    one, other = rooms.open(app, account="ada"), rooms.open(app, account="ben")
    rooms.run(one, "await stoa.storage.set({key: 'k', value: 1})")
    assert rooms.run(other, "return (await stoa.storage.get({key: 'k'})).value") is None


def test_there_are_neither_cookies_nor_shared_workers(rooms):
    room = rooms.open()
    assert rooms.run(room, "document.cookie = 'a=b'; return [document.cookie, typeof SharedWorker]") == [
        "",
        "undefined",
    ]


def test_caches_are_a_rooms_own(rooms):
    one, other = rooms.open(), rooms.open()
    assert rooms.run(one, "await caches.open('mine'); return await caches.keys()") == ["mine"]
    assert rooms.run(other, "return await caches.keys()") == []
