/** A deck's tile: a colour that follows from its id, and the beginning of its first card. */
import { el } from "./elements.js";

const HUES = { capitals: 218, greek: 268, "first-aid": 12 };

export function tile(deck, size = "") {
  const hue = HUES[deck.id] ?? [...deck.id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 40);
  const letters = [...(deck.id === "greek" ? "Ω" : deck.name.trim())].slice(0, 1).join("").toUpperCase();
  return el("span", { class: `tile ${size}`, style: `--hue: ${hue}`, "aria-hidden": "true", "data-gradient": true }, letters);
}
