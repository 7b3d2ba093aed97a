/**
 * Getting an article: built in, from Wikipedia, or, where that cannot be reached, what is kept on this device.
 * @module reading
 */

import { builtIn, findBuiltIn, readText } from "./built_in/index.js";
import { articlePath } from "./titles.js";

/**
 * @typedef {Object} Read
 * @property {string} title
 * @property {Array} tree
 * @property {"builtIn"|"wikipedia"|"saved"} source
 * @property {string} path - the path that opens exactly this
 * @property {string} language
 * @property {string} wiki - the title on Wikipedia
 * @property {string|null} trouble - why Wikipedia was not read, when that was tried
 * @property {string} [summary]
 * @property {number|null} [changed] - when it last changed, ms since 1970 UTC
 */

/**
 * Reads an article.
 * @param {{wikipedia: Object, shelf: Object}} app
 * @param {string} title - of Wikipedia, or the id of a built-in article
 * @param {string} language
 * @returns {Promise<Read>}
 * @throws WikiError where it is nowhere to be had
 */
export async function readArticle({ wikipedia, shelf }, title, language) {
  const known = builtIn(language).find(({ id }) => id === title);
  if (known) return fromBuiltIn(known, language, null);
  const path = articlePath(title, language);
  try {
    const article = await wikipedia.article(language, title);
    return {
      ...article,
      source: "wikipedia",
      path: articlePath(article.title, language),
      language,
      wiki: article.title,
      trouble: null,
    };
  } catch (error) {
    if (!error.kind || error.kind === "missing") throw error;
    const saved = await shelf.article(path);
    if (saved) return { ...saved, source: "saved", language, wiki: title, trouble: error.kind };
    const near = findBuiltIn(language, title);
    if (near) return fromBuiltIn(near, language, error.kind);
    throw error;
  }
}

function fromBuiltIn(article, language, trouble) {
  return {
    title: article.title,
    summary: article.summary,
    tree: readText(article, (id) => articlePath(id, language)),
    see: article.see
      .map((id) => builtIn(language).find((other) => other.id === id))
      .map((other) => ({ path: articlePath(other.id, language), title: other.title })),
    source: "builtIn",
    path: articlePath(article.id, language),
    language,
    wiki: article.wiki,
    trouble,
    changed: null,
  };
}
