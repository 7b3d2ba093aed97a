/**
 * The room this page runs in: Stoa's bridge, or, outside Stoa, what a browser offers in its place.
 * Storage falls back to localStorage, the look to the system's, notices to a live region in the page.
 */

const bridge = window.stoa?.available ? window.stoa : null;
const PREFIX = "stoa-miniapp:";
const waiting = new Map();
let writing = Promise.resolve();

/** What host.context tells, or its nearest likeness outside Stoa. Filled by enter(). */
export const room = { inside: bridge !== null, scene: "link", locale: navigator.language || "en", direction: "ltr" };

/** Reads the context, follows the theme and sets language and direction. Call once, before drawing. */
export async function enter() {
  if (bridge) {
    try {
      const context = await bridge.host.context();
      room.scene = context.scene;
      room.locale = context.locale;
      room.direction = context.direction ?? "ltr";
      follow(context.theme);
    } catch (error) {
      notify(error.message, "warm");
    }
    bridge.on("theme.didChange", follow);
    bridge.on("lifecycle.willSuspend", flush);
  }
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush());
  window.addEventListener("pagehide", flush);
  room.language = room.locale.toLowerCase().startsWith("de") ? "de" : "en";
  document.documentElement.lang = room.language;
  document.documentElement.dir = room.direction;
}

/** Ends the host's splash. */
export async function ready() {
  await ask("host.ready");
}

function follow(theme) {
  const root = document.documentElement;
  root.dataset.theme = theme.colorScheme === "dark" ? "dark" : "light";
  root.toggleAttribute("data-still", theme.reducedMotion === true);
  for (const [name, value] of [["--accent", theme.accent], ["--card", theme.card], ["--text", theme.text]]) {
    if (/^#[0-9a-f]{6}$/i.test(value ?? "")) root.style.setProperty(name, value);
  }
}

/** Listens to an event of the bridge; does nothing outside Stoa. */
export function listen(event, listener) {
  bridge?.on(event, listener);
}

/** A bridge call by name. Null outside Stoa and when the person closed the sheet; other refusals become a notice. */
export async function ask(method, params) {
  if (!bridge) return null;
  const [area, verb] = method.split(".");
  try {
    return (await bridge[area][verb](params)) ?? true;
  } catch (error) {
    if (error.code !== "cancelled") notify(error.message, "warm");
    return null;
  }
}

/** The value kept under a key, or `otherwise`. */
export async function read(key, otherwise) {
  try {
    const value = bridge ? (await bridge.storage.get({ key })).value : JSON.parse(localStorage.getItem(PREFIX + key));
    return value ?? otherwise;
  } catch (error) {
    notify(error.message, "warm");
    return otherwise;
  }
}

/** Keeps a value under a key, soon: several changes in a row are written once. Null forgets the key. */
export function write(key, value) {
  if (waiting.size === 0) setTimeout(flush, 250);
  waiting.set(key, value);
}

/** Writes at once what is still waiting; answers when it is kept. */
export function flush() {
  const batch = [...waiting];
  waiting.clear();
  for (const [key, value] of batch) writing = writing.then(() => keep(key, value));
  return writing;
}

async function keep(key, value) {
  try {
    if (!bridge) {
      if (value === null) localStorage.removeItem(PREFIX + key);
      else localStorage.setItem(PREFIX + key, JSON.stringify(value));
    } else if (value === null) await bridge.storage.remove({ key });
    else await bridge.storage.set({ key, value });
  } catch (error) {
    notify(error.message, "warm");
  }
}

/** Tells the person something short: the host's toast, and always the page's live region for screen readers. */
export function notify(text, tone = "neutral") {
  announce(text);
  if (bridge) void bridge.host.toast({ text: text.slice(0, 200), tone }).catch(() => {});
}

/** Says a text through the page's live region; outside Stoa it is also shown there. */
export function announce(text) {
  const region = document.getElementById("notice");
  region.textContent = "";
  region.classList.toggle("shown", !bridge);
  requestAnimationFrame(() => (region.textContent = text));
  clearTimeout(region.timer);
  region.timer = setTimeout(() => region.classList.remove("shown"), 4000);
}

/** A question with two answers; true when confirmed. */
export async function confirmed(text, confirm, destructive = false) {
  if (!bridge) return window.confirm(text);
  return (await ask("host.confirm", { text, confirm, destructive }))?.confirmed === true;
}
