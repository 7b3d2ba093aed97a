"""Addresses on this machine and of other rooms: no page gets there, and no page reads anything from there."""

from __future__ import annotations

import pytest

from stoa.engine.room import RoomState

pytestmark = pytest.mark.engine

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'
ADDRESSES = (
    "file://{folder}/secret.svg", "file:///etc/passwd", "qrc:///qtwebchannel/qwebchannel.js", "chrome://version",
    "chrome://gpu", "chrome-untrusted://x", "devtools://devtools/bundled/inspector.html", "chrome-devtools://x",
    "view-source:miniapp://{own}/", "filesystem:miniapp://{own}/temporary/x", "miniapp://{other}/secret.svg",
    "miniapp://{other}/", "blob:miniapp://{other}/0", "ftp://127.0.0.1/", "ws://127.0.0.1:9/", "stoa://{other}/",
    "chrome-extension://x/y.js", "isolated-app://x", "externalfile:x", "data:text/html,<title>gone</title>",
)  # fmt: skip
WAYS = """
const address = %r;
const seen = [];
const settle = (name, promise) => Promise.race([promise, new Promise((next) => setTimeout(next, 200))])
  .then((value) => value && seen.push(name), () => 0);
const element = (tag, name = 'src', more = {}) => new Promise((done, failed) => {
  const one = Object.assign(document.createElement(tag), more);
  one.onload = () => done(one.tagName === 'IMG' ? one.naturalWidth > 0 : true); one.onerror = failed;
  one[name] = address; document.body.append(one);
});
await Promise.all([
  settle('fetch', fetch(address).then(async (answer) => (await answer.text()).length > 0)),
  settle('img', element('img')),
  settle('script', element('script')),
  settle('style', element('link', 'href', {rel: 'stylesheet'})),
  settle('worker', new Promise((done) => { new Worker(address).onmessage = done; })),
  settle('import', import(address)),
  settle('frame', new Promise((done) => {
    const frame = document.createElement('iframe');
    frame.onload = () => { try { done(frame.contentDocument.body.childNodes.length > 0); } catch { done(false); } };
    frame.src = address; document.body.append(frame);
  })),
]);
return seen;
"""


@pytest.fixture(scope="module")
def other(rooms):
    return rooms.open(rooms.make_app({"secret.svg": SVG}))


@pytest.mark.parametrize("walls", ["all walls", "no policy header"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_neither_reads_nor_goes_there(rooms, other, tmp_path, monkeypatch, address, walls):
    if walls == "no policy header":
        monkeypatch.setattr("stoa.engine.room.headers", lambda manifest, granted: {})
    (tmp_path / "secret.svg").write_text(SVG)
    app = rooms.make_app()
    room = rooms.open(app)
    target = address.format(folder=tmp_path, own=app.app_id, other=other.spec.app.app_id)
    seen = rooms.run(room, WAYS % target)
    # A data address is the page's own text: it may be looked at, and not be gone to.
    assert [way for way in seen if not target.startswith("data:")] == []
    room.page.runJavaScript(f"location = {target!r}")
    rooms.run(other, "await new Promise((next) => setTimeout(next, 60))")
    if room.state is RoomState.CRASHED:
        # What even Chromium blocks leaves a blank page behind: without a script, and without the channel.
        assert (room.page.url().toString(), room.page.webChannel()) == ("about:blank#blocked", None)
    else:
        assert (room.state, room.page.url().host()) == (RoomState.RUNNING, app.app_id)
        assert rooms.run(room, "return (await stoa.storage.get({key: 'k'})).value") is None
    rooms.pool.close(room)


def test_the_ways_do_read_what_is_the_pages_own(rooms):
    room = rooms.open(rooms.make_app({"own.svg": SVG}))
    assert {"fetch", "img"} <= set(rooms.run(room, WAYS % "/own.svg"))
    rooms.pool.close(room)
