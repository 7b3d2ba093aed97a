/**
 * The questions of a survey with their controls and one button that sends all answers.
 * @module views/form
 */

import { button, fill, h } from "../frame/element.js";
import { makeAnswer } from "./answers.js";

/**
 * @param {Object} survey - as `surveys.get` gives it
 * @param {Array<Object>} kept - wire answers to start from
 * @param {{words: Object, voice: Object}} app
 * @param {function(Array<Object>): Promise<void>} send - takes the wire answers
 * @returns {{node: HTMLElement, read: Function, touched: function(): boolean, show: function(Node): void}}
 */
export function makeForm(survey, kept, { words, voice }, send) {
  let touched = false;
  const place = h("div", { "aria-live": "polite" });
  const touch = () => (touched = true);
  const parts = survey.questions.map((question, index) => {
    const before = kept.find((one) => one.question === index) ?? null;
    const answer = makeAnswer({ question, index, words, voice, kept: before });
    return { ...answer, ...frame(question, index, survey.questions.length, answer.node, words) };
  });
  const text = words.t(survey.voted ? "sendAgain" : survey.questions.length > 1 ? "sendAll" : "send");
  const submit = button(text, { type: "submit", class: "primary" });

  async function onSubmit(event) {
    event.preventDefault();
    const wrong = parts.filter(({ problem, complain }) => complain(problem()));
    if (wrong.length > 0) {
      fill(place, h("p", { class: "error" }, words.t("lookAgain", { count: wrong.length })));
      wrong[0].node.querySelector("input:not(:disabled), textarea, button:not(:disabled)")?.focus();
      return;
    }
    fill(place);
    submit.disabled = true;
    await send(read());
    submit.disabled = false;
  }

  const read = () => parts.map((part) => part.read()).filter((answer) => answer !== null);
  const node = h(
    "form",
    { class: "stack large", novalidate: true, onsubmit: onSubmit, oninput: touch, onclick: touch },
    parts.map(({ section }) => section),
    place,
    h("div", {}, submit),
  );
  return { node, read, touched: () => touched, show: (message) => fill(place, message) };
}

function frame(question, index, total, control, words) {
  const error = h("p", { class: "error", id: `question-${index}-error`, hidden: true });
  const number = total > 1 ? h("span", { class: "meta" }, words.t("questionOf", { number: index + 1, total })) : null;
  const optional = question.required ? null : h("span", { class: "meta" }, ` · ${words.t("optional")}`);
  const section = h(
    "fieldset",
    { class: "question" },
    h(
      "legend",
      {},
      h("span", { class: "row" }, number, optional),
      h("span", { class: "question-text", id: `question-${index}-text` }, question.text),
    ),
    control,
    error,
  );

  function complain(text) {
    error.hidden = !text;
    fill(error, text ?? "");
    if (text) section.setAttribute("aria-describedby", error.id);
    else section.removeAttribute("aria-describedby");
    return Boolean(text);
  }

  return { section, complain };
}
