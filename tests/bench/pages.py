"""Small mini-apps for measuring: each tells its room's title when it was painted, and calls when it is asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stoa.areas import PERMISSION_NAMES
from stoa.miniapp.catalog import Catalog
from stoa.miniapp.package import pack
from stoa.paths import Paths, miniapps
from tests.bench.painted import MARK

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = """<!doctype html>
<html lang="en">
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%(name)s</title>
  <link rel="stylesheet" href="/page.css">
  <script src="/_stoa/stoa.js"></script>
  <script src="/page.js" defer></script>
  <h1>%(name)s</h1><p>A page with as much on it as a small app has.</p><ol id="rows"></ol>
</html>
"""
_STYLE = "body { margin: 24px; font: 15px/1.5 Inter, sans-serif; } li { padding: 6px; border-bottom: 1px solid #ccc; }"
_SCRIPT = """
for (let row = 0; row < 40; row += 1) {
  document.querySelector("#rows").append(Object.assign(document.createElement("li"), { textContent: `Row ${row}` }));
}
const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
const now = () => performance.timeOrigin + performance.now();
stoa.host.ready().then(painted).then(() => stoa.host.setTitle({ title: `MARK${now().toFixed(2)}` }));
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


def app_id(number: int) -> str:
    """The id of a page."""
    return f"org.example.bench{number}"


def name(number: int) -> str:
    """What the launcher calls it."""
    return f"Page {number}"


def install(data: Path, count: int) -> None:
    """Install pages 1 to ``count`` in a data folder that no program has open."""
    catalog = Catalog(miniapps(), Paths(data).packages, PERMISSION_NAMES)
    work = data.parent / "pages"
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
        (folder / "index.html").write_text(_PAGE % {"name": name(number)})
        (folder / "page.css").write_text(_STYLE)
        (folder / "page.js").write_text(_SCRIPT.replace("MARK", MARK))
        package = work / f"{number}.ma"
        package.write_bytes(pack(folder))
        catalog.install(package)
