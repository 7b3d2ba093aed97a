"""Files beside the folder: no spelling of a path, no method and no kind of file gets a page to them."""

from __future__ import annotations

import os

import pytest

pytestmark = pytest.mark.engine

SECRET = "the secret beside the folder"
PATHS = (
    "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/%252e%252e/secret.txt",
    "/%252e%252e%252fsecret.txt", "/..%252fsecret.txt", "/..%5csecret.txt", "/..%255csecret.txt", "/..\\secret.txt",
    "/a/../../secret.txt", "/a/..%2f..%2fsecret.txt", "/./../secret.txt", "//secret.txt", "///../secret.txt",
    "/%c0%ae%c0%ae/secret.txt", "/%e0%80%ae%e0%80%ae/secret.txt", "/..%00/secret.txt", "/secret.txt%00.html",
    "/%00", "/%uff0e%uff0e/secret.txt", "/\uff0e\uff0e/secret.txt", "/..;/secret.txt", "/link.txt", "/up/secret.txt",
    "/pipe.txt", "/zero.txt", "/.hidden.txt", "/%2ehidden.txt", "/.git/config", "/OWN.TXT/../.hidden.txt",
    "/_stoa/../../secret.txt", "/_STOA/stoa.js", "/own.txt/../../secret.txt", "/C:/secret.txt", "/~/secret.txt",
    "/file:///etc/passwd", "/" + "../" * 40 + "etc/passwd", "/" + "%2e%2e%2f" * 40 + "etc%2fpasswd",
    "/" + "a" * 5000 + ".txt", "/" + "a/" * 3000 + "own.txt", "/proc/self/environ", "/dev/zero",
)  # fmt: skip
READ = """
const controller = new AbortController();
setTimeout(() => controller.abort(), 3000);
try {
  const answer = await fetch(%r, {method: %r, signal: controller.signal});
  return (await answer.text()).slice(0, 500);
} catch (error) { return `refused ${error.name}` }
"""
# What is refused has a status, and a body that never comes.
ASK = "const answer = await fetch(%r, {method: %r}); return answer.ok ? await answer.text() : answer.status"


@pytest.fixture(scope="module")
def room(rooms, tmp_path_factory):
    app = rooms.make_app({"own.txt": "its own", ".hidden.txt": SECRET, ".git/config": SECRET})
    (app.root.parent / "secret.txt").write_text(SECRET)
    (app.root / "link.txt").symlink_to(app.root.parent / "secret.txt")
    (app.root / "up").symlink_to(app.root.parent)
    (app.root / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(app.root / "pipe.txt")
    return rooms.open(app)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[:40].encode("ascii", "backslashreplace").decode())
def test_no_spelling_of_a_path_leads_outside(rooms, room, path):
    read = rooms.run(room, READ % (path, "GET"))
    assert SECRET not in read
    assert "root:" not in read
    assert "AbortError" not in read, "every path is answered"
    assert set(read) - {"\0"} or not read, "no device is read"


def test_case_counts_as_it_does_on_the_disk(rooms, room):
    assert rooms.run(room, READ % ("/own.txt", "GET")) == "its own"
    assert "no such page" in rooms.run(room, READ % ("/OWN.TXT", "GET"))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "stoa"])
def test_no_other_method_reads_or_writes(rooms, room, method):
    assert rooms.run(room, ASK % ("/own.txt", method)) == 403
    assert (room.spec.app.root / "own.txt").read_text() == "its own"


@pytest.mark.parametrize(
    "name", ["page.svg", "page.xml", "page.xhtml", "page.txt", "page.json", "page.unknown", "page.pdf", "page.htm2"]
)
def test_a_file_that_is_no_page_runs_no_script_in_the_window(rooms, name):
    """An SVG and XML file is a document of the app's own, and its script falls under the policy header."""
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg"><script>console.log("WON inline")</script></svg>'
        if name.endswith(("svg", "xml"))
        else '<html xmlns="http://www.w3.org/1999/xhtml"><script>console.log("WON inline")</script></html>'
    )
    app = rooms.make_app({name: text})
    room = rooms.open(app)
    room.page.runJavaScript(f"location = '/{name}'")
    rooms.run(rooms.open(app, account="ben"), "await new Promise((d) => setTimeout(d, 400))")
    assert [line.text for line in rooms.said(room).console if line.text.startswith("WON")] == []
    rooms.pool.close(room)
