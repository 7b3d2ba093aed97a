/**
 * The settings of a survey in the editor.
 * @module views/settings_editor
 */

import { h } from "../frame/element.js";
import { CLOSINGS } from "../draft.js";
import { choice, field, toggle } from "./fields.js";

/**
 * @param {{draft: Object, words: Object, problem: function(string): (string|null), quizChanged: function(): void}}
 *   context - `quizChanged` is called after quiz mode was switched, as questions and settings look different then
 * @returns {Node[]}
 */
export function settingsEditor(context) {
  const { draft, words } = context;
  const { t } = words;
  return [
    h("div", { class: "columns-two" }, closing(context), results(context)),
    toggle({
      label: t("setAnonymous"),
      hint: t("setAnonymousHint"),
      checked: draft.anonymous,
      change: (value) => (draft.anonymous = value),
    }),
    toggle({
      label: t("setChange"),
      hint: t("setChangeHint"),
      checked: draft.canChange && !draft.quiz,
      disabled: draft.quiz,
      change: (value) => (draft.canChange = value),
    }),
    quiz(context),
  ];
}

/** When it closes, with a time to set where that was chosen. */
function closing({ draft, words, problem }) {
  const { t } = words;
  const at = field({
    id: "closes-at",
    label: t("closesAt"),
    type: "datetime-local",
    value: draft.closesAtText,
    change: (value) => (draft.closesAtText = value),
  });
  at.hidden = draft.closing !== "at";
  const when = choice({
    id: "closing",
    label: t("closing"),
    value: draft.closing,
    options: Object.keys(CLOSINGS).map((key) => [key, t(`closing.${key}`)]),
    error: problem("closing"),
    change: (value) => {
      draft.closing = value;
      at.hidden = value !== "at";
    },
  });
  return [when, at];
}

function results({ draft, words }) {
  const { t } = words;
  return choice({
    id: "results",
    label: t("results"),
    value: draft.results,
    options: ["always", "afterVoting", "afterClosing"].map((key) => [key, t(`results.${key}`)]),
    change: (value) => (draft.results = value),
  });
}

function quiz({ draft, words, problem, quizChanged }) {
  const { t } = words;
  return toggle({
    id: "quiz",
    label: t("quiz"),
    hint: t("quizHint"),
    checked: draft.quiz,
    error: problem("quiz"),
    change: (value) => {
      draft.quiz = value;
      quizChanged();
    },
  });
}
