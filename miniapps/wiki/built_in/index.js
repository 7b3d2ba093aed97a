/**
 * The articles that come with the mini-app, as article trees.
 * @module built_in/index
 */

import { ARTICLES_DE } from "./articles_de.js";
import { ARTICLES_EN } from "./articles_en.js";

const BY_LANGUAGE = { en: ARTICLES_EN, de: ARTICLES_DE };

/** All built-in articles of a language: `{id, wiki, title, summary, text, see}`. */
export function builtIn(language) {
  return BY_LANGUAGE[language] ?? ARTICLES_EN;
}

/** The built-in article with this id or Wikipedia title, or null. */
export function findBuiltIn(language, name) {
  const wanted = fold(name);
  return (
    builtIn(language).find((article) =>
      [article.id, article.wiki, article.title].some((known) => fold(known) === wanted),
    ) ?? null
  );
}

/** Built-in articles whose title or summary holds the words looked for. */
export function searchBuiltIn(language, query) {
  const wanted = fold(query).split(" ").filter(Boolean);
  if (wanted.length === 0) return [];
  const holds = (text) => wanted.every((word) => fold(text).includes(word));
  const titled = builtIn(language).filter(({ title }) => holds(title));
  return [
    ...titled,
    ...builtIn(language).filter(
      (article) => !titled.includes(article) && holds(`${article.title} ${article.summary} ${article.text}`),
    ),
  ];
}

/** Lower case without accents, with spaces for underscores: for comparing. */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("_", " ").trim();
}

/**
 * A built-in text as an article tree (see tree.js).
 * @param {{text: string}} article
 * @param {function(string): string} pathOf - article id to path
 */
export function readText({ text }, pathOf) {
  return text.split("\n").map((line) => {
    if (line.startsWith("# ")) return { t: "h2", c: [line.slice(2)] };
    return { t: "p", c: inline(line, pathOf) };
  });
}

function inline(line, pathOf) {
  const parts = line.split(/\[\[([\w-]+)\|([^\]]+)\]\]/);
  const nodes = [];
  for (let index = 0; index < parts.length; index += 3) {
    if (parts[index]) nodes.push(parts[index]);
    if (parts[index + 1]) nodes.push({ t: "a", a: { href: pathOf(parts[index + 1]) }, c: [parts[index + 2]] });
  }
  return nodes;
}
