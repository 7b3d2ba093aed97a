/** The shopping list: tick, add, clear. */
import { button, el, glyph } from "../elements.js";
import { BASKET, CHECK, PLUS, TRASH } from "../icons.js";
import { addToShopping, keep, kitchen } from "../kitchen.js";
import { confirmed, room } from "../room.js";
import { readIngredient, settle, writeAmount } from "../scale.js";
import { unitText } from "../sharing.js";
import { say } from "../words.js";

export function shoppingPage() {
  const list = el("ul", { class: "shopping" });
  const left = el("p", { class: "meta", role: "status" });
  const tools = el("div", { class: "actions" });
  const hint = say("shopping_add");
  const field = el("input", { type: "text", id: "item", maxlength: 80, autocomplete: "off", placeholder: hint, "aria-label": hint });
  const form = el("form", { class: "adder" }, field, el("button", { class: "button plain" }, glyph(PLUS), el("span", {}, say("add"))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) addToShopping([readIngredient(field.value)]);
    field.value = "";
    show();
  });

  function show() {
    const items = kitchen.shopping;
    left.textContent = items.length ? say("left", { n: items.filter((item) => !item.done).length }) : "";
    list.replaceChildren(...items.map((item, index) => row(item, index, show)));
    list.hidden = items.length === 0;
    empty.hidden = items.length > 0;
    tools.replaceChildren(...clearing(items, show));
  }

  const empty = el("div", { class: "empty" }, glyph(BASKET, 40), el("h2", {}, say("shopping_empty")), el("p", {}, say("shopping_hint")));
  show();
  const home = !room.inside && el("a", { href: "/", class: "button plain" }, say("all_recipes"));
  const node = el(
    "div", { class: "narrow" },
    el("header", { class: "top" }, el("h1", { tabindex: -1 }, say("shopping")), home),
    left, list, empty, form, tools,
  );
  return { node, title: say("shopping"), name: "shopping" };
}

function row(item, index, changed) {
  const id = `item-${index}`;
  const box = el("input", {
    type: "checkbox", id, checked: item.done,
    onchange: () => {
      keep("shopping", kitchen.shopping.map((other, at) => (at === index ? { ...other, done: box.checked } : other)));
      changed();
      document.getElementById(id).focus();
    },
  });
  const { amount, unit } = settle(item.amount, item.unit);
  const written = [writeAmount(amount, unit, room.locale), amount === null ? "" : unitText(unit)].filter(Boolean).join("\u00a0");
  return el("li", {}, box, el("label", { for: id }, el("span", {}, item.name), " ", el("span", { class: "amount" }, written)));
}

function clearing(items, changed) {
  const done = items.filter((item) => item.done).length;
  const clearDone = () => {
    keep("shopping", kitchen.shopping.filter((item) => !item.done));
    changed();
  };
  const clearAll = async () => {
    if (!(await confirmed(say("clear_question"), say("clear_all"), true))) return;
    keep("shopping", []);
    changed();
  };
  return [
    done > 0 && button(say("clear_done"), { icon: CHECK, onclick: clearDone }),
    items.length > 0 && button(say("clear_all"), { icon: TRASH, kind: "ghost", onclick: clearAll }),
  ].filter(Boolean);
}
