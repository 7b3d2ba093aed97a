"""What the rounds work with: two mini-apps that keep numbers, and one that is installed again and again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stoa.miniapp.package import pack

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("Ann", "Ben")
GUEST = "org.example.guest"
VERSIONS = 40
_FILES = 12
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>begins</title>
<script src="/_stoa/stoa.js"></script><script src="/clerk.js" defer></script>
<p>I keep numbers.</p>
</html>
"""
# The title is what the host hears: the numbers that were found after loading, and those that were confirmed since.
_SCRIPT = """
const opened = new Promise((done, failed) => {
  const asked = indexedDB.open("clerk", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("numbers");
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});
const isWhole = (kept) => kept.twin === kept.number && kept.rest.length === 500;
const whole = (kept) => (!kept ? 0 : isWhole(kept) ? kept.number : -1);
const made = (number) => ({ number, rest: "x".repeat(500), twin: number });
const own = async (mode, act) => {
  const change = (await opened).transaction("numbers", mode, { durability: "strict" });
  const asked = act(change.objectStore("numbers"));
  return new Promise((done, failed) => {
    change.oncomplete = () => done(asked.result);
    change.onabort = change.onerror = () => failed(change.error);
  });
};
const told = {};
const tell = (more) => {
  document.title = JSON.stringify(Object.assign(told, more));
};
(async () => {
  await stoa.host.ready();
  const stored = whole((await stoa.storage.get({ key: "number" })).value);
  const kept = whole(await own("readonly", (numbers) => numbers.get("number")));
  tell({ foundStored: stored, foundOwn: kept });
  for (let step = 1; ; step += 1) {
    await stoa.storage.set({ key: "number", value: made(stored + step) });
    tell({ stored: stored + step });
    await own("readwrite", (numbers) => numbers.put(made(kept + step), "number"));
    tell({ own: kept + step });
    await new Promise((next) => setTimeout(next, 12));
  }
})();
"""


def write_clerk(parent: Path, name: str) -> Path:
    """A mini-app that keeps counting: in the host's storage, and in a database of its own."""
    folder = parent / name.lower()
    folder.mkdir(parents=True)
    _write_manifest(folder, f"org.example.{name.lower()}", name, 1)
    (folder / "index.html").write_text(_PAGE)
    (folder / "clerk.js").write_text(_SCRIPT)
    return folder


def pack_guests(parent: Path) -> list[Path]:
    """Packages of one mini-app in as many versions, every file of which tells its version."""
    packages = []
    for code in range(1, VERSIONS + 1):
        folder = parent / f"guest-{code}"
        folder.mkdir(parents=True)
        _write_manifest(folder, GUEST, "Guest", code)
        (folder / "index.html").write_text(f"<!doctype html><title>{code}</title>")
        for number in range(_FILES):
            (folder / f"part-{number}.txt").write_text(f"{code}\n" * 2000)
        package = parent / f"guest-{code}.ma"
        package.write_bytes(pack(folder, frozenset()))
        packages.append(package)
    return packages


def is_whole(folder: Path, code: int) -> bool:
    """Whether an installed version has every file, and each of them as it was packed."""
    wanted = f"{code}\n" * 2000
    parts = [folder / f"part-{number}.txt" for number in range(_FILES)]
    return all(part.is_file() and part.read_text() == wanted for part in parts)


def _write_manifest(folder: Path, app_id: str, name: str, code: int) -> None:
    manifest = {"app_id": app_id, "name": name, "version": {"code": code, "name": f"{code}.0"}, "permissions": []}
    (folder / "manifest.json").write_text(json.dumps(manifest))
