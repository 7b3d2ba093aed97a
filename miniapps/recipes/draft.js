/** What the recipe form holds, as text, and the recipe it makes, or what is wrong with it. Pure. */
import { readIngredient, readStep } from "./scale.js";

const NAME_MAX = 60;
const INGREDIENT_MAX = 120;
const STEP_MAX = 600;
const LINES_MAX = 60;

/** The lines of a text that say something, with their 1-based numbers. */
export function lines(text) {
  return text.split(/\r\n|\r|\n/).map((line, index) => ({ line: line.trim(), n: index + 1 })).filter(({ line }) => line);
}

function lineProblems(field, text, max, missing) {
  const written = lines(text);
  if (written.length === 0) return [{ field, key: missing }];
  if (written.length > LINES_MAX) return [{ field, key: "many_lines", values: { max: LINES_MAX } }];
  const long = written.find(({ line }) => line.length > max);
  return long ? [{ field, key: "line_long", values: { n: long.n, max } }] : [];
}

function whole(text, most) {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}

/** {recipe} or {problems: [{field, key, values}]} from {name, minutes, serves, tags, ingredients, steps}. */
export function readDraft(draft) {
  const name = draft.name.trim().replace(/\s+/g, " ");
  const minutes = whole(draft.minutes, 1440);
  const serves = whole(draft.serves, 24);
  const problems = [
    ...(name && name.length <= NAME_MAX ? [] : [{ field: "name", key: "need_name" }]),
    ...(minutes ? [] : [{ field: "minutes", key: "need_minutes" }]),
    ...(serves ? [] : [{ field: "serves", key: "need_serves" }]),
    ...lineProblems("ingredients", draft.ingredients, INGREDIENT_MAX, "need_ingredients"),
    ...lineProblems("steps", draft.steps, STEP_MAX, "need_steps"),
  ];
  if (problems.length) return { problems };
  const ingredients = lines(draft.ingredients).map(({ line }) => readIngredient(line));
  const steps = lines(draft.steps).map(({ line }) => readStep(line));
  return { problems, recipe: { name, minutes, serves, tags: draft.tags, ingredients, steps } };
}
