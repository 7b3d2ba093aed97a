"""What a page keeps in its browser storage: the script that lists it, and those that change it."""

from __future__ import annotations

import json

# Of each object store the first so many records are shown; a database may hold a million.
RECORDS_SHOWN = 200

_LISTING = """
(async () => {
  const shown = (value) => {
    if (typeof value === 'string') return value;
    try { return JSON.stringify(value) ?? String(value); } catch { return String(value); }
  };
  const rows = [];
  const areas = [['localStorage', localStorage], ['sessionStorage', sessionStorage]];
  for (const [area, storage] of areas) {
    for (let at = 0; at < storage.length; at += 1) {
      const key = storage.key(at);
      rows.push({ area, key, value: storage.getItem(key) });
    }
  }
  const wait = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await wait(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      const keys = await wait(objects.getAllKeys(null, __MOST__));
      const values = await wait(objects.getAll(null, __MOST__));
      const area = `IndexedDB ${name}/${store}`;
      keys.forEach((key, at) => rows.push({ area, key: shown(key), value: shown(values[at]) }));
    }
    database.close();
  }
  const { usage = 0, quota = 0 } = await navigator.storage?.estimate?.() ?? {};
  return JSON.stringify({ rows, usage, quota, cookies: document.cookie });
})()
"""
LISTING = _LISTING.replace("__MOST__", str(RECORDS_SHOWN))

CLEARING = """
(async () => {
  localStorage.clear();
  sessionStorage.clear();
  for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  return 'cleared';
})()
"""


def setting(area: str, key: str, value: str | None) -> str:
    """A script that sets an entry of ``localStorage`` or ``sessionStorage``, or removes it where there is no value."""
    place = "sessionStorage" if area == "sessionStorage" else "localStorage"
    if value is None:
        return f"{place}.removeItem({json.dumps(key)}); 'removed'"
    return f"{place}.setItem({json.dumps(key)}, {json.dumps(value)}); 'set'"
