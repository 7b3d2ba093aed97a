/**
 * The page that makes a quiz. What is written is kept as it is written.
 * @module views/maker
 */

import { button, fill, h } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { PACKED_MAX, pack } from "../packing.js";
import { KINDS, LIMITS, newQuestion, newQuiz, problems } from "../quiz.js";
import { area, line, questionCard, resultCard } from "./maker_parts.js";

/** Makes the page for `/make` (a new quiz) and `/make/<id>`. */
export async function makerPage(app, id, pages) {
  const quiz = id ? await app.library.draft(id) : newQuiz(crypto.randomUUID());
  if (!quiz) return null;
  return new Maker(app, quiz, pages).asPage();
}

class Maker {
  #timer = 0;
  #dirty = false;
  #wrong = [];

  constructor(app, quiz, pages) {
    Object.assign(this, { ...app, quiz, pages });
    this.body = h("div", { class: "stack large" });
    this.message = h("div", { "aria-live": "polite" });
    this.size = h("p", { class: "meta" });
  }

  asPage() {
    const { t } = this.words;
    this.#draw();
    this.#measure();
    const done = button(t("done"), { type: "submit", class: "primary", icon: icon("check") });
    const node = h(
      "form",
      {
        class: "stack large",
        novalidate: true,
        oninput: () => this.#changed(),
        onsubmit: (event) => this.#finish(event),
      },
      h("h1", {}, t("makeTitle")),
      this.body,
      this.message,
      h("div", { class: "stack small" }, h("div", { class: "row" }, done), this.size),
    );
    return { node, title: t("makeTitle"), save: () => this.#keep(), leave: () => clearTimeout(this.#timer) };
  }

  #changed() {
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#keep().catch((error) => this.voice.fail(error));
      this.#measure();
    }, 500);
  }

  async #keep() {
    if (!this.#dirty) return;
    this.#dirty = false;
    await this.library.save(this.quiz);
    // A reload comes back to this quiz rather than to an empty one.
    if (location.pathname === "/make") history.replaceState(history.state, "", `/make/${this.quiz.id}`);
  }

  /** Says whether the quiz still fits into a link. */
  async #measure() {
    const used = (await pack(this.quiz)).length;
    const fits = used <= PACKED_MAX;
    fill(this.size, this.words.t(fits ? "fits" : "tooLong", { percent: this.words.percent(used / PACKED_MAX) }));
    this.size.classList.toggle("error", !fits);
  }

  #problem = (field) => {
    const found = this.#wrong.find((problem) => problem.field === field);
    return found ? this.words.t(found.key) : null;
  };

  #draw(focus = null) {
    const { quiz, words } = this;
    const { t } = words;
    const personality = quiz.kind === "personality";
    const redraw = (wanted) => {
      this.#changed();
      this.#draw(wanted);
    };
    const context = { quiz, words, redraw, problem: this.#problem };
    fill(
      this.body,
      this.#kinds(redraw),
      line({
        id: "title",
        label: t("title"),
        value: quiz.title,
        maxlength: LIMITS.title,
        placeholder: t(`hint.${quiz.kind}`),
        error: this.#problem("title"),
        change: (text) => (quiz.title = text),
      }),
      area({
        id: "about",
        label: t("about"),
        value: quiz.about,
        maxlength: LIMITS.about,
        change: (text) => (quiz.about = text),
      }),
      personality && this.#results(context),
      this.#questions(context),
    );
    if (focus) document.getElementById(focus)?.focus();
  }

  #kinds(redraw) {
    const { quiz, words } = this;
    const choose = (kind) => {
      quiz.kind = kind;
      redraw(`kind-${kind}`);
    };
    const tab = (kind) =>
      h(
        "button",
        { type: "button", id: `kind-${kind}`, "aria-pressed": String(quiz.kind === kind), onclick: () => choose(kind) },
        words.t(`kind.${kind}`),
      );
    return h(
      "div",
      { class: "stack small" },
      h("div", { class: "segmented", role: "group", "aria-label": words.t("kindLabel") }, KINDS.map(tab)),
      h("p", { class: "meta" }, words.t(`kindHint.${quiz.kind}`)),
    );
  }

  #results(context) {
    const { quiz, words, redraw } = context;
    const add = () => {
      quiz.results.push({ title: "", text: "" });
      redraw(`result-${quiz.results.length - 1}`);
    };
    return h(
      "section",
      { class: "stack", "aria-label": words.t("results") },
      h("h2", {}, words.t("results")),
      quiz.results.map((_, index) => resultCard(context, index)),
      h(
        "div",
        {},
        button(words.t("addResult"), {
          icon: icon("plus"),
          disabled: quiz.results.length >= LIMITS.results,
          onclick: add,
        }),
      ),
    );
  }

  #questions(context) {
    const { quiz, words, redraw } = context;
    const add = () => {
      quiz.questions.push(newQuestion());
      redraw(`question-${quiz.questions.length - 1}`);
    };
    return h(
      "section",
      { class: "stack", "aria-label": words.t("questionsTitle") },
      h("h2", {}, words.t("questionsTitle")),
      quiz.questions.map((_, index) => questionCard(context, index)),
      h(
        "div",
        {},
        button(words.t("addQuestion"), {
          icon: icon("plus"),
          disabled: quiz.questions.length >= LIMITS.questions,
          onclick: add,
        }),
      ),
    );
  }

  async #finish(event) {
    event.preventDefault();
    this.#wrong = problems(this.quiz);
    this.#draw();
    if (this.#wrong.length > 0) {
      fill(this.message, h("p", { class: "error" }, this.words.t("lookAgain", { count: this.#wrong.length })));
      document.getElementById(this.#wrong[0].field)?.focus();
      return;
    }
    try {
      this.#dirty = true;
      await this.#keep();
      await this.pages.go(`/q/${this.quiz.id}`);
    } catch (error) {
      await this.voice.fail(error);
    }
  }
}
