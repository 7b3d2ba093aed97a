/**
 * Putting options in order: by dragging, or with a button for each direction.
 * @module views/ranking
 */

import { fill, h, iconButton } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { reorder } from "../order.js";

/** The control for a ranking question; see views/answers for what it takes and gives. */
export function rankingAnswer(context) {
  const ranking = new Ranking(context);
  const { question, words } = context;
  return {
    node: ranking.node,
    read: () => ranking.read(),
    problem: () => (ranking.read() === null && question.required ? words.t("need.ranking") : null),
  };
}

class Ranking {
  constructor({ question, index, kept, words, voice }) {
    Object.assign(this, { index, words, voice });
    this.order = kept?.choices?.slice() ?? question.options.map((_, option) => option);
    this.list = h("ol", { class: "plain stack small ranking", "aria-labelledby": `question-${index}-text` });
    // An order nobody touched is no answer: the author's order would win by being first.
    this.settled = h("input", { type: "checkbox", checked: Boolean(kept) });
    this.rows = question.options.map((text, option) => this.#row(text, option));
    this.node = h(
      "div",
      { class: "stack small" },
      h("p", { class: "meta" }, words.t("rankHint")),
      this.list,
      h("label", { class: "check" }, this.settled, h("span", {}, words.t("rankSettled"))),
    );
    this.#paint();
  }

  /** The wire answer, or null while the order is not the person's own. */
  read() {
    return this.settled.checked ? { question: this.index, choices: this.order.slice() } : null;
  }

  #row(text, option) {
    const { t } = this.words;
    const step = (key, name, by) =>
      iconButton(t(key, { text }), icon(name), { class: "small ghost", onclick: () => this.#step(option, by) });
    const place = h("span", { class: "place", "aria-hidden": "true" });
    const up = step("moveUp", "up", -1);
    const down = step("moveDown", "down", 1);
    const grip = h("span", { class: "grip", "aria-hidden": "true" }, icon("grip", 20));
    const node = h("li", { class: "option ranked" }, grip, place, h("span", { class: "grow" }, text), up, down);
    grip.addEventListener("pointerdown", (event) => this.#drag(event, option));
    return { text, node, place, up, down };
  }

  #step(option, by) {
    const from = this.order.indexOf(option);
    this.#move(from, from + by);
    const { up, down } = this.rows[option];
    const [wanted, other] = by < 0 ? [up, down] : [down, up];
    // A button that just became unavailable would drop the keyboard's place.
    (wanted.disabled ? other : wanted).focus();
  }

  #move(from, to) {
    const option = this.order[from];
    this.order = reorder(this.order, from, to);
    this.settled.checked = true;
    this.#paint();
    const place = this.order.indexOf(option) + 1;
    this.voice.announce(this.words.t("nowAt", { text: this.rows[option].text, place, count: this.order.length }));
  }

  #drag(event, option) {
    if (event.button !== 0) return;
    event.preventDefault();
    const { node } = this.rows[option];
    node.classList.add("dragged");
    const follow = ({ clientY }) => {
      const from = this.order.indexOf(option);
      const to = this.#placeUnder(clientY, from);
      if (to !== from) this.#move(from, to);
    };
    const stop = () => {
      node.classList.remove("dragged");
      removeEventListener("pointermove", follow);
      for (const name of ["pointerup", "pointercancel"]) removeEventListener(name, stop);
    };
    addEventListener("pointermove", follow);
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, stop);
  }

  /** The place whose row's middle the pointer has passed, starting from `from`. */
  #placeUnder(y, from) {
    const middles = this.order.map((option) => {
      const box = this.rows[option].node.getBoundingClientRect();
      return box.top + box.height / 2;
    });
    let to = from;
    while (to > 0 && y < middles[to - 1]) to -= 1;
    while (to < middles.length - 1 && y > middles[to + 1]) to += 1;
    return to;
  }

  #paint() {
    // Nodes are moved rather than made anew, so that a drag keeps its row.
    this.order.forEach((option, place) => {
      const row = this.rows[option];
      fill(row.place, this.words.number(place + 1));
      row.up.disabled = place === 0;
      row.down.disabled = place === this.order.length - 1;
      if (this.list.children[place] !== row.node) {
        this.list.insertBefore(row.node, this.list.children[place] ?? null);
      }
    });
  }
}
