import assert from "node:assert/strict";
import { test } from "node:test";

import { AGAIN, DAY, EASY, GOOD, HARD, MINUTE, retrievability, review, waits } from "../../../miniapps/cards/srs.js";

const START = Date.UTC(2022, 10, 29, 12, 30);

test("intervals are those of the FSRS-5 reference sequence", () => {
  let memory = null;
  let now = START;
  const days = [];
  for (const grade of [GOOD, GOOD, GOOD, GOOD, GOOD, GOOD, AGAIN, AGAIN, GOOD, GOOD, GOOD, GOOD, GOOD]) {
    memory = review(memory, grade, now);
    days.push(Math.floor((memory.due - memory.last) / DAY));
    now = memory.due;
  }
  // The sequence that the projects of open-spaced-repetition test their FSRS-5 schedulers with.
  assert.deepEqual(days, [0, 4, 14, 44, 125, 328, 0, 0, 7, 16, 34, 71, 142]);
  assert.equal(memory.reps, 13);
  assert.equal(memory.lapses, 1);
});

test("a new card comes back in minutes unless it is easy", () => {
  const [again, hard, good, easy] = waits(null, START);
  assert.deepEqual([again, hard, good], [1 * MINUTE, 5.5 * MINUTE, 10 * MINUTE]);
  assert.ok(easy > 10 * DAY);
});

test("a better grade never brings a known card back sooner", () => {
  let memory = review(review(null, GOOD, START), GOOD, START + 10 * MINUTE);
  for (let round = 0; round < 8; round += 1) {
    const [again, hard, good, easy] = waits(memory, memory.due);
    assert.ok(again < hard && hard <= good && good <= easy);
    memory = review(memory, round % 3 ? GOOD : HARD, memory.due);
  }
});

test("difficulty and stability stay in their bounds whatever the grades", () => {
  let memory = null;
  let now = START;
  for (let round = 0; round < 400; round += 1) {
    memory = review(memory, (round * 7) % 11 < 6 ? AGAIN : EASY, now);
    assert.ok(memory.difficulty >= 1 && memory.difficulty <= 10);
    assert.ok(memory.stability >= 0.01 && Number.isFinite(memory.stability));
    assert.ok(memory.due > now && memory.due - now <= 36_500 * DAY);
    now = memory.due + (round % 5) * DAY;
  }
});

test("recall is 90 % after as many days as the stability and falls from there", () => {
  const memory = { stability: 10, last: START };
  assert.ok(Math.abs(retrievability(memory, START + 10 * DAY) - 0.9) < 1e-9);
  assert.ok(retrievability(memory, START + 30 * DAY) < 0.9);
  assert.equal(retrievability(null, START), 0);
});

test("a clock set back does not break a memory", () => {
  const memory = review(review(null, EASY, START), GOOD, START - 5 * DAY);
  assert.ok(memory.stability > 0 && memory.due > START - 5 * DAY);
});
