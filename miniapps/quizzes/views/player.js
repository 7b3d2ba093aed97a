/**
 * Playing a quiz: the start, one question at a time, and on to the result.
 * @module views/player
 */

import { button, fill, h } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { notice } from "../frame/notices.js";
import { cover } from "../art.js";
import { outcome, problems } from "../quiz.js";

/** Makes the page that plays `entry` (see Library). */
export async function playerPage(app, entry, pages) {
  const kept = await app.library.answers(entry);
  return new Player(app, entry, kept, pages).asPage();
}

class Player {
  #started = false;
  #locked = false;

  constructor(app, entry, kept, pages) {
    Object.assign(this, { ...app, entry, quiz: entry.quiz, pages });
    // A finished run starts anew; an unfinished one goes on.
    this.answers = kept.length < this.quiz.questions.length ? kept.slice() : [];
    this.place = h("div", { class: "stack" });
    this.onKey = (event) => this.#pressed(event);
  }

  asPage() {
    this.#drawStart();
    document.addEventListener("keydown", this.onKey);
    return {
      node: this.place,
      title: this.quiz.title || this.words.t("untitled"),
      attachText: this.words.t("attachQuiz"),
      refusal: this.entry.sharePath ? null : this.words.t("tooLong"),
      card: () => this.#card(),
      save: () => this.#started && this.library.keepAnswers(this.entry, this.answers),
      leave: () => document.removeEventListener("keydown", this.onKey),
    };
  }

  #card() {
    const { quiz, words, entry } = this;
    if (!entry.sharePath) return null;
    return {
      path: entry.sharePath,
      title: quiz.title,
      subtitle: quiz.about || words.t("questions", { count: quiz.questions.length }),
    };
  }

  #drawStart() {
    const { quiz, words, entry } = this;
    const { t } = words;
    const facts = [t(`kind.${quiz.kind}`), t("questions", { count: quiz.questions.length })].join(" · ");
    const unfinished = entry.own && problems(quiz).length > 0;
    const goOn = this.answers.length > 0;
    const start = button(goOn ? t("goOn") : t("start"), {
      class: "primary",
      icon: icon("play"),
      onclick: () => this.#begin(),
    });
    fill(
      this.place,
      cover(
        { hue: quiz.hue, kind: quiz.kind, class: "tall" },
        h("p", { class: "cover-meta" }, facts),
        h("h1", {}, quiz.title || t("untitled")),
      ),
      quiz.about && h("p", { class: "lead" }, quiz.about),
      unfinished
        ? notice({ icon: "pencil", title: t("unfinished"), text: t("unfinishedText"), tone: "warm" })
        : h("div", { class: "row" }, start, goOn && button(t("again"), { onclick: () => this.#again() })),
      h("div", { class: "row" }, this.#tools(unfinished)),
      !entry.sharePath && notice({ icon: "info", title: t("tooLongTitle"), text: t("tooLong") }),
    );
  }

  #tools(unfinished) {
    const { entry, words } = this;
    const { t } = words;
    const packed = entry.path.startsWith("/p/");
    return [
      !unfinished && entry.sharePath && button(t("share"), { icon: icon("share"), onclick: () => this.pages.share() }),
      !unfinished &&
        entry.sharePath &&
        button(t("copyLink"), { icon: icon("link"), onclick: () => this.pages.copyLink() }),
      entry.own &&
        h("a", { class: "button", href: `/make/${entry.quiz.id}` }, icon("pencil"), h("span", {}, t("editQuiz"))),
      packed && button(t("keepCopy"), { icon: icon("copy"), onclick: () => this.#keepCopy() }),
    ];
  }

  async #keepCopy() {
    try {
      const id = crypto.randomUUID();
      await this.library.save({ ...structuredClone(this.quiz), id });
      await this.voice.toast(this.words.t("copyKept"), "good");
      await this.pages.go(`/q/${id}`);
    } catch (error) {
      await this.voice.fail(error);
    }
  }

  #begin() {
    this.#started = true;
    this.#drawQuestion();
  }

  #again() {
    this.answers = [];
    this.#begin();
  }

  #drawQuestion() {
    const { quiz, words } = this;
    const { t } = words;
    const index = this.answers.length;
    const question = quiz.questions[index];
    this.#locked = false;
    this.buttons = question.answers.map((answer, place) => this.#answerButton(answer, place));
    this.after = h("div", { class: "stack", "aria-live": "polite" });
    const back = button(t("previous"), { class: "ghost", icon: icon("back"), onclick: () => this.#previous() });
    const heading = h("h1", { class: "question", tabindex: -1 }, question.text);
    fill(
      this.place,
      this.#progress(index),
      heading,
      h(
        "ol",
        { class: "plain stack small" },
        this.buttons.map((one) => h("li", {}, one)),
      ),
      this.after,
      h(
        "div",
        { class: "row between" },
        index > 0 ? back : h("span", {}),
        h("span", { class: "meta keys" }, t("keys", { count: question.answers.length })),
      ),
    );
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  #progress(index) {
    const total = this.quiz.questions.length;
    const text = this.words.t("questionOf", { number: index + 1, total });
    const bar = h(
      "div",
      {
        class: "progress",
        role: "progressbar",
        "aria-valuemin": 0,
        "aria-valuemax": total,
        "aria-valuenow": index,
        "aria-valuetext": text,
      },
      h("div", { css: { "inline-size": `${(index / total) * 100}%` } }),
    );
    return h(
      "div",
      { class: "stack small" },
      h(
        "div",
        { class: "row between" },
        h("span", { class: "meta" }, this.quiz.title),
        h("span", { class: "meta" }, text),
      ),
      bar,
    );
  }

  #answerButton(answer, place) {
    return h(
      "button",
      { type: "button", class: "answer", onclick: () => this.#choose(place) },
      h("span", { class: "key", "aria-hidden": "true" }, this.words.number(place + 1)),
      h("span", { class: "grow" }, answer.text),
      h("span", { class: "verdict" }),
    );
  }

  #choose(place) {
    if (this.#locked) return;
    this.#locked = true;
    if (this.quiz.kind === "personality") {
      this.answers.push(place);
      this.#next();
    } else {
      this.#reveal(place);
    }
  }

  #reveal(place) {
    const { t } = this.words;
    const question = this.quiz.questions[this.answers.length];
    const right = question.right === place;
    this.answers.push(place);
    this.buttons.forEach((one, index) => {
      one.setAttribute("aria-disabled", "true");
      if (index === question.right) this.#mark(one, "right", "check", t("rightAnswer"));
      else if (index === place) this.#mark(one, "wrong", "close", t("wrongAnswer"));
    });
    const last = this.answers.length === this.quiz.questions.length;
    const next = button(last ? t("seeResult") : t("next"), {
      class: "primary",
      icon: icon("next"),
      onclick: () => this.#next(),
    });
    fill(
      this.after,
      h(
        "div",
        { class: `explain ${right ? "good" : "warm"}` },
        h("strong", {}, right ? t("right") : t("wrong")),
        question.explanation && h("p", {}, question.explanation),
      ),
      h("div", {}, next),
    );
    next.focus();
  }

  #mark(one, name, iconName, text) {
    one.classList.add(name);
    fill(one.querySelector(".verdict"), icon(iconName, 18), h("span", { class: "visually-hidden" }, text));
  }

  async #next() {
    if (this.answers.length < this.quiz.questions.length) {
      this.#drawQuestion();
      return;
    }
    try {
      await this.library.keepAnswers(this.entry, this.answers);
    } catch (error) {
      await this.voice.fail(error);
    }
    this.#started = false;
    await this.pages.go(`${this.entry.path}?r=${outcome(this.quiz, this.answers)}`);
  }

  #previous() {
    // After a revealed answer its own question is the last one, and it stays answered.
    if (this.#locked) this.answers.pop();
    this.answers.pop();
    this.#drawQuestion();
  }

  #pressed(event) {
    if (!this.#started || this.#locked || event.ctrlKey || event.metaKey || event.altKey) return;
    const place = Number(event.key) - 1;
    if (this.buttons?.[place]) this.#choose(place);
  }
}
