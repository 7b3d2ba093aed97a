/** What the statistics page counts. Pure. */
import { dayOf, endOfDay } from "./session.js";
import { DAY, retrievability } from "./srs.js";

/** The last `days` local days up to `now`, oldest first, as noons, so that a change of clocks moves none. */
export function lastDays(now, days) {
  const noon = endOfDay(now) - DAY / 2;
  return Array.from({ length: days }, (_, index) => noon - (days - 1 - index) * DAY);
}

/** {columns: answers per day, total, recall: share not "again" or null, streak: days in a row up to today or yesterday}. */
export function summary(log, now, days) {
  const of = (time) => log[dayOf(time)] ?? [0, 0, 0, 0];
  const sum = (tally) => tally.reduce((all, part) => all + part, 0);
  const columns = lastDays(now, days).map((time) => sum(of(time)));
  const all = Object.values(log);
  const total = all.reduce((so_far, tally) => so_far + sum(tally), 0);
  const again = all.reduce((so_far, tally) => so_far + tally[0], 0);
  return { columns, total, recall: total ? (total - again) / total : null, streak: streak(of, sum, now) };
}

function streak(of, sum, now) {
  const noon = endOfDay(now) - DAY / 2;
  // A day not begun yet does not end a row of days.
  let back = sum(of(noon)) ? 0 : 1;
  const first = back;
  while (sum(of(noon - back * DAY))) back += 1;
  return back - first;
}

/** How many of these memories are likely to be recalled now (90 % and more, out of the minutes). */
export function known(memories, now) {
  return memories.filter((memory) => memory.state === "review" && retrievability(memory, now) >= 0.9).length;
}
