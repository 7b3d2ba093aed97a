/**
 * What the page says by itself: states, toasts, questions.
 * @module frame/notices
 */

import { button, fill, h } from "./element.js";
import { icon } from "./icons.js";
import { sentence, wasCancelled } from "./room.js";

/**
 * An empty, error or offline state.
 * @param {{icon: string, title: string, text?: string, actions?: Node[], tone?: string, role?: string,
 *   tag?: string}} state - `tag` is `h1` where the state is the whole page
 * @returns {HTMLElement}
 */
export function notice({ icon: name, title, text, actions = [], tone = "neutral", role, tag = "p" }) {
  return h(
    "div",
    { class: `notice ${tone}`, role },
    h("div", { class: "notice-icon" }, icon(name, 22)),
    h(
      "div",
      { class: "notice-body" },
      h(tag, { class: "notice-title" }, title),
      text && h("p", { class: "muted" }, text),
    ),
    actions.length > 0 && h("div", { class: "notice-actions" }, actions),
  );
}

/** The state for an error: what happened, what to do, and a way to try again. `tag` as for {@link notice}. */
export function errorNotice(error, words, retry, tag = "p") {
  const actions = retry ? [button(words.t("retry"), { icon: icon("refresh"), onclick: retry })] : [];
  return notice({
    icon: "warning",
    title: words.t("failed"),
    text: sentence(error),
    tone: "warm",
    role: "alert",
    actions,
    tag,
  });
}

/** Grey lines in the place of what is being fetched. */
export function skeleton(words, lines = 4) {
  const bars = Array.from({ length: lines }, (_, index) =>
    h("div", { class: "skeleton", css: { "inline-size": `${90 - index * 14}%` } }),
  );
  return h("div", { class: "stack", role: "status", "aria-label": words.t("loading") }, bars);
}

/** Short notices and questions, through the host where there is one. */
export class Voice {
  #room;
  #words;
  #live;
  #toast;
  #timer = 0;

  constructor(room, words) {
    this.#room = room;
    this.#words = words;
    this.#live = h("div", { class: "visually-hidden", "aria-live": "polite", role: "status" });
    this.#toast = h("div", { class: "toast", role: "status", hidden: true });
    document.body.append(this.#live, this.#toast);
  }

  /** Says something to screen readers only. */
  announce(text) {
    fill(this.#live, text);
  }

  /** Shows a short notice; tone is `neutral`, `good` or `warm`. */
  async toast(text, tone = "neutral") {
    const shown = text.length > 200 ? `${text.slice(0, 199)}…` : text;
    try {
      await this.#room.call("host.toast", { text: shown, tone });
    } catch {
      fill(this.#toast, shown);
      this.#toast.className = `toast ${tone}`;
      this.#toast.hidden = false;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => (this.#toast.hidden = true), 5000);
    }
  }

  /** Shows what went wrong, unless the person cancelled it. */
  async fail(error) {
    if (!wasCancelled(error)) await this.toast(sentence(error), "warm");
  }

  /** Asks a question with two answers; resolves to whether the person agreed. */
  async confirm({ title, text, confirm, destructive = false }) {
    try {
      return (await this.#room.call("host.confirm", { title, text, confirm, destructive })).confirmed;
    } catch (error) {
      return error?.code === "unsupported" ? this.#ask({ title, text, confirm, destructive }) : false;
    }
  }

  #ask({ title, text, confirm, destructive }) {
    return new Promise((resolve) => {
      const dialog = h("dialog", { class: "dialog", "aria-label": title });
      const answer = (value) => () => dialog.close(value);
      fill(
        dialog,
        h("h2", {}, title),
        h("p", { class: "muted" }, text),
        h(
          "div",
          { class: "row end" },
          button(this.#words.t("cancel"), { onclick: answer("no") }),
          button(confirm, { class: destructive ? "warm" : "primary", onclick: answer("yes") }),
        ),
      );
      dialog.addEventListener("close", () => {
        dialog.remove();
        resolve(dialog.returnValue === "yes");
      });
      document.body.append(dialog);
      dialog.showModal();
    });
  }
}
