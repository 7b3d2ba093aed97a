/**
 * What the reader keeps: saved articles, history, settings, the place in the last article.
 * @module shelf
 */

import { LANGUAGES } from "./titles.js";

/** Reading sizes in rem; the third is the usual one. */
export const SIZES = [0.875, 1, 1.0625, 1.1875, 1.375];
const USUAL_SIZE = 2;
const HISTORY_MAX = 100;

/** Puts an entry in front of a history, once for each path. Pure. */
export function addToHistory(history, entry) {
  return [entry, ...history.filter(({ path }) => path !== entry.path)].slice(0, HISTORY_MAX);
}

/** A short storage key for a path (FNV-1a, base 36), as keys hold at most 128 characters. */
export function keyOf(path) {
  let hash = 0xcbf29ce484222325n;
  for (const character of path) hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0))) * 0x100000001b3n);
  return `article:${hash.toString(36)}`;
}

/** The reader's things in the room's storage. */
export class Shelf {
  #room;

  constructor(room) {
    this.#room = room;
  }

  /** `{size, language}`; `language` is null until one was chosen. */
  async settings() {
    const kept = (await this.#room.load("settings")) ?? {};
    return {
      size: SIZES[kept.size] ? kept.size : USUAL_SIZE,
      language: LANGUAGES.includes(kept.language) ? kept.language : null,
    };
  }

  /** Changes some settings. */
  async set(change) {
    await this.#room.save("settings", { ...(await this.settings()), ...change });
  }

  /** Articles read, newest first: `{path, title, at}`. */
  async history() {
    return readList(await this.#room.load("history"));
  }

  /** Adds an article to the history. */
  async visited(entry) {
    await this.#room.save("history", addToHistory(await this.history(), entry));
  }

  /** Forgets the history. */
  async forget() {
    await this.#room.save("history", null);
  }

  /** Saved articles, newest first: `{path, title, at}`. */
  async saved() {
    return readList(await this.#room.load("saved"));
  }

  /** A saved article as it was saved, or null. */
  async article(path) {
    const article = await this.#room.load(keyOf(path));
    return article?.path === path && Array.isArray(article.tree) ? article : null;
  }

  /** Saves an article whole: `{path, title, tree, at, …}`. Rejects where it does not fit. */
  async keep(article) {
    await this.#room.save(keyOf(article.path), article);
    const { path, title, at } = article;
    await this.#room.save("saved", [
      { path, title, at },
      ...(await this.saved()).filter((entry) => entry.path !== path),
    ]);
  }

  /** Forgets a saved article. */
  async drop(path) {
    await this.#room.save(
      "saved",
      (await this.saved()).filter((entry) => entry.path !== path),
    );
    await this.#room.save(keyOf(path), null);
  }

  /** How far down the last article was read, in px; 0 for any other. */
  async place(path) {
    const kept = await this.#room.load("place");
    return kept?.path === path && Number.isFinite(kept.top) ? kept.top : 0;
  }

  /** Remembers how far down an article was read. */
  async keepPlace(path, top) {
    await this.#room.save("place", { path, top });
  }
}

function readList(kept) {
  if (!Array.isArray(kept)) return [];
  return kept.filter((entry) => typeof entry?.title === "string" && /^\/a\//.test(entry.path ?? ""));
}
