/** Pages by pathname: links, the host's back button, and pages opened while the app already runs. */
import { ask, listen, room } from "./room.js";

let routes = [];
let current = null;
let depth = 0;
let drawn = () => {};

/** Starts with [[pattern, page]]; page(match, query) gives {node, title, name, attach?, leave?, home?}. */
export function start(table) {
  routes = table;
  depth = history.state?.depth ?? 0;
  history.replaceState({ depth }, "");
  document.addEventListener("click", follow);
  window.addEventListener("popstate", (event) => {
    depth = event.state?.depth ?? 0;
    draw();
  });
  listen("back.didPress", back);
  listen("link.didOpen", (link) => {
    room.scene = link.scene ?? room.scene;
    go(withQuery(link.path, link.query));
  });
  listen("scene.didChange", ({ scene }) => {
    room.scene = scene;
    if (current) drawn(current);
  });
  draw();
}

/** Calls back with each page once it is drawn. */
export function onDraw(listener) {
  drawn = listener;
}

/** The open page as the table's page function gave it. */
export const open = () => current;

/** Goes to a path of this app; `replace` leaves no way back to where it was. */
export function go(path, { replace = false } = {}) {
  if (!replace) depth += 1;
  history[replace ? "replaceState" : "pushState"]({ depth }, "", path);
  draw();
}

/** Back to where the person came from, or, when they came straight here, to the start page. */
export function back() {
  if (depth > 0) history.back();
  else go("/", { replace: true });
}

/** Draws the open page anew, keeping the place in it. */
export function refresh() {
  draw(false);
}

function withQuery(path, query = {}) {
  const extra = new URLSearchParams(query).toString();
  return extra && !path.includes("?") ? `${path}?${extra}` : path;
}

function follow(event) {
  const link = event.target.closest?.("a[href^='/']");
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.getAttribute("href"));
}

function draw(arrived = true) {
  current?.leave?.();
  const query = new URLSearchParams(location.search);
  const [pattern, page] = routes.find(([candidate]) => candidate.test(location.pathname)) ?? routes.at(-1);
  current = page(pattern.exec(location.pathname) ?? [], query);
  const main = document.getElementById("main");
  main.replaceChildren(current.node);
  main.dataset.page = current.name;
  document.title = current.title;
  void ask("host.setTitle", { title: current.home ? "" : current.title.slice(0, 80) });
  void ask("host.setBackButton", { visible: !current.home });
  drawn(current);
  if (!arrived) return;
  window.scrollTo(0, 0);
  if (document.body.dataset.started) main.querySelector("h1")?.focus({ preventScroll: true });
  document.body.dataset.started = "yes";
}
