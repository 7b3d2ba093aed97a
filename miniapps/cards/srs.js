/**
 * When to see a card again. Pure.
 *
 * The memory model is FSRS-5 with its published default weights: Jarrett Ye, "The Algorithm" in the wiki of
 * open-spaced-repetition/fsrs4anki; its DSR model follows "A Stochastic Shortest Path Algorithm for Optimizing
 * Spaced Repetition Scheduling" (KDD 2022). The formulas are written anew here from that description.
 *
 * A memory is {state, stability, difficulty, due, last, step, reps, lapses}: stability in days (recall is then 90 %),
 * difficulty 1–10, due and last in milliseconds since 1970. Grades: 1 again, 2 hard, 3 good, 4 easy.
 */

export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;
export const EASY = 4;

export const MINUTE = 60_000;
export const DAY = 86_400_000;
const RETENTION = 0.9;
const LONGEST_DAYS = 36_500;
const DECAY = -0.5;
const FACTOR = 19 / 81;
const LEARNING = [1 * MINUTE, 10 * MINUTE];
const RELEARNING = [10 * MINUTE];
const W = [
  0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046, 1.54575, 0.1192, 1.01925, 1.9395, 0.11, 0.29605, 2.2698,
  0.2315, 2.9898, 0.51655, 0.6621,
];

const clamp = (value, least, most) => Math.min(most, Math.max(least, value));
const firstStability = (grade) => W[grade - 1];
const firstDifficulty = (grade) => clamp(W[4] - Math.exp(W[5] * (grade - 1)) + 1, 1, 10);

/** The chance to recall a card now, 0 to 1; a card never seen has none. */
export function retrievability(memory, now) {
  if (!memory?.stability) return 0;
  const days = Math.max(0, Math.floor((now - memory.last) / DAY));
  return (1 + (FACTOR * days) / memory.stability) ** DECAY;
}

function nextDifficulty(difficulty, grade) {
  const damped = difficulty + (-W[6] * (grade - 3) * (10 - difficulty)) / 9;
  const easiest = W[4] - Math.exp(W[5] * 3) + 1;
  return clamp(W[7] * easiest + (1 - W[7]) * damped, 1, 10);
}

function afterRecall(difficulty, stability, recall, grade) {
  const grade_factor = grade === HARD ? W[15] : grade === EASY ? W[16] : 1;
  const growth = Math.exp(W[8]) * (11 - difficulty) * stability ** -W[9] * (Math.exp(W[10] * (1 - recall)) - 1);
  return stability * (1 + growth * grade_factor);
}

function afterLapse(difficulty, stability, recall) {
  const long = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * Math.exp(W[14] * (1 - recall));
  return Math.min(long, stability / Math.exp(W[17] * W[18]));
}

function nextStability(memory, grade, now) {
  if (now - memory.last < DAY) return memory.stability * Math.exp(W[17] * (grade - 3 + W[18]));
  const recall = retrievability(memory, now);
  const { difficulty, stability } = memory;
  return grade === AGAIN ? afterLapse(difficulty, stability, recall) : afterRecall(difficulty, stability, recall, grade);
}

function interval(stability) {
  const days = (stability / FACTOR) * (RETENTION ** (1 / DECAY) - 1);
  return clamp(Math.round(days), 1, LONGEST_DAYS) * DAY;
}

/** Where a grade leads: {state, step, wait}. In learning, the steps of minutes come before the first day. */
function place(memory, grade, stability) {
  const review = { state: "review", step: 0, wait: interval(stability) };
  if (memory.state === "review") return grade === AGAIN ? { state: "relearning", step: 0, wait: RELEARNING[0] } : review;
  const state = memory.state === "relearning" ? "relearning" : "learning";
  const steps = state === "relearning" ? RELEARNING : LEARNING;
  const step = memory.step ?? 0;
  if (grade === AGAIN) return { state, step: 0, wait: steps[0] };
  if (grade === HARD) return { state, step, wait: step > 0 ? steps[step] : steps.length > 1 ? (steps[0] + steps[1]) / 2 : steps[0] * 1.5 };
  if (grade === EASY || step + 1 >= steps.length) return review;
  return { state, step: step + 1, wait: steps[step + 1] };
}

/** The memory after a grade given at `now`; `memory` is null for a card never seen. */
export function review(memory, grade, now) {
  const before = memory ?? { state: "new", step: 0, reps: 0, lapses: 0 };
  const seen = before.stability > 0;
  const stability = Math.max(0.01, seen ? nextStability(before, grade, now) : firstStability(grade));
  const difficulty = seen ? nextDifficulty(before.difficulty, grade) : firstDifficulty(grade);
  const { state, step, wait } = place(before, grade, stability);
  const lapsed = before.state === "review" && grade === AGAIN;
  return { state, step, stability, difficulty, due: now + wait, last: now, reps: before.reps + 1, lapses: before.lapses + (lapsed ? 1 : 0) };
}

/** How long each grade would wait, in milliseconds: [again, hard, good, easy]. */
export function waits(memory, now) {
  return [AGAIN, HARD, GOOD, EASY].map((grade) => review(memory, grade, now).due - now);
}
