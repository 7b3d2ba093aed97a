/** Kitchen timers: several at once, shown on every page, alive through reload and sleep because they keep their end. */
import { glyph, el, iconButton } from "./elements.js";
import { CLOCK, CLOSE } from "./icons.js";
import { keep, kitchen } from "./kitchen.js";
import { announce, ask, notify } from "./room.js";
import { say } from "./words.js";

let dock = null;
const changed = new Set();

/** Shows the timers in `node` and starts ticking. */
export function startTimers(node) {
  dock = node;
  settle();
  setInterval(tick, 500);
}

/** Calls back when a timer starts or goes; gives the function that ends this. */
export function onTimersChanged(listener) {
  changed.add(listener);
  return () => changed.delete(listener);
}

const belongs = (timer, recipeId, step) => timer.recipe === recipeId && timer.step === step;

/** The running timer of a recipe's step (0-based), or undefined. */
export const timerOf = (recipeId, step) => kitchen.timers.find((timer) => !timer.told && belongs(timer, recipeId, step));

/** Starts the timer of a step. */
export function startTimer(recipe, step) {
  const minutes = recipe.steps[step].minutes;
  const label = say("timer_for", { name: recipe.name, n: step + 1 });
  const timer = { recipe: recipe.id, step, label, ends: Date.now() + minutes * 60_000, told: false };
  keep("timers", [...kitchen.timers.filter((other) => !belongs(other, recipe.id, step)), timer]);
  announce(say("timer_started", { label, n: minutes }));
  settle();
}

function stop(timer) {
  keep("timers", kitchen.timers.filter((other) => other !== timer));
  settle();
}

function settle() {
  draw();
  const running = kitchen.timers.some((timer) => !timer.told);
  void ask("host.setClosingConfirmation", { enabled: running, text: running ? say("timer_closing") : "" });
  changed.forEach((listener) => listener());
}

/** Remaining time as 7:05 or 1:02:03; never below zero. */
export function remaining(ends, now) {
  const seconds = Math.max(0, Math.ceil((ends - now) / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, index) => (index ? String(part).padStart(2, "0") : String(part))).join(":");
}

function tick() {
  const now = Date.now();
  const due = kitchen.timers.filter((timer) => !timer.told && timer.ends <= now);
  for (const timer of due) {
    timer.told = true;
    document.getElementById("alarm").textContent = say("timer_done", { label: timer.label });
    notify(say("timer_done", { label: timer.label }), "warm");
  }
  if (due.length) {
    keep("timers", kitchen.timers);
    settle();
  }
  for (const clock of dock.querySelectorAll("[data-ends]")) {
    const text = remaining(Number(clock.dataset.ends), now);
    if (clock.textContent !== text) clock.textContent = text;
  }
}

function draw() {
  dock.hidden = kitchen.timers.length === 0;
  dock.setAttribute("aria-label", say("timers"));
  dock.replaceChildren(...kitchen.timers.map(chip));
}

function chip(timer) {
  const time = timer.told
    ? el("strong", {}, say("time_up"))
    : el("strong", { role: "timer", "data-ends": timer.ends }, remaining(timer.ends, Date.now()));
  const link = el("a", { href: `/r/${timer.recipe}/cook?step=${timer.step + 1}` }, timer.label);
  const close = iconButton(say("timer_stop", { label: timer.label }), CLOSE, { onclick: () => stop(timer) });
  return el("div", { class: timer.told ? "timer up" : "timer" }, glyph(CLOCK), time, link, close);
}
