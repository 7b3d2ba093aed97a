/** The form for one's own recipe, new or changed. */
import { TAGS } from "../book/book.js";
import { el } from "../elements.js";
import { readDraft } from "../draft.js";
import { newId, saveOwn } from "../kitchen.js";
import { notify, room } from "../room.js";
import { go } from "../router.js";
import { exactAmount } from "../scale.js";
import { unitText } from "../sharing.js";
import { say } from "../words.js";

export function formPage(recipe) {
  const title = say(recipe ? "edit_recipe" : "new_recipe");
  const summary = el("div", { class: "problems", role: "alert", tabindex: -1, hidden: true });
  const form = el(
    "form", { class: "form", novalidate: true },
    summary,
    field("name", say("name"), el("input", { type: "text", maxlength: 80, value: recipe?.name ?? "", autocomplete: "off" })),
    el(
      "div", { class: "pair" },
      field("minutes", say("time"), el("input", { inputmode: "numeric", value: recipe ? String(recipe.minutes) : "30", maxlength: 4 })),
      field("serves", say("serves"), el("input", { inputmode: "numeric", value: recipe ? String(recipe.serves) : "2", maxlength: 2 })),
    ),
    tagBoxes(recipe?.tags ?? []),
    field("ingredients", say("ingredients"), lines((recipe?.ingredients ?? []).map(ingredientLine)), say("ingredients_hint")),
    field("steps", say("steps"), lines((recipe?.steps ?? []).map(stepLine)), say("steps_hint")),
    el(
      "div", { class: "actions" },
      el("button", { class: "button warm" }, say("save")),
      el("a", { href: recipe ? `/r/${recipe.id}` : "/", class: "button plain" }, say("cancel")),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { problems, recipe: made } = readDraft(draftOf(form));
    showProblems(form, summary, problems);
    if (problems.length) return;
    const id = recipe?.id ?? newId();
    saveOwn({ id, ...made });
    notify(say("saved"), "good");
    go(`/r/${id}`, { replace: true });
  });
  const node = el("div", { class: "narrow" }, el("header", { class: "top" }, el("h1", { tabindex: -1 }, title)), form);
  return { node, title, name: "form" };
}

const lines = (texts) => el("textarea", { rows: 7, value: texts.join("\n") });

function field(name, label, input, hint) {
  input.id = input.name = name;
  input.setAttribute("aria-describedby", hint ? `${name}-hint ${name}-problem` : `${name}-problem`);
  return el(
    "div", { class: "field" },
    el("label", { for: name }, label), hint && el("p", { class: "meta", id: `${name}-hint` }, hint), input,
    el("p", { class: "problem", id: `${name}-problem`, hidden: true }),
  );
}

function tagBoxes(chosen) {
  const boxes = TAGS.map((tag) => {
    const box = el("input", { type: "checkbox", name: "tag", value: tag, checked: chosen.includes(tag) });
    return el("label", { class: "chip" }, box, say(`tag_${tag}`));
  });
  return el("fieldset", { class: "field" }, el("legend", {}, say("tags")), el("div", { class: "chips" }, ...boxes));
}

function draftOf(form) {
  const data = new FormData(form);
  const text = (name) => String(data.get(name) ?? "");
  const typed = Object.fromEntries(["name", "minutes", "serves", "ingredients", "steps"].map((name) => [name, text(name)]));
  return { ...typed, tags: data.getAll("tag") };
}

function showProblems(form, summary, problems) {
  for (const input of form.querySelectorAll("[aria-describedby]")) {
    const problem = problems.find(({ field: name }) => name === input.id);
    const line = document.getElementById(`${input.id}-problem`);
    input.toggleAttribute("aria-invalid", Boolean(problem));
    if (problem) input.setAttribute("aria-invalid", "true");
    line.hidden = !problem;
    line.textContent = problem ? say(problem.key, problem.values) : "";
  }
  summary.hidden = problems.length === 0;
  if (!problems.length) return;
  summary.textContent = say("fix", { n: problems.length });
  document.getElementById(problems[0].field).focus();
}

function ingredientLine({ amount, unit, name }) {
  if (amount === null) return name;
  return [exactAmount(amount, room.locale), unit && unitText(unit), name].filter(Boolean).join(" ");
}

const stepLine = ({ text, minutes }) => (minutes ? `${text} (${minutes} min)` : text);
