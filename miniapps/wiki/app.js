/**
 * Wiki: reads Wikipedia, and a few articles of its own without a network.
 * @module app
 */

import { withFrame } from "./frame/frame_words.js";
import { Voice } from "./frame/notices.js";
import { Pages } from "./frame/pages.js";
import { openRoom } from "./frame/room.js";
import { makeWords } from "./frame/words.js";
import { Shelf } from "./shelf.js";
import { LANGUAGES, partToTitle } from "./titles.js";
import { articlePage } from "./views/article.js";
import { homePage } from "./views/home.js";
import { historyPage, savedPage } from "./views/lists.js";
import { searchPage } from "./views/search.js";
import { Wikipedia } from "./wikipedia.js";
import { WORDS_DE } from "./words/de.js";
import { WORDS_EN } from "./words/en.js";

const room = await openRoom("org.stoa.wiki:");
const words = makeWords(withFrame({ en: WORDS_EN, de: WORDS_DE }), room.locale);
document.documentElement.lang = words.language;
document.documentElement.dir = room.direction ?? "ltr";
document.querySelector(".skip").textContent = words.t("skip");

// A document made by DOMParser runs no script and fetches no picture.
const parse = (html) => new DOMParser().parseFromString(html, "text/html");
const shelf = new Shelf(room);
const { language } = await shelf.settings();
const app = {
  room,
  words,
  shelf,
  voice: new Voice(room, words),
  wikipedia: new Wikipedia((address, options) => fetch(address, options), parse),
  language: language ?? words.language,
};

function article({ match, query, pages }) {
  const title = partToTitle(match[1]);
  const wanted = LANGUAGES.includes(query.lang) ? query.lang : app.language;
  return title ? articlePage(app, title, wanted, pages) : homePage(app, pages);
}

const pages = new Pages(app, document.querySelector("main"), [
  [/^\/(?:index\.html)?$/, ({ pages: all }) => homePage(app, all)],
  [/^\/a\/(.+)$/, article],
  [
    /^\/search$/,
    ({ query, pages: all }) => (query.q?.trim() ? searchPage(app, query.q.trim(), all) : homePage(app, all)),
  ],
  [/^\/saved$/, ({ pages: all }) => savedPage(app, all)],
  [/^\/history$/, ({ pages: all }) => historyPage(app, all)],
]);
await pages.open();
