/** Amounts: scaling them, writing them as a cook would, and reading them back. Pure. */

const GLYPHS = [
  [1 / 8, "⅛"], [1 / 4, "¼"], [1 / 3, "⅓"], [3 / 8, "⅜"], [1 / 2, "½"], [5 / 8, "⅝"], [2 / 3, "⅔"], [3 / 4, "¾"], [7 / 8, "⅞"],
];
const LARGER = { g: ["kg", 1000], ml: ["l", 1000], tsp: ["tbsp", 3] };
const SMALLER = { kg: ["g", 1000], l: ["ml", 1000] };
const WEIGHED = new Set(["g", "ml", "kg", "l"]);

/** Every way a unit may be written, English and German, to the name used inside. */
const UNIT_NAMES = {
  g: "g", gram: "g", grams: "g", gramm: "g", kg: "kg", ml: "ml", l: "l", litre: "l", liter: "l",
  tsp: "tsp", teaspoon: "tsp", teaspoons: "tsp", tl: "tsp", teelöffel: "tsp",
  tbsp: "tbsp", tablespoon: "tbsp", tablespoons: "tbsp", el: "tbsp", esslöffel: "tbsp",
  pinch: "pinch", pinches: "pinch", prise: "pinch", prisen: "pinch",
};

/** The amount for `to` people of what is given for `from`; null (to taste) stays null. */
export function scale(amount, from, to) {
  return amount === null ? null : (amount * to) / from;
}

/** {amount, unit} in the unit a cook would reach for: 1200 g is 1.2 kg, 6 tsp are 2 tbsp, 0.3 l is 300 ml. */
export function settle(amount, unit) {
  if (amount === null) return { amount, unit };
  const larger = LARGER[unit];
  if (larger) {
    const grown = amount / larger[1];
    const even = unit !== "tsp" || Math.abs(grown * 2 - Math.round(grown * 2)) < 1e-9;
    if (grown >= 1 && even) return { amount: grown, unit: larger[0] };
  }
  const smaller = SMALLER[unit];
  if (smaller && amount < 1) return { amount: amount * smaller[1], unit: smaller[0] };
  return { amount, unit };
}

/** A weight or volume rounded to what a kitchen can measure: 433 to 435, 43.3 to 43, 4.33 to 4.5. */
function measured(amount, unit) {
  if (unit === "kg" || unit === "l") return Math.max(0.05, Math.round(amount * 20) / 20);
  if (amount >= 100) return Math.round(amount / 5) * 5;
  if (amount >= 10) return Math.round(amount);
  return Math.max(0.5, Math.round(amount * 2) / 2);
}

/** A count or spoon as whole and fraction: 1.5 is "1½", 0.66 is "⅔". Never rounds something to nothing. */
function counted(amount) {
  const whole = Math.floor(amount + 1e-9);
  const rest = amount - whole;
  if (whole >= 10) return String(Math.round(amount));
  const near = [[0, ""], ...GLYPHS, [1, ""]].reduce((best, next) =>
    Math.abs(next[0] - rest) < Math.abs(best[0] - rest) ? next : best,
  );
  if (near[0] === 1) return String(whole + 1);
  if (near[0] === 0) return whole === 0 ? "⅛" : String(whole);
  return `${whole || ""}${near[1]}`;
}

/** The amount without its unit, for `locale` ("1½", "1,2", ""); call settle first. */
export function writeAmount(amount, unit, locale) {
  if (amount === null) return "";
  if (!WEIGHED.has(unit)) return counted(amount);
  return measured(amount, unit).toLocaleString(locale, { maximumFractionDigits: 2, useGrouping: false });
}

/** An amount as it was meant, unrounded, for a field in which it can be changed: "1½", "433", "0.3". */
export function exactAmount(amount, locale) {
  const whole = Math.floor(amount);
  const glyph = GLYPHS.find(([value]) => Math.abs(amount - whole - value) < 1e-3);
  return glyph ? `${whole || ""}${glyph[1]}` : amount.toLocaleString(locale, { maximumFractionDigits: 3, useGrouping: false });
}

/** A number as people type it: "2", "1,5", "1/2", "1 1/2", "½", "1½". NaN when it is none, or not above zero. */
export function readAmount(text) {
  const clean = text.trim().replace(",", ".");
  const glyph = GLYPHS.find(([, sign]) => clean.endsWith(sign));
  if (glyph) {
    const whole = clean.slice(0, -1).trim();
    return /^\d{0,4}$/.test(whole) ? Number(whole || 0) + glyph[0] : Number.NaN;
  }
  const parts = /^(?:(\d{1,4})\s+)?(\d{1,4})\/(\d{1,4})$/.exec(clean);
  const value = parts ? Number(parts[1] ?? 0) + Number(parts[2]) / Number(parts[3]) : decimal(clean);
  return value > 0 && Number.isFinite(value) ? value : Number.NaN;
}

function decimal(text) {
  return /^\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
}

/** One line of an ingredient list as {amount, unit, name}: "400 g tomatoes", "2 eggs", "½ TL Zimt", "salt". */
export function readIngredient(line) {
  const text = line.trim().replace(/\s+/g, " ");
  const parts = /^((?:\d+ )?\d+\/\d+|\d+ ?[⅛¼⅓⅜½⅝⅔¾⅞]|\d+(?:[.,]\d+)?|[⅛¼⅓⅜½⅝⅔¾⅞])\s?(.+)$/u.exec(text);
  const amount = parts ? readAmount(parts[1]) : Number.NaN;
  if (Number.isNaN(amount)) return { amount: null, unit: "", name: text };
  const [first, ...rest] = parts[2].split(" ");
  const unit = UNIT_NAMES[first.toLowerCase().replace(/\.$/, "")];
  return unit && rest.length ? { amount, unit, name: rest.join(" ") } : { amount, unit: "", name: parts[2] };
}

/** A step and its timer: "Bake (25 min)" is {text: "Bake", minutes: 25}; a step without brackets has 0. */
export function readStep(line) {
  const text = line.trim().replace(/\s+/g, " ");
  const parts = /^(.+?)\s*\((\d{1,3}) ?min\.?\)\.?$/i.exec(text);
  return parts ? { text: parts[1], minutes: Number(parts[2]) } : { text, minutes: 0 };
}

/** Adds `items` ({amount, unit, name}) to a shopping list, joining what has the same name and kind of unit. */
export function joinShopping(list, items) {
  const joined = list.map((item) => ({ ...item }));
  for (const item of items) {
    const unit = SMALLER[item.unit]?.[0] ?? item.unit;
    const amount = item.amount === null ? null : item.amount * (SMALLER[item.unit]?.[1] ?? 1);
    const name = item.name.trim();
    const same = joined.find((other) => !other.done && other.unit === unit && other.name.toLowerCase() === name.toLowerCase());
    if (!same) joined.push({ name, unit, amount, done: false });
    else if (amount !== null) same.amount = (same.amount ?? 0) + amount;
  }
  return joined;
}
