/** All decks, with what waits in each today. */
import { el, glyph } from "../elements.js";
import { CHART, CHECK, PLAY, PLUS, UPLOAD } from "../icons.js";
import { countsOf, decks } from "../library.js";
import { tile } from "../tile.js";
import { say } from "../words.js";

export function homePage() {
  const now = Date.now();
  const rows = decks().map((deck) => ({ deck, waiting: countsOf(deck, now) }));
  const due = rows.reduce((sum, { waiting }) => sum + waiting.due + waiting.fresh, 0);
  const own = rows.filter(({ deck }) => deck.own);
  const built_in = rows.filter(({ deck }) => !deck.own);
  const node = el(
    "div", {},
    el(
      "header", { class: "top" },
      el("div", {}, el("h1", { tabindex: -1 }, say("cards")), el("p", { class: "meta lead" }, due ? say("due_today", { n: due }) : say("none_today"))),
      el(
        "nav", { class: "actions", "aria-label": say("cards") },
        link("/statistics", CHART, say("statistics")), link("/import", UPLOAD, say("import")), link("/new", PLUS, say("new_deck")),
      ),
    ),
    own.length > 0 && section(say("your_decks"), own, "own"),
    section(say("builtin_decks"), built_in, "built-in"),
  );
  return { node, title: say("cards"), name: "home", home: true };
}

function link(href, icon, text) {
  return el("a", { href, class: "button plain wordy", "aria-label": text, title: text }, glyph(icon), el("span", {}, text));
}

function section(title, rows, id) {
  return el("section", { "aria-labelledby": id, class: "shelf" }, el("h2", { id }, title), el("ul", { class: "decks" }, ...rows.map(row)));
}

/** The chips that say what waits. */
export function chips({ due, fresh }) {
  if (!due && !fresh) return [el("span", { class: "tag good" }, glyph(CHECK, 14), say("all_done"))];
  return [
    due > 0 && el("span", { class: "tag warm" }, say("due", { n: due })),
    fresh > 0 && el("span", { class: "tag accent" }, say("fresh", { n: fresh })),
  ];
}

function row({ deck, waiting }) {
  const open = el("a", { href: `/d/${deck.id}`, class: "open" }, deck.name);
  const name = say("study_deck", { name: deck.name });
  const study = el("a", { href: `/d/${deck.id}/study`, class: "button plain", "aria-label": name }, glyph(PLAY), el("span", {}, say("study")));
  return el(
    "li", { class: "deck" },
    tile(deck),
    el(
      "div", { class: "words" },
      open, el("p", { class: "meta" }, say("total", { n: deck.cards.length })), el("div", { class: "tags" }, ...chips(waiting).filter(Boolean)),
    ),
    waiting.due + waiting.fresh > 0 && study,
  );
}
