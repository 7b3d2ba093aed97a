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
  for (const name of await globalThis.caches?.keys() ?? []) {
    const cache = await caches.open(name);
    for (const request of (await cache.keys()).slice(0, __MOST__)) {
      const length = (await cache.match(request))?.headers.get('content-length') ?? '';
      rows.push({ area: `cache ${name}`, key: request.url, value: length && `${length} B` });
    }
  }
  for (const pair of document.cookie ? document.cookie.split('; ') : []) {
    const [key, ...rest] = pair.split('=');
    rows.push({ area: 'cookies', key, value: rest.join('=') });
  }
  const { usage = 0, quota = 0 } = await navigator.storage?.estimate?.() ?? {};
  return JSON.stringify({ rows, usage, quota });
})()
"""
LISTING = _LISTING.replace("__MOST__", str(RECORDS_SHOWN))

CLEARING = """
(async () => {
  localStorage.clear();
  sessionStorage.clear();
  for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  for (const name of await globalThis.caches?.keys() ?? []) await caches.delete(name);
  for (const pair of document.cookie ? document.cookie.split('; ') : []) {
    document.cookie = `${pair.split('=')[0]}=; max-age=0; path=/`;
  }
  return 'cleared';
})()
"""


_RECORD = """
(async ([name, kept, shown, text]) => {
  const wait = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await wait(indexedDB.open(name));
  try {
    const objects = database.transaction(kept, 'readwrite').objectStore(kept);
    const keys = await wait(objects.getAllKeys(null, __MOST__));
    const key = keys.find((one) => (typeof one === 'string' ? one : JSON.stringify(one)) === shown);
    if (key === undefined) return 'gone';
    if (text === null) { await wait(objects.delete(key)); return 'removed'; }
    let value = text;
    try { value = JSON.parse(text); } catch { /* A text that is no JSON is kept as it is. */ }
    await wait(objects.keyPath === null ? objects.put(value, key) : objects.put(value));
    return 'set';
  } finally { database.close(); }
})(__VALUES__)
"""


def setting(area: str, key: str, value: str | None) -> str:
    """A script that sets an entry of an area as ``LISTING`` names it, or removes it where there is no value.

    Of IndexedDB a value that is JSON is kept as what it means. What is in a cache can only be removed.
    """
    if area.startswith("IndexedDB "):
        name, _, kept = area.removeprefix("IndexedDB ").rpartition("/")
        script = _RECORD.replace("__MOST__", str(RECORDS_SHOWN))
        return script.replace("__VALUES__", json.dumps([name, kept, key, value]))
    if area.startswith("cache "):
        name = json.dumps(area.removeprefix("cache "))
        return f"caches.open({name}).then((cache) => cache.delete({json.dumps(key)}))"
    if area == "cookies":
        pair = f"{key}={value or ''}; path=/{'; max-age=0' if value is None else ''}"
        return f"document.cookie = {json.dumps(pair)}"
    place = "sessionStorage" if area == "sessionStorage" else "localStorage"
    if value is None:
        return f"{place}.removeItem({json.dumps(key)}); 'removed'"
    return f"{place}.setItem({json.dumps(key)}, {json.dumps(value)}); 'set'"
