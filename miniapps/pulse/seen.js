/**
 * Surveys of others that were opened here, newest first.
 * @module seen
 */

const KEY = "seen";
const MOST = 30;

/** Puts one survey in front of the list, once. Pure. */
export function addSeen(list, { id, title }) {
  const rest = (Array.isArray(list) ? list : []).filter((entry) => entry?.id !== id);
  return [{ id, title }, ...rest].slice(0, MOST);
}

/** The list in the room's storage. */
export class Seen {
  #room;

  constructor(room) {
    this.#room = room;
  }

  /** All entries: `{id, title}`. */
  async all() {
    const kept = await this.#room.load(KEY);
    return Array.isArray(kept)
      ? kept.filter((entry) => typeof entry?.id === "string" && typeof entry?.title === "string")
      : [];
  }

  /** Remembers a survey. */
  async add(survey) {
    await this.#room.save(KEY, addSeen(await this.all(), survey));
  }
}
