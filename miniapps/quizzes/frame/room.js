/**
 * The room around the page: what Stoa offers, with stand-ins where the page runs outside it.
 * @module frame/room
 */

const HEX = /^#[0-9a-f]{6}$/i;

/** The sentence of any error, and what would change it, fit for a person. */
export function sentence(error) {
  const text = error?.message || String(error);
  return error?.fix ? `${text} (${error.fix})` : text;
}

/** True when a person closed a sheet of the host: nothing to report then. */
export function wasCancelled(error) {
  return error?.code === "cancelled";
}

/** The window onto the host. Make it with {@link openRoom}. */
export class Room {
  #stoa;
  #memory = new Map();
  #prefix;

  constructor(stoa, context, prefix) {
    this.#stoa = stoa;
    this.#prefix = prefix;
    this.available = Boolean(stoa);
    this.scene = context.scene ?? "launcher";
    this.locale = context.locale || navigator.language || "en";
    this.direction = context.direction ?? null;
    this.start = context.start ?? null;
    applyTheme(context.theme);
    this.on("theme.didChange", applyTheme);
  }

  /** Calls the host: `room.call("surveys.mine")`. Rejects with a StoaError. */
  call(method, params = {}) {
    if (!this.#stoa) return Promise.reject(new Outside());
    const [area, verb] = method.split(".");
    return this.#stoa[area][verb](params);
  }

  /** Calls the host where the answer does not matter. */
  async tell(method, params = {}) {
    try {
      await this.call(method, params);
    } catch {
      // A title or a back button that could not be set is no reason to stop.
    }
  }

  /** Listens to an event of the host; without a host it never comes. Returns the function that stops it. */
  on(event, listener) {
    return this.#stoa ? this.#stoa.on(event, listener) : () => {};
  }

  /** The value kept under a key, or null. */
  async load(key) {
    if (this.#stoa) return (await this.call("storage.get", { key }))?.value ?? null;
    try {
      return JSON.parse(localStorage.getItem(this.#prefix + key) ?? "null");
    } catch {
      return this.#memory.get(key) ?? null;
    }
  }

  /** Keeps a JSON value under a key, or forgets the key for null. Rejects where it does not fit. */
  async save(key, value) {
    if (this.#stoa) {
      await (value === null ? this.call("storage.remove", { key }) : this.call("storage.set", { key, value }));
      return;
    }
    try {
      if (value === null) localStorage.removeItem(this.#prefix + key);
      else localStorage.setItem(this.#prefix + key, JSON.stringify(value));
    } catch {
      this.#memory.set(key, value);
    }
  }

  /** Opens a web address in the person's browser. */
  async openLink(url) {
    if (this.#stoa) await this.tell("host.openLink", { url });
    else window.open(url, "_blank", "noopener,noreferrer");
  }

  /** Copies the link of a page; resolves to the text that was copied. */
  async copyLink(path) {
    if (this.#stoa) return (await this.call("share.copyLink", { path })).link;
    const link = new URL(path, location.href).href;
    await navigator.clipboard.writeText(link);
    return link;
  }
}

class Outside extends Error {
  code = "unsupported";

  constructor() {
    super("This works inside Stoa.");
  }
}

/**
 * Takes the host's colours; without a theme the stylesheet follows the system.
 * @param {{colorScheme: string, accent: string, background: string, card: string, text: string,
 *   reducedMotion: boolean}} [theme]
 */
export function applyTheme(theme) {
  if (!theme) return;
  const root = document.documentElement;
  root.dataset.theme = theme.colorScheme === "dark" ? "dark" : "light";
  root.dataset.motion = theme.reducedMotion ? "none" : "some";
  for (const name of ["accent", "background", "card", "text"]) {
    if (HEX.test(theme[name] ?? "")) root.style.setProperty(`--${name}`, theme[name]);
  }
}

/**
 * Opens the room: asks the host for its context, or stands in for it.
 * @param {string} prefix - in front of localStorage keys outside Stoa
 * @returns {Promise<Room>}
 */
export async function openRoom(prefix) {
  const stoa = window.stoa?.available ? window.stoa : null;
  if (!stoa) return new Room(null, {}, prefix);
  try {
    return new Room(stoa, await stoa.host.context(), prefix);
  } catch {
    return new Room(stoa, {}, prefix);
  }
}
