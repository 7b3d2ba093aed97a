import assert from "node:assert/strict";
import { test } from "node:test";

import { counts, dayOf, endOfDay, forecast, NEW_PER_DAY, Session } from "../../../miniapps/cards/session.js";
import { AGAIN, DAY, EASY, GOOD, MINUTE } from "../../../miniapps/cards/srs.js";
import { known, summary } from "../../../miniapps/cards/tally.js";

const NOW = new Date(2026, 10, 21, 12, 0).getTime();
const cards = (count) => Array.from({ length: count }, (_, index) => ({ id: `c${index}`, front: "f", back: "b" }));
const seen = (due) => ({ state: "review", step: 0, stability: 5, difficulty: 5, due, last: due - 5 * DAY, reps: 3, lapses: 0 });

test("due cards come before new ones, the longest overdue first", () => {
  const memories = { c1: seen(NOW - DAY), c2: seen(NOW - 3 * DAY), c3: seen(NOW + 3 * DAY) };
  const session = new Session(cards(5), memories, 0, NOW);
  const order = [];
  for (let card = session.next(NOW); card; card = session.next(NOW)) {
    order.push(card.id);
    session.grade(card, EASY, NOW);
  }
  assert.deepEqual(order, ["c2", "c1", "c0", "c4"]);
});

test("a day brings a bounded number of new cards", () => {
  assert.equal(new Session(cards(50), {}, 0, NOW).remaining(), NEW_PER_DAY);
  assert.equal(new Session(cards(50), {}, NEW_PER_DAY - 3, NOW).remaining(), 3);
  assert.deepEqual(counts(cards(50), { c0: seen(NOW) }, 5, NOW), { due: 1, fresh: NEW_PER_DAY - 5, seen: 1, total: 50 });
});

test("a forgotten card comes back in the same session, when its minute is over or nothing else is left", () => {
  const session = new Session(cards(2), {}, 0, NOW);
  session.grade(session.next(NOW), AGAIN, NOW);
  assert.equal(session.next(NOW).id, "c1");
  assert.equal(session.next(NOW + 2 * MINUTE).id, "c0");
  session.grade(session.next(NOW), EASY, NOW);
  assert.equal(session.next(NOW).id, "c0");
  assert.equal(session.remaining(), 1);
});

test("undo brings back the card, its memory and its place, as often as there were grades", () => {
  const memories = { c0: seen(NOW - DAY) };
  const before = structuredClone(memories);
  const session = new Session(cards(3), memories, 0, NOW);
  const first = session.next(NOW);
  session.grade(first, GOOD, NOW);
  assert.deepEqual(session.grade(session.next(NOW), GOOD, NOW), { fresh: true });
  assert.equal(session.undo().fresh, true);
  assert.deepEqual(session.undo(), { card: first, grade: GOOD, fresh: false, at: NOW });
  assert.deepEqual(memories, before);
  assert.equal(session.next(NOW), first);
  assert.equal(session.undo(), null);
  assert.equal(session.canUndo, false);
});

test("an empty deck has nothing to study", () => {
  assert.equal(new Session([], {}, 0, NOW).next(NOW), null);
});

test("the forecast puts what is overdue on today and leaves out what is far", () => {
  const end = endOfDay(NOW);
  const memories = [NOW - 9 * DAY, end, end + 1, end + 2 * DAY, end + 90 * DAY].map(seen);
  assert.deepEqual(forecast(memories, NOW, 4), [2, 1, 1, 0]);
});

test("the summary counts days, recall and the row of days", () => {
  const day = (back) => dayOf(NOW - back * DAY);
  const log = { [day(1)]: [1, 0, 3, 0], [day(2)]: [0, 0, 4, 0], [day(4)]: [1, 0, 0, 1] };
  assert.deepEqual(summary(log, NOW, 5), { columns: [2, 0, 4, 4, 0], total: 10, recall: 0.8, streak: 2 });
  assert.deepEqual(summary({}, NOW, 2), { columns: [0, 0], total: 0, recall: null, streak: 0 });
});

test("a card is known while it is likely to be recalled", () => {
  assert.equal(known([seen(NOW), seen(NOW - 60 * DAY), { ...seen(NOW), state: "learning" }], NOW), 1);
});
