/**
 * One question in the editor.
 * @module views/question_editor
 */

import { button, h, iconButton } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { KINDS, LIMITS, canBeRight, changeKind, hasOptions, removeOption } from "../draft.js";
import { choice, field, toggle } from "./fields.js";

/**
 * @param {{draft: Object, index: number, words: Object, actions: Object, problem: function(string): (string|null)}} context
 *   `actions` has `redraw(selector)`, `move(index, step)`, `copy(index)` and `remove(index)`
 * @returns {HTMLElement}
 */
export function questionEditor(context) {
  const { draft, index, words, problem } = context;
  const { t } = words;
  const question = draft.questions[index];
  const id = `question-${index}`;
  return h(
    "section",
    { class: "card stack question-card", "aria-label": t("questionNumber", { number: index + 1 }) },
    head(context, question, id),
    field({
      id: `${id}-text`,
      label: t("questionText"),
      value: question.text,
      maxlength: LIMITS.question,
      placeholder: t(`hint.${question.kind}`),
      error: problem("text"),
      change: (text) => (question.text = text),
    }),
    hasOptions(question.kind) && options(context, question, id),
    question.kind === "multiple" && bounds(context, question, id),
    draft.quiz && canBeRight(question.kind) && explanation(context, question, id),
    toggle({ label: t("required"), checked: question.required, change: (value) => (question.required = value) }),
  );
}

function head({ draft, index, words, actions }, question, id) {
  const { t } = words;
  const tool = (name, label, props) => iconButton(label, icon(name), { class: "small ghost", ...props });
  const kind = choice({
    id: `${id}-kind`,
    label: t("kindLabel"),
    value: question.kind,
    options: KINDS.map((key) => [key, t(`kind.${key}`)]),
    change: (value) => {
      changeKind(question, value);
      actions.redraw(`#${id}-kind`);
    },
  });
  return h(
    "div",
    { class: "question-head" },
    h("h3", { class: "number" }, t("questionNumber", { number: index + 1 })),
    h("div", { class: "kind" }, kind),
    h(
      "div",
      { class: "row tools" },
      tool("up", t("moveQuestionUp"), {
        id: `${id}-move-up`,
        disabled: index === 0,
        onclick: () => actions.move(index, -1),
      }),
      tool("down", t("moveQuestionDown"), {
        id: `${id}-move-down`,
        disabled: index === draft.questions.length - 1,
        onclick: () => actions.move(index, 1),
      }),
      tool("copy", t("copyQuestion"), {
        disabled: draft.questions.length >= LIMITS.questions,
        onclick: () => actions.copy(index),
      }),
      tool("trash", t("removeQuestion"), {
        disabled: draft.questions.length === 1,
        onclick: () => actions.remove(index),
      }),
    ),
  );
}

function options({ draft, words, actions, problem }, question, id) {
  const { t } = words;
  const error = problem("options");
  const quiz = draft.quiz && canBeRight(question.kind);
  const rows = question.options.map((_, option) => optionRow({ t, actions, question, id, option, quiz, error }));
  const add = button(t("addOption"), {
    icon: icon("plus"),
    class: "ghost",
    disabled: question.options.length >= LIMITS.options,
    onclick: () => {
      question.options.push("");
      actions.redraw(`#${id}-option-${question.options.length - 1}`);
    },
  });
  return h(
    "div",
    { class: "stack small", role: "group", "aria-label": t("options") },
    h("p", { class: "label" }, quiz ? t("optionsQuiz") : t("options")),
    rows,
    h("div", {}, add),
    error && h("p", { class: "error", id: `${id}-options-error` }, error),
  );
}

function optionRow({ t, actions, question, id, option, quiz, error }) {
  const input = h("input", {
    type: "text",
    id: `${id}-option-${option}`,
    value: question.options[option],
    maxlength: LIMITS.option,
    "aria-label": t("optionNumber", { number: option + 1 }),
    placeholder: t("optionNumber", { number: option + 1 }),
    "aria-invalid": error ? "true" : null,
    "aria-describedby": error ? `${id}-options-error` : null,
    oninput: () => (question.options[option] = input.value),
    onkeydown: (event) => onEnter(event, { question, option, actions, id }),
  });
  const drop = () => {
    removeOption(question, option);
    actions.redraw(`#${id}-option-${Math.max(option - 1, 0)}`);
  };
  const remove = iconButton(t("removeOption", { number: option + 1 }), icon("close"), {
    class: "small ghost",
    disabled: question.options.length <= 2,
    onclick: drop,
  });
  return h("div", { class: "option-row" }, quiz && rightInput({ t, question, id, option }), input, remove);
}

/** Enter goes to the next option, and makes one after the last; it never sends the form. */
function onEnter(event, { question, option, actions, id }) {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const next = option + 1;
  if (next === question.options.length && question.options.length < LIMITS.options) question.options.push("");
  actions.redraw(`#${id}-option-${Math.min(next, question.options.length - 1)}`);
}

function rightInput({ t, question, id, option }) {
  const many = question.kind === "multiple";
  const input = h("input", {
    type: many ? "checkbox" : "radio",
    name: `${id}-right`,
    checked: question.correct.includes(option),
    "aria-label": t("isRight", { number: option + 1 }),
    title: t("isRight", { number: option + 1 }),
    onchange: () => {
      const others = many ? question.correct.filter((right) => right !== option) : [];
      question.correct = input.checked ? [...others, option].sort((a, b) => a - b) : others;
    },
  });
  return input;
}

function bounds({ words, problem }, question, id) {
  const { t } = words;
  const error = problem("bounds");
  const read = (text) => (text === "" ? null : Math.min(Math.max(Math.trunc(Number(text)) || 0, 0), LIMITS.options));
  return h(
    "div",
    { class: "columns-two" },
    field({
      id: `${id}-min`,
      label: t("min"),
      type: "number",
      min: 0,
      max: LIMITS.options,
      value: question.min,
      error,
      change: (text) => (question.min = read(text) ?? 0),
    }),
    field({
      id: `${id}-max`,
      label: t("max"),
      type: "number",
      min: 1,
      max: LIMITS.options,
      value: question.max ?? "",
      placeholder: t("noLimit"),
      change: (text) => (question.max = read(text) || null),
    }),
  );
}

function explanation({ words }, question, id) {
  return field({
    id: `${id}-explanation`,
    label: words.t("explanation"),
    value: question.explanation,
    maxlength: LIMITS.explanation,
    placeholder: words.t("explanationHint"),
    change: (text) => (question.explanation = text),
  });
}
