/** A study session: the question, the answer, four grades, and taking one back. */
import { button, el } from "../elements.js";
import { UNDO } from "../icons.js";
import { keepAnswer, progressOf } from "../library.js";
import { announce } from "../room.js";
import { Session } from "../session.js";
import { waits } from "../srs.js";
import { say, span } from "../words.js";

const GRADES = ["again", "hard", "good", "easy"];

export function studyPage(deck) {
  const study = new Study(deck);
  const node = el(
    "article", { class: "study" },
    el("header", {}, el("div", { class: "row" }, el("h1", { tabindex: -1 }, deck.name), study.undo), study.progress, study.left),
    study.face, study.controls, el("p", { class: "meta keys" }, say("keys")),
  );
  const onKey = (event) => study.press(event);
  document.addEventListener("keydown", onKey);
  const leave = () => document.removeEventListener("keydown", onKey);
  return { node, title: say("study_deck", { name: deck.name }), name: "study", deck, leave };
}

/** The parts of the page that change from card to card, and what changes them. */
class Study {
  left = el("p", { class: "meta", role: "status" });
  face = el("div", { class: "face", "aria-live": "polite" });
  controls = el("div", { class: "controls" });
  undo = button(say("undo"), { icon: UNDO, kind: "ghost", onclick: () => this.#takeBack() });
  progress;
  #deck;
  #memories;
  #session;
  #total;
  #card;
  #flipped = false;
  #given = 0;

  constructor(deck) {
    const now = Date.now();
    const { memories, introduced } = progressOf(deck, now);
    this.#deck = deck;
    this.#memories = memories;
    this.#session = new Session(deck.cards, memories, introduced, now);
    this.#total = this.#session.remaining();
    this.progress = el("progress", { max: Math.max(1, this.#total), "aria-hidden": "true" });
    this.#card = this.#session.next(now);
    this.#show();
  }

  /** Space shows the answer, 1 to 4 grade, Z takes back. */
  press(event) {
    if (event.altKey || event.metaKey || (event.ctrlKey && event.key !== "z") || event.repeat) return;
    const value = Number(event.key);
    // On any other button the space bar presses that button.
    const elsewhere = event.target.closest("a, button")?.closest(".controls") === null;
    if (event.key === " " && this.#card && !this.#flipped && !elsewhere) this.#flip();
    else if (this.#flipped && value >= 1 && value <= 4) this.#grade(value);
    else if (event.key.toLowerCase() === "z") this.#takeBack();
    else return;
    event.preventDefault();
  }

  #flip() {
    this.#flipped = true;
    this.#show("[data-grade='3']");
  }

  #grade(value) {
    const now = Date.now();
    const { fresh } = this.#session.grade(this.#card, value, now);
    keepAnswer(this.#deck, { grade: value, fresh, at: now });
    this.#given += 1;
    this.#turn(this.#session.next(now));
  }

  #takeBack() {
    const last = this.#session.undo();
    if (!last) return;
    keepAnswer(this.#deck, last, -1);
    this.#given -= 1;
    announce(say("undone"));
    this.#turn(last.card);
  }

  #turn(card) {
    this.#card = card;
    this.#flipped = false;
    this.#show("button, a");
  }

  /** Draws card and buttons; `focus` chooses the button that takes the keyboard. */
  #show(focus = null) {
    const remaining = this.#session.remaining();
    this.left.textContent = say("left", { n: remaining });
    this.progress.value = Math.max(0, this.#total - remaining);
    this.undo.disabled = !this.#session.canUndo;
    this.face.classList.toggle("flipped", this.#flipped);
    this.face.replaceChildren(...(this.#card ? this.#sides() : finished(this.#given)));
    this.controls.replaceChildren(...this.#buttons());
    if (focus) this.controls.querySelector(focus)?.focus({ preventScroll: true });
  }

  #sides() {
    const { front, back } = this.#card;
    return [side(say("question"), front), ...(this.#flipped ? [el("hr"), side(say("answer"), back)] : [])];
  }

  #buttons() {
    if (!this.#card) return [backLink(this.#deck)];
    if (!this.#flipped) return [button(say("show_answer"), { kind: "accent large", onclick: () => this.#flip() })];
    const spans = waits(this.#memories[this.#card.id] ?? null, Date.now());
    return spans.map((wait, index) => gradeButton(index + 1, wait, () => this.#grade(index + 1)));
  }
}

function side(label, text) {
  const size = text.length > 90 ? "long" : text.length > 24 ? "middling" : "short";
  return el("div", { class: "side" }, el("span", { class: "unseen" }, `${label}: `), el("p", { class: size }, text));
}

function gradeButton(value, wait, onclick) {
  const name = GRADES[value - 1];
  return el(
    "button", { type: "button", class: `grade ${name}`, "data-grade": value, "aria-keyshortcuts": value, onclick },
    el("strong", {}, say(name)), el("span", {}, span(wait)),
  );
}

function finished(given) {
  const report = [given > 0 && `${say("reviewed", { n: given })}.`, say("done_text")].filter(Boolean).join(" ");
  return [el("div", { class: "side" }, el("p", { class: "middling" }, say("done")), el("p", { class: "meta" }, report))];
}

const backLink = (deck) => el("a", { href: `/d/${deck.id}`, class: "button accent large" }, say("back_to"));
