/** What stands where no deck is. */
import { el } from "../elements.js";
import { say } from "../words.js";

export function missingPage(title = "missing", hint = "missing_hint") {
  const node = el(
    "div", { class: "empty" },
    el("h1", { tabindex: -1 }, say(title)),
    el("p", {}, say(hint)),
    el("a", { href: "/", class: "button plain" }, say("all_decks")),
  );
  return { node, title: say(title), name: "missing" };
}
