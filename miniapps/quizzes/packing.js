/**
 * A quiz as a short text for a path, and back. What comes back was written by a stranger: everything is checked.
 * @module packing
 */

import { LIMITS } from "./quiz.js";

/** The longest packed quiz that is shared; the path limit is 1,024 and the result needs room too. */
export const PACKED_MAX = 900;
/** A packed text never unfolds to more bytes than this. */
const UNPACKED_MAX = 48 * 1024;
const VERSION = 1;

/** The quiz as deflated JSON in base64url. */
export async function pack(quiz) {
  const bytes = new TextEncoder().encode(JSON.stringify(toRows(quiz)));
  const packed = await collect(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  return toBase64Url(packed);
}

/** The quiz of a packed text with `id` as its id, or null when the text is not a whole quiz. */
export async function unpack(text, id) {
  if (!/^[\w-]{4,1000}$/.test(text)) return null;
  try {
    const stream = new Blob([fromBase64Url(text)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const bytes = await collect(stream, UNPACKED_MAX);
    return fromRows(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), id);
  } catch {
    return null;
  }
}

async function collect(stream, most) {
  const parts = [];
  let size = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError("The packed quiz unfolds to too much.");
    }
    parts.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function toBase64Url(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Arrays without names, to be short: [version, kind, title, about, results, questions]. */
function toRows(quiz) {
  const head = [VERSION, quiz.kind === "personality" ? "p" : "k", quiz.title, quiz.about];
  if (quiz.kind === "personality") {
    const results = quiz.results.map(({ title, text }) => [title, text]);
    return [
      ...head,
      results,
      quiz.questions.map(({ text, answers }) => [text, answers.map((answer) => [answer.text, answer.to])]),
    ];
  }
  return [
    ...head,
    [],
    quiz.questions.map(({ text, answers, right, explanation }) => [
      text,
      answers.map((answer) => answer.text),
      right,
      explanation,
    ]),
  ];
}

function fromRows(rows, id) {
  const [version, kind, title, about, results, questions] = rows;
  if (version !== VERSION || !["p", "k"].includes(kind)) return null;
  const quiz = {
    id,
    kind: kind === "p" ? "personality" : "knowledge",
    hue: 350,
    title: text(title, LIMITS.title, 1),
    about: text(about, LIMITS.about),
    results: list(results, kind === "p" ? 2 : 0, kind === "p" ? LIMITS.results : 0).map((row) => ({
      title: text(row[0], LIMITS.resultTitle, 1),
      text: text(row[1], LIMITS.resultText),
    })),
  };
  const read = kind === "p" ? (row) => personalityQuestion(row, quiz.results.length) : knowledgeQuestion;
  quiz.questions = list(questions, 1, LIMITS.questions).map(read);
  return quiz;
}

function personalityQuestion([question, answers], results) {
  return {
    text: text(question, LIMITS.question, 1),
    answers: list(answers, 2, LIMITS.answers).map((row) => ({
      text: text(row[0], LIMITS.answer, 1),
      to: below(row[1], results),
    })),
    right: 0,
    explanation: "",
  };
}

function knowledgeQuestion([question, answers, right, explanation]) {
  const read = list(answers, 2, LIMITS.answers).map((answer) => ({ text: text(answer, LIMITS.answer, 1), to: 0 }));
  return {
    text: text(question, LIMITS.question, 1),
    answers: read,
    right: below(right, read.length),
    explanation: text(explanation, LIMITS.explanation),
  };
}

function text(value, most, least = 0) {
  if (typeof value !== "string" || value.length > most || value.trim().length < least)
    throw new TypeError("not such a text");
  return value;
}

function list(value, least, most) {
  if (!Array.isArray(value) || value.length < least || value.length > most) throw new TypeError("not such a list");
  return value;
}

function below(value, most) {
  if (!Number.isInteger(value) || value < 0 || value >= most) throw new TypeError("not such a number");
  return value;
}
