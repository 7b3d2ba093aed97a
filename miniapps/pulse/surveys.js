/**
 * Where surveys live: with the host, or on this device where there is none.
 * @module surveys
 */

import { LocalSurveys } from "./local_surveys.js";

const CALLS = ["create", "get", "vote", "results", "close", "mine"];

/**
 * @param {Object} room - as made by openRoom
 * @returns {Object} `create`, `get`, `vote`, `results`, `close`, `mine` as in the contract, and `onChange(listener)`
 */
export function openSurveys(room) {
  if (!room.available)
    return new LocalSurveys(
      (key) => room.load(key),
      (key, value) => room.save(key, value),
      Date.now,
    );
  const surveys = Object.fromEntries(CALLS.map((verb) => [verb, (params) => room.call(`surveys.${verb}`, params)]));
  surveys.onChange = (listener) => room.on("surveys.didChange", ({ surveyId }) => listener(surveyId));
  return surveys;
}
