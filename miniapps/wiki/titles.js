/**
 * Titles, paths and links.
 * @module titles
 */

/** The languages that can be read. */
export const LANGUAGES = ["en", "de"];

/** What stands before the colon of pages that are no articles. */
const OTHER_SPACES = new Set(
  (
    "file image media category help special template wikipedia portal talk user module mediawiki draft timedtext book " +
    "datei bild medium kategorie hilfe spezial vorlage diskussion benutzer benutzerin modul wp"
  ).split(" "),
);

/**
 * A title as the last part of a path. Dots and slashes are written in another way, since a part with a dot would be
 * taken for a file.
 */
export function titleToPart(title) {
  const plain = title.replaceAll(" ", "_").replaceAll("~", "~0").replaceAll(".", "~1").replaceAll("/", "~2");
  return encodeURIComponent(plain);
}

/** The title of a path part, or null where it cannot be read. */
export function partToTitle(part) {
  try {
    return (
      decodeURIComponent(part)
        .replaceAll("~2", "/")
        .replaceAll("~1", ".")
        .replaceAll("~0", "~")
        .replaceAll("_", " ")
        .trim() || null
    );
  } catch {
    return null;
  }
}

/** The path of an article. */
export function articlePath(title, language) {
  return `/a/${titleToPart(title)}?lang=${language}`;
}

/**
 * Where a link of an article leads.
 * @param {string} href - as Wikipedia's HTML has it
 * @param {string} language
 * @returns {{path: string}|{url: string}|null} an article here, an address outside, or nowhere
 */
export function linkTarget(href, language) {
  let address;
  try {
    address = new URL(href, `https://${language}.wikipedia.org/wiki/`);
  } catch {
    return null;
  }
  if (address.protocol !== "https:" && address.protocol !== "http:") return null;
  const host = LANGUAGES.find((known) => address.hostname === `${known}.wikipedia.org`);
  if (!host) return { url: address.href };
  if (!address.pathname.startsWith("/wiki/") || address.searchParams.has("redlink")) return null;
  const title = partToTitle(address.pathname.slice("/wiki/".length).replaceAll("~", "%7E0"));
  return title && isArticle(title) ? { path: articlePath(title, host) } : null;
}

/** True for a title of an article rather than of a file, category or help page. */
export function isArticle(title) {
  const space = title.includes(":") ? title.slice(0, title.indexOf(":")).trim().toLowerCase() : "";
  return !OTHER_SPACES.has(space) && !OTHER_SPACES.has(space.replace(/[ _](talk|diskussion)$/, ""));
}

/** The address of an article for a browser. */
export function webAddress(title, language) {
  return `https://${language}.wikipedia.org/wiki/${encodeURIComponent(title.replaceAll(" ", "_"))}`;
}
