"""What a room's page gets when it asks for its own files, and what it does not get."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from stoa.miniapp.policy import headers
from stoa.miniapp.seal import Seal
from stoa.miniapp.signed import Signed, mark

BYTES = bytes(range(256)) * 10
FETCH = """
const answer = await fetch({path!r}, {{method: {method!r}, headers: {headers}}});
const body = new Uint8Array(await answer.arrayBuffer());
return [answer.status, answer.headers.get('content-range'), Array.from(body)];
"""


def fetched(rooms, room, path, method="GET", headers="{}"):
    return rooms.run(room, FETCH.format(path=path, method=method, headers=headers))


def test_every_response_carries_the_policy_headers_of_the_manifest(rooms):
    app = rooms.make_app({"a.js": "1"}, {"network": ["https://api.example.org"], "permissions": ["camera"]})
    room = rooms.open(app)
    wanted = {name.lower(): value for name, value in headers(app.manifest, {"camera"}).items()}
    for path in ("/", "/a.js", "/_stoa/stoa.js", "/_stoa/warm", "/missing.html"):
        got = dict(rooms.run(room, f"return [...(await fetch({path!r})).headers]"))
        assert {name: got.get(name) for name in wanted} == wanted, path


def test_the_policy_header_is_in_force(rooms):
    app = rooms.make_app({"index.html": "<!doctype html><title>quiet</title><script>document.title = 'ran'</script>"})
    room = rooms.open(app)
    assert room.page.title() == "quiet"
    assert [refusal.what for refusal in rooms.said(room).refusals] == ["inline script"]


def test_inline_script_runs_where_the_manifest_asks_for_it(rooms):
    page = "<!doctype html><title>quiet</title><script>document.title = 'ran'</script>"
    room = rooms.open(rooms.make_app({"index.html": page}, {"script": ["inline"]}))
    assert room.page.title() == "ran"


def test_the_sdk_is_served(rooms):
    room = rooms.open()
    assert rooms.run(room, "return [stoa.available, typeof stoa.storage.get]") == [True, "function"]


def test_a_path_without_a_dot_leads_to_the_entry_page(rooms):
    room = rooms.open(path="/recipe/17?x=1#y")
    assert room.path == "/recipe/17?x=1#y"
    assert rooms.run(room, "return document.querySelector('script').src.endsWith('/_stoa/stoa.js')")


def test_a_page_that_is_missing_says_so_and_settles(rooms):
    room = rooms.open()
    assert "no such page" in rooms.run(room, "return await (await fetch('/missing.json')).text()")
    room.open("/missing.html", "link")
    rooms.until(lambda: room.page.title() == "Not found")


def test_text_without_a_declared_encoding_is_utf_8(rooms):
    room = rooms.open(rooms.make_app({"index.html": "<title>Grüße</title>"}))
    assert room.page.title() == "Grüße"


def test_head_has_no_body(rooms):
    room = rooms.open(rooms.make_app({"f.bin": BYTES}))
    assert fetched(rooms, room, "/f.bin", "HEAD") == [200, None, []]
    assert fetched(rooms, room, "/_stoa/stoa.js", "HEAD") == [200, None, []]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(rooms, method):
    room = rooms.open()
    assert rooms.run(room, f"return (await fetch('/', {{method: '{method}'}})).status") == 403


def test_a_large_body_is_never_read(rooms):
    room = rooms.open()
    script = "return (await fetch('/', {method: 'POST', body: new Uint8Array(8 << 20)})).status"
    assert rooms.run(room, script) == 403


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [
        ("bytes=0-9", 0, 9),
        ("bytes=2000-", 2000, 2559),
        ("bytes=-5", 2555, 2559),
        ("bytes=-99999", 0, 2559),
        ("bytes=2559-", 2559, 2559),
        ("bytes=10-99999", 10, 2559),
    ],
)
def test_a_part_of_a_file_is_that_part(rooms, wanted, first, last):
    room = rooms.open(rooms.make_app({"f.bin": BYTES}))
    status, shown, body = fetched(rooms, room, "/f.bin", headers=f"{{Range: {wanted!r}}}")
    assert (status, shown) == (206, f"bytes {first}-{last}/{len(BYTES)}")
    assert bytes(body) == BYTES[first : last + 1]


@pytest.mark.parametrize("wanted", ["bytes=5-2", "bytes=0-0,5-9", "lines=1-2"])
def test_a_range_that_is_not_taken_gets_the_whole_file(rooms, wanted):
    room = rooms.open(rooms.make_app({"f.bin": BYTES}))
    status, _, body = fetched(rooms, room, "/f.bin", headers=f"{{Range: {wanted!r}}}")
    assert (status, len(body)) == (200, len(BYTES))


@pytest.mark.parametrize("wanted", ["bytes=2560-", "bytes=99999999999-", "bytes=-0", "bytes=0-"])
@pytest.mark.parametrize("name", ["f.bin", "empty.bin"])
def test_a_range_past_the_end_leaves_the_host_alive(rooms, name, wanted):
    room = rooms.open(rooms.make_app({"f.bin": BYTES, "empty.bin": b""}))
    status = rooms.run(room, f"return (await fetch('/{name}', {{headers: {{Range: {wanted!r}}}}})).status")
    assert status == (206 if (name, wanted) == ("f.bin", "bytes=0-") else 400)
    assert fetched(rooms, room, "/f.bin")[0] == 200


@pytest.mark.parametrize("name", ["a.svg", "a.txt", "a.json", "a.html", "a.unknown"])
def test_what_is_no_script_is_not_run_as_one(rooms, name):
    room = rooms.open(rooms.make_app({name: "document.title = 'ran'", "a.js": "document.title = 'ran'"}))
    script = """
    const run = (path) => new Promise((done) => {
      const script = document.createElement('script');
      script.src = path; script.onload = () => done('ran'); script.onerror = () => done('refused');
      document.body.append(script);
    });
    return [await run('/%s'), await run('/a.js')];
    """
    assert rooms.run(room, script % name) == ["refused", "ran"]


def test_a_large_file_streams_with_flat_memory(rooms):
    app = rooms.make_app({"big.bin": b""})
    size = 64 << 20
    with (app.root / "big.bin").open("wb") as file:
        file.truncate(size)
    room = rooms.open(app)
    before = resident_kb("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")
    script = """
    const reader = (await fetch('/big.bin')).body.getReader();
    let size = 0;
    for (;;) { const {done, value} = await reader.read(); if (done) return size; size += value.length; }
    """
    assert rooms.run(room, script) == size
    assert resident_kb("VmHWM") - before < 32 * 1024


def resident_kb(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def test_the_scheme_handler_alone_refuses_another_apps_host(rooms, bare, monkeypatch):
    monkeypatch.setattr("stoa.engine.interceptor.Interceptor._is_allowed", lambda self, url: True)
    other = rooms.make_app({"secret.json": '"secret"'})
    room = rooms.open()
    script = f"""
    const answer = await fetch('miniapp://{other.app_id}/secret.json').catch(() => 0);
    return answer ? [await answer.text()] : 'no';
    """
    assert rooms.run(room, script) == "no"
    pictures = f"""
    return await new Promise((done) => {{
      const image = new Image(); image.onload = () => done('seen'); image.onerror = () => done('no');
      image.src = 'miniapp://{other.app_id}/icon.svg';
    }});
    """
    (other.root / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    assert rooms.run(room, pictures) == "no"


def test_files_outside_the_folder_are_not_served(rooms, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    app = rooms.make_app()
    (app.root / "link.txt").symlink_to(tmp_path / "secret.txt")
    (app.root / ".hidden.txt").write_text("secret")
    room = rooms.open(app)
    for path in ("/link.txt", "/.hidden.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/a/..%5c..%5csecret.txt"):
        assert "secret" not in rooms.run(room, f"return await (await fetch({path!r})).text()"), path


def test_of_a_signed_app_only_what_was_signed_is_served(rooms):
    app = rooms.make_app({"a.js": "1", "b.js": "1", "_stoa/signature.json": "{}"})
    signed = {name: mark([(app.root / name).read_bytes()]) for name in ("index.html", "a.js", "b.js")}
    (app.root / "b.js").write_text("2")
    (app.root / "c.js").write_text("1")
    room = rooms.open(replace(app, seal=Seal(app.root, Signed("A" * 43, signed))))
    text = "return (await (await fetch({!r})).text()).slice(0, 1)"
    served = {
        name: rooms.run(room, text.format(f"/{name}")) for name in ("a.js", "b.js", "c.js", "_stoa/signature.json")
    }
    assert served == {"a.js": "1", "b.js": "<", "c.js": "<", "_stoa/signature.json": "<"}
