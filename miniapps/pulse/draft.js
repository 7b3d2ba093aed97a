/**
 * A survey while it is being made: pure rules, no page.
 * @module draft
 */

/** Limits of the contract. */
export const LIMITS = {
  title: 120,
  question: 300,
  option: 80,
  options: 10,
  questions: 20,
  explanation: 300,
  answer: 2000,
};

/** The ways a question can be answered, in the order the editor offers them. */
export const KINDS = ["single", "multiple", "rating", "ranking", "text"];

/** How closing is chosen, with the span in milliseconds where it has one. */
export const CLOSINGS = {
  hand: null,
  hour: 3_600_000,
  day: 86_400_000,
  threeDays: 259_200_000,
  week: 604_800_000,
  at: null,
};

/** True for kinds that offer options. */
export function hasOptions(kind) {
  return kind === "single" || kind === "multiple" || kind === "ranking";
}

/** True for kinds that can have right answers in a quiz. */
export function canBeRight(kind) {
  return kind === "single" || kind === "multiple";
}

/** An empty question of a kind. */
export function newQuestion(kind = "single") {
  return { kind, text: "", options: ["", ""], min: 1, max: null, required: true, correct: [], explanation: "" };
}

/** An empty survey. */
export function newDraft() {
  return {
    title: "",
    questions: [newQuestion()],
    anonymous: true,
    closing: "hand",
    closesAtText: "",
    results: "afterVoting",
    canChange: false,
    quiz: false,
  };
}

/** Takes option `index` out of a question; what is right stays right. */
export function removeOption(question, index) {
  question.options.splice(index, 1);
  question.correct = question.correct
    .filter((right) => right !== index)
    .map((right) => (right > index ? right - 1 : right));
}

/** Moves question `index` by `step`; returns its new place. */
export function moveQuestion(draft, index, step) {
  const target = Math.min(Math.max(index + step, 0), draft.questions.length - 1);
  const [question] = draft.questions.splice(index, 1);
  draft.questions.splice(target, 0, question);
  return target;
}

/** Changes a question's kind and drops what the new kind has no use for. */
export function changeKind(question, kind) {
  question.kind = kind;
  if (kind === "single") question.correct = question.correct.slice(0, 1);
  if (!canBeRight(kind)) question.correct = [];
}

/** When the survey closes, in milliseconds since 1970 UTC; null for by hand, NaN for an unreadable time. */
export function closesAt(draft, now) {
  if (draft.closing === "at") return new Date(draft.closesAtText).getTime();
  const span = CLOSINGS[draft.closing];
  return span ? now + span : null;
}

/** Options with text, each with its place among all options. */
function filled(question) {
  return question.options.map((text, index) => ({ text: text.trim(), index })).filter(({ text }) => text);
}

/**
 * What keeps a draft from being published.
 * @returns {Array<{question: number|null, field: string, key: string, values?: Object}>} `key` names a sentence,
 *   `question` is null for the survey itself
 */
export function problems(draft, now) {
  const found = [];
  if (!draft.title.trim()) found.push({ question: null, field: "title", key: "needTitle" });
  const at = closesAt(draft, now);
  if (at !== null && !(at > now)) found.push({ question: null, field: "closing", key: "needFuture" });
  if (draft.quiz && !draft.questions.some(({ kind }) => canBeRight(kind))) {
    found.push({ question: null, field: "quiz", key: "needQuizQuestion" });
  }
  draft.questions.forEach((question, index) => {
    for (const problem of questionProblems(question, draft.quiz)) found.push({ question: index, ...problem });
  });
  return found;
}

function questionProblems(question, quiz) {
  const found = [];
  if (!question.text.trim()) found.push({ field: "text", key: "needQuestion" });
  if (!hasOptions(question.kind)) return found;
  const options = filled(question);
  const distinct = new Set(options.map(({ text }) => text.toLowerCase()));
  if (options.length < 2) found.push({ field: "options", key: "needOptions" });
  else if (distinct.size < options.length) found.push({ field: "options", key: "sameOptions" });
  if (question.kind === "multiple") found.push(...boundProblems(question, options.length));
  if (quiz && canBeRight(question.kind)) found.push(...rightProblems(question, options));
  return found;
}

/** A right answer must be one that can be given. */
function rightProblems(question, options) {
  const right = options.filter(({ index }) => question.correct.includes(index)).length;
  if (right === 0) return [{ field: "options", key: "needRight" }];
  if (question.kind === "single") return right > 1 ? [{ field: "options", key: "oneRight" }] : [];
  const { min, max } = question;
  return right < min || right > (max ?? options.length) ? [{ field: "options", key: "rightBounds" }] : [];
}

function boundProblems({ min, max }, count) {
  const most = max ?? count;
  if (min > count || most > count) return [{ field: "bounds", key: "boundTooHigh", values: { count } }];
  return min > most ? [{ field: "bounds", key: "boundCrossed" }] : [];
}

/** The draft as `surveys.create` takes it. Call it only when {@link problems} is empty. */
export function toWire(draft, now) {
  return {
    title: draft.title.trim(),
    questions: draft.questions.map((question) => wireQuestion(question, draft.quiz)),
    anonymous: draft.anonymous,
    closesAt: closesAt(draft, now),
    results: draft.results,
    // A quiz shows what is right after voting, so its votes stand.
    canChange: draft.canChange && !draft.quiz,
    quiz: draft.quiz,
  };
}

function wireQuestion(question, quiz) {
  const wire = { kind: question.kind, text: question.text.trim(), required: question.required };
  if (!hasOptions(question.kind)) return wire;
  const options = filled(question);
  wire.options = options.map(({ text }) => text);
  if (question.kind === "multiple") {
    wire.min = question.min;
    wire.max = question.max;
  }
  if (quiz && canBeRight(question.kind)) {
    wire.correct = options.flatMap(({ index }, place) => (question.correct.includes(index) ? [place] : []));
    wire.explanation = question.explanation.trim();
  }
  return wire;
}

/** A kept draft as this version understands it, or null when it is none. */
export function readDraft(kept) {
  if (typeof kept !== "object" || kept === null || !Array.isArray(kept.questions)) return null;
  const draft = { ...newDraft(), ...kept };
  draft.title = String(draft.title);
  draft.questions = kept.questions
    .filter((question) => KINDS.includes(question?.kind) && Array.isArray(question.options))
    .slice(0, LIMITS.questions)
    .map((question) => ({ ...newQuestion(), ...question, options: question.options.map(String) }));
  return draft.questions.length > 0 ? draft : null;
}

/** True when a draft holds something a person wrote. */
export function isWorthKeeping(draft) {
  return (
    Boolean(draft.title.trim()) ||
    draft.questions.some(({ text, options }) => text.trim() || options.some((option) => option.trim()))
  );
}
