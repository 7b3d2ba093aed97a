/**
 * Putting options in order: by dragging, or with a button for each direction.
 * @module views/ranking
 */

import { fill, h, iconButton } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { reorder } from "../order.js";

/** The control for a ranking question; see views/answers for what it takes and gives. */
export function rankingAnswer({ question, index, kept, words, voice }) {
  const state = { order: kept?.choices?.slice() ?? question.options.map((_, option) => option), settled: Boolean(kept) };
  const list = h("ol", { class: "plain stack small ranking", "aria-labelledby": `question-${index}-text` });
  const settle = h("input", {
    type: "checkbox",
    checked: state.settled,
    onchange: () => (state.settled = settle.checked),
  });
  const rows = question.options.map((text, option) => makeRow(text, option));

  function makeRow(text, option) {
    const place = h("span", { class: "place", "aria-hidden": "true" });
    const up = iconButton(words.t("moveUp", { text }), icon("up"), { class: "small ghost", onclick: () => step(option, -1) });
    const down = iconButton(words.t("moveDown", { text }), icon("down"), { class: "small ghost", onclick: () => step(option, 1) });
    const grip = h("span", { class: "grip", "aria-hidden": "true" }, icon("grip", 20));
    const node = h("li", { class: "option ranked" }, grip, place, h("span", { class: "grow" }, text), up, down);
    grip.addEventListener("pointerdown", (event) => startDrag(event, option));
    return { option, text, node, place, up, down };
  }

  function step(option, by) {
    const from = state.order.indexOf(option);
    move(from, from + by);
    const { up, down } = rows[option];
    // A button that just became unavailable would drop the keyboard's place.
    const wanted = by < 0 ? up : down;
    (wanted.disabled ? (by < 0 ? down : up) : wanted).focus();
  }

  function move(from, to) {
    const option = state.order[from];
    state.order = reorder(state.order, from, to);
    state.settled = true;
    settle.checked = true;
    paint();
    const place = state.order.indexOf(option) + 1;
    voice.announce(words.t("nowAt", { text: rows[option].text, place, count: state.order.length }));
  }

  function startDrag(event, option) {
    if (event.button !== 0) return;
    event.preventDefault();
    const { node } = rows[option];
    node.classList.add("dragged");
    const follow = ({ clientY }) => {
      const from = state.order.indexOf(option);
      const to = placeUnder(clientY, from);
      if (to !== from) move(from, to);
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
  function placeUnder(y, from) {
    const middles = state.order.map((option) => {
      const box = rows[option].node.getBoundingClientRect();
      return box.top + box.height / 2;
    });
    let to = from;
    while (to > 0 && y < middles[to - 1]) to -= 1;
    while (to < middles.length - 1 && y > middles[to + 1]) to += 1;
    return to;
  }

  function paint() {
    // Nodes are moved rather than made anew, so that a drag keeps its row.
    state.order.forEach((option, place) => {
      const row = rows[option];
      fill(row.place, words.number(place + 1));
      row.up.disabled = place === 0;
      row.down.disabled = place === state.order.length - 1;
      if (list.children[place] !== row.node) list.insertBefore(row.node, list.children[place] ?? null);
    });
  }

  paint();
  const read = () => (state.settled ? { question: index, choices: state.order.slice() } : null);
  const node = h(
    "div",
    { class: "stack small" },
    h("p", { class: "meta" }, words.t("rankHint")),
    list,
    h("label", { class: "check" }, settle, h("span", {}, words.t("rankSettled"))),
  );
  return { node, read, problem: () => (!state.settled && question.required ? words.t("need.ranking") : null) };
}
