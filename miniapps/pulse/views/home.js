/**
 * The first page: make a survey, templates, and the surveys of this account.
 * @module views/home
 */

import { fill, h } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { errorNotice, notice } from "../frame/notices.js";
import { readDraft, isWorthKeeping } from "../draft.js";
import { TEMPLATES } from "../templates.js";
import { statusChip, surveyMeta } from "./facts.js";

/** Makes the page for `/`. */
export async function homePage(app) {
  const { words, room, surveys } = app;
  const list = h("div", { class: "stack small" });
  const draft = readDraft(await room.load("draft"));
  await drawMine(list, app);
  const stop = surveys.onChange(() => drawMine(list, app));
  const node = h(
    "div",
    { class: "stack large" },
    h(
      "header",
      { class: "head" },
      h("div", {}, h("h1", {}, "Pulse"), h("p", { class: "muted" }, words.t("tagline"))),
      newButton(words),
    ),
    !room.available && notice({ icon: "device", title: words.t("localTitle"), text: words.t("localText") }),
    draft && isWorthKeeping(draft) && draftNotice(draft, words),
    section(words.t("mine"), list),
    section(words.t("templates"), templateGrid(words)),
    await seenSection(app),
  );
  return { node, title: "Pulse", leave: stop };
}

function newButton({ t }) {
  return h("a", { class: "button primary", href: "/new" }, icon("plus"), h("span", {}, t("newSurvey")));
}

function section(title, ...children) {
  return h("section", { class: "stack small" }, h("h2", {}, title), children);
}

function draftNotice(draft, { t }) {
  const go = h("a", { class: "button", href: "/new" }, t("goOn"));
  return notice({ icon: "pencil", title: t("draftTitle"), text: draft.title || t("untitled"), actions: [go] });
}

async function drawMine(list, app) {
  const { surveys, words } = app;
  try {
    const mine = await surveys.mine();
    if (mine.length > 0)
      fill(
        list,
        h(
          "ul",
          { class: "plain stack small" },
          mine.map((survey) => h("li", {}, surveyLink(survey, words))),
        ),
      );
    else fill(list, notice({ icon: "chart", title: words.t("noneTitle"), text: words.t("noneText"), tone: "good" }));
  } catch (error) {
    fill(
      list,
      errorNotice(error, words, () => drawMine(list, app)),
    );
  }
}

function surveyLink(survey, words) {
  return h(
    "a",
    { class: "card survey-link", href: `/s/${survey.id}` },
    h(
      "span",
      { class: "grow" },
      h("strong", {}, survey.title),
      h("span", { class: "meta" }, surveyMeta(survey, words, Date.now())),
    ),
    statusChip(survey, words),
  );
}

function templateGrid({ t }) {
  const tile = ({ id, icon: name }) =>
    h(
      "li",
      {},
      h(
        "a",
        { class: "card template", href: `/new?t=${id}` },
        h("span", { class: "template-icon" }, icon(name, 20)),
        h("strong", {}, t(`tpl.${id}.name`)),
        h("span", { class: "meta" }, t(`tpl.${id}.about`)),
      ),
    );
  return h("ul", { class: "plain template-grid" }, TEMPLATES.map(tile));
}

async function seenSection({ seen, words }) {
  const entries = await seen.all();
  if (entries.length === 0) return null;
  const items = entries
    .slice(0, 8)
    .map(({ id, title }) =>
      h(
        "li",
        {},
        h("a", { class: "card survey-link", href: `/s/${id}` }, h("strong", { class: "grow" }, title), icon("next")),
      ),
    );
  return section(words.t("seen"), h("ul", { class: "plain stack small" }, items));
}
