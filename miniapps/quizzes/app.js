/**
 * Quizzes: make and play personality and knowledge quizzes.
 * @module app
 */

import { withFrame } from "./frame/frame_words.js";
import { notice, Voice } from "./frame/notices.js";
import { Pages } from "./frame/pages.js";
import { openRoom } from "./frame/room.js";
import { makeWords } from "./frame/words.js";
import { h } from "./frame/element.js";
import { Library } from "./library.js";
import { readOutcome } from "./quiz.js";
import { homePage } from "./views/home.js";
import { makerPage } from "./views/maker.js";
import { playerPage } from "./views/player.js";
import { resultPage } from "./views/result.js";
import { WORDS_DE } from "./words/de.js";
import { WORDS_EN } from "./words/en.js";

const room = await openRoom("org.stoa.quizzes:");
const words = makeWords(withFrame({ en: WORDS_EN, de: WORDS_DE }), room.locale);
document.documentElement.lang = words.language;
document.documentElement.dir = room.direction ?? "ltr";
document.querySelector(".skip").textContent = words.t("skip");

const library = new Library(room, words.language);
const app = { room, words, library, voice: new Voice(room, words) };

/** The page of a quiz or of its result; a quiz that cannot be read says why. */
async function quizPage(entry, query, pages, missing) {
  if (!entry) return missingPage(missing);
  const result = readOutcome(entry.quiz, query.r);
  return result === null ? playerPage(app, entry, pages) : resultPage(app, entry, result, pages);
}

function missingPage(text) {
  const home = h("a", { class: "button", href: "/" }, words.t("toStart"));
  return {
    title: words.t("noQuiz"),
    node: notice({ icon: "search", title: words.t("noQuiz"), text, actions: [home], tag: "h1" }),
  };
}

const pages = new Pages(app, document.querySelector("main"), [
  [/^\/(?:index\.html)?$/, ({ pages: all }) => homePage(app, all)],
  [
    /^\/q\/([\w-]{1,64})$/,
    async ({ match, query, pages: all }) => quizPage(await library.byId(match[1]), query, all, words.t("noQuizHere")),
  ],
  [
    /^\/p\/([\w-]{1,1000})$/,
    async ({ match, query, pages: all }) => quizPage(await library.packed(match[1]), query, all, words.t("brokenLink")),
  ],
  [
    /^\/make(?:\/([\w-]{1,64}))?$/,
    async ({ match, pages: all }) => (await makerPage(app, match[1], all)) ?? missingPage(words.t("noQuizHere")),
  ],
]);
await pages.open();
