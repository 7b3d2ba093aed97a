/** Cooking mode: one step at a time, large, turned by arrow keys, with its timer. */
import { button, el } from "../elements.js";
import { BACKWARD, CHECK, CLOCK, FORWARD } from "../icons.js";
import { keep, kitchen, servings } from "../kitchen.js";
import { notify } from "../room.js";
import { go } from "../router.js";
import { onTimersChanged, startTimer, timerOf } from "../timers.js";
import { say } from "../words.js";
import { amountRows } from "./recipe.js";

export function cookPage(recipe, query) {
  const cooking = new Cooking(recipe, Number(query.get("step")) - 1);
  const count = servings(recipe);
  const node = el(
    "article", { class: "cook" },
    el("header", {}, el("h1", { tabindex: -1, "aria-label": say("cooking", { name: recipe.name }) }, recipe.name), cooking.progress),
    el("div", { class: "step", "aria-live": "polite" }, cooking.place, cooking.text),
    cooking.timer,
    el("div", { class: "turn" }, cooking.previous, cooking.next),
    el("p", { class: "meta keys" }, say("keys")),
    el(
      "details", {},
      el("summary", {}, say("ingredients"), " · ", say("serves_now", { n: count })),
      el("ul", { class: "amounts" }, ...amountRows(recipe, count)),
    ),
  );
  const onKey = (event) => cooking.press(event);
  document.addEventListener("keydown", onKey);
  const end = onTimersChanged(() => cooking.showTimer());
  const leave = () => {
    end();
    document.removeEventListener("keydown", onKey);
  };
  return { node, title: say("cooking", { name: recipe.name }), name: "cook", recipe, leave };
}

/** The parts of the page that change from step to step, and what changes them. */
class Cooking {
  place = el("p", { class: "meta" });
  text = el("p", { class: "step-text" });
  timer = el("div", { class: "step-timer" });
  previous = button(say("previous"), { icon: BACKWARD, kind: "plain large", onclick: () => this.#turn(-1) });
  next = el("button", { type: "button", class: "button warm large", onclick: () => this.#turn(1) });
  progress;
  #recipe;
  #last;
  #step;

  /** `asked` is the 0-based step of the address; without a usable one cooking goes on where it stopped. */
  constructor(recipe, asked) {
    this.#recipe = recipe;
    this.#last = recipe.steps.length - 1;
    const wanted = Number.isInteger(asked) && asked >= 0 ? asked : (kitchen.cooking[recipe.id] ?? 0);
    this.#step = Math.min(this.#last, Math.max(0, wanted));
    this.progress = el("progress", { max: this.#last + 1, "aria-hidden": "true" });
    this.#show();
  }

  /** Arrow keys turn the steps, in reading direction. */
  press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    const onward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    event.preventDefault();
    this.#turn(event.key === onward ? 1 : -1);
  }

  showTimer() {
    const { minutes } = this.#recipe.steps[this.#step];
    const runs = timerOf(this.#recipe.id, this.#step) !== undefined;
    const start = button(runs ? say("timer_runs") : say("start_timer", { n: minutes }), {
      icon: CLOCK, kind: "plain large", disabled: runs, onclick: () => this.#startTimer(),
    });
    this.timer.replaceChildren(...(minutes ? [start] : []));
  }

  #startTimer() {
    startTimer(this.#recipe, this.#step);
    this.next.focus();
  }

  #turn(by) {
    const { id } = this.#recipe;
    if (this.#step + by > this.#last) return this.#finish();
    this.#step = Math.max(0, this.#step + by);
    keep("cooking", { ...kitchen.cooking, [id]: this.#step });
    history.replaceState(history.state, "", `/r/${id}/cook?step=${this.#step + 1}`);
    return this.#show();
  }

  #finish() {
    const { [this.#recipe.id]: _done, ...others } = kitchen.cooking;
    keep("cooking", others);
    notify(say("done_cooking"), "good");
    go(`/r/${this.#recipe.id}`, { replace: true });
  }

  #show() {
    const ending = this.#step === this.#last;
    this.place.textContent = say("step_of", { n: this.#step + 1, total: this.#last + 1 });
    this.progress.value = this.#step + 1;
    this.text.textContent = this.#recipe.steps[this.#step].text;
    this.previous.disabled = this.#step === 0;
    this.next.replaceChildren(...button(say(ending ? "finish" : "next"), { icon: ending ? CHECK : FORWARD }).childNodes);
    this.showTimer();
  }
}
