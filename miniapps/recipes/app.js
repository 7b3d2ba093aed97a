/** Recipes: starts the app and says which page stands at which path. */
import { button, el, glyph } from "./elements.js";
import { CLIP } from "./icons.js";
import { loadKitchen, recipe } from "./kitchen.js";
import { cookPage } from "./pages/cook.js";
import { formPage } from "./pages/form.js";
import { listPage } from "./pages/list.js";
import { missingPage } from "./pages/missing.js";
import { recipePage } from "./pages/recipe.js";
import { shoppingPage } from "./pages/shopping.js";
import { enter, listen, ready, room } from "./room.js";
import { onDraw, open, start } from "./router.js";
import { attachRecipe, shareRecipe } from "./sharing.js";
import { startTimers } from "./timers.js";
import { say } from "./words.js";

const withRecipe = (page) => (match, query) => {
  const found = recipe(match[1]);
  return found ? page(found, query) : missingPage();
};

const ROUTES = [
  [/^\/(?:index\.html)?$/, listPage],
  [/^\/shopping\/?$/, shoppingPage],
  [/^\/new\/?$/, () => formPage(null)],
  [/^\/r\/([\w-]+)\/?$/, withRecipe(recipePage)],
  [/^\/r\/([\w-]+)\/cook\/?$/, withRecipe(cookPage)],
  [/^\/r\/([\w-]+)\/edit\/?$/, withRecipe((found) => (found.own ? formPage(found) : missingPage()))],
  [/^/, missingPage],
];

/** In scene "attach" a bar on top says what to do, and offers to attach the open recipe. */
function drawAttachBar(page) {
  const bar = document.getElementById("attach");
  bar.hidden = room.scene !== "attach";
  if (bar.hidden) return;
  const choose = page.recipe
    ? button(say("attach"), { icon: CLIP, kind: "accent", onclick: () => attachRecipe(page.recipe) })
    : el("p", {}, glyph(CLIP), say("attach_pick"));
  bar.setAttribute("aria-label", say("attach"));
  bar.replaceChildren(choose);
}

async function main() {
  await enter();
  await loadKitchen();
  listen("share.willShare", () => shareRecipe(open()?.recipe));
  onDraw(drawAttachBar);
  start(ROUTES);
  startTimers(document.getElementById("timers"));
  await ready();
}

void main();
