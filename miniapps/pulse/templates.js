/**
 * Surveys to start from.
 * @module templates
 */

import { newDraft, newQuestion } from "./draft.js";

/** The templates in the order they are offered: id, icon and the kinds of their questions. */
export const TEMPLATES = [
  { id: "poll", icon: "single", make: poll },
  { id: "meeting", icon: "multiple", make: meeting },
  { id: "feedback", icon: "rating", make: feedback },
  { id: "order", icon: "ranking", make: order },
  { id: "ideas", icon: "text", make: ideas },
  { id: "quiz", icon: "sparkles", make: quiz },
];

/**
 * A draft made from a template.
 * @param {string} id
 * @param {Function} t - the translator; texts live under `tpl.<id>.…`
 * @returns {Object|null} a draft, or null for an unknown id
 */
export function fromTemplate(id, t) {
  const template = TEMPLATES.find((known) => known.id === id);
  return template ? { ...newDraft(), ...template.make((key) => t(`tpl.${id}.${key}`)) } : null;
}

function question(kind, text, options = "", more = {}) {
  return { ...newQuestion(kind), text, options: options ? options.split("|") : ["", ""], ...more };
}

function poll(t) {
  return {
    title: t("title"),
    questions: [question("single", t("q1"), t("o1"))],
    canChange: true,
    closing: "threeDays",
  };
}

function meeting(t) {
  return {
    title: t("title"),
    anonymous: false,
    canChange: true,
    results: "always",
    closing: "week",
    questions: [question("multiple", t("q1"), t("o1")), question("text", t("q2"), "", { required: false })],
  };
}

function feedback(t) {
  return {
    title: t("title"),
    questions: [
      question("rating", t("q1")),
      question("multiple", t("q2"), t("o2"), { min: 0, required: false }),
      question("text", t("q3"), "", { required: false }),
    ],
    closing: "week",
  };
}

function order(t) {
  return { title: t("title"), questions: [question("ranking", t("q1"), t("o1"))] };
}

function ideas(t) {
  return { title: t("title"), questions: [question("text", t("q1")), question("rating", t("q2"))], results: "always" };
}

function quiz(t) {
  return {
    title: t("title"),
    quiz: true,
    questions: [
      question("single", t("q1"), t("o1"), { correct: [1], explanation: t("e1") }),
      question("multiple", t("q2"), t("o2"), { correct: [0, 2], explanation: t("e2") }),
    ],
  };
}
