/** The deck editor. What is typed is kept as a draft until it is saved or given up. */
import { button, el, iconButton } from "../elements.js";
import { readDraft } from "../draft.js";
import { PLUS, TRASH } from "../icons.js";
import { draftOf, keepDraft, newId, saveDeck } from "../library.js";
import { ask, notify } from "../room.js";
import { go } from "../router.js";
import { say } from "../words.js";

/** `deck` is null for a new one. */
export function editorPage(deck) {
  const editor = new Editor(deck);
  const title = say(deck ? "edit_deck" : "new_deck");
  const node = el("div", { class: "editor" }, el("header", { class: "top" }, el("h1", { tabindex: -1 }, title)), editor.form);
  return { node, title, name: "editor", leave: () => editor.leave() };
}

class Editor {
  form;
  #deck;
  #problems = el("div", { class: "problems", role: "alert", hidden: true });
  #name;
  #about;
  #rows = el("ol", { class: "rows" });
  #changed = false;

  constructor(deck) {
    this.#deck = deck;
    const from = draftOf(deck?.id ?? "") ?? deck ?? { name: "", about: "", cards: [] };
    this.#name = el("input", { type: "text", id: "name", maxlength: 80, value: from.name, autocomplete: "off" });
    this.#about = el("input", { type: "text", id: "about", maxlength: 120, value: from.about, autocomplete: "off" });
    for (const card of from.cards.length ? from.cards : [null, null, null]) this.#rows.append(this.#row(card));
    this.#renumber();
    this.form = this.#draw();
  }

  /** The host need no longer ask before closing. */
  leave() {
    if (this.#changed) void ask("host.setClosingConfirmation", { enabled: false });
  }

  #draw() {
    const form = el(
      "form", { class: "form", novalidate: true },
      this.#problems,
      el("div", { class: "field" }, el("label", { for: "name" }, say("deck_name")), this.#name),
      el("div", { class: "field" }, el("label", { for: "about" }, say("about")), this.#about),
      this.#rows,
      el("div", {}, button(say("add_card"), { icon: PLUS, onclick: () => this.#addRow() })),
      el("div", { class: "actions" }, el("button", { class: "button accent" }, say("save")), button(say("cancel"), { onclick: () => this.#cancel() })),
    );
    form.addEventListener("input", () => this.#touch());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
    return form;
  }

  #draft() {
    const cards = [...this.#rows.children].map((row) => ({
      id: row.dataset.card, front: row.querySelector(".front").value, back: row.querySelector(".back").value,
    }));
    return { id: this.#deck?.id ?? "", name: this.#name.value, about: this.#about.value, cards };
  }

  #touch() {
    if (!this.#changed) void ask("host.setClosingConfirmation", { enabled: true, text: say("unsaved") });
    this.#changed = true;
    keepDraft(this.#draft());
  }

  #save() {
    const made = readDraft(this.#draft());
    showProblems(this.#problems, made.problems, this.#name, this.#rows);
    if (made.problems.length) return;
    const id = this.#deck?.id ?? newId("deck");
    saveDeck({ id, ...made });
    keepDraft(null);
    notify(say("saved"), "good");
    go(`/d/${id}`, { replace: true });
  }

  #cancel() {
    keepDraft(null);
    go(this.#deck ? `/d/${this.#deck.id}` : "/", { replace: true });
  }

  #row(card) {
    return rowOf(card, { add: () => this.#addRow(), remove: (row) => this.#removeRow(row) });
  }

  #addRow() {
    this.#rows.append(this.#row(null));
    this.#renumber();
    this.#rows.lastChild.querySelector(".front").focus();
  }

  #removeRow(row) {
    const near = row.nextSibling ?? row.previousSibling;
    row.remove();
    this.#renumber();
    this.#touch();
    (near?.querySelector(".front") ?? this.#name).focus();
  }

  #renumber() {
    [...this.#rows.children].forEach((row, index) => {
      const names = [[".front", "front_n"], [".back", "back_n"], ["button", "remove_card"]];
      for (const [part, key] of names) row.querySelector(part).setAttribute("aria-label", say(key, { n: index + 1 }));
    });
  }
}

/** A card's row; `add` is called to go on to the next, `remove` with the row to take it away. */
function rowOf(card, { add, remove }) {
  const side = (name) => el("textarea", { class: name, rows: 1, maxlength: 2000, value: card?.[name] ?? "", placeholder: say(name) });
  const back = side("back");
  // Enter on the last back goes on to a fresh card: decks are typed without leaving the keyboard.
  back.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || row.nextSibling) return;
    event.preventDefault();
    add();
  });
  const row = el("li", { "data-card": card?.id ?? newId("c") }, side("front"), back, iconButton("", TRASH, { title: null, onclick: () => remove(row) }));
  return row;
}

function showProblems(box, problems, name, rows) {
  box.hidden = problems.length === 0;
  box.textContent = problems.slice(0, 12).map(({ key, values, card }) => say(key, { ...values, n: card })).join("\n");
  name.setAttribute("aria-invalid", String(problems.some(({ key }) => key === "need_name")));
  const first = problems[0];
  if (!first) return;
  const row = first.card ? rows.children[first.card - 1] : null;
  const target = row ? [...row.querySelectorAll("textarea")].find((side) => !side.value.trim()) ?? row.querySelector(".front") : name;
  target.focus();
}
