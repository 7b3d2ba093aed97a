/** A deck as the card of a post, and as a file. */
import { writeCsv } from "./csv.js";
import { pathWith } from "./parcel.js";
import { ask, notify, room } from "./room.js";
import { say } from "./words.js";

const FILE_MAX = 200_000;

/** A deck of one's own travels inside the path when it is short; else the post says that it is private. */
export async function deckCard(deck) {
  const built_in = !deck.own && !deck.parcel;
  const carried = built_in ? null : await pathWith(deck);
  const alone = !built_in && !carried;
  return {
    path: carried ?? `/d/${deck.id}`,
    title: deck.name.slice(0, 80),
    subtitle: say("total", { n: deck.cards.length }),
    ...(alone ? { text: say("share_private") } : {}),
  };
}

/** Opens the host's composer with a deck, or with the start page when none is given. */
export async function shareDeck(deck) {
  const start = { path: "/", title: say("cards"), subtitle: say("posted_decks") };
  await ask("share.post", deck ? await deckCard(deck) : start);
}

/** Hands a deck to the composer that opened this app to pick one. */
export async function attachDeck(deck) {
  if (await ask("share.attach", await deckCard(deck))) notify(say("attached"), "good");
}

/** Saves a deck as CSV: through the host's file chooser, outside Stoa as a download. */
export async function exportDeck(deck) {
  const text = writeCsv(deck.cards, [say("front"), say("back")]);
  if (text.length > FILE_MAX) return notify(say("export_long"), "warm");
  const name = `${deck.name.replace(/[^\p{L}\p{N} _-]/gu, "").trim().slice(0, 60) || "deck"}.csv`;
  if (!room.inside) return download(name, text);
  const answer = await ask("host.saveFile", { name, text, mediaType: "text/csv" });
  return answer?.saved ? notify(say("exported"), "good") : undefined;
}

function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
