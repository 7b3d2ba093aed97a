# ruff: noqa: E501, ISC004  a page's script reads better as it is than cut to fit

"""What one room keeps, says or holds is never met in another: neither another app's nor another account's."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.engine

_OPEN = (
    "const db = await new Promise((done, failed) => { const r = indexedDB.open('d', 1);"
    " r.onupgradeneeded = () => r.result.createObjectStore('s'); r.onsuccess = () => done(r.result); r.onerror = failed });"
)
# How it is left behind, and how it is found. Finding it in the room itself is the control.
KEPT = {
    "localStorage": ("localStorage.k = 'left'", "return localStorage.k ?? null"),
    "sessionStorage": ("sessionStorage.k = 'left'", "return sessionStorage.k ?? null"),
    "IndexedDB": (
        _OPEN
        + "await new Promise((d) => { const t = db.transaction('s', 'readwrite'); t.objectStore('s').put('left', 'k');"
        " t.oncomplete = d }); db.close()",
        _OPEN + "const r = db.transaction('s').objectStore('s').get('k'); await new Promise((d) => r.onsuccess = d);"
        " db.close(); return r.result ?? null",
    ),
    "databases": (
        "await new Promise((d) => { indexedDB.open('left').onsuccess = d })",
        "return (await indexedDB.databases()).map((one) => one.name).find((name) => name === 'left') ?? null",
    ),
    "window.name": ("window.name = 'left'", "return window.name || null"),
    "stoa.storage": (
        "await stoa.storage.set({key: 'k', value: 'left'})",
        "return (await stoa.storage.get({key: 'k'})).value",
    ),
}
# What is held or said while both are open: begun in one room, met in the other. A frame of the room is the control.
_FRAME = (
    "const f = document.createElement('iframe'); f.src = '/empty.html'; document.body.append(f);"
    " await new Promise((d) => f.onload = d); const w = f.contentWindow;"
)
HELD = {
    "Web Locks": (
        "navigator.locks.request('l', () => new Promise(() => 0)); await new Promise((d) => setTimeout(d, 50))",
        "%s return await w.navigator.locks.request('l', {ifAvailable: true}, (lock) => lock ? null : 'met')",
    ),
    "lock names": (
        "navigator.locks.request('l', () => new Promise(() => 0)); await new Promise((d) => setTimeout(d, 50))",
        "%s return (await w.navigator.locks.query()).held.length ? 'met' : null",
    ),
    "BroadcastChannel": (
        "const c = new BroadcastChannel('c'); window.kept = c; setInterval(() => c.postMessage('left'), 20)",
        "%s const c = new w.BroadcastChannel('c');"
        " return await new Promise((d) => { c.onmessage = () => d('met'); setTimeout(() => d(null), 400) })",
    ),
    "storage events": (
        "setInterval(() => localStorage.k = Math.random(), 20)",
        "%s return await new Promise((d) => { w.addEventListener('storage', () => d('met')); setTimeout(() => d(null), 400) })",
    ),
}
_NO_FRAME = "const w = window;"


@pytest.fixture(scope="module")
def app(rooms):
    return rooms.make_app({"empty.html": "<!doctype html><title>x</title>"})


@pytest.fixture(scope="module")
def strangers(rooms, app):
    """Rooms of the same app under another account, and of another app under the same."""
    return [
        rooms.open(app, account="ben"),
        rooms.open(rooms.make_app({"empty.html": "<!doctype html><title>x</title>"})),
    ]


def seen_by(rooms, strangers, script):
    """What each stranger finds; shown first, as a room behind the front one falls asleep."""
    found = []
    for stranger in strangers:
        rooms.pool.show(stranger)
        found.append(rooms.run(stranger, script))
    return found


@pytest.mark.parametrize("name", KEPT)
def test_what_is_kept_is_found_in_its_own_room_only(rooms, app, strangers, name):
    leave, find = KEPT[name]
    room = rooms.open(app)
    rooms.run(room, leave)
    assert rooms.run(room, find) == "left"
    assert seen_by(rooms, strangers, find) == [None, None]
    rooms.pool.close(room)


@pytest.mark.parametrize("name", HELD)
def test_what_is_held_or_said_is_met_in_its_own_room_only(rooms, app, strangers, name):
    begin, meet = HELD[name]
    room = rooms.open(app)
    rooms.run(room, begin)
    assert rooms.run(room, meet % _FRAME) == "met"
    assert seen_by(rooms, strangers, meet % _NO_FRAME) == [None, None]
    rooms.pool.close(room)


@pytest.mark.parametrize("interface", ["SharedWorker", "caches", "navigator.serviceWorker.register", "cookieStore"])
def test_what_rooms_could_share_is_not_there(rooms, strangers, interface):
    calls = {
        "SharedWorker": "await new Promise((d, f) => { const w = new SharedWorker('/empty.html'); w.onerror = f; setTimeout(f, 300) })",
        "caches": "await caches.open('c').then((c) => c.put('/x', new Response('x')))",
        "navigator.serviceWorker.register": "await navigator.serviceWorker.register('/empty.html')",
        "cookieStore": "document.cookie = 'a=1'; if (!document.cookie) throw Error('none'); ",
    }
    script = f"try {{ {calls[interface]}; return 'there' }} catch {{ return 'not there' }}"
    assert seen_by(rooms, strangers[:1], script) == ["not there"]
