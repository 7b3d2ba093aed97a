/**
 * The page that makes a survey. What is written is kept until it is published.
 * @module views/editor
 */

import { button, fill, h } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { errorNotice } from "../frame/notices.js";
import {
  KINDS,
  LIMITS,
  isWorthKeeping,
  moveQuestion,
  newDraft,
  newQuestion,
  problems,
  readDraft,
  toWire,
} from "../draft.js";
import { fromTemplate } from "../templates.js";
import { questionEditor } from "./question_editor.js";
import { settingsEditor } from "./settings_editor.js";

/** Makes the page for `/new` and `/new?t=<template>`. */
export async function editorPage(app, template, pages) {
  const kept = readDraft(await app.room.load("draft"));
  const made = template ? await startTemplate(app, template, kept) : null;
  const editor = new Editor(app, made ?? kept ?? newDraft(), pages);
  return editor.asPage();
}

/** The template's draft, kept at once and under the plain path: a reload then goes on with it. */
async function startTemplate({ words, voice, room }, template, kept) {
  history.replaceState(history.state, "", "/new");
  const { t } = words;
  const question = { title: t("replaceTitle"), text: t("replaceText"), confirm: t("replace"), destructive: true };
  if (kept && isWorthKeeping(kept) && !(await voice.confirm(question))) return null;
  const made = fromTemplate(template, t);
  if (made) await room.save("draft", made);
  return made;
}

class Editor {
  #published = false;
  #timer = 0;

  constructor(app, draft, pages) {
    Object.assign(this, { ...app, draft, pages });
    this.wrong = [];
    this.questions = h("div", { class: "stack" });
    this.settings = h("div", { class: "stack" });
    this.message = h("div", { "aria-live": "polite" });
    this.add = h("div", { class: "row kinds", role: "group", "aria-label": this.words.t("addQuestion") });
    this.titleInput = h("input", {
      type: "text",
      id: "survey-title",
      maxlength: LIMITS.title,
      value: draft.title,
      placeholder: this.words.t("titleHint"),
      oninput: () => (draft.title = this.titleInput.value),
    });
    this.titleError = h("p", { class: "error", id: "survey-title-error", hidden: true });
  }

  asPage() {
    const { t } = this.words;
    this.#drawQuestions();
    this.#drawSettings();
    const publish = button(t("publish"), { type: "submit", class: "primary", icon: icon("check") });
    const node = h(
      "form",
      {
        class: "stack large",
        novalidate: true,
        oninput: () => this.#keepSoon(),
        onsubmit: (event) => this.#publish(event, publish),
      },
      h(
        "header",
        { class: "head" },
        h("h1", {}, t("newSurvey")),
        button(t("startOver"), { class: "ghost", onclick: () => this.#startOver() }),
      ),
      h("div", { class: "field" }, h("label", { for: "survey-title" }, t("title")), this.titleInput, this.titleError),
      h(
        "section",
        { class: "stack", "aria-label": t("questionsTitle") },
        h("h2", {}, t("questionsTitle")),
        this.questions,
        h("p", { class: "label" }, t("addQuestion")),
        this.add,
      ),
      h("section", { class: "stack card" }, h("h2", {}, t("settings")), this.settings),
      this.message,
      h("div", { class: "row" }, publish),
    );
    const leave = () => clearTimeout(this.#timer);
    return { node, title: t("newSurvey"), save: () => this.#keep(), leave };
  }

  #keepSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep().catch((error) => this.voice.fail(error)), 600);
  }

  async #keep() {
    if (this.#published) return;
    await this.room.save("draft", isWorthKeeping(this.draft) ? this.draft : null);
  }

  async #startOver() {
    const { t } = this.words;
    const agreed =
      !isWorthKeeping(this.draft) ||
      (await this.voice.confirm({
        title: t("startOver"),
        text: t("startOverText"),
        confirm: t("startOver"),
        destructive: true,
      }));
    if (!agreed) return;
    this.draft = newDraft();
    await this.#keep();
    await this.pages.go("/new", { replace: true });
  }

  #problem(question, name) {
    const found = this.wrong.find((problem) => problem.question === question && problem.field === name);
    return found ? this.words.t(found.key, found.values) : null;
  }

  #drawQuestions(focus = null) {
    const { draft, words } = this;
    const change = (wanted) => {
      this.#keepSoon();
      this.#drawQuestions(wanted);
    };
    const actions = {
      redraw: change,
      move: (index, step) => change(`#question-${moveQuestion(draft, index, step)}-move-${step < 0 ? "up" : "down"}`),
      remove: (index) => {
        draft.questions.splice(index, 1);
        change(`#question-${Math.max(index - 1, 0)}-text`);
      },
      copy: (index) => {
        draft.questions.splice(index + 1, 0, structuredClone(draft.questions[index]));
        change(`#question-${index + 1}-text`);
      },
    };
    fill(
      this.questions,
      draft.questions.map((_, index) =>
        questionEditor({ draft, index, words, actions, problem: (name) => this.#problem(index, name) }),
      ),
    );
    this.#drawAdd(change);
    if (focus) this.#focus(focus);
  }

  #focus(selector) {
    const wanted = this.questions.querySelector(selector);
    if (wanted && !wanted.disabled) wanted.focus();
    else wanted?.closest(".question-card")?.querySelector("input[type='text']")?.focus();
  }

  #drawAdd(change) {
    const { draft, words } = this;
    const icons = { single: "single", multiple: "multiple", rating: "rating", ranking: "ranking", text: "text" };
    const append = (kind) => {
      draft.questions.push(newQuestion(kind));
      change(`#question-${draft.questions.length - 1}-text`);
    };
    const full = draft.questions.length >= LIMITS.questions;
    fill(
      this.add,
      KINDS.map((kind) =>
        button(words.t(`kind.${kind}`), { icon: icon(icons[kind]), disabled: full, onclick: () => append(kind) }),
      ),
    );
  }

  #switchQuiz() {
    this.#drawQuestions();
    this.#drawSettings();
    this.settings.querySelector("#quiz")?.focus();
  }

  #drawSettings() {
    const { draft, words } = this;
    const problem = (name) => this.#problem(null, name);
    fill(this.settings, settingsEditor({ draft, words, problem, quizChanged: () => this.#switchQuiz() }));
  }

  async #publish(event, submit) {
    event.preventDefault();
    this.wrong = problems(this.draft, Date.now());
    this.#drawQuestions();
    this.#drawSettings();
    this.#showTitleError();
    if (this.wrong.length > 0) return this.#complain();
    submit.disabled = true;
    try {
      const survey = await this.surveys.create(toWire(this.draft, Date.now()));
      this.#published = true;
      clearTimeout(this.#timer);
      await this.room.save("draft", null);
      await this.pages.go(`/s/${survey.id}`, { replace: true });
      await this.voice.toast(this.words.t("published"), "good");
    } catch (error) {
      fill(this.message, errorNotice(error, this.words, null));
    }
    submit.disabled = false;
    return undefined;
  }

  #showTitleError() {
    const text = this.#problem(null, "title");
    this.titleError.hidden = !text;
    fill(this.titleError, text ?? "");
    this.titleInput.setAttribute("aria-invalid", String(Boolean(text)));
    this.titleInput.setAttribute("aria-describedby", text ? "survey-title-error" : "");
  }

  #complain() {
    fill(this.message, h("p", { class: "error" }, this.words.t("lookAgain", { count: this.wrong.length })));
    const first = this.titleError.hidden ? document.querySelector("[aria-invalid='true']") : this.titleInput;
    first?.focus();
  }
}
