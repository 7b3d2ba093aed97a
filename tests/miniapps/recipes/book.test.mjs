import assert from "node:assert/strict";
import { test } from "node:test";

import { builtInRecipes, TAGS } from "../../../miniapps/recipes/book/book.js";
import { readDraft } from "../../../miniapps/recipes/draft.js";

const UNITS = new Set(["", "g", "kg", "ml", "l", "tsp", "tbsp", "pinch"]);

for (const language of ["en", "de"]) {
  test(`every built-in recipe is whole in ${language}`, () => {
    const recipes = builtInRecipes(language);
    assert.ok(recipes.length >= 14);
    assert.equal(new Set(recipes.map(({ id }) => id)).size, recipes.length);
    for (const { id, name, serves, minutes, tags, ingredients, steps } of recipes) {
      assert.match(id, /^[a-z-]+$/);
      assert.ok(name && serves > 0 && minutes > 0, id);
      assert.ok(tags.every((tag) => TAGS.includes(tag)), id);
      assert.ok(ingredients.every((item) => item.name && UNITS.has(item.unit) && (item.amount === null || item.amount > 0)), id);
      assert.ok(steps.every((step) => step.text && step.minutes >= 0), id);
      assert.ok(steps.reduce((sum, step) => sum + step.minutes, 0) <= minutes + 5, `${id}: timers fit the time`);
    }
  });
}

test("the shared shakshuka keeps what its post says", () => {
  const shakshuka = builtInRecipes("en").find(({ id }) => id === "shakshuka");
  assert.deepEqual([shakshuka.serves, shakshuka.minutes, shakshuka.ingredients.length], [2, 20, 11]);
});

const DRAFT = { name: " Tea ", minutes: "5", serves: "2", tags: ["quick"], ingredients: "2 tsp tea\n\nwater", steps: "Pour.\nWait (3 min)" };

test("a good draft becomes a recipe", () => {
  const { problems, recipe } = readDraft(DRAFT);
  assert.deepEqual(problems, []);
  assert.equal(recipe.name, "Tea");
  assert.equal(recipe.ingredients.length, 2);
  assert.deepEqual(recipe.steps[1], { text: "Wait", minutes: 3 });
});

test("an empty draft names every field at once", () => {
  const { problems } = readDraft({ name: " ", minutes: "", serves: "0", tags: [], ingredients: "\n", steps: "" });
  assert.deepEqual(problems.map(({ field }) => field), ["name", "minutes", "serves", "ingredients", "steps"]);
});

test("a line that is too long is named by its number in the field", () => {
  const { problems } = readDraft({ ...DRAFT, ingredients: `salt\n\n${"x".repeat(121)}` });
  assert.deepEqual(problems, [{ field: "ingredients", key: "line_long", values: { n: 3, max: 120 } }]);
});
