import assert from "node:assert/strict";
import { test } from "node:test";
import * as draft from "../../../miniapps/pulse/draft.js";
import { TEMPLATES, fromTemplate } from "../../../miniapps/pulse/templates.js";
import { WORDS_DE } from "../../../miniapps/pulse/words/de.js";
import { WORDS_EN } from "../../../miniapps/pulse/words/en.js";

const NOW = 1_700_000_000_000;
const valid = () => ({
  ...draft.newDraft(),
  title: "T",
  questions: [{ ...draft.newQuestion(), text: "Q", options: ["a", "b"] }],
});

test("an empty draft says what is missing", () => {
  const keys = draft.problems(draft.newDraft(), NOW).map(({ key }) => key);
  assert.deepEqual(keys, ["needTitle", "needQuestion", "needOptions"]);
});

test("a complete draft has no problems", () => assert.deepEqual(draft.problems(valid(), NOW), []));

test("options that differ only in case are the same", () => {
  const made = valid();
  made.questions[0].options = ["Sea", " sea "];
  assert.deepEqual(
    draft.problems(made, NOW).map(({ key }) => key),
    ["sameOptions"],
  );
});

test("bounds must fit the options and each other", () => {
  const made = valid();
  Object.assign(made.questions[0], { kind: "multiple", min: 3 });
  assert.deepEqual(draft.problems(made, NOW)[0], {
    question: 0,
    field: "bounds",
    key: "boundTooHigh",
    values: { count: 2 },
  });
  Object.assign(made.questions[0], { min: 2, max: 1 });
  assert.equal(draft.problems(made, NOW)[0].key, "boundCrossed");
});

test("a quiz needs a question with choices and its right answer", () => {
  const made = { ...valid(), quiz: true };
  assert.deepEqual(
    draft.problems(made, NOW).map(({ key }) => key),
    ["needRight"],
  );
  made.questions[0].kind = "text";
  assert.deepEqual(
    draft.problems(made, NOW).map(({ key }) => key),
    ["needQuizQuestion"],
  );
});

test("a right answer must be one that can be given", () => {
  const made = { ...valid(), quiz: true };
  Object.assign(made.questions[0], { correct: [0, 1] });
  assert.deepEqual(
    draft.problems(made, NOW).map(({ key }) => key),
    ["oneRight"],
  );
  Object.assign(made.questions[0], { kind: "multiple", correct: [0], min: 2 });
  assert.deepEqual(
    draft.problems(made, NOW).map(({ key }) => key),
    ["rightBounds"],
  );
});

test("votes in a quiz stand", () => {
  assert.equal(draft.toWire({ ...valid(), canChange: true, quiz: true }, NOW).canChange, false);
  assert.equal(draft.toWire({ ...valid(), canChange: true }, NOW).canChange, true);
});

test("a closing time in the past or unreadable is refused", () => {
  for (const closesAtText of ["2001-01-01T10:00", "", "soon"]) {
    const made = { ...valid(), closing: "at", closesAtText };
    assert.deepEqual(
      draft.problems(made, NOW).map(({ key }) => key),
      ["needFuture"],
    );
  }
});

test("the wire form leaves empty options out and keeps what is right", () => {
  const made = { ...valid(), quiz: true, closing: "day" };
  Object.assign(made.questions[0], {
    kind: "multiple",
    options: ["", " a ", "", "b", "c"],
    correct: [1, 4],
    explanation: " why ",
  });
  assert.deepEqual(draft.toWire(made, NOW), {
    title: "T",
    questions: [
      {
        kind: "multiple",
        text: "Q",
        required: true,
        options: ["a", "b", "c"],
        min: 1,
        max: null,
        correct: [0, 2],
        explanation: "why",
      },
    ],
    anonymous: true,
    closesAt: NOW + 86_400_000,
    results: "afterVoting",
    canChange: false,
    quiz: true,
  });
});

test("kinds without options send none", () => {
  const made = valid();
  made.questions[0].kind = "rating";
  assert.deepEqual(draft.toWire(made, NOW).questions, [{ kind: "rating", text: "Q", required: true }]);
});

test("removing an option keeps the others right", () => {
  const question = { ...draft.newQuestion("multiple"), options: ["a", "b", "c"], correct: [0, 1, 2] };
  draft.removeOption(question, 1);
  assert.deepEqual(
    [question.options, question.correct],
    [
      ["a", "c"],
      [0, 1],
    ],
  );
});

test("changing to one choice keeps one right answer, changing to text none", () => {
  const question = { ...draft.newQuestion("multiple"), correct: [1, 2] };
  draft.changeKind(question, "single");
  assert.deepEqual(question.correct, [1]);
  draft.changeKind(question, "text");
  assert.deepEqual(question.correct, []);
});

test("a question moves and stops at the ends", () => {
  const made = { ...draft.newDraft(), questions: ["a", "b", "c"] };
  assert.equal(draft.moveQuestion(made, 0, 1), 1);
  assert.deepEqual(made.questions, ["b", "a", "c"]);
  assert.equal(draft.moveQuestion(made, 2, 5), 2);
});

test("a kept draft that is none is not taken", () => {
  for (const kept of [null, 3, "x", {}, { questions: "x" }, { questions: [{ kind: "?" }] }])
    assert.equal(draft.readDraft(kept), null);
  assert.equal(draft.readDraft(valid()).title, "T");
});

test("only a draft with words is worth keeping", () => {
  assert.equal(draft.isWorthKeeping(draft.newDraft()), false);
  assert.equal(draft.isWorthKeeping(valid()), true);
});

for (const [language, words] of Object.entries({ en: WORDS_EN, de: WORDS_DE })) {
  test(`every template can be published as it is in ${language}`, () => {
    for (const { id } of TEMPLATES)
      assert.deepEqual(
        draft.problems(
          fromTemplate(id, (key) => words[key]),
          NOW,
        ),
        [],
        id,
      );
  });
}

test("an unknown template is none", () => assert.equal(fromTemplate("x", String), null));

test("both languages have the same words", () => {
  assert.deepEqual(Object.keys(WORDS_DE).sort(), Object.keys(WORDS_EN).sort());
});
