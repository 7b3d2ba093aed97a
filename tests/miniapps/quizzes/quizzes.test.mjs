import assert from "node:assert/strict";
import { test } from "node:test";
import { BUILT_IN } from "../../../miniapps/quizzes/built_in/index.js";
import { Library, checksum } from "../../../miniapps/quizzes/library.js";
import { PACKED_MAX, pack, unpack } from "../../../miniapps/quizzes/packing.js";
import * as quizzes from "../../../miniapps/quizzes/quiz.js";
import { WORDS_DE } from "../../../miniapps/quizzes/words/de.js";
import { WORDS_EN } from "../../../miniapps/quizzes/words/en.js";

const answers = (...to) => to.map((result, index) => ({ text: `a${index}`, to: result }));
const personality = () => ({
  id: "x",
  kind: "personality",
  hue: 350,
  title: "Who?",
  about: "",
  results: [
    { title: "one", text: "" },
    { title: "two", text: "t" },
  ],
  questions: [0, 1].map(() => ({ text: "q", answers: answers(0, 1), right: 0, explanation: "" })),
});
const knowledge = () => ({
  id: "x",
  kind: "knowledge",
  hue: 350,
  title: "Wieviel?",
  about: "über äöü",
  results: [],
  questions: [
    { text: "q", answers: answers(0, 0, 0), right: 2, explanation: "e" },
    { text: "r", answers: answers(0, 0), right: 0, explanation: "" },
  ],
});

function room() {
  const kept = new Map();
  return {
    kept,
    load: async (key) => structuredClone(kept.get(key) ?? null),
    save: async (key, value) => void (value === null ? kept.delete(key) : kept.set(key, structuredClone(value))),
  };
}

async function deflated(value) {
  const stream = new Blob([typeof value === "string" ? value : JSON.stringify(value)])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString("base64url");
}

test("the most chosen result wins", () => {
  const quiz = personality();
  assert.deepEqual(quizzes.personality(quiz, [1, 1]), { index: 1, counts: [0, 2] });
});

test("among equal results the one chosen last wins", () => {
  const quiz = personality();
  assert.equal(quizzes.outcome(quiz, [0, 1]), 1);
  assert.equal(quizzes.outcome(quiz, [1, 0]), 0);
});

test("a score counts right answers", () => {
  assert.equal(quizzes.outcome(knowledge(), [2, 1]), 1);
  assert.equal(quizzes.score(knowledge(), [2, 0]), 2);
});

test("only results of the quiz are read from an address", () => {
  assert.equal(quizzes.readOutcome(personality(), "1"), 1);
  assert.equal(quizzes.readOutcome(knowledge(), "2"), 2);
  for (const text of ["2", "-1", "1.5", "x", "", undefined, "001"])
    assert.equal(quizzes.readOutcome(personality(), text), null, text);
});

test("bands go from a start to all", () => {
  assert.deepEqual(
    [0, 4, 7, 10].map((right) => quizzes.band(right, 10)),
    [0, 1, 2, 3],
  );
});

test("an empty quiz names each missing text", () => {
  const fields = quizzes.problems(quizzes.newQuiz("x")).map(({ field }) => field);
  assert.deepEqual(fields, ["title", "result-0", "result-1", "question-0", "answer-0-0", "answer-0-1"]);
});

test("a result that no answer reaches is named", () => {
  const quiz = personality();
  for (const question of quiz.questions) question.answers[1].to = 0;
  assert.deepEqual(quizzes.problems(quiz), [{ field: "result-1", key: "unreached" }]);
});

test("removing a result keeps answers leading somewhere", () => {
  const quiz = { ...personality(), results: [{ title: "a" }, { title: "b" }, { title: "c" }] };
  quiz.questions[0].answers = answers(0, 1, 2);
  quizzes.removeResult(quiz, 1);
  assert.deepEqual(
    quiz.questions[0].answers.map(({ to }) => to),
    [0, 0, 1],
  );
});

test("removing an answer keeps the right one", () => {
  const [question] = knowledge().questions;
  quizzes.removeAnswer(question, 0);
  assert.equal(question.right, 1);
  quizzes.removeAnswer(question, 1);
  assert.equal(question.right, 0);
});

test("kept answers must belong to the quiz", () => {
  assert.equal(quizzes.areAnswers(knowledge(), [2]), true);
  for (const wrong of [null, [3], [0, 0, 0], [0.5], ["0"]]) assert.equal(quizzes.areAnswers(knowledge(), wrong), false);
});

for (const make of [personality, knowledge]) {
  test(`a packed ${make.name} quiz comes back whole`, async () => {
    const text = await pack(make());
    assert.match(text, /^[\w-]+$/);
    assert.deepEqual(await unpack(text, "x"), make());
  });
}

test("damaged, foreign and oversized packed texts are refused", async () => {
  const rows = [1, "k", "T", "", [], [["q", ["a", "b"], 0, ""]]];
  assert.notEqual(await unpack(await deflated(rows), "x"), null);
  const wrong = [
    "AAAA",
    "not base64!",
    (await pack(knowledge())).slice(0, -6),
    await deflated([2, ...rows.slice(1)]),
    await deflated([1, "z", ...rows.slice(2)]),
    await deflated([1, "k", "", ...rows.slice(3)]),
    await deflated([1, "k", { toString: "x" }, ...rows.slice(3)]),
    await deflated([...rows.slice(0, 5), [["q", ["a", "b"], 2, ""]]]),
    await deflated([...rows.slice(0, 5), [["q", ["a"], 0, ""]]]),
    await deflated([...rows.slice(0, 5), []]),
    await deflated([
      1,
      "p",
      "T",
      "",
      [
        ["r", ""],
        ["s", ""],
      ],
      [
        [
          "q",
          [
            ["a", 0],
            ["b", 5],
          ],
        ],
      ],
    ]),
    await deflated("null"),
    await deflated(`"${" ".repeat(400_000)}"`),
  ];
  for (const text of wrong) assert.equal(await unpack(text, "x"), null, text);
});

test("a long quiz made here has no path to share, a short one has", async () => {
  const library = new Library(room(), "en");
  const short = knowledge();
  await library.save(short);
  assert.match((await library.byId("x")).sharePath, /^\/p\/[\w-]+$/);
  let seed = 1;
  const noise = () =>
    Array.from({ length: 90 }, () => String.fromCharCode(97 + ((seed = (seed * 48271) % 2147483647) % 26))).join("");
  const long = { ...short, questions: Array.from({ length: 20 }, () => ({ ...short.questions[0], text: noise() })) };
  assert.ok((await pack(long)).length > PACKED_MAX);
  await library.save(long);
  assert.equal((await library.byId("x")).sharePath, null);
});

test("made quizzes are listed newest first and can be removed", async () => {
  const store = room();
  const library = new Library(store, "en");
  await library.save({ ...knowledge(), id: "a" });
  await library.save({ ...knowledge(), id: "b" });
  await library.save({ ...knowledge(), id: "a" });
  assert.deepEqual(
    (await library.made()).map(({ id }) => id),
    ["a", "b"],
  );
  await library.remove("a");
  assert.deepEqual([(await library.made()).length, await library.byId("a")], [1, null]);
  assert.equal(store.kept.has("quiz:a"), false);
});

test("answers are remembered for the newest thirty quizzes", async () => {
  const library = new Library(room(), "en");
  const entry = (key) => ({ key, quiz: knowledge() });
  for (let number = 0; number < 31; number += 1) await library.keepAnswers(entry(`q${number}`), [2]);
  assert.deepEqual(await library.answers(entry("q30")), [2]);
  assert.deepEqual(await library.answers(entry("q0")), []);
});

test("checksums tell texts apart", () => {
  assert.notEqual(checksum("a"), checksum("b"));
  assert.equal(checksum("a"), checksum("a"));
});

for (const [language, list] of Object.entries(BUILT_IN)) {
  test(`the built-in quizzes are complete in ${language}`, () => {
    assert.deepEqual(
      list.map(({ id }) => id),
      ["which-sea", "everyday-nature", "around-the-map"],
    );
    for (const quiz of list) {
      assert.deepEqual(quizzes.problems(quiz), [], quiz.id);
      assert.ok(quiz.questions.every(({ right = 0, answers: given }) => right < given.length));
    }
  });
}

test("both languages of a built-in quiz lead to the same results", () => {
  const key = (quiz) => quiz.questions.map(({ right, answers: given }) => right ?? given.map(({ to }) => to));
  BUILT_IN.en.forEach((quiz, index) => assert.deepEqual(key(quiz), key(BUILT_IN.de[index])));
});

test("both languages have the same words", () => {
  assert.deepEqual(Object.keys(WORDS_DE).sort(), Object.keys(WORDS_EN).sort());
});
