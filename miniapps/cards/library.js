/** The decks, what the person remembers of them, and the tally of answers, as kept in storage. */
import { CAPITALS } from "./built_in/capitals.js";
import { FIRST_AID } from "./built_in/first_aid.js";
import { GREEK } from "./built_in/greek.js";
import { read, room, write } from "./room.js";
import { counts, dayOf } from "./session.js";

const LOG_DAYS = 400;

let builtIn = [];
let own = [];
const progress = new Map();
let log = {};
let draft = null;

/** Reads everything kept; a damaged entry counts as missing. */
export async function loadLibrary() {
  builtIn = [CAPITALS, GREEK, FIRST_AID].map(localised);
  const ids = list(await read("decks", [])).filter((id) => typeof id === "string");
  own = (await Promise.all(ids.map((id) => read(`deck:${id}`, null)))).filter((deck) => Array.isArray(deck?.cards));
  log = record(await read("log", {}));
  draft = await read("draft", null);
  await Promise.all(
    decks().map(async ({ id }) => {
      const kept = record(await read(`progress:${id}`, {}));
      progress.set(id, { memories: record(kept.memories), day: kept.day ?? "", introduced: kept.introduced ?? 0 });
    }),
  );
}

const list = (value) => (Array.isArray(value) ? value : []);
const record = (value) => (value && typeof value === "object" && !Array.isArray(value) ? value : {});

function localised(deck) {
  const german = room.language === "de";
  const cards = deck.cards.map((card, index) => ({ id: `c${index}`, front: card[german ? 2 : 0], back: card[german ? 3 : 1] }));
  return { id: deck.id, name: deck.name[german ? 1 : 0], about: deck.about[german ? 1 : 0], cards, own: false };
}

/** All decks, one's own first: {id, name, about, cards: [{id, front, back}], own}. */
export const decks = () => [...own.map((deck) => ({ ...deck, own: true })), ...builtIn];

/** The deck with an id, or undefined. */
export const deckOf = (id) => decks().find((deck) => deck.id === id);

/** What is remembered of a deck: {memories by card id, day, introduced}; `introduced` is of today. */
export function progressOf(deck, now) {
  const kept = progress.get(deck.id) ?? { memories: {}, day: "", introduced: 0 };
  progress.set(deck.id, kept);
  if (kept.day !== dayOf(now)) Object.assign(kept, { day: dayOf(now), introduced: 0 });
  return kept;
}

/** What waits in a deck today. */
export function countsOf(deck, now) {
  const { memories, introduced } = progressOf(deck, now);
  return counts(deck.cards, memories, introduced, now);
}

/** Keeps what a session changed and counts one answer; `by` is 1 for an answer, -1 for one taken back. */
export function keepAnswer(deck, { grade, fresh, at }, by = 1) {
  const kept = progressOf(deck, Date.now());
  if (fresh && kept.day === dayOf(at)) kept.introduced = Math.max(0, kept.introduced + by);
  write(`progress:${deck.id}`, kept);
  const day = dayOf(at);
  const tally = [...(log[day] ?? [0, 0, 0, 0])];
  tally[grade - 1] = Math.max(0, tally[grade - 1] + by);
  const days = Object.entries({ ...log, [day]: tally }).sort(([a], [b]) => (a < b ? -1 : 1));
  log = Object.fromEntries(days.slice(-LOG_DAYS));
  write("log", log);
}

/** Answers by day: {"2026-11-21": [again, hard, good, easy]}. */
export const answers = () => log;

/** Keeps an own deck; progress of cards that are gone is forgotten. */
export function saveDeck({ id, name, about = "", cards }) {
  const deck = { id, name, about, cards };
  const others = own.filter((other) => other.id !== id);
  own = [deck, ...others];
  const left = new Set(cards.map((card) => card.id));
  const kept = progressOf(deck, Date.now());
  for (const card of Object.keys(kept.memories)) if (!left.has(card)) delete kept.memories[card];
  write(`deck:${id}`, deck);
  write(`progress:${id}`, kept);
  write("decks", own.map((other) => other.id));
}

/** What was typed into the editor of a deck ("" for a new one) and neither saved nor given up, or null. */
export const draftOf = (id) => (draft?.id === id && Array.isArray(draft.cards) ? draft : null);

/** Keeps the editor's draft {id, name, about, cards}; null forgets it. */
export function keepDraft(value) {
  draft = value;
  write("draft", value);
}

/** Forgets an own deck, its progress and its draft. */
export function removeDeck(id) {
  if (draft?.id === id) keepDraft(null);
  own = own.filter((deck) => deck.id !== id);
  progress.delete(id);
  write("decks", own.map((deck) => deck.id));
  write(`deck:${id}`, null);
  write(`progress:${id}`, null);
}

/** A fresh id for a deck or a card. */
export function newId(kind) {
  return `${kind}-${[...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
