/** What stands where no recipe is. */
import { el } from "../elements.js";
import { say } from "../words.js";

export function missingPage() {
  const node = el(
    "div", { class: "empty" },
    el("h1", { tabindex: -1 }, say("missing")),
    el("p", {}, say("missing_hint")),
    el("a", { href: "/", class: "button plain" }, say("all_recipes")),
  );
  return { node, title: say("missing"), name: "missing" };
}
