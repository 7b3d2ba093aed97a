/** What the deck editor holds, and the deck it makes, or what is wrong with it. Pure. */
import { CARDS_MAX, TEXT_MAX } from "./csv.js";

const NAME_MAX = 60;
const BYTES_MAX = 900_000;

/** {name, about, cards} or {problems: [{key, values, card?}]} from a draft whose cards may be half or wholly empty. */
export function readDraft(draft) {
  const name = draft.name.trim().replace(/\s+/g, " ");
  const rows = draft.cards.map((card, index) => ({ ...card, front: card.front.trim(), back: card.back.trim(), n: index + 1 }));
  const written = rows.filter((card) => card.front || card.back);
  const problems = name && name.length <= NAME_MAX ? [] : [{ key: "need_name" }];
  if (written.length === 0) problems.push({ key: "need_cards", card: 1 });
  if (written.length > CARDS_MAX) problems.push({ key: "many_cards", values: { max: CARDS_MAX } });
  for (const card of written) {
    if (!card.front || !card.back) problems.push({ key: "half_card", card: card.n });
    else if (card.front.length > TEXT_MAX || card.back.length > TEXT_MAX) problems.push({ key: "long_card", card: card.n, values: { max: TEXT_MAX } });
  }
  const deck = { name, about: draft.about.trim(), cards: written.map(({ id, front, back }) => ({ id, front, back })) };
  if (!problems.length && new TextEncoder().encode(JSON.stringify(deck)).length > BYTES_MAX) problems.push({ key: "big_deck" });
  return problems.length ? { problems } : { problems, ...deck };
}
