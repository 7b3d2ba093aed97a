/**
 * The result of a quiz: one's own, with how it came about, or somebody else's.
 * @module views/result
 */

import { button, h } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { cover, resultHue } from "../art.js";
import { band, outcome, personality } from "../quiz.js";

/** Makes the page for `…?r=<result>`. */
export async function resultPage(app, entry, result, pages) {
  const { library, words } = app;
  const { t } = words;
  const { quiz } = entry;
  const answers = await library.answers(entry);
  const mine = answers.length === quiz.questions.length && outcome(quiz, answers) === result;
  const face = quiz.kind === "personality" ? personalityFace(quiz, result, words) : knowledgeFace(quiz, result, words);
  const start = h(
    "a",
    { class: `button ${mine ? "" : "primary"}`, href: entry.path },
    icon(mine ? "refresh" : "play"),
    h("span", {}, mine ? t("again") : t("take")),
  );
  const share = button(t("shareResult"), { class: "primary", icon: icon("share"), onclick: () => pages.share() });
  const node = h(
    "article",
    { class: "stack large" },
    cover(
      { hue: face.hue, kind: quiz.kind, class: "tall" },
      h("p", { class: "cover-meta" }, mine ? t("yourResult") : t("someResult"), " · ", quiz.title),
      h("p", { class: "cover-lead" }, mine ? face.lead : face.theirs),
      h("h1", {}, face.title),
    ),
    h("p", { class: "lead" }, face.text),
    h(
      "div",
      { class: "row" },
      mine && entry.sharePath && share,
      start,
      mine && h("a", { class: "button ghost", href: "/" }, t("more")),
    ),
    mine && (quiz.kind === "personality" ? spread(quiz, answers, words) : review(quiz, answers, words)),
  );
  const path = entry.sharePath && `${entry.sharePath}?r=${result}`;
  const card = () => (path ? { path, title: face.shared, subtitle: quiz.title } : null);
  return { node, title: face.shared, card, attachText: t("attachResult"), refusal: path ? null : t("tooLong") };
}

function personalityFace(quiz, result, { t }) {
  const { title, text } = quiz.results[result];
  return {
    title,
    text,
    lead: t("youAre"),
    theirs: t("someoneIs"),
    shared: t("iAm", { title }),
    hue: resultHue(quiz, result),
  };
}

function knowledgeFace(quiz, result, { t }) {
  const values = { right: result, total: quiz.questions.length, count: quiz.questions.length };
  const place = band(result, quiz.questions.length);
  return {
    title: t("scoreShort", values),
    text: t(`band.${place}`),
    lead: t("knew"),
    theirs: t("knew"),
    shared: t("iKnew", values),
    hue: quiz.hue,
  };
}

/** How near the answers came to each result. */
function spread(quiz, answers, words) {
  const { counts } = personality(quiz, answers);
  const total = quiz.questions.length;
  const order = counts.map((_, index) => index).sort((a, b) => counts[b] - counts[a]);
  const rows = order.map((index) =>
    h(
      "li",
      { class: "spread", css: { "--hue": String(resultHue(quiz, index)) } },
      h("span", { class: "spread-name" }, quiz.results[index].title),
      h(
        "span",
        { class: "spread-track", "aria-hidden": "true" },
        h("span", { css: { "inline-size": `${(counts[index] / total) * 100}%` } }),
      ),
      h("span", { class: "meta" }, words.percent(counts[index] / total)),
    ),
  );
  return h(
    "section",
    { class: "stack small" },
    h("h2", {}, words.t("mix")),
    h("ul", { class: "plain stack small" }, rows),
  );
}

/** Each question with what was answered and what is right. */
function review(quiz, answers, words) {
  const { t } = words;
  const rows = quiz.questions.map((question, index) => {
    const right = question.right === answers[index];
    return h(
      "li",
      { class: `review ${right ? "good" : "warm"}` },
      h(
        "span",
        { class: "review-mark" },
        icon(right ? "check" : "close", 16),
        h("span", { class: "visually-hidden" }, right ? t("right") : t("wrong")),
      ),
      h(
        "div",
        { class: "grow" },
        h("h3", {}, question.text),
        !right && h("p", { class: "muted" }, t("youSaid", { answer: question.answers[answers[index]].text })),
        h("p", {}, t("isRight", { answer: question.answers[question.right].text })),
        question.explanation && h("p", { class: "meta" }, question.explanation),
      ),
    );
  });
  return h(
    "section",
    { class: "stack small" },
    h("h2", {}, t("review")),
    h("ol", { class: "plain stack small" }, rows),
  );
}
