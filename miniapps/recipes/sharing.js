/** A recipe as the card of a post. */
import { picturePng } from "./pictures.js";
import { recipes, servings } from "./kitchen.js";
import { ask, notify, room } from "./room.js";
import { settle, scale, writeAmount } from "./scale.js";
import { say } from "./words.js";

const TITLE_MAX = 80;
const TEXT_MAX = 2000;

/** "400 g" or "½ tsp" for `count` people; empty for what goes in to taste. */
export function amountText(item, recipe, count) {
  const { amount, unit } = settle(scale(item.amount, recipe.serves, count), item.unit);
  const written = writeAmount(amount, unit, room.locale);
  return unit ? `${written}\u00a0${unitText(unit)}` : written;
}

/** The unit as this language writes it. */
export const unitText = (unit) => (["tsp", "tbsp", "pinch"].includes(unit) ? say(`unit_${unit}`) : unit);

/** "20 min · one pan · vegetarian". */
export function metaText(recipe) {
  return [say("minutes", { n: recipe.minutes }), ...recipe.tags.map((tag) => say(`tag_${tag}`))].join(" · ");
}

/** The path that opens a recipe at the servings now shown. */
export const pathOf = (recipe) => `/r/${recipe.id}?for=${servings(recipe)}`;

async function recipeCard(recipe) {
  const count = servings(recipe);
  const ending = say("title_for", { name: "", n: count });
  const name = recipe.name.slice(0, TITLE_MAX - ending.length);
  const picture = await picturePng(recipe);
  return {
    path: pathOf(recipe),
    title: say("title_for", { name, n: count }),
    subtitle: `${say("minutes", { n: recipe.minutes })} · ${say("ingredients", { n: recipe.ingredients.length })}`,
    ...(recipe.own ? { text: written(recipe, count) } : {}),
    ...(picture ? { picture } : {}),
  };
}

/** An own recipe's page opens only here, so its post carries the recipe as text. */
function written(recipe, count) {
  const ingredients = recipe.ingredients.map((item) => `• ${amountText(item, recipe, count)} ${item.name}`.replace("•  ", "• "));
  const steps = recipe.steps.map((step, index) => `${index + 1}. ${step.text}`);
  const text = [say("shared_own"), "", ...ingredients, "", ...steps].join("\n");
  return text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX - 1)}…` : text;
}

/** Opens the host's composer with a recipe, or with the whole collection when none is given. */
export async function shareRecipe(recipe) {
  const all = () => ({ path: "/", title: say("recipes"), subtitle: say("post", { n: recipes().length }) });
  await ask("share.post", recipe ? await recipeCard(recipe) : all());
}

/** Hands a recipe to the composer that opened this app to pick one. */
export async function attachRecipe(recipe) {
  if (await ask("share.attach", await recipeCard(recipe))) notify(say("attached"), "good");
}
