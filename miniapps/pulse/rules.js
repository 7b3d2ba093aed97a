/**
 * Voting and counting where no host does it: the rules of `surveys.*` for one person on one device.
 * @module rules
 */

/** An error as the bridge gives it: a stable code and a sentence. */
export class SurveyError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "SurveyError";
    this.code = code;
    this.fix = null;
  }
}

/** True once a survey takes no more votes. */
export function isClosed(survey, now) {
  return survey.closed || (survey.closesAt !== null && survey.closesAt <= now);
}

/**
 * Refuses a vote that breaks a rule.
 * @param {Object} survey - as `surveys.get` gives it
 * @param {Array<Object>} answers - as `surveys.vote` takes them
 * @throws {SurveyError} `invalid_params` with a sentence that names the question
 */
export function checkVote(survey, answers) {
  const byQuestion = new Map(answers.map((answer) => [answer.question, answer]));
  if (byQuestion.size < answers.length) throw new SurveyError("invalid_params", "A question was answered twice.");
  if (answers.length === 0) throw new SurveyError("invalid_params", "Answer at least one question.");
  survey.questions.forEach((question, index) => {
    const answer = byQuestion.get(index);
    if (answer && !fits(question, answer)) {
      throw new SurveyError("invalid_params", `The answer to “${question.text}” does not fit the question.`);
    }
    if (!answer && question.required) throw new SurveyError("invalid_params", `“${question.text}” needs an answer.`);
  });
}

const FITS = {
  single: (question, { choices }) => choices?.length === 1 && offered(question, choices),
  multiple: (question, { choices }) =>
    offered(question, choices) &&
    choices.length >= question.min &&
    choices.length <= (question.max ?? question.options.length),
  ranking: (question, { choices }) => offered(question, choices) && choices.length === question.options.length,
  rating: (question, { rating }) => Number.isInteger(rating) && rating >= 1 && rating <= 5,
  text: (question, { text }) => typeof text === "string" && text.trim() !== "" && text.length <= 2000,
};

function fits(question, answer) {
  return FITS[question.kind](question, answer);
}

function offered(question, choices) {
  if (!Array.isArray(choices) || new Set(choices).size < choices.length) return false;
  return choices.every((choice) => Number.isInteger(choice) && choice >= 0 && choice < question.options.length);
}

/**
 * Counts the votes of one question.
 * @param {Object} question
 * @param {Array<Object>} answers - newest last
 * @returns {{answered: number, counts: number[], average: number|null, texts: string[]}}
 */
export function countQuestion(question, answers) {
  const result = { answered: answers.length, counts: [], average: null, texts: [] };
  if (question.kind === "text") {
    result.texts = answers
      .map(({ text }) => text)
      .reverse()
      .slice(0, 100);
  } else if (question.kind === "rating") {
    result.counts = [1, 2, 3, 4, 5].map((rating) => answers.filter((answer) => answer.rating === rating).length);
    const sum = answers.reduce((total, { rating }) => total + rating, 0);
    result.average = answers.length > 0 ? sum / answers.length : null;
  } else {
    result.counts = question.options.map((_, option) =>
      answers.reduce((sum, answer) => sum + worth(question, answer, option), 0),
    );
  }
  return result;
}

/** Votes for a choice; Borda points for a ranking: the first of n gets n − 1, the last none. */
function worth(question, { choices }, option) {
  const place = choices.indexOf(option);
  if (place < 0) return 0;
  return question.kind === "ranking" ? question.options.length - 1 - place : 1;
}

/** How many questions of a quiz these answers got right. */
export function countRight(survey, answers) {
  return answers.filter(({ question, choices }) => isRight(survey.questions[question], choices)).length;
}

/** True when exactly the right options were chosen. */
export function isRight(question, choices) {
  const right = question?.correct ?? [];
  if (right.length === 0 || !choices || choices.length !== right.length) return false;
  return right.every((option) => choices.includes(option));
}
