/**
 * The pages with all saved articles and the whole history.
 * @module views/lists
 */

import { button, h, iconButton } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { notice } from "../frame/notices.js";

/** A link to an article: `{path, title}`. */
export function entryLink({ path, title }) {
  const language = new URLSearchParams(path.split("?")[1]).get("lang");
  return h(
    "a",
    { class: "entry", href: path },
    h("span", { class: "grow" }, title),
    language && h("span", { class: "chip" }, language.toUpperCase()),
  );
}

/** Makes the page for `/saved`. */
export async function savedPage({ words, shelf, voice }, pages) {
  const { t } = words;
  const saved = await shelf.saved();
  const drop = async (path) => {
    await shelf.drop(path).catch((error) => voice.fail(error));
    await pages.show();
  };
  const row = (entry) =>
    h(
      "li",
      { class: "row nowrap" },
      h("div", { class: "grow" }, entryLink(entry)),
      iconButton(t("dropName", { title: entry.title }), icon("trash"), {
        class: "ghost",
        onclick: () => drop(entry.path),
      }),
    );
  const empty = notice({ icon: "bookmark", title: t("noSaved"), text: t("noSavedText") });
  const node = h(
    "div",
    { class: "stack large" },
    h("h1", {}, t("saved")),
    saved.length > 0 ? h("ul", { class: "plain links" }, saved.map(row)) : empty,
  );
  return { node, title: t("saved") };
}

/** Makes the page for `/history`. */
export async function historyPage({ words, shelf, voice }, pages) {
  const { t } = words;
  const history = await shelf.history();
  const clear = async () => {
    if (
      !(await voice.confirm({ title: t("clearTitle"), text: t("clearText"), confirm: t("clear"), destructive: true }))
    )
      return;
    await shelf.forget().catch((error) => voice.fail(error));
    await pages.show();
  };
  const days = Map.groupBy ? Map.groupBy(history, ({ at }) => day(at, words)) : new Map([["", history]]);
  const groups = [...days].map(([name, entries]) =>
    h(
      "section",
      { class: "stack small" },
      name && h("h2", {}, name),
      h(
        "ul",
        { class: "plain links" },
        entries.map((entry) => h("li", {}, entryLink(entry))),
      ),
    ),
  );
  const empty = notice({ icon: "history", title: t("noHistory"), text: t("noHistoryText") });
  const node = h(
    "div",
    { class: "stack large" },
    h(
      "header",
      { class: "head" },
      h("h1", {}, t("recent")),
      history.length > 0 && button(t("clear"), { icon: icon("trash"), onclick: clear }),
    ),
    history.length > 0 ? groups : empty,
  );
  return { node, title: t("recent") };
}

function day(at, words) {
  return Number.isFinite(at) ? words.date(at, { dateStyle: "full" }) : "";
}
