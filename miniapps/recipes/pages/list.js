/** All recipes: search, filters, cards. */
import { TAGS } from "../book/book.js";
import { button, el, glyph } from "../elements.js";
import { BASKET, CHECK, HEART, PLUS, SEARCH } from "../icons.js";
import { findRecipes, isFavourite, kitchen } from "../kitchen.js";
import { picture } from "../pictures.js";
import { metaText } from "../sharing.js";
import { say } from "../words.js";

// Search and filters stay while the app runs, so that going back shows the list as it was left.
const asked = { text: "", chosen: new Set() };

export function listPage() {
  const count = el("p", { class: "meta", role: "status" });
  const grid = el("ul", { class: "grid" });
  const field = el("input", {
    type: "search", id: "search", placeholder: say("search"), "aria-label": say("search"), value: asked.text, autocomplete: "off",
    oninput: () => {
      asked.text = field.value;
      show();
    },
  });
  const filters = el("div", { class: "chips", role: "group", "aria-label": say("filter") });

  function show() {
    const found = findRecipes(asked.text, asked.chosen, (tag) => say(`tag_${tag}`));
    count.textContent = say("count", { n: found.length });
    grid.replaceChildren(...(found.length ? found.map(card) : [nothing(clear)]));
  }

  function clear() {
    asked.text = field.value = "";
    asked.chosen.clear();
    drawFilters();
    show();
    field.focus();
  }

  function drawFilters() {
    const names = ["favourites", ...(kitchen.own.length ? ["own"] : []), ...TAGS];
    filters.replaceChildren(...names.map((name) => filterChip(name, show)));
  }

  drawFilters();
  show();
  const node = el(
    "div", {},
    el(
      "header", { class: "top" },
      el("h1", { tabindex: -1 }, say("recipes")),
      el("nav", { class: "actions", "aria-label": say("recipes") }, shoppingLink(), link("/new", PLUS, say("add_recipe"))),
    ),
    el("div", { class: "search", role: "search" }, glyph(SEARCH), field),
    filters, count, grid,
  );
  return { node, title: say("recipes"), name: "list", home: true };
}

function filterChip(name, changed) {
  const label = name === "favourites" ? say("favourites") : say(`tag_${name}`);
  const chip = el(
    "button",
    {
      type: "button", class: "chip", "aria-pressed": String(asked.chosen.has(name)),
      onclick: () => {
        if (!asked.chosen.delete(name)) asked.chosen.add(name);
        chip.setAttribute("aria-pressed", String(asked.chosen.has(name)));
        changed();
      },
    },
    name === "favourites" && glyph(HEART, 14), label,
  );
  return chip;
}

function link(href, icon, text) {
  return el("a", { href, class: "button plain wordy", "aria-label": text, title: text }, glyph(icon), el("span", {}, text));
}

function shoppingLink() {
  const open = kitchen.shopping.filter((item) => !item.done).length;
  const node = link("/shopping", BASKET, say("shopping"));
  if (open) {
    node.append(el("span", { class: "badge", "aria-hidden": "true" }, String(open)));
    node.setAttribute("aria-label", `${say("shopping")}, ${say("left", { n: open })}`);
  }
  return node;
}

function card(recipe) {
  return el(
    "li", {},
    el(
      "a", { href: `/r/${recipe.id}`, class: "card" },
      picture(recipe),
      el("span", { class: "card-text" }, el("strong", {}, recipe.name), el("span", { class: "meta" }, metaText(recipe))),
      isFavourite(recipe) && el("span", { class: "heart" }, glyph(HEART, 16), el("span", { class: "unseen" }, say("favourite"))),
    ),
  );
}

function nothing(clear) {
  const again = button(say("clear_filters"), { icon: CHECK, onclick: clear });
  return el("li", { class: "empty" }, el("h2", {}, say("none_found")), el("p", {}, say("none_found_hint")), again);
}
