/** A study session over one deck: which card is next, grading, undo. Pure; the caller keeps the memories. */
import { DAY, MINUTE, review } from "./srs.js";

export const NEW_PER_DAY = 20;
const AHEAD = 20 * MINUTE;
const UNDO_MAX = 100;

/** The last millisecond of the local day of `now`. */
export function endOfDay(now) {
  const day = new Date(now);
  day.setHours(23, 59, 59, 999);
  return day.getTime();
}

/** The local day as "2026-11-21". */
export function dayOf(now) {
  const day = new Date(now);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

const learning = (memory) => memory?.state === "learning" || memory?.state === "relearning";

/** How many cards wait today: {due, fresh, seen, total}; `fresh` is bounded by what is left of today's new ones. */
export function counts(cards, memories, introduced, now) {
  const end = endOfDay(now);
  const seen = cards.filter((card) => memories[card.id]);
  const due = seen.filter((card) => memories[card.id].due <= end).length;
  const fresh = Math.min(cards.length - seen.length, Math.max(0, NEW_PER_DAY - introduced));
  return { due, fresh, seen: seen.length, total: cards.length };
}

/** How many cards come due on each of the next `days` days, today first; what is overdue counts as today. */
export function forecast(memories, now, days) {
  const end = endOfDay(now);
  const columns = Array.from({ length: days }, () => 0);
  for (const { due } of memories) {
    const day = Math.max(0, Math.ceil((due - end) / DAY));
    if (day < days) columns[day] += 1;
  }
  return columns;
}

export class Session {
  #cards;
  #memories;
  #queue;
  #undo = [];

  /** `memories` by card id is read and changed in place; `introduced` is how many new cards today has had. */
  constructor(cards, memories, introduced, now) {
    this.#cards = new Map(cards.map((card) => [card.id, card]));
    this.#memories = memories;
    const end = endOfDay(now);
    const due = cards.filter((card) => memories[card.id] && !learning(memories[card.id]) && memories[card.id].due <= end);
    due.sort((a, b) => memories[a.id].due - memories[b.id].due);
    const fresh = cards.filter((card) => !memories[card.id]).slice(0, Math.max(0, NEW_PER_DAY - introduced));
    this.#queue = [...due, ...fresh].map((card) => card.id);
  }

  /** The card to show now, or null when today's work is done. Minutes-old cards that are due come first. */
  next(now) {
    const waiting = [...this.#cards.keys()].filter((id) => learning(this.#memories[id]));
    waiting.sort((a, b) => this.#memories[a].due - this.#memories[b].due);
    const soonest = waiting[0];
    if (soonest && this.#memories[soonest].due <= now) return this.#cards.get(soonest);
    if (this.#queue.length) return this.#cards.get(this.#queue[0]);
    return soonest && this.#memories[soonest].due <= now + AHEAD ? this.#cards.get(soonest) : null;
  }

  /** How many cards are still to see, those in learning included. */
  remaining() {
    const waiting = [...this.#cards.keys()].filter((id) => learning(this.#memories[id]) && !this.#queue.includes(id));
    return this.#queue.length + waiting.length;
  }

  /** Grades a card; answers {fresh}: whether it was seen for the first time. */
  grade(card, grade, now) {
    const before = this.#memories[card.id] ?? null;
    this.#undo.push({ card, before, grade, at: now, queue: [...this.#queue] });
    if (this.#undo.length > UNDO_MAX) this.#undo.shift();
    this.#memories[card.id] = review(before, grade, now);
    this.#queue = this.#queue.filter((id) => id !== card.id);
    return { fresh: before === null };
  }

  get canUndo() {
    return this.#undo.length > 0;
  }

  /** Takes the last grade back; answers {card, grade, fresh, at} or null when there is none. */
  undo() {
    const last = this.#undo.pop();
    if (!last) return null;
    if (last.before) this.#memories[last.card.id] = last.before;
    else delete this.#memories[last.card.id];
    this.#queue = last.queue;
    return { card: last.card, grade: last.grade, fresh: last.before === null, at: last.at };
  }
}
