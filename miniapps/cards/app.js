/** Cards: starts the app and says which page stands at which path. */
import { button, el, glyph } from "./elements.js";
import { CLIP } from "./icons.js";
import { deckOf, loadLibrary } from "./library.js";
import { deckPage } from "./pages/deck.js";
import { editorPage } from "./pages/editor.js";
import { homePage } from "./pages/home.js";
import { importPage } from "./pages/import.js";
import { missingPage } from "./pages/missing.js";
import { sharedPage } from "./pages/shared.js";
import { statisticsPage } from "./pages/statistics.js";
import { studyPage } from "./pages/study.js";
import { enter, listen, ready, room } from "./room.js";
import { onDraw, open, start } from "./router.js";
import { attachDeck, shareDeck } from "./sharing.js";
import { say } from "./words.js";

const withDeck = (page) => (match, query) => {
  const found = deckOf(match[1]);
  return found ? page(found, query) : missingPage();
};

const ROUTES = [
  [/^\/(?:index\.html)?$/, homePage],
  [/^\/statistics\/?$/, statisticsPage],
  [/^\/import\/?$/, importPage],
  [/^\/new\/?$/, () => editorPage(null)],
  [/^\/d\/shared\/?$/, (_, query) => sharedPage(query.get("deck") ?? "")],
  [/^\/d\/([\w-]+)\/?$/, withDeck(deckPage)],
  [/^\/d\/([\w-]+)\/study\/?$/, withDeck(studyPage)],
  [/^\/d\/([\w-]+)\/edit\/?$/, withDeck((found) => (found.own ? editorPage(found) : missingPage()))],
  [/^/, () => missingPage()],
];

/** In scene "attach" a bar on top says what to do, and offers to attach the open deck. */
function drawAttachBar(page) {
  const bar = document.getElementById("attach");
  bar.hidden = room.scene !== "attach";
  if (bar.hidden) return;
  const choose = page.deck
    ? button(say("attach"), { icon: CLIP, kind: "accent", onclick: () => attachDeck(page.deck) })
    : el("p", {}, glyph(CLIP), say("attach_pick"));
  bar.setAttribute("aria-label", say("attach"));
  bar.replaceChildren(choose);
}

async function main() {
  await enter();
  await loadLibrary();
  listen("share.willShare", () => shareDeck(open()?.deck));
  onDraw(drawAttachBar);
  start(ROUTES);
  await ready();
}

void main();
