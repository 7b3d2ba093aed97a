/** Making a deck of a CSV file. Nothing is kept when any line is wrong; every wrong line is named. */
import { el, glyph } from "../elements.js";
import { decode, readCsv } from "../csv.js";
import { readDraft } from "../draft.js";
import { UPLOAD } from "../icons.js";
import { newId, saveDeck } from "../library.js";
import { notify, room } from "../room.js";
import { go } from "../router.js";
import { say } from "../words.js";

const FILE_MAX = 2 * 1024 * 1024;
const SHOWN = 12;

export function importPage() {
  const result = el("div", { class: "problems", role: "alert", hidden: true });
  const input = el("input", { type: "file", id: "file", accept: ".csv,.tsv,.txt,text/csv", class: "unseen", onchange: () => void take(input, result) });
  const node = el(
    "div", { class: "narrow import" },
    el("header", { class: "top" }, el("h1", { tabindex: -1 }, say("import")), !room.inside && el("a", { href: "/", class: "button plain" }, say("all_decks"))),
    el("p", {}, say("import_text")),
    input, el("label", { for: "file", class: "button accent large" }, glyph(UPLOAD), el("span", {}, say("choose"))),
    result,
  );
  return { node, title: say("import"), name: "import" };
}

async function take(input, result) {
  const [file] = input.files;
  if (!file) return;
  const { cards, problems } = file.size > FILE_MAX ? { problems: [{ key: "csv_big" }] } : readCsv(decode(new Uint8Array(await file.arrayBuffer())));
  input.value = "";
  const name = file.name.replace(/\.[^.]*$/, "").replaceAll("_", " ").trim().slice(0, 60) || "CSV";
  const made = problems.length ? { problems } : readDraft({ name, about: "", cards: cards.map((card) => ({ id: newId("c"), ...card })) });
  if (made.problems.length) return show(result, made.problems);
  const id = newId("deck");
  saveDeck({ id, name: made.name, about: "", cards: made.cards });
  notify(say("imported", { n: made.cards.length }), "good");
  return go(`/d/${id}`, { replace: true });
}

function show(result, problems) {
  const sentences = problems.slice(0, SHOWN).map(({ line, key, values }) => {
    const text = say(key, values);
    return el("li", {}, line ? say("line", { line, text }) : text);
  });
  const more = problems.length > SHOWN && el("p", {}, say("and_more", { n: problems.length - SHOWN }));
  result.hidden = false;
  result.replaceChildren(el("p", {}, say("import_failed", { n: problems.length })), el("ul", {}, ...sentences), ...(more ? [more] : []));
}
