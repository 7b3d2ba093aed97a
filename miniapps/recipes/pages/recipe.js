/** One recipe: ingredients scaled to the table, method, notes. */
import { button, el, glyph, iconButton } from "../elements.js";
import { BACKWARD, BASKET, FLAME, HEART, MINUS, PENCIL, PLUS, SEND, TRASH } from "../icons.js";
import { SERVINGS_MAX, addToShopping, isFavourite, kitchen, removeOwn, servings, setNote, setServings, toggleFavourite } from "../kitchen.js";
import { picture } from "../pictures.js";
import { confirmed, notify, room } from "../room.js";
import { go } from "../router.js";
import { scale } from "../scale.js";
import { amountText, metaText, pathOf, shareRecipe } from "../sharing.js";
import { say } from "../words.js";

export function recipePage(recipe, query) {
  const wanted = Number(query.get("for"));
  if (Number.isInteger(wanted) && wanted > 0) setServings(recipe, wanted);
  const node = el(
    "article", { class: "recipe" },
    heading(recipe),
    el("section", { class: "ingredients", "aria-labelledby": "ingredients" }, ...ingredients(recipe)),
    el(
      "section", { class: "method", "aria-labelledby": "method" },
      el("h2", { id: "method" }, say("method")),
      el("ol", { class: "steps" }, ...recipe.steps.map((step) => el("li", {}, step.text))),
      el(
        "div", { class: "actions" },
        button(say("share"), { icon: SEND, kind: "warm", onclick: () => shareRecipe(recipe) }),
        el("a", { href: `/r/${recipe.id}/cook`, class: "button plain" }, glyph(FLAME), el("span", {}, say("cook"))),
      ),
    ),
    el("div", { class: "plate" }, picture(recipe)),
    notes(recipe),
  );
  return { node, title: recipe.name, name: "recipe", recipe };
}

function heading(recipe) {
  const heart = iconButton(say("favourite"), HEART, {
    "aria-pressed": String(isFavourite(recipe)),
    onclick: () => heart.setAttribute("aria-pressed", String(toggleFavourite(recipe))),
  });
  const own = recipe.own && [
    el("a", { href: `/r/${recipe.id}/edit`, class: "icon-button", "aria-label": say("edit"), title: say("edit") }, glyph(PENCIL, 20)),
    iconButton(say("remove"), TRASH, { onclick: () => remove(recipe) }),
  ];
  return el(
    "header", {},
    // Inside Stoa the host's own back button does this.
    !room.inside && el("a", { href: "/", class: "icon-button back", "aria-label": say("all_recipes") }, glyph(BACKWARD, 20)),
    el("div", {}, el("h1", { tabindex: -1 }, recipe.name), el("p", { class: "meta" }, metaText(recipe))),
    el("div", { class: "tools" }, heart, own || []),
  );
}

async function remove(recipe) {
  if (!(await confirmed(say("delete_question", { name: recipe.name }), say("remove"), true))) return;
  removeOwn(recipe.id);
  notify(say("deleted"));
  go("/", { replace: true });
}

/** The ingredients for `count` people as list rows: amount, name. */
export function amountRows(recipe, count) {
  return recipe.ingredients.map((item) =>
    el("li", {}, el("span", { class: "amount" }, amountText(item, recipe, count)), " ", el("span", {}, item.name)),
  );
}

function ingredients(recipe) {
  const rows = el("ul", { class: "amounts" });
  const shown = el("output", { "aria-live": "polite" });
  const fewer = iconButton(say("fewer"), MINUS, { onclick: () => change(-1) });
  const more = iconButton(say("more"), PLUS, { onclick: () => change(1) });

  function change(by) {
    setServings(recipe, servings(recipe) + by);
    history.replaceState(history.state, "", pathOf(recipe));
    show();
  }

  function show() {
    const count = servings(recipe);
    shown.replaceChildren(el("span", { class: "unseen" }, say("serves_now", { n: count })), el("span", { "aria-hidden": "true" }, String(count)));
    fewer.setAttribute("aria-disabled", String(count <= 1));
    more.setAttribute("aria-disabled", String(count >= SERVINGS_MAX));
    rows.replaceChildren(...amountRows(recipe, count));
  }

  function buy() {
    addToShopping(recipe.ingredients.map((item) => ({ ...item, amount: scale(item.amount, recipe.serves, servings(recipe)) })));
    notify(say("added"), "good");
  }

  show();
  return [
    el(
      "div", { class: "row" },
      el("h2", { id: "ingredients" }, say("ingredients")),
      el("div", { class: "stepper", role: "group", "aria-label": say("serves") }, fewer, shown, more),
    ),
    rows,
    button(say("to_list"), { icon: BASKET, kind: "ghost", onclick: buy }),
  ];
}

function notes(recipe) {
  const field = el("textarea", {
    id: "notes", rows: 3, maxlength: 4000, placeholder: say("notes_hint"), value: kitchen.notes[recipe.id] ?? "",
    oninput: () => setNote(recipe, field.value),
  });
  return el("section", { class: "notes" }, el("label", { for: "notes" }, say("notes")), field);
}
