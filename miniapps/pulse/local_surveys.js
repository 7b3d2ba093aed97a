/**
 * Surveys on this device alone, with the calls of `surveys.*`, for a page that runs outside Stoa.
 * @module local_surveys
 */

import { SurveyError, checkVote, countQuestion, countRight, isClosed } from "./rules.js";

const KEY = "surveys";

/** One person's surveys, kept under one key. */
export class LocalSurveys {
  #load;
  #save;
  #clock;
  #listeners = new Set();

  /**
   * @param {function(string): Promise<*>} load - gives the value under a key
   * @param {function(string, *): Promise<void>} save - keeps a value under a key
   * @param {function(): number} clock - milliseconds since 1970 UTC
   */
  constructor(load, save, clock) {
    this.#load = load;
    this.#save = save;
    this.#clock = clock;
  }

  /** Calls the listener with the id of every survey that changed; returns what stops it. */
  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Makes a survey from a wire draft. */
  async create(draft) {
    const kept = await this.#all();
    const record = {
      id: crypto.randomUUID(),
      createdAt: this.#clock(),
      closed: false,
      answers: null,
      closesAt: null,
      ...draft,
      questions: draft.questions.map((question) => ({
        options: [],
        min: 1,
        max: null,
        correct: [],
        explanation: "",
        ...question,
      })),
    };
    await this.#save(KEY, [record, ...kept].slice(0, 100));
    return this.#survey(record);
  }

  /** The survey with this id. */
  async get({ surveyId }) {
    return this.#survey(await this.#find(surveyId));
  }

  /** All surveys, newest first. */
  async mine() {
    return (await this.#all()).map((record) => this.#survey(record));
  }

  /** Votes, or changes the vote; resolves to the count. */
  async vote({ surveyId, answers }) {
    const record = await this.#find(surveyId);
    if (isClosed(record, this.#clock())) throw new SurveyError("closed", "This survey is closed.");
    if (record.answers && !record.canChange)
      throw new SurveyError("denied", "You have voted, and this survey allows no change.");
    checkVote(record, answers);
    await this.#change(surveyId, { answers });
    return this.results({ surveyId });
  }

  /** The count. */
  async results({ surveyId }) {
    const record = await this.#find(surveyId);
    const answers = record.answers ?? [];
    return {
      surveyId,
      voters: record.answers ? 1 : 0,
      closed: isClosed(record, this.#clock()),
      questions: record.questions.map((question, index) =>
        countQuestion(
          question,
          answers.filter((answer) => answer.question === index),
        ),
      ),
      myAnswers: answers,
      correct: record.quiz && record.answers ? countRight(record, answers) : null,
    };
  }

  /** Closes a survey. */
  async close({ surveyId }) {
    await this.#change(surveyId, { closed: true });
    return this.get({ surveyId });
  }

  async #all() {
    const kept = await this.#load(KEY);
    return Array.isArray(kept) ? kept : [];
  }

  async #find(surveyId) {
    const record = (await this.#all()).find(({ id }) => id === surveyId);
    if (!record) throw new SurveyError("not_found", "This survey does not exist on this device.");
    return record;
  }

  async #change(surveyId, change) {
    await this.#find(surveyId);
    await this.#save(
      KEY,
      (await this.#all()).map((record) => (record.id === surveyId ? { ...record, ...change } : record)),
    );
    for (const listener of this.#listeners) listener(surveyId);
  }

  #survey({ answers, ...record }) {
    return {
      ...record,
      closed: isClosed(record, this.#clock()),
      mine: true,
      voted: answers !== null,
      voters: answers === null ? 0 : 1,
    };
  }
}
