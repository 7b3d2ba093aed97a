/**
 * Pulse: make and run surveys.
 * @module app
 */

import { withFrame } from "./frame/frame_words.js";
import { Voice } from "./frame/notices.js";
import { Pages } from "./frame/pages.js";
import { openRoom } from "./frame/room.js";
import { makeWords } from "./frame/words.js";
import { Seen } from "./seen.js";
import { openSurveys } from "./surveys.js";
import { editorPage } from "./views/editor.js";
import { homePage } from "./views/home.js";
import { surveyPage } from "./views/survey.js";
import { WORDS_DE } from "./words/de.js";
import { WORDS_EN } from "./words/en.js";

const room = await openRoom("org.stoa.pulse:");
const words = makeWords(withFrame({ en: WORDS_EN, de: WORDS_DE }), room.locale);
document.documentElement.lang = words.language;
document.documentElement.dir = room.direction ?? "ltr";
document.querySelector(".skip").textContent = words.t("skip");

const voice = new Voice(room, words);
const app = { room, words, voice, surveys: openSurveys(room), seen: new Seen(room) };
const pages = new Pages(app, document.querySelector("main"), [
  [/^\/(?:index\.html)?$/, () => homePage(app)],
  [/^\/new$/, ({ query, pages: all }) => editorPage(app, query.t, all)],
  [/^\/s\/([\w-]{1,64})$/, ({ match, pages: all }) => surveyPage(app, match[1], all)],
]);
await pages.open();
