/** A deck that came inside a link: look at it, keep it. */
import { button, el, glyph } from "../elements.js";
import { CHECK, PLAY } from "../icons.js";
import { deckOf, saveDeck } from "../library.js";
import { openParcel } from "../parcel.js";
import { notify } from "../room.js";
import { go, refresh } from "../router.js";
import { tile } from "../tile.js";
import { say } from "../words.js";
import { cardTable } from "./deck.js";
import { missingPage } from "./missing.js";

// Unpacking takes a moment and pages are drawn at once: the deck waits here for the second drawing.
const opened = new Map();

export function sharedPage(text) {
  if (!opened.has(text)) {
    void openParcel(text).then((deck) => {
      opened.set(text, deck);
      refresh();
    });
    const node = el("div", { class: "empty" }, el("h1", { tabindex: -1 }, say("shared_deck")));
    return { node, title: say("shared_deck"), name: "shared" };
  }
  const found = opened.get(text);
  if (!found) return missingPage("damaged", "damaged_hint");
  const deck = { ...found, about: "", parcel: true };
  const mine = deckOf(deck.id);
  const node = el(
    "article", { class: "deck-page" },
    el(
      "header", { class: "deck-head" }, tile(deck, "big"),
      el(
        "div", { class: "words" },
        el("h1", { tabindex: -1 }, deck.name),
        el("p", { class: "meta" }, `${say("total", { n: deck.cards.length })} · ${say(mine ? "have_it" : "shared_deck")}`),
      ),
    ),
    el("div", { class: "actions" }, mine ? openLink(deck) : keepButton(deck)),
    cardTable(deck.cards),
  );
  return { node, title: deck.name, name: "shared", deck };
}

function openLink(deck) {
  return el("a", { href: `/d/${deck.id}`, class: "button accent" }, glyph(PLAY), el("span", {}, say("open_it")));
}

const keepButton = (deck) => button(say("keep_deck"), { icon: CHECK, kind: "accent", onclick: () => keepDeck(deck) });

function keepDeck(deck) {
  saveDeck(deck);
  notify(say("kept"), "good");
  go(`/d/${deck.id}`, { replace: true });
}
