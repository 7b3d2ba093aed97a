import assert from "node:assert/strict";
import { test } from "node:test";

import { readDraft } from "../../../miniapps/cards/draft.js";
import { openParcel, PATH_MAX, pathWith } from "../../../miniapps/cards/parcel.js";

const deck = (cards) => ({ id: "deck-1a", name: "Verbs", cards: cards.map(([front, back], index) => ({ id: `x${index}`, front, back })) });
const textOf = (path) => new URL(path, "http://x").searchParams.get("deck");
const pack = async (bytes) => {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString("base64url");
};

test("a short deck travels in its link and comes out the same", async () => {
  const path = await pathWith(deck([["hablar", "to speak"], ["Ω", "\"omega\" & <b>"]]));
  assert.ok(path.startsWith("/d/shared?deck=") && path.length <= PATH_MAX);
  const opened = await openParcel(textOf(path));
  assert.deepEqual([opened.id, opened.name], ["deck-1a", "Verbs"]);
  assert.deepEqual(opened.cards.map(({ front, back }) => [front, back]), [["hablar", "to speak"], ["Ω", "\"omega\" & <b>"]]);
});

test("a deck that would make a long link does not travel", async () => {
  const noise = Array.from({ length: 80 }, (_, index) => [`${Math.sin(index)}`, `${Math.cos(index)}`]);
  assert.equal(await pathWith(deck(noise)), null);
  assert.equal(await pathWith(deck([["x".repeat(70_000), "y"]])), null);
});

test("a damaged, hostile or oversized parcel opens as nothing", async () => {
  const path = await pathWith(deck([["a", "b"]]));
  for (const text of ["", "zzz", "%%%", textOf(path).slice(0, -6), "A".repeat(1000)]) assert.equal(await openParcel(text), null, text);
  const refused = [{ id: 1 }, ["id", "n"], ["id", "n", "a"], ["id", "n", "a", 5], ["id", "n", "a", " "], ["../x", "n", "a", "b"], ["id", "n".repeat(61), "a", "b"]];
  for (const value of refused) assert.equal(await openParcel(await pack(JSON.stringify(value))), null, JSON.stringify(value));
  const bomb = await pack(new Uint8Array(600_000).fill(32));
  assert.ok(bomb.length <= PATH_MAX);
  assert.equal(await openParcel(bomb), null);
});

test("a draft keeps whole cards, skips empty rows and names half ones", () => {
  const cards = [{ id: "a", front: " f ", back: "b" }, { id: "b", front: "", back: " " }, { id: "c", front: "f", back: "" }];
  assert.deepEqual(readDraft({ name: "D", about: "", cards }).problems, [{ key: "half_card", card: 3 }]);
  const good = readDraft({ name: " D ", about: " x ", cards: cards.slice(0, 2) });
  assert.deepEqual(good, { problems: [], name: "D", about: "x", cards: [{ id: "a", front: "f", back: "b" }] });
  assert.deepEqual(readDraft({ name: "", about: "", cards: [] }).problems.map(({ key }) => key), ["need_name", "need_cards"]);
});
