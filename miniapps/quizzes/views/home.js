/**
 * The first page: quizzes to play and quizzes made here.
 * @module views/home
 */

import { h, iconButton } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { notice } from "../frame/notices.js";
import { cover } from "../art.js";

/** Makes the page for `/`. */
export async function homePage({ library, words, room, voice }, pages) {
  const { t } = words;
  const made = await library.made();
  const make = h("a", { class: "button primary", href: "/make" }, icon("plus"), h("span", {}, t("make")));
  const node = h(
    "div",
    { class: "stack large" },
    h(
      "header",
      { class: "head" },
      h("div", {}, h("h1", {}, "Quizzes"), h("p", { class: "muted" }, t("tagline"))),
      make,
    ),
    !room.available && notice({ icon: "device", title: t("localTitle"), text: t("localText") }),
    h(
      "section",
      { class: "stack small", "aria-label": t("play") },
      h("h2", {}, t("play")),
      h(
        "ul",
        { class: "plain quiz-grid" },
        library.builtIn.map((quiz) => h("li", {}, quizTile(quiz, words))),
      ),
    ),
    h("section", { class: "stack small" }, h("h2", {}, t("yours")), madeList(made, { words, library, voice, pages })),
  );
  return { node, title: "Quizzes" };
}

function quizTile(quiz, { t }) {
  const facts = [t(`kind.${quiz.kind}`), t("questions", { count: quiz.questions.length })].join(" · ");
  return h(
    "a",
    { class: "quiz-tile", href: `/q/${quiz.id}` },
    cover({ hue: quiz.hue, kind: quiz.kind }, h("strong", {}, quiz.title)),
    h("span", { class: "tile-text" }, h("span", {}, quiz.about), h("span", { class: "meta" }, facts)),
  );
}

function madeList(made, context) {
  const { t } = context.words;
  if (made.length === 0) return notice({ icon: "sparkles", title: t("noneTitle"), text: t("noneText"), tone: "brand" });
  return h(
    "ul",
    { class: "plain stack small" },
    made.map((entry) => h("li", {}, madeRow(entry, context))),
  );
}

function madeRow(entry, { words, library, voice, pages }) {
  const { t } = words;
  const title = entry.title || t("untitled");
  const remove = async () => {
    const agreed = await voice.confirm({
      title: t("removeTitle", { title }),
      text: t("removeText"),
      confirm: t("delete"),
      destructive: true,
    });
    if (!agreed) return;
    await library.remove(entry.id);
    await pages.show();
  };
  return h(
    "div",
    { class: "card made" },
    h(
      "a",
      { class: "grow", href: `/q/${entry.id}` },
      h("strong", {}, title),
      h("span", { class: "meta" }, [t(`kind.${entry.kind}`), t("questions", { count: entry.questions })].join(" · ")),
    ),
    h(
      "a",
      {
        class: "icon-button ghost",
        href: `/make/${entry.id}`,
        "aria-label": t("edit", { title }),
        title: t("edit", { title }),
      },
      icon("pencil"),
    ),
    iconButton(t("removeName", { title }), icon("trash"), { class: "ghost", onclick: remove }),
  );
}
