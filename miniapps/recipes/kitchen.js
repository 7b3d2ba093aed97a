/** What the person keeps: own recipes, favourites, notes, servings, the shopping list, where cooking stopped. */
import { builtInRecipes, TAGS } from "./book/book.js";
import { read, room, write } from "./room.js";
import { joinShopping } from "./scale.js";

const KEPT = { own: [], favourites: [], notes: {}, servings: {}, shopping: [], cooking: {}, timers: [] };
/** The most people a recipe is scaled for. */
export const SERVINGS_MAX = 24;

/** The kept values by name; change them through the functions below, or set one with keep(). */
export const kitchen = structuredClone(KEPT);
let builtIn = [];

/** Reads everything kept; what is not of the right kind (an older or damaged entry) starts anew. */
export async function loadKitchen() {
  builtIn = builtInRecipes(room.language);
  await Promise.all(
    Object.entries(KEPT).map(async ([name, empty]) => {
      const value = await read(name, empty);
      const fits = Array.isArray(value) === Array.isArray(empty) && typeof value === "object";
      kitchen[name] = fits ? value : structuredClone(empty);
    }),
  );
}

/** Replaces a kept value and writes it. */
export function keep(name, value) {
  kitchen[name] = value;
  write(name, value);
}

/** All recipes, one's own first. */
export const recipes = () => [...kitchen.own.map((recipe) => ({ ...recipe, own: true })), ...builtIn];

/** The recipe with an id, or undefined. */
export const recipe = (id) => recipes().find((candidate) => candidate.id === id);

/** Recipes with every word of `text` in name, ingredients or tags, and with every chosen tag. */
export function findRecipes(text, chosen, tagName) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return recipes().filter((candidate) => {
    if (chosen.has("favourites") && !kitchen.favourites.includes(candidate.id)) return false;
    if (chosen.has("own") && !candidate.own) return false;
    const tags = withImplied(candidate.tags);
    if (TAGS.some((tag) => chosen.has(tag) && !tags.has(tag))) return false;
    const parts = [candidate.name, ...candidate.ingredients.map((item) => item.name), ...[...tags].map(tagName)];
    const all = plain(parts.join(" "));
    return words.every((word) => all.includes(word));
  });
}

/** Vegan food is vegetarian too: who filters for one wants both. */
function withImplied(tags) {
  return new Set(tags.includes("vegan") ? [...tags, "vegetarian"] : tags);
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** For how many people a recipe is shown. */
export const servings = (item) => kitchen.servings[item.id] ?? item.serves;

export function setServings(item, count) {
  const bounded = Math.min(SERVINGS_MAX, Math.max(1, count));
  keep("servings", { ...kitchen.servings, [item.id]: bounded });
  return bounded;
}

export const isFavourite = (item) => kitchen.favourites.includes(item.id);

/** Makes a favourite of a recipe or takes that back; answers what it is now. */
export function toggleFavourite(item) {
  const others = kitchen.favourites.filter((id) => id !== item.id);
  keep("favourites", isFavourite(item) ? others : [...others, item.id]);
  return isFavourite(item);
}

export function setNote(item, text) {
  const notes = { ...kitchen.notes };
  if (text.trim()) notes[item.id] = text;
  else delete notes[item.id];
  keep("notes", notes);
}

/** Puts ingredients ({amount, unit, name}) on the shopping list. */
export function addToShopping(items) {
  keep("shopping", joinShopping(kitchen.shopping, items));
}

/** Keeps an own recipe: a new one when its id is new, else in place of the old. */
export function saveOwn(item) {
  const others = kitchen.own.filter((other) => other.id !== item.id);
  keep("own", [item, ...others]);
}

/** Forgets an own recipe and everything kept about it. */
export function removeOwn(id) {
  keep("own", kitchen.own.filter((item) => item.id !== id));
  keep("favourites", kitchen.favourites.filter((other) => other !== id));
  for (const name of ["notes", "servings", "cooking"]) {
    const { [id]: _gone, ...rest } = kitchen[name];
    keep(name, rest);
  }
}

/** A fresh id for an own recipe. */
export function newId() {
  return `own-${[...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
