/** A whole deck inside a link: [id, name, front, back, front, back, …] as JSON, deflated, base64url. */

/** The longest path that a deck may make, well under the bridge's 1,024. */
export const PATH_MAX = 900;
const OPEN_MAX_BYTES = 64 * 1024;
const CARDS_MAX = 400;
const NAME_MAX = 60;

async function through(bytes, stream, limit = Number.POSITIVE_INFINITY) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > limit) {
      await reader.cancel();
      throw new RangeError("The deck in the link is too large.");
    }
    chunks.push(part.value);
  }
  const whole = new Uint8Array(size);
  chunks.reduce((at, chunk) => (whole.set(chunk, at), at + chunk.length), 0);
  return whole;
}

/** The path that carries a deck, or null when it would be longer than PATH_MAX. */
export async function pathWith(deck) {
  const flat = [deck.id, deck.name, ...deck.cards.flatMap((card) => [card.front, card.back])];
  const bytes = new TextEncoder().encode(JSON.stringify(flat));
  if (bytes.length > OPEN_MAX_BYTES || deck.cards.length > CARDS_MAX) return null;
  const packed = await through(bytes, new CompressionStream("deflate-raw"));
  const text = btoa(String.fromCharCode(...packed)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const path = `/d/shared?deck=${text}`;
  return path.length <= PATH_MAX ? path : null;
}

/** The deck {id, name, cards: [{id, front, back}]} in a link's text, or null when it is damaged or too large. */
export async function openParcel(text) {
  try {
    if (text.length > PATH_MAX) return null;
    const packed = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream("deflate-raw"), OPEN_MAX_BYTES);
    return checked(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

function checked(flat) {
  if (!Array.isArray(flat) || flat.length < 4 || flat.length % 2 || flat.length > 2 + 2 * CARDS_MAX) return null;
  if (!flat.every((text) => typeof text === "string" && text.trim())) return null;
  const [id, name, ...texts] = flat;
  if (!/^[\w-]{1,40}$/.test(id) || name.length > NAME_MAX) return null;
  const cards = [];
  for (let at = 0; at < texts.length; at += 2) cards.push({ id: `c${at / 2}`, front: texts[at], back: texts[at + 1] });
  return { id, name, cards };
}
