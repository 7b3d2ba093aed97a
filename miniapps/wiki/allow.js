/**
 * What of a remote page is kept: a strict list. Everything not named here is left out or gives only its children.
 *
 * The result is a tree of plain data: a text, or `{t: tag, a?: attributes, c: children}`. No node of the remote page
 * ever reaches the document.
 * @module allow
 */

import { linkTarget } from "./titles.js";

/** Tags that stay, and what they are called afterwards. */
export const KEPT = new Map(
  Object.entries({
    p: "p",
    h2: "h2",
    h3: "h3",
    h4: "h4",
    h5: "h4",
    h6: "h4",
    ul: "ul",
    ol: "ol",
    li: "li",
    dl: "dl",
    dt: "dt",
    dd: "dd",
    blockquote: "blockquote",
    strong: "strong",
    b: "strong",
    em: "em",
    i: "em",
    sub: "sub",
    sup: "sup",
    small: "small",
    code: "code",
    pre: "pre",
    kbd: "kbd",
    q: "q",
    cite: "cite",
    br: "br",
    hr: "hr",
    table: "table",
    caption: "caption",
    thead: "thead",
    tbody: "tbody",
    tr: "tr",
    th: "th",
    td: "td",
    figure: "figure",
    figcaption: "figcaption",
    aside: "aside",
    a: "a",
    img: "img",
  }),
);

/** Tags whose content is never text of the article. */
const DROPPED = new Set(
  (
    "script style link meta base title head template noscript iframe frame frameset object embed applet form input button " +
    "select option textarea svg math audio video source track canvas map area dialog portal slot"
  ).split(" "),
);

/** Classes of parts that serve editors, other pages or the web site. */
const DROPPED_CLASSES = new Set(
  (
    "navbox navbox-styles vertical-navbox navigation-not-searchable metadata ambox ombox tmbox sistersitebox side-box noprint " +
    "mw-editsection reflist references mw-references-wrap reference mw-ref refbegin mw-empty-elt mw-cite-backlink hatnote " +
    "shortdescription navframe nomobile toc catlinks printfooter mw-kartographer-maplink geo-nondefault portal-bar authority-control"
  ).split(" "),
);

const PICTURE_ORIGIN = "https://upload.wikimedia.org";
const MAX_DEPTH = 60;
const MAX_NODES = 60_000;

/**
 * Copies what is allowed of a parsed page.
 * @param {Object} root - an element of an inert document (DOMParser), or anything with the same few members:
 *   `nodeType`, `localName`, `textContent`, `childNodes`, `getAttribute`
 * @param {string} language - whose Wikipedia it is
 * @returns {Array} children of the article's tree
 */
export function copyAllowed(root, language) {
  return tidy(children(root, { language, left: MAX_NODES }, 0));
}

function children(node, state, depth) {
  const copied = [];
  for (const child of node.childNodes) {
    state.left -= 1;
    if (state.left < 0) break;
    copied.push(...copy(child, state, depth + 1));
  }
  return copied;
}

function copy(node, state, depth) {
  if (node.nodeType === 3) return node.textContent ? [node.textContent] : [];
  if (node.nodeType !== 1) return [];
  if (depth > MAX_DEPTH) return [node.textContent];
  const tag = node.localName;
  if (tag === "math") return formula(node);
  if (DROPPED.has(tag) || isDropped(node)) return [];
  if (isFacts(node)) return [{ t: "aside", c: [{ t: "table", c: children(node, state, depth) }] }];
  const kept = KEPT.get(tag);
  if (!kept || kept === "aside") return children(node, state, depth);
  if (kept === "img") return picture(node);
  if (kept === "a") return link(node, state, depth);
  return [
    { t: kept, ...attributes(kept, node), c: kept === "br" || kept === "hr" ? [] : children(node, state, depth) },
  ];
}

function classes(node) {
  return (node.getAttribute("class") ?? "").toLowerCase().split(/\s+/);
}

function isDropped(node) {
  const style = (node.getAttribute("style") ?? "").replace(/\s/g, "").toLowerCase();
  if (style.includes("display:none") || node.getAttribute("role") === "navigation") return true;
  if (node.getAttribute("hidden") !== null && node.getAttribute("hidden") !== undefined) return true;
  return classes(node).some((name) => DROPPED_CLASSES.has(name));
}

/** The box of facts beside an article. */
function isFacts(node) {
  return node.localName === "table" && classes(node).some((name) => name === "infobox" || name === "taxobox");
}

function attributes(tag, node) {
  if (tag !== "td" && tag !== "th") return {};
  const spans = {};
  for (const name of ["colspan", "rowspan"]) {
    const span = Number(node.getAttribute(name));
    if (Number.isInteger(span) && span > 1 && span <= 50) spans[name] = String(span);
  }
  return Object.keys(spans).length > 0 ? { a: spans } : {};
}

function link(node, state, depth) {
  const inside = children(node, state, depth);
  const target = node.getAttribute("href") ? linkTarget(node.getAttribute("href"), state.language) : null;
  if (!target || inside.length === 0 || inside.some((child) => child.t === "img")) return inside;
  return [{ t: "a", a: target.path ? { href: target.path } : { url: target.url }, c: inside }];
}

/** A picture from Wikimedia's own host, by https. Icons and pixels for counting are left out. */
function picture(node) {
  const address = pictureAddress(node.getAttribute("src") ?? "");
  const width = Number(node.getAttribute("width"));
  const height = Number(node.getAttribute("height"));
  if (!address || !(width >= 40 && width <= 4000 && height >= 20 && height <= 4000)) return [];
  const alt = (node.getAttribute("alt") ?? "").slice(0, 500);
  return [
    { t: "img", a: { src: address, alt, width: String(Math.round(width)), height: String(Math.round(height)) }, c: [] },
  ];
}

/** The https address of a picture, or null for any other host or scheme. */
export function pictureAddress(source) {
  try {
    const address = new URL(source, "https://invalid.invalid/");
    address.protocol = "https:";
    return address.origin === PICTURE_ORIGIN && !address.username ? address.href : null;
  } catch {
    return null;
  }
}

/** A formula as its source text, without the wrapping of its style. */
function formula(node) {
  const source = (node.getAttribute("alttext") ?? "")
    .replace(/^\{\\displaystyle\s*/, "")
    .replace(/\}$/, "")
    .trim();
  return source ? [{ t: "code", c: [source] }] : [];
}

const BLOCKS = new Set([
  "p",
  "ul",
  "ol",
  "dl",
  "table",
  "figure",
  "blockquote",
  "aside",
  "li",
  "figcaption",
  "caption",
  "dt",
]);
const LEVELS = { h2: 2, h3: 3, h4: 4 };

/** Leaves out blocks without content, and headings that stand over nothing any more. */
export function tidy(nodes) {
  const filled = nodes
    .map((node) => (typeof node === "string" ? node : { ...node, c: tidy(node.c) }))
    .filter((node) => typeof node === "string" || !BLOCKS.has(node.t) || hasContent(node));
  return filled.filter((node, index) => !(node.t in LEVELS) || standsOver(filled, index));
}

function hasContent(node) {
  if (typeof node === "string") return node.trim() !== "";
  return node.t === "img" || node.c.some(hasContent);
}

function standsOver(nodes, index) {
  for (const node of nodes.slice(index + 1)) {
    if (LEVELS[node.t] <= LEVELS[nodes[index].t]) return false;
    if (!(node.t in LEVELS) && hasContent(node)) return true;
  }
  return false;
}
