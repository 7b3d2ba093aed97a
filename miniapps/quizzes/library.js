/**
 * All quizzes by address: built in, made here, or packed into a path.
 * @module library
 */

import { BUILT_IN } from "./built_in/index.js";
import { PACKED_MAX, pack, unpack } from "./packing.js";
import { KINDS, areAnswers } from "./quiz.js";

/** A quiz with where it is found. `path` opens it here, `sharePath` anywhere, or is null where it is too long. */
export class Library {
  #room;
  #builtIn;

  constructor(room, language) {
    this.#room = room;
    this.#builtIn = BUILT_IN[language] ?? BUILT_IN.en;
  }

  /** The quizzes that come with the mini-app. */
  get builtIn() {
    return this.#builtIn;
  }

  /** Titles of the quizzes made here: `{id, title, kind, questions}`, newest first. */
  async made() {
    const kept = await this.#room.load("made");
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry?.id === "string") : [];
  }

  /** A quiz made here, finished or not, or null. */
  async draft(id) {
    const quiz = await this.#room.load(`quiz:${id}`);
    return KINDS.includes(quiz?.kind) && Array.isArray(quiz.questions) && Array.isArray(quiz.results) ? quiz : null;
  }

  /** The entry of a quiz by id, or null. */
  async byId(id) {
    const path = `/q/${id}`;
    const known = this.#builtIn.find((quiz) => quiz.id === id);
    if (known) return { key: id, quiz: known, path, sharePath: path, own: false };
    const quiz = await this.draft(id);
    return quiz ? { key: id, quiz, path, sharePath: await this.#packedPath(quiz), own: true } : null;
  }

  /** The entry of a quiz that is packed into the path, or null. */
  async packed(text) {
    const key = `p${checksum(text)}`;
    const quiz = await unpack(text, key);
    return quiz ? { key, quiz, path: `/p/${text}`, sharePath: `/p/${text}`, own: false } : null;
  }

  async #packedPath(quiz) {
    const text = await pack(quiz);
    return text.length <= PACKED_MAX ? `/p/${text}` : null;
  }

  /** Keeps a quiz made here. */
  async save(quiz) {
    await this.#room.save(`quiz:${quiz.id}`, quiz);
    const rest = (await this.made()).filter(({ id }) => id !== quiz.id);
    await this.#room.save("made", [
      { id: quiz.id, title: quiz.title, kind: quiz.kind, questions: quiz.questions.length },
      ...rest,
    ]);
  }

  /** Forgets a quiz made here. */
  async remove(id) {
    await this.#room.save(`quiz:${id}`, null);
    await this.#room.save(
      "made",
      (await this.made()).filter((entry) => entry.id !== id),
    );
  }

  /** The answers given to a quiz so far or in the last finished run, or an empty list. */
  async answers(entry) {
    const runs = await this.#runs();
    const answers = runs[entry.key];
    return areAnswers(entry.quiz, answers) ? answers : [];
  }

  /** Keeps the answers of a run; at most 30 quizzes are remembered. */
  async keepAnswers(entry, answers) {
    const { [entry.key]: _, ...rest } = await this.#runs();
    const newest = [[entry.key, answers], ...Object.entries(rest)].slice(0, 30);
    await this.#room.save("runs", Object.fromEntries(newest));
  }

  async #runs() {
    const kept = await this.#room.load("runs");
    return typeof kept === "object" && kept !== null ? kept : {};
  }
}

/** FNV-1a over the text, as base 36: a short name for a packed quiz. */
export function checksum(text) {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash.toString(36);
}
