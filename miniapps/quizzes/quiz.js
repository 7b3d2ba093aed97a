/**
 * What a quiz is, what is wrong with one, and how it is scored. Pure.
 *
 * A personality quiz has `results` (title, text) and each answer leads `to` one of them. A knowledge quiz has one
 * `right` answer and an `explanation` for each question.
 * @module quiz
 */

/** Most characters and items. */
export const LIMITS = {
  title: 80,
  about: 200,
  question: 200,
  answer: 100,
  explanation: 300,
  resultTitle: 60,
  resultText: 400,
  questions: 20,
  answers: 6,
  results: 8,
};

/** The two kinds. */
export const KINDS = ["personality", "knowledge"];

/** An empty answer. */
export function newAnswer() {
  return { text: "", to: 0 };
}

/** An empty question. */
export function newQuestion() {
  return { text: "", answers: [newAnswer(), { text: "", to: 1 }], right: 0, explanation: "" };
}

/** An empty quiz. */
export function newQuiz(id, kind = "personality") {
  return {
    id,
    kind,
    title: "",
    about: "",
    hue: 350,
    results: [
      { title: "", text: "" },
      { title: "", text: "" },
    ],
    questions: [newQuestion()],
  };
}

/** Takes result `index` out; answers that led to it lead to the first, later ones move up. */
export function removeResult(quiz, index) {
  quiz.results.splice(index, 1);
  for (const { answers } of quiz.questions) {
    for (const answer of answers) {
      if (answer.to === index) answer.to = 0;
      else if (answer.to > index) answer.to -= 1;
    }
  }
}

/** Takes answer `index` out of a question; the right one stays right, or the first becomes it. */
export function removeAnswer(question, index) {
  question.answers.splice(index, 1);
  if (question.right === index) question.right = 0;
  else if (question.right > index) question.right -= 1;
}

/**
 * What keeps a quiz from being played.
 * @returns {Array<{field: string, key: string}>} `field` is the id of a control, `key` names a sentence
 */
export function problems(quiz) {
  const found = [];
  if (!quiz.title.trim()) found.push({ field: "title", key: "needTitle" });
  if (quiz.kind === "personality") {
    quiz.results.forEach(({ title }, index) => {
      if (!title.trim()) found.push({ field: `result-${index}`, key: "needResult" });
      else if (!quiz.questions.some(({ answers }) => answers.some(({ to }) => to === index))) {
        found.push({ field: `result-${index}`, key: "unreached" });
      }
    });
  }
  quiz.questions.forEach(({ text, answers }, index) => {
    if (!text.trim()) found.push({ field: `question-${index}`, key: "needQuestion" });
    answers.forEach((answer, place) => {
      if (!answer.text.trim()) found.push({ field: `answer-${index}-${place}`, key: "needAnswer" });
    });
  });
  return found;
}

/**
 * The most chosen result of a personality quiz; among equals the one chosen last.
 * @param {Object} quiz
 * @param {number[]} answers - one chosen answer for each question
 * @returns {{index: number, counts: number[]}}
 */
export function personality(quiz, answers) {
  const counts = quiz.results.map(() => 0);
  const last = quiz.results.map(() => -1);
  answers.forEach((answer, question) => {
    const { to } = quiz.questions[question].answers[answer];
    counts[to] += 1;
    last[to] = question;
  });
  let index = 0;
  counts.forEach((count, result) => {
    if (count > counts[index] || (count === counts[index] && last[result] > last[index])) index = result;
  });
  return { index, counts };
}

/** How many questions of a knowledge quiz were answered right. */
export function score(quiz, answers) {
  return answers.filter((answer, question) => quiz.questions[question].right === answer).length;
}

/** The result number that goes into an address: the result's index, or the score. */
export function outcome(quiz, answers) {
  return quiz.kind === "personality" ? personality(quiz, answers).index : score(quiz, answers);
}

/** The result number of an address, or null where the quiz has no such result. */
export function readOutcome(quiz, text) {
  if (!/^\d{1,2}$/.test(text ?? "")) return null;
  const most = quiz.kind === "personality" ? quiz.results.length - 1 : quiz.questions.length;
  return Number(text) <= most ? Number(text) : null;
}

/** How good a score is, from 0 (a start) to 3 (all right). */
export function band(right, total) {
  if (right === total) return 3;
  if (right >= total * 0.7) return 2;
  return right >= total * 0.4 ? 1 : 0;
}

/** True when these are chosen answers of this quiz, perhaps not all yet. */
export function areAnswers(quiz, answers) {
  if (!Array.isArray(answers) || answers.length > quiz.questions.length) return false;
  return answers.every(
    (answer, question) => Number.isInteger(answer) && answer >= 0 && answer < quiz.questions[question].answers.length,
  );
}
