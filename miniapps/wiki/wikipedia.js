/**
 * Wikipedia's REST API: suggestions, search and articles.
 * @module wikipedia
 */

import { copyAllowed, pictureAddress } from "./allow.js";

const TIMEOUT = 12_000;
/** No article's HTML is near this many characters. */
const MAX_CHARS = 12_000_000;

/** Why something could not be read: `offline`, `missing`, `busy` or `broken`. */
export class WikiError extends Error {
  constructor(kind) {
    super(kind);
    this.name = "WikiError";
    this.kind = kind;
  }
}

/** The address of an API call. */
export function apiAddress(language, path, query = {}) {
  const address = new URL(`https://${language}.wikipedia.org/w/rest.php/v1/${path}`);
  for (const [key, value] of Object.entries(query)) address.searchParams.set(key, String(value));
  return address.href;
}

/** The kind of error that an HTTP status stands for, or null for success. */
export function errorKind(status) {
  if (status >= 200 && status < 300) return null;
  if (status === 404) return "missing";
  return status === 429 || status >= 500 ? "busy" : "broken";
}

/** A page without its head: a base address or style sheet in it would only be refused by the room's policy, loudly. */
export function bodyOf(html) {
  return html.slice(Math.max(html.search(/<body[\s>]/i), 0));
}

/** Reads from Wikipedia in one language. Every method rejects with a {@link WikiError}. */
export class Wikipedia {
  #fetch;
  #parse;

  /**
   * @param {function(string, Object): Promise<Response>} fetcher
   * @param {function(string): Object} parse - HTML text to an inert document
   */
  constructor(fetcher, parse) {
    this.#fetch = fetcher;
    this.#parse = parse;
  }

  /** Articles whose titles begin like `query`: `{title, description, picture}`. */
  async suggest(language, query, signal) {
    const { pages } = await this.#json(apiAddress(language, "search/title", { q: query, limit: 8 }), signal);
    return this.#hits(pages);
  }

  /** Articles that hold `query`: `{title, description, picture, excerpt}`. */
  async search(language, query) {
    const { pages } = await this.#json(apiAddress(language, "search/page", { q: query, limit: 20 }));
    return this.#hits(pages);
  }

  /** An article: `{title, tree, changed}` with its tree as allow.js makes it and when it was last changed. */
  async article(language, title) {
    const path = `page/${encodeURIComponent(title.replaceAll(" ", "_"))}/with_html`;
    const page = await this.#json(apiAddress(language, path));
    if (typeof page?.html !== "string" || typeof page.title !== "string") throw new WikiError("broken");
    const tree = copyAllowed(this.#parse(bodyOf(page.html)).body, language);
    if (tree.length === 0) throw new WikiError("missing");
    return { title: page.title, tree, changed: Date.parse(page.latest?.timestamp) || null };
  }

  #hits(pages) {
    if (!Array.isArray(pages)) throw new WikiError("broken");
    return pages
      .filter((page) => typeof page?.title === "string")
      .map((page) => ({
        title: page.title,
        description: typeof page.description === "string" ? page.description : "",
        picture: page.thumbnail?.url ? pictureAddress(page.thumbnail.url) : null,
        excerpt: typeof page.excerpt === "string" ? this.#parse(page.excerpt).body.textContent : "",
      }));
  }

  async #json(address, signal) {
    const response = await this.#get(address, signal);
    const kind = errorKind(response.status);
    if (kind) throw new WikiError(kind);
    try {
      const text = await response.text();
      if (text.length > MAX_CHARS) throw new WikiError("broken");
      return JSON.parse(text);
    } catch (error) {
      throw error?.name === "AbortError" ? error : new WikiError("broken");
    }
  }

  async #get(address, signal) {
    const timeout = AbortSignal.timeout(TIMEOUT);
    try {
      return await this.#fetch(address, {
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        credentials: "omit",
        headers: { accept: "application/json" },
      });
    } catch (error) {
      // A newer question of the same box took this one's place: that is no failure.
      if (signal?.aborted) throw error;
      throw new WikiError("offline");
    }
  }
}
