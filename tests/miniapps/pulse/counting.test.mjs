import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, fileName, shares, toCsv } from "../../../miniapps/pulse/csv.js";
import { LocalSurveys } from "../../../miniapps/pulse/local_surveys.js";
import { byCount, reorder } from "../../../miniapps/pulse/order.js";
import { checkVote, countQuestion, isRight } from "../../../miniapps/pulse/rules.js";
import { addSeen } from "../../../miniapps/pulse/seen.js";

const NOW = 1_700_000_000_000;
const question = (kind, more = {}) => ({
  kind,
  text: "Q",
  options: ["a", "b", "c"],
  min: 1,
  max: 2,
  required: true,
  correct: [],
  explanation: "",
  ...more,
});
const votes = (kind, answers, more) => checkVote({ questions: [question(kind, more)] }, answers);

function surveys(now = { at: NOW }) {
  const kept = new Map();
  return new LocalSurveys(
    async (key) => structuredClone(kept.get(key) ?? null),
    async (key, value) => void kept.set(key, structuredClone(value)),
    () => now.at,
  );
}

const draft = (more = {}) => ({
  title: "T",
  questions: [{ kind: "single", text: "Q", options: ["a", "b"], required: true }],
  anonymous: true,
  results: "always",
  canChange: false,
  quiz: false,
  ...more,
});

test("votes that do not fit their question are refused", () => {
  const wrong = [
    ["single", { choices: [0, 1] }],
    ["single", { choices: [3] }],
    ["multiple", { choices: [0, 1, 2] }],
    ["multiple", { choices: [1, 1] }],
    ["ranking", { choices: [0, 1] }],
    ["rating", { rating: 6 }],
    ["text", { text: "  " }],
  ];
  for (const [kind, answer] of wrong)
    assert.throws(() => votes(kind, [{ question: 0, ...answer }]), { code: "invalid_params" }, kind);
});

test("a required question needs an answer, an optional one does not", () => {
  assert.throws(() => votes("single", []), { code: "invalid_params" });
  const questions = [question("single", { required: false }), question("rating")];
  assert.doesNotThrow(() => checkVote({ questions }, [{ question: 1, rating: 3 }]));
});

test("a vote without any answer is none", () => {
  assert.throws(() => votes("single", [], { required: false }), { code: "invalid_params" });
});

test("choosing none is an answer where none is allowed", () => {
  assert.doesNotThrow(() => votes("multiple", [{ question: 0, choices: [] }], { min: 0 }));
});

test("a question answered twice is refused", () => {
  assert.throws(
    () =>
      votes("rating", [
        { question: 0, rating: 1 },
        { question: 0, rating: 2 },
      ]),
    { code: "invalid_params" },
  );
});

test("ranking gives two points to the first of three and none to the last", () => {
  const answers = [{ choices: [2, 0, 1] }, { choices: [2, 1, 0] }];
  assert.deepEqual(countQuestion(question("ranking"), answers).counts, [1, 1, 4]);
});

test("rating counts stars and their mean", () => {
  const result = countQuestion(question("rating"), [{ rating: 5 }, { rating: 2 }]);
  assert.deepEqual([result.counts, result.average], [[0, 1, 0, 0, 1], 3.5]);
  assert.equal(countQuestion(question("rating"), []).average, null);
});

test("texts come newest first", () => {
  assert.deepEqual(countQuestion(question("text"), [{ text: "old" }, { text: "new" }]).texts, ["new", "old"]);
});

test("right means exactly the right options", () => {
  const asked = question("multiple", { correct: [0, 2] });
  assert.equal(isRight(asked, [2, 0]), true);
  assert.equal(isRight(asked, [0]), false);
  assert.equal(isRight(question("single"), [0]), false);
});

test("a local survey takes one vote and keeps it", async () => {
  const local = surveys();
  const { id } = await local.create(draft());
  const changed = [];
  local.onChange((surveyId) => changed.push(surveyId));
  const results = await local.vote({ surveyId: id, answers: [{ question: 0, choices: [1] }] });
  assert.deepEqual([results.voters, results.questions[0].counts, changed], [1, [0, 1], [id]]);
  await assert.rejects(local.vote({ surveyId: id, answers: [{ question: 0, choices: [0] }] }), { code: "denied" });
});

test("a local vote can be changed where the survey allows it", async () => {
  const local = surveys();
  const { id } = await local.create(draft({ canChange: true }));
  await local.vote({ surveyId: id, answers: [{ question: 0, choices: [1] }] });
  const results = await local.vote({ surveyId: id, answers: [{ question: 0, choices: [0] }] });
  assert.deepEqual(results.questions[0].counts, [1, 0]);
});

test("a local survey closes by hand and by time", async () => {
  const now = { at: NOW };
  const local = surveys(now);
  const first = await local.create(draft());
  assert.equal((await local.close({ surveyId: first.id })).closed, true);
  await assert.rejects(local.vote({ surveyId: first.id, answers: [] }), { code: "closed" });
  const second = await local.create(draft({ closesAt: NOW + 1000 }));
  assert.equal((await local.get({ surveyId: second.id })).closed, false);
  now.at += 1000;
  assert.equal((await local.get({ surveyId: second.id })).closed, true);
  assert.deepEqual(
    (await local.mine()).map(({ id }) => id),
    [second.id, first.id],
  );
});

test("a survey that is not there is not found", async () => {
  await assert.rejects(surveys().get({ surveyId: "x" }), { code: "not_found" });
});

test("cells are quoted and never formulas", () => {
  assert.equal(cell('say "hi", you'), '"say ""hi"", you"');
  assert.equal(cell("=1+1"), "'=1+1");
  assert.equal(cell(-3), "-3");
  assert.equal(cell(null), "");
});

test("the table has one row per option, star and text", () => {
  const survey = {
    questions: [question("single"), question("rating", { options: [] }), question("text", { options: [] })],
  };
  const results = { questions: [{ counts: [1, 2, 3] }, { counts: [0, 0, 1, 0, 2] }, { texts: ["x\ny"] }] };
  const text = toCsv(survey, results, ["n", "q", "k", "a", "c"], { single: "One" });
  assert.equal(text.startsWith("\uFEFFn,q,k,a,c\r\n1,Q,One,a,1\r\n"), true);
  assert.equal(text.trimEnd().split("\r\n").length, 1 + 3 + 5 + 1);
  assert.equal(text.endsWith('3,Q,text,"x\ny",1\r\n'), true);
});

test("file names keep letters of any script", () => {
  assert.equal(fileName("Wohin? Ägina & Kea!"), "wohin-ägina-kea.csv");
  assert.equal(fileName("???"), "survey.csv");
});

test("shares of nothing are nothing", () => {
  assert.deepEqual(shares([1, 3], 4), [0.25, 0.75]);
  assert.deepEqual(shares([0, 0], 0), [0, 0]);
});

test("reordering keeps all items and stays inside", () => {
  assert.deepEqual(reorder([1, 2, 3], 0, 2), [2, 3, 1]);
  assert.deepEqual(reorder([1, 2, 3], 1, -4), [2, 1, 3]);
  assert.deepEqual(byCount([1, 5, 5, 0]), [1, 2, 0, 3]);
});

test("opened surveys are listed once, newest first", () => {
  const list = addSeen(addSeen(addSeen(null, { id: "1", title: "a" }), { id: "2", title: "b" }), {
    id: "1",
    title: "c",
  });
  assert.deepEqual(list, [
    { id: "1", title: "c" },
    { id: "2", title: "b" },
  ]);
});
