"""Small mini-apps for measuring: each tells its room's title when it was painted, and calls when it is asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stoa.database import system_clock
from stoa.miniapp.catalog import Catalog
from stoa.miniapp.grants import asks_of
from stoa.miniapp.package import pack
from stoa.paths import Paths, miniapps
from stoa.permissions import PERMISSION_NAMES
from stoa.wiring.stores import open_stores
from tests.bench.painted import MARK

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = """<!doctype html>
<html lang="en">
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%(name)s</title>
  <link rel="stylesheet" href="page.css">
  %(sdk)s
  <script src="page.js" defer></script>
  <h1>%(name)s</h1><p>A page with as much on it as a small app has.</p><ol id="rows"></ol>
  <input id="typed" aria-label="Typed"><div style="height:2000px"></div>
</html>
"""
_STYLE = "body { margin: 24px; font: 15px/1.5 Inter, sans-serif; } li { padding: 6px; border-bottom: 1px solid #ccc; }"
_ROWS = """
for (let row = 0; row < ROWS; row += 1) {
  document.querySelector("#rows").append(Object.assign(document.createElement("li"), { textContent: `Row ${row}` }));
}
const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
const now = () => performance.timeOrigin + performance.now();
"""
_SCRIPT = """
let toldOnce = false;
const tell = (times) =>
  stoa.host.setTitle({ title: `MARK${times.map((at) => at.toFixed(2)).join(" ")}` }).then(() => (toldOnce = true));
Promise.all([painted().then(now), stoa.host.ready().then(painted).then(now)]).then(tell);
stoa.on("lifecycle.didShow", () => toldOnce && painted().then(() => tell([now(), now()])));
window.callSerially = async (key, count) => {
  const times = [];
  for (let call = 0; call < count; call += 1) {
    const begun = performance.now();
    await stoa.storage.get({ key });
    times.push(performance.now() - begun);
  }
  return times;
};
"""
_PEER_SCRIPT = """
painted().then(() => fetch(`/painted?page=${location.pathname}&at=${now().toFixed(2)}`, { method: "POST" }));
const wanted = new URLSearchParams(location.search).get("calls");
if (wanted !== null) {
  const [size, count] = wanted.split("x").map(Number);
  const socket = new WebSocket(`ws://${location.host}/bridge?size=${size}`);
  let answered = null;
  socket.onmessage = ({ data }) => answered(JSON.parse(data).result);
  socket.onopen = async () => {
    const times = [];
    for (let call = 0; call < count; call += 1) {
      const begun = performance.now();
      const answer = new Promise((done) => (answered = done));
      socket.send(JSON.stringify({ jsonrpc: "2.0", id: call, method: "storage.get", params: { key: "k" } }));
      await answer;
      times.push(performance.now() - begun);
    }
    fetch("/calls", { method: "POST", body: JSON.stringify(times) });
  };
}
"""
# A heavy page: 300 KB of script that is parsed and partly run, and 500 rows.
_HEAVY_ROWS, _ROW_COUNT = 500, 40
_HEAVY_LINE = (
    "function unit%d(a) { const made = { id: %d, text: `unit ${a}`, list: [a, a + 1, a + 2] }; return made; }\n"
)


def heavy_script() -> str:
    """About 300 KB of functions, each tenth of which is called."""
    units = "".join(_HEAVY_LINE % (number, number) for number in range(2900))
    return units + "".join(f"unit{number}({number});\n" for number in range(0, 2900, 10))


def files(number: int, *, heavy: bool, peer: bool) -> dict[str, str]:
    """The files of a page, for a mini-app or for a web server to hand out."""
    script = _ROWS.replace("ROWS", str(_HEAVY_ROWS if heavy else _ROW_COUNT))
    script += _PEER_SCRIPT if peer else _SCRIPT.replace("MARK", MARK)
    sdk = "" if peer else '<script src="/_stoa/stoa.js"></script>'
    return {
        "index.html": _PAGE % {"name": name(number), "sdk": sdk},
        "page.css": _STYLE,
        "page.js": (heavy_script() if heavy else "") + script,
    }


def app_id(number: int) -> str:
    """The id of a page."""
    return f"org.example.bench{number}"


def is_heavy(number: int) -> bool:
    """Whether a page is a heavy one: every fourth is."""
    return number % 4 == 0


def name(number: int) -> str:
    """What the launcher calls it."""
    return f"Page {number:02d}"


def install(data: Path, count: int) -> None:
    """Install pages 1 to ``count`` in a data folder that no program has open, and agree to what they ask for."""
    catalog = Catalog(miniapps(), Paths(data).packages, PERMISSION_NAMES)
    work = data.parent / "pages"
    apps = []
    for number in range(1, count + 1):
        folder = work / str(number)
        folder.mkdir(parents=True, exist_ok=True)
        manifest = {
            "app_id": app_id(number),
            "name": name(number),
            "version": {"code": 1, "name": "1"},
            "entry": "index.html",
        }
        (folder / "manifest.json").write_text(json.dumps(manifest))
        for file, text in files(number, heavy=is_heavy(number), peer=False).items():
            (folder / file).write_text(text)
        package = work / f"{number}.ma"
        package.write_bytes(pack(folder))
        apps.append(catalog.install(package))
    stores = open_stores(Paths(data), system_clock)
    for app in apps:
        stores.agreed.agree(app.key, asks_of(app.manifest))
    stores.database.close()
