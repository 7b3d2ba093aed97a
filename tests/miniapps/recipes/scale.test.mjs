import assert from "node:assert/strict";
import { test } from "node:test";

import { exactAmount, joinShopping, readAmount, readIngredient, readStep, scale, settle, writeAmount } from "../../../miniapps/recipes/scale.js";

const written = (amount, unit, locale = "en") => {
  const settled = settle(amount, unit);
  return `${writeAmount(settled.amount, settled.unit, locale)} ${settled.unit}`.trim();
};

test("scaling goes by the ratio of servings and leaves to-taste alone", () => {
  assert.equal(scale(4, 2, 3), 6);
  assert.equal(scale(null, 2, 3), null);
});

test("counts and spoons are written as whole numbers and fractions", () => {
  assert.equal(written(0.5, "tsp"), "½ tsp");
  assert.equal(written(1.5, ""), "1½");
  assert.equal(written(2 / 3, "tbsp"), "⅔ tbsp");
  assert.equal(written(2.99, ""), "3");
  assert.equal(written(0.01, "tsp"), "⅛ tsp");
  assert.equal(written(13.4, ""), "13");
});

test("weights are rounded to what a kitchen can measure", () => {
  assert.equal(written(433.3, "g"), "435 g");
  assert.equal(written(43.3, "ml"), "43 ml");
  assert.equal(written(4.3, "g"), "4.5 g");
  assert.equal(written(0.1, "g"), "0.5 g");
});

test("a unit is changed when the next one reads better", () => {
  assert.equal(written(1200, "g"), "1.2 kg");
  assert.equal(written(1200, "ml", "de"), "1,2 l");
  assert.equal(written(0.3, "l"), "300 ml");
  assert.equal(written(6, "tsp"), "2 tbsp");
  assert.equal(written(4, "tsp"), "4 tsp");
});

test("no built-in amount vanishes at any number of servings", () => {
  for (let servings = 1; servings <= 24; servings += 1) {
    for (const [amount, unit] of [[0.25, "tsp"], [1, "pinch"], [10, "g"], [1.2, "l"], [0.5, ""]]) {
      assert.match(written(scale(amount, 6, servings), unit), /[1-9⅛¼⅓⅜½⅝⅔¾⅞]/u);
    }
  }
});

test("amounts are read as people type them", () => {
  for (const [text, value] of [["2", 2], ["1,5", 1.5], ["1.5", 1.5], ["1/2", 0.5], ["1 1/2", 1.5], ["½", 0.5], ["1½", 1.5], ["2 ¼", 2.25]]) {
    assert.equal(readAmount(text), value, text);
  }
});

test("what is no amount above zero is not a number", () => {
  for (const text of ["", "0", "1/0", "-1", "1e3", "two", "x½", "Infinity", "1 2"]) assert.ok(Number.isNaN(readAmount(text)), text);
});

test("an ingredient line is taken apart in both languages", () => {
  assert.deepEqual(readIngredient("400 g tomatoes, crushed"), { amount: 400, unit: "g", name: "tomatoes, crushed" });
  assert.deepEqual(readIngredient("400g flour"), { amount: 400, unit: "g", name: "flour" });
  assert.deepEqual(readIngredient("½ TL Zimt"), { amount: 0.5, unit: "tsp", name: "Zimt" });
  assert.deepEqual(readIngredient("1 1/2 tbsp. oil"), { amount: 1.5, unit: "tbsp", name: "oil" });
  assert.deepEqual(readIngredient("2 eggs"), { amount: 2, unit: "", name: "eggs" });
  assert.deepEqual(readIngredient("  salt "), { amount: null, unit: "", name: "salt" });
  assert.deepEqual(readIngredient("2 g"), { amount: 2, unit: "", name: "g" });
});

test("an amount in a form field comes back unrounded", () => {
  for (const amount of [433, 1.5, 0.3, 1 / 3, 12.75]) {
    assert.ok(Math.abs(readAmount(exactAmount(amount, "en")) - amount) < 1e-3, String(amount));
  }
  assert.equal(exactAmount(0.3, "de"), "0,3");
});

test("a time in brackets at the end of a step becomes its timer", () => {
  assert.deepEqual(readStep("Bake until gold (25 min)"), { text: "Bake until gold", minutes: 25 });
  assert.deepEqual(readStep("Backen (25 Min.)."), { text: "Backen", minutes: 25 });
  assert.deepEqual(readStep("Bake (see above) now"), { text: "Bake (see above) now", minutes: 0 });
});

test("the shopping list joins what is the same and not yet bought", () => {
  const first = joinShopping([], [{ name: "Flour", unit: "kg", amount: 1 }, { name: "salt", unit: "", amount: null }]);
  const second = joinShopping(first, [{ name: "flour", unit: "g", amount: 200 }, { name: "salt", unit: "", amount: null }]);
  assert.deepEqual(second.map(({ name, unit, amount }) => [name, unit, amount]), [["Flour", "g", 1200], ["salt", "", null]]);
  const bought = second.map((item) => ({ ...item, done: true }));
  assert.equal(joinShopping(bought, [{ name: "flour", unit: "g", amount: 1 }]).length, 3);
  assert.equal(first[0].amount, 1000);
});
