/**
 * An article tree as elements. Trees come from the network or from storage, so every tag and attribute is checked
 * once more, and text is only ever text.
 * @module tree
 */

import { h } from "./frame/element.js";
import { KEPT, pictureAddress } from "./allow.js";

const TAGS = new Set(KEPT.values());

/**
 * @param {Array} nodes - children of a tree
 * @param {{openLink: function(string): void, facts: string, wide: boolean}} context - `facts` names the box of facts
 * @returns {Node[]}
 */
export function draw(nodes, context) {
  return nodes
    .map((node) => (typeof node === "string" ? document.createTextNode(node) : element(node, context)))
    .filter(Boolean);
}

function element(node, context) {
  if (!TAGS.has(node?.t) || !Array.isArray(node.c)) return null;
  const inside = draw(node.c, context);
  const attributes = node.a ?? {};
  if (node.t === "a") return anchor(attributes, inside, context);
  if (node.t === "img") return picture(attributes);
  if (node.t === "aside")
    return h("details", { class: "facts", open: context.wide }, h("summary", {}, context.facts), inside);
  if (node.t === "table") return h("div", { class: "table-frame", tabindex: 0, role: "group" }, h("table", {}, inside));
  const spans = Object.fromEntries(
    ["colspan", "rowspan"].filter((name) => /^\d{1,2}$/.test(attributes[name])).map((name) => [name, attributes[name]]),
  );
  return h(node.t, spans, inside);
}

function anchor({ href, url }, inside, context) {
  if (typeof href === "string" && /^\/a\//.test(href)) return h("a", { href }, inside);
  if (typeof url !== "string" || !/^https?:\/\//.test(url)) return h("span", {}, inside);
  return h("button", { type: "button", class: "outside", title: url, onclick: () => context.openLink(url) }, inside);
}

function picture({ src, alt, width, height }) {
  const address = pictureAddress(src ?? "");
  if (!address) return null;
  const image = h("img", {
    src: address,
    alt: String(alt ?? ""),
    width,
    height,
    loading: "lazy",
    decoding: "async",
    referrerpolicy: "no-referrer",
  });
  // A picture that does not come leaves no hole.
  image.addEventListener("error", () => image.remove());
  return image;
}

/** The texts of all second-level headings. */
export function headings(nodes) {
  return nodes.filter((node) => node.t === "h2").map(plainText);
}

/** The text of a node without markup. */
export function plainText(node) {
  return typeof node === "string" ? node : (node.c ?? []).map(plainText).join("");
}

/** The first sentence of the first paragraph, for cards. */
export function firstSentence(nodes) {
  const text = plainText(nodes.find((node) => node.t === "p" && plainText(node).trim().length > 40) ?? { c: [] })
    .replace(/\s+/g, " ")
    .trim();
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
