/**
 * The controls that answer a question, one per kind.
 *
 * Each maker gets `{question, index, kept, words, voice}` and returns `{node, read, problem}`: `read()` gives the wire
 * answer or null, `problem()` the sentence that keeps it from being sent, or null.
 * @module views/answers
 */

import { h } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { LIMITS } from "../draft.js";
import { rankingAnswer } from "./ranking.js";

/** The control for a question, with `kept` (a wire answer) filled in. */
export function makeAnswer(context) {
  return MAKERS[context.question.kind](context);
}

const MAKERS = {
  single: choiceAnswer,
  multiple: choiceAnswer,
  rating: ratingAnswer,
  ranking: rankingAnswer,
  text: textAnswer,
};

/** The sentence for an answer that is missing though it must be there. */
function missing({ question, words }, answer) {
  return answer === null && question.required ? words.t(`need.${question.kind}`) : null;
}

function choiceAnswer(context) {
  const { question, index, kept, words } = context;
  const many = question.kind === "multiple";
  const most = question.max ?? question.options.length;
  const inputs = question.options.map((_, option) =>
    h("input", {
      type: many ? "checkbox" : "radio",
      name: `question-${index}`,
      value: String(option),
      checked: kept?.choices?.includes(option) ?? false,
      onchange: limit,
    }),
  );
  const chosen = () => inputs.flatMap((input, option) => (input.checked ? [option] : []));

  function limit() {
    if (!many) return;
    const full = chosen().length >= most;
    for (const input of inputs) input.disabled = full && !input.checked;
  }

  function read() {
    const choices = chosen();
    // Where none is allowed, choosing none is an answer too; to an optional question it is no answer.
    const noneCounts = many && question.min === 0 && question.required;
    return choices.length > 0 || noneCounts ? { question: index, choices } : null;
  }

  function problem() {
    const answer = read();
    if (many && answer && answer.choices.length < question.min) return words.t("need.min", { count: question.min });
    return missing(context, answer);
  }

  limit();
  const rows = question.options.map((text, option) =>
    h("label", { class: "option" }, inputs[option], h("span", {}, text)),
  );
  const node = h("div", { class: "stack small" }, many && h("p", { class: "meta" }, boundsText(question, words)), rows);
  return { node, read, problem };
}

/** How many options a multiple choice takes, in words. */
export function boundsText({ min, max, options }, { t }) {
  const most = max ?? options.length;
  if (min === most) return t("bounds.exact", { count: min });
  if (max === null || max === options.length) return min > 1 ? t("bounds.min", { count: min }) : t("bounds.any");
  return min > 0 ? t("bounds.both", { min, count: most }) : t("bounds.max", { count: most });
}

function ratingAnswer(context) {
  const { index, kept, words } = context;
  const stars = [1, 2, 3, 4, 5].map((rating) => {
    const input = h("input", {
      type: "radio",
      class: "visually-hidden",
      name: `question-${index}`,
      value: String(rating),
      checked: kept?.rating === rating,
      onchange: paint,
      "aria-label": words.t("stars", { count: rating }),
    });
    return { rating, input, label: h("label", { class: "star" }, input, icon("rating", 30)) };
  });
  const value = () => stars.find(({ input }) => input.checked)?.rating ?? 0;
  const said = h("span", { class: "meta" });

  function paint() {
    const rating = value();
    for (const star of stars) star.label.classList.toggle("filled", star.rating <= rating);
    said.textContent = rating > 0 ? words.t("starsOf", { rating }) : words.t("starsHint");
  }

  const read = () => (value() > 0 ? { question: index, rating: value() } : null);
  paint();
  const node = h(
    "div",
    { class: "row" },
    h(
      "div",
      { class: "stars" },
      stars.map(({ label }) => label),
    ),
    said,
  );
  return { node, read, problem: () => missing(context, read()) };
}

function textAnswer(context) {
  const { index, kept, words, question } = context;
  const area = h("textarea", {
    maxlength: LIMITS.answer,
    rows: 3,
    value: kept?.text ?? "",
    "aria-labelledby": `question-${index}-text`,
    placeholder: words.t("textHint"),
    required: question.required,
    oninput: count,
  });
  const left = h("p", { class: "meta", hidden: true });

  function count() {
    const rest = LIMITS.answer - area.value.length;
    left.hidden = rest > 200;
    left.textContent = words.t("charactersLeft", { count: rest });
  }

  const read = () => (area.value.trim() ? { question: index, text: area.value.trim() } : null);
  count();
  return { node: h("div", { class: "stack small" }, area, left), read, problem: () => missing(context, read()) };
}
