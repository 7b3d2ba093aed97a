/** One deck: what waits, what to do with it, its cards. */
import { button, el, glyph, iconButton } from "../elements.js";
import { BACKWARD, COPY, DOWNLOAD, PENCIL, PLAY, SEND, TRASH } from "../icons.js";
import { countsOf, newId, progressOf, removeDeck, saveDeck } from "../library.js";
import { confirmed, notify, room } from "../room.js";
import { go } from "../router.js";
import { exportDeck, shareDeck } from "../sharing.js";
import { tile } from "../tile.js";
import { say, span } from "../words.js";
import { chips } from "./home.js";

export function deckPage(deck) {
  const now = Date.now();
  const waiting = countsOf(deck, now);
  const study = el("a", { href: `/d/${deck.id}/study`, class: "button accent" }, glyph(PLAY), el("span", {}, say("study")));
  const node = el(
    "article", { class: "deck-page" },
    heading(deck, waiting),
    el(
      "div", { class: "actions" },
      waiting.due + waiting.fresh > 0 && study,
      button(say("share"), { icon: SEND, kind: "warm", onclick: () => shareDeck(deck) }),
      button(say("export"), { icon: DOWNLOAD, onclick: () => exportDeck(deck) }),
      !deck.own && button(say("copy"), { icon: COPY, kind: "ghost", onclick: () => copy(deck) }),
    ),
    cardTable(deck.cards, (card) => dueText(progressOf(deck, now).memories[card.id], now)),
  );
  return { node, title: deck.name, name: "deck", deck };
}

function heading(deck, waiting) {
  const tools = deck.own && [
    el("a", { href: `/d/${deck.id}/edit`, class: "icon-button", "aria-label": say("edit"), title: say("edit") }, glyph(PENCIL, 20)),
    iconButton(say("remove"), TRASH, { onclick: () => remove(deck) }),
  ];
  return el(
    "header", { class: "deck-head" },
    // Inside Stoa the host's own back button does this.
    !room.inside && el("a", { href: "/", class: "icon-button back", "aria-label": say("all_decks") }, glyph(BACKWARD, 20)),
    tile(deck, "big"),
    el(
      "div", { class: "words" },
      el("h1", { tabindex: -1 }, deck.name),
      el("p", { class: "meta" }, [say("total", { n: deck.cards.length }), deck.about].filter(Boolean).join(" · ")),
      el("div", { class: "tags" }, ...chips(waiting).filter(Boolean)),
    ),
    tools && el("div", { class: "tools" }, tools),
  );
}

function dueText(memory, now) {
  if (!memory) return say("never");
  return memory.due <= now ? say("today") : span(memory.due - now);
}

/** The cards as a table; `third` gives the text of its last column, or is left out. */
export function cardTable(cards, third) {
  const head = [say("front"), say("back"), third && say("next_due")].filter(Boolean);
  return el(
    "table", { class: "cards" },
    el("caption", { class: "unseen" }, say("deck_cards")),
    el("thead", {}, el("tr", {}, ...head.map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, ...cards.map((card) => el("tr", {}, el("td", {}, card.front), el("td", {}, card.back), third && el("td", { class: "meta" }, el("bdi", {}, third(card)))))),
  );
}

function copy(deck) {
  const id = newId("deck");
  const cards = deck.cards.map(({ front, back }) => ({ id: newId("c"), front, back }));
  saveDeck({ id, name: say("copy_of", { name: deck.name }).slice(0, 60), about: deck.about, cards });
  go(`/d/${id}/edit`);
}

async function remove(deck) {
  if (!(await confirmed(say("delete_question", { name: deck.name }), say("remove"), true))) return;
  removeDeck(deck.id);
  notify(say("deleted"));
  go("/", { replace: true });
}
