/**
 * The cards and controls of the maker.
 * @module views/maker_parts
 */

import { button, h, iconButton } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { LIMITS, newAnswer, removeAnswer, removeResult } from "../quiz.js";

function errorLine(id, error) {
  return error ? h("p", { class: "error", id: `${id}-error` }, error) : null;
}

function checked(id, error) {
  return { "aria-invalid": error ? "true" : null, "aria-describedby": error ? `${id}-error` : null };
}

/** A labelled line of text. */
export function line({ id, label, change, error = null, ...more }) {
  const input = h("input", { type: "text", id, oninput: () => change(input.value), ...checked(id, error), ...more });
  return h("div", { class: "field" }, h("label", { for: id }, label), input, errorLine(id, error));
}

/** A labelled text of several lines. */
export function area({ id, label, change, ...more }) {
  const input = h("textarea", { id, rows: 2, oninput: () => change(input.value), ...more });
  return h("div", { class: "field" }, h("label", { for: id }, label), input);
}

/** A result of a personality quiz. */
export function resultCard({ quiz, words, redraw, problem }, index) {
  const { t } = words;
  const result = quiz.results[index];
  const remove = () => {
    removeResult(quiz, index);
    redraw(`result-${Math.max(index - 1, 0)}`);
  };
  return h(
    "div",
    { class: "card stack small" },
    h(
      "div",
      { class: "row between" },
      h("h3", {}, t("resultNumber", { number: index + 1 })),
      iconButton(t("removeResult", { number: index + 1 }), icon("trash"), {
        class: "small ghost",
        disabled: quiz.results.length <= 2,
        onclick: remove,
      }),
    ),
    line({
      id: `result-${index}`,
      label: t("resultTitle"),
      value: result.title,
      maxlength: LIMITS.resultTitle,
      placeholder: t("resultHint"),
      error: problem(`result-${index}`),
      change: (text) => (result.title = text),
    }),
    area({
      id: `result-${index}-text`,
      label: t("resultText"),
      value: result.text,
      maxlength: LIMITS.resultText,
      change: (text) => (result.text = text),
    }),
  );
}

/** A question with its answers. */
export function questionCard(context, index) {
  const { quiz, words, redraw, problem } = context;
  const { t } = words;
  const question = quiz.questions[index];
  const remove = () => {
    quiz.questions.splice(index, 1);
    redraw(`question-${Math.max(index - 1, 0)}`);
  };
  const name = t("removeQuestion", { number: index + 1 });
  const props = { class: "small ghost", disabled: quiz.questions.length <= 1, onclick: remove };
  return h(
    "div",
    { class: "card stack small" },
    h(
      "div",
      { class: "row between" },
      h("h3", {}, t("questionNumber", { number: index + 1 })),
      iconButton(name, icon("trash"), props),
    ),
    line({
      id: `question-${index}`,
      label: t("question"),
      value: question.text,
      maxlength: LIMITS.question,
      error: problem(`question-${index}`),
      change: (text) => (question.text = text),
    }),
    answers(context, index),
    quiz.kind === "knowledge" && explanation(question, index, t),
  );
}

function answers(context, index) {
  const { quiz, words, redraw } = context;
  const { t } = words;
  const question = quiz.questions[index];
  const add = () => {
    question.answers.push(newAnswer());
    redraw(`answer-${index}-${question.answers.length - 1}`);
  };
  const full = question.answers.length >= LIMITS.answers;
  return [
    h("p", { class: "label" }, quiz.kind === "knowledge" ? t("answersKnowledge") : t("answersPersonality")),
    question.answers.map((_, place) => answerRow(context, index, place)),
    h("div", {}, button(t("addAnswer"), { class: "ghost", icon: icon("plus"), disabled: full, onclick: add })),
  ];
}

function explanation(question, index, t) {
  return line({
    id: `explanation-${index}`,
    label: t("explanation"),
    value: question.explanation,
    maxlength: LIMITS.explanation,
    placeholder: t("explanationHint"),
    change: (text) => (question.explanation = text),
  });
}

function answerRow(context, index, place) {
  const { quiz, words, redraw, problem } = context;
  const { t } = words;
  const question = quiz.questions[index];
  const answer = question.answers[place];
  const id = `answer-${index}-${place}`;
  const error = problem(id);
  const number = place + 1;
  const input = h("input", {
    type: "text",
    id,
    value: answer.text,
    maxlength: LIMITS.answer,
    "aria-label": t("answerNumber", { number }),
    placeholder: t("answerNumber", { number }),
    oninput: () => (answer.text = input.value),
    onkeydown: (event) => onEnter(event, context, index, place),
    ...checked(id, error),
  });
  const remove = () => {
    removeAnswer(question, place);
    redraw(`answer-${index}-${Math.max(place - 1, 0)}`);
  };
  const drop = iconButton(t("removeAnswer", { number }), icon("close"), {
    class: "small ghost",
    disabled: question.answers.length <= 2,
    onclick: remove,
  });
  const row =
    quiz.kind === "knowledge"
      ? h("div", { class: "answer-row" }, rightInput(question, index, place, t), input, drop)
      : h("div", { class: "answer-row leads" }, input, drop, leadsTo(quiz, answer, number, t));
  return h("div", { class: "stack small" }, row, errorLine(id, error));
}

/** Enter goes to the next answer, and makes one after the last; it never sends the form. */
function onEnter(event, { quiz, redraw }, index, place) {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const { answers } = quiz.questions[index];
  if (place + 1 === answers.length && answers.length < LIMITS.answers) answers.push(newAnswer());
  redraw(`answer-${index}-${Math.min(place + 1, answers.length - 1)}`);
}

function rightInput(question, index, place, t) {
  const name = t("markRight", { number: place + 1 });
  return h("input", {
    type: "radio",
    name: `right-${index}`,
    checked: question.right === place,
    "aria-label": name,
    title: name,
    onchange: () => (question.right = place),
  });
}

function leadsTo(quiz, answer, number, t) {
  const select = h(
    "select",
    { "aria-label": t("leadsTo", { number }), onchange: () => (answer.to = Number(select.value)) },
    quiz.results.map((result, index) =>
      h(
        "option",
        { value: String(index), selected: answer.to === index },
        result.title || t("resultNumber", { number: index + 1 }),
      ),
    ),
  );
  return h("div", { class: "leads-to" }, icon("next", 16), select);
}
