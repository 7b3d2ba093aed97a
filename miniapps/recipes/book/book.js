/** The built-in recipes in the reader's language. */
import { MAINS } from "./mains.js";
import { SIDES } from "./sides.js";

export const TAGS = ["quick", "one-pan", "vegetarian", "vegan", "breakfast", "soup", "fish", "sweet"];

/** Built-in recipes as {id, name, serves, minutes, tags, ingredients: [{amount, unit, name}], steps: [{text, minutes}]}. */
export function builtInRecipes(language) {
  const column = language === "de" ? 1 : 0;
  return [...MAINS, ...SIDES].map((recipe) => ({
    ...recipe,
    own: false,
    name: recipe.name[column],
    ingredients: recipe.ingredients.map(([amount, unit, ...names]) => ({ amount, unit, name: names[column] })),
    steps: recipe.steps.map(([minutes, ...texts]) => ({ minutes, text: texts[column] })),
  }));
}
