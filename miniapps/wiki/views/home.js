/**
 * The first page: search, what was read and saved, and the articles that are always here.
 * @module views/home
 */

import { h } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { builtIn } from "../built_in/index.js";
import { LANGUAGES, articlePath } from "../titles.js";
import { entryLink } from "./lists.js";
import { searchBox } from "./search_box.js";

/** Makes the page for `/`. */
export async function homePage(app, pages) {
  const { words, shelf, language } = app;
  const { t } = words;
  const [saved, history] = await Promise.all([shelf.saved(), shelf.history()]);
  const node = h(
    "div",
    { class: "stack large" },
    h(
      "header",
      { class: "head" },
      h("div", {}, h("h1", {}, "Wiki"), h("p", { class: "muted" }, t("tagline"))),
      languages(app, pages),
    ),
    searchBox(app, pages),
    section(t("recent"), "/history", history, words),
    section(t("saved"), "/saved", saved, words),
    h(
      "section",
      { class: "stack small" },
      h("h2", {}, t("here")),
      h(
        "ul",
        { class: "plain shelf" },
        builtIn(language).map((article) => h("li", {}, tile(article, language))),
      ),
    ),
  );
  return { node, title: "Wiki" };
}

function languages(app, pages) {
  const { words, shelf, voice } = app;
  const choose = async (language) => {
    app.language = language;
    await shelf.set({ language }).catch((error) => voice.fail(error));
    await pages.show();
  };
  const names = { en: "English", de: "Deutsch" };
  const tab = (language) =>
    h(
      "button",
      {
        type: "button",
        lang: language,
        "aria-pressed": String(app.language === language),
        onclick: () => choose(language),
      },
      names[language],
    );
  return h("div", { class: "segmented", role: "group", "aria-label": words.t("language") }, LANGUAGES.map(tab));
}

function section(title, path, entries, { t }) {
  if (entries.length === 0) return null;
  return h(
    "section",
    { class: "stack small" },
    h(
      "div",
      { class: "row between" },
      h("h2", {}, title),
      h("a", { class: "more", href: path, "aria-label": `${title}: ${t("all")}` }, t("all")),
    ),
    h(
      "ul",
      { class: "plain links" },
      entries.slice(0, 4).map((entry) => h("li", {}, entryLink(entry))),
    ),
  );
}

function tile({ id, title, summary }, language) {
  return h(
    "a",
    { class: "card tile", href: articlePath(id, language) },
    h("span", { class: "tile-icon", "aria-hidden": "true" }, title[0]),
    h("span", { class: "grow" }, h("strong", {}, title), h("span", { class: "meta" }, summary)),
    icon("next", 16),
  );
}
