/**
 * The page with all hits of a search.
 * @module views/search
 */

import { button, h } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { notice } from "../frame/notices.js";
import { searchBuiltIn } from "../built_in/index.js";
import { articlePath } from "../titles.js";
import { searchBox } from "./search_box.js";

/** Makes the page for `/search?q=…`. */
export async function searchPage(app, query, pages) {
  const { words, language } = app;
  const { t } = words;
  const here = searchBuiltIn(language, query).map(({ id, title, summary }) => ({
    path: articlePath(id, language),
    title,
    description: summary,
    excerpt: "",
    here: true,
  }));
  const found = await search(app, query);
  const there = found.hits.map((hit) => ({ ...hit, path: articlePath(hit.title, language) }));
  const hits = [...here, ...there];
  const retry = button(t("retry"), { icon: icon("refresh"), onclick: () => pages.show() });
  const state =
    found.kind &&
    notice({
      icon: "offline",
      title: t(`state.${found.kind}`),
      text: here.length > 0 ? t("onlyHere") : t(`state.${found.kind}.text`),
      tone: "warm",
      actions: [retry],
    });
  const none =
    !found.kind &&
    hits.length === 0 &&
    notice({ icon: "search", title: t("noHits", { query }), text: t("noHitsText") });
  const node = h(
    "div",
    { class: "stack large" },
    h("h1", { class: "visually-hidden" }, t("searchFor", { query })),
    searchBox(app, pages, query),
    state,
    none,
    h(
      "ul",
      { class: "plain stack small" },
      hits.map((hit) => h("li", {}, hitLink(hit, t))),
    ),
  );
  return { node, title: t("searchFor", { query }) };
}

async function search({ wikipedia, language }, query) {
  try {
    return { hits: await wikipedia.search(language, query), kind: null };
  } catch (error) {
    if (!error.kind) throw error;
    return { hits: [], kind: error.kind };
  }
}

function hitLink({ path, title, description, excerpt, picture, here }, t) {
  return h(
    "a",
    { class: "card result", href: path },
    h(
      "span",
      { class: "grow" },
      h("strong", {}, title),
      h("span", { class: "muted" }, description || excerpt),
      description && excerpt && h("span", { class: "meta" }, `${excerpt}…`),
      here && h("span", {}, h("span", { class: "chip" }, icon("device", 13), t("onDevice"))),
    ),
    picture &&
      h("img", { src: picture, alt: "", width: 64, height: 64, loading: "lazy", referrerpolicy: "no-referrer" }),
  );
}
