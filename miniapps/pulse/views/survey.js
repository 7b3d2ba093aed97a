/**
 * The page of one survey: vote, live results, and what its author may do.
 * @module views/survey
 */

import { button, fill, h } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { errorNotice, notice } from "../frame/notices.js";
import { fileName, toCsv } from "../csv.js";
import { saveFile } from "../file.js";
import { statusChip, surveyMeta } from "./facts.js";
import { makeForm } from "./form.js";
import { makeResults } from "./results.js";

/** Votes come in bursts; the count is read at most this often, in milliseconds. */
const LIVE_PAUSE = 400;

/** Makes the page for `/s/<id>`. */
export async function surveyPage(app, surveyId, pages) {
  const page = new SurveyPage(app, surveyId, pages);
  await page.start();
  return page.asPage();
}

class SurveyPage {
  #timer = 0;
  #form = null;
  #results = null;
  #drawn = null;
  #mode = "vote";
  #sent = [];

  constructor(app, surveyId, pages) {
    Object.assign(this, { ...app, surveyId, pages });
    this.head = h("header", { class: "stack small" });
    this.tools = h("div", { class: "row" });
    this.body = h("div", { class: "stack" });
    this.stop = [];
  }

  async start() {
    this.survey = await this.surveys.get({ surveyId: this.surveyId });
    await this.#readResults();
    this.unsent = await this.#readUnsent();
    this.#mode = this.#results && (this.survey.voted || !this.#mayVote()) ? "results" : "vote";
    this.#draw();
    this.stop.push(this.surveys.onChange((id) => id === this.surveyId && this.#soon()));
    // Votes that came in while the room was asleep were not announced to it.
    this.stop.push(this.room.on("lifecycle.didShow", () => this.#soon()));
    this.stop.push(this.#closeOnTime());
    if (!this.survey.mine) await this.seen.add(this.survey);
  }

  asPage() {
    return {
      node: h("article", { class: "stack large" }, this.head, this.body, this.tools),
      title: this.survey.title,
      attachText: this.words.t("attachSurvey"),
      card: () => this.#card(),
      save: () => this.#keepUnsent(),
      leave: () => {
        clearTimeout(this.#timer);
        for (const stop of this.stop) stop();
      },
    };
  }

  #card() {
    const { survey, words } = this;
    return {
      path: `/s/${survey.id}`,
      title: survey.title,
      subtitle: words.t("questions", { count: survey.questions.length }),
      surveyId: survey.id,
    };
  }

  #mayVote() {
    return !this.survey.closed && (!this.survey.voted || this.survey.canChange);
  }

  async #readResults() {
    try {
      this.#results = await this.surveys.results({ surveyId: this.surveyId });
    } catch (error) {
      // The survey shows its count later; every other refusal is the page's to report.
      if (error.code !== "denied") throw error;
      this.#results = null;
    }
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), LIVE_PAUSE);
  }

  async #refresh() {
    try {
      const before = this.survey;
      const answered = JSON.stringify(this.#results?.myAnswers ?? []);
      this.survey = await this.surveys.get({ surveyId: this.surveyId });
      await this.#readResults();
      const anew = JSON.stringify(this.#results?.myAnswers ?? []) !== answered;
      if (!before.voted && this.survey.voted) await this.#votedElsewhere();
      else if (before.closed !== this.survey.closed) this.#drawBody();
      else if (anew && this.#form && !this.#form.touched()) this.#drawBody();
      else if (this.#mode === "results" && this.#drawn && this.#results) this.#drawn.update(this.#results, this.survey);
      this.#drawHead();
      if (before.voters !== this.survey.voters)
        this.voice.announce(this.words.t("votes", { count: this.survey.voters }));
    } catch (error) {
      await this.voice.fail(error);
    }
  }

  /** The vote was cast outside this page, in the feed: what is shown here follows, and is not sent a second time. */
  async #votedElsewhere() {
    // Who is changing an answer here goes on, where the survey lets a vote be changed.
    if (this.#form?.touched() && this.#mayVote()) return;
    this.unsent = null;
    await this.room.save("unsent", null);
    this.#mode = "results";
    this.#draw();
  }

  #closeOnTime() {
    const rest = (this.survey.closesAt ?? 0) - Date.now();
    // setTimeout holds 31 bits; a survey that closes later than in 24 days is read again long before.
    if (rest <= 0 || rest > 2_000_000_000) return () => {};
    const timer = setTimeout(() => this.#refresh(), rest + 500);
    return () => clearTimeout(timer);
  }

  #draw() {
    this.#drawHead();
    this.#drawBody();
    this.#drawTools();
  }

  #drawHead() {
    const { survey, words } = this;
    const both = this.#results !== null && this.#mayVote();
    const tab = (mode, text) =>
      h(
        "button",
        { type: "button", "aria-pressed": String(this.#mode === mode), onclick: () => this.#switch(mode) },
        text,
      );
    fill(
      this.head,
      h(
        "div",
        { class: "row" },
        statusChip(survey, words),
        survey.quiz && h("span", { class: "chip accent" }, words.t("quizChip")),
      ),
      h("h1", {}, survey.title),
      h("p", { class: "meta" }, surveyMeta(survey, words, Date.now())),
      both &&
        h(
          "div",
          { class: "segmented", role: "group", "aria-label": words.t("view") },
          tab("vote", words.t("tabVote")),
          tab("results", words.t("tabResults")),
        ),
    );
  }

  #switch(mode) {
    if (this.#form && this.#mode === "vote") this.unsent = this.#form.read();
    this.#mode = mode;
    this.#draw();
    this.head.querySelector("[aria-pressed='true']")?.focus();
  }

  #drawBody() {
    this.#form = null;
    this.#drawn = null;
    if (this.#mode === "vote" && this.#mayVote()) this.#drawForm();
    else if (this.#results) this.#drawResults();
    else fill(this.body, this.#waiting());
  }

  #drawForm() {
    const kept = this.unsent ?? this.#results?.myAnswers ?? this.#sent;
    this.#form = makeForm(this.survey, kept, this, (answers) => this.#vote(answers));
    fill(this.body, this.#form.node);
  }

  #drawResults() {
    this.#drawn = makeResults(this.survey, this.words);
    this.#drawn.update(this.#results, this.survey);
    fill(this.body, this.#drawn.node);
  }

  #waiting() {
    const { survey, words } = this;
    const title = survey.voted ? words.t("thanks") : words.t("closedTitle");
    const text =
      survey.results === "afterClosing" && !survey.closed ? words.t("resultsLater") : words.t("resultsHidden");
    const change = this.#mayVote() ? [button(words.t("changeVote"), { onclick: () => this.#switch("vote") })] : [];
    return notice({
      icon: survey.voted ? "check" : "lock",
      title,
      text,
      tone: survey.voted ? "good" : "neutral",
      actions: change,
    });
  }

  async #vote(answers) {
    try {
      const results = await this.surveys.vote({ surveyId: this.surveyId, answers });
      this.survey = await this.surveys.get({ surveyId: this.surveyId });
      if (results) this.#results = results;
      else await this.#readResults();
      this.unsent = null;
      this.#sent = answers;
      await this.room.save("unsent", null);
      this.#mode = "results";
      this.#draw();
      await this.voice.toast(this.words.t("voted"), "good");
      this.head.querySelector("h1")?.scrollIntoView({ block: "nearest" });
    } catch (error) {
      this.#form?.show(errorNotice(error, this.words, null));
      if (error.code === "closed" || error.code === "denied") await this.#refresh();
    }
  }

  #drawTools() {
    const { survey, words } = this;
    fill(
      this.tools,
      button(words.t("share"), {
        class: this.#form ? "" : "primary",
        icon: icon("share"),
        onclick: () => this.pages.share(),
      }),
      button(words.t("copyLink"), { icon: icon("link"), onclick: () => this.pages.copyLink() }),
      survey.mine && button(words.t("exportCsv"), { icon: icon("download"), onclick: () => this.#export() }),
      survey.mine &&
        !survey.closed &&
        button(words.t("closeSurvey"), { icon: icon("lock"), onclick: () => this.#close() }),
    );
  }

  async #close() {
    const { words } = this;
    const agreed = await this.voice.confirm({
      title: words.t("closeTitle"),
      text: words.t("closeText"),
      confirm: words.t("closeSurvey"),
      destructive: true,
    });
    if (!agreed) return;
    try {
      this.survey = await this.surveys.close({ surveyId: this.surveyId });
      await this.#readResults();
      this.#mode = "results";
      this.#draw();
    } catch (error) {
      await this.voice.fail(error);
    }
  }

  async #export() {
    const { survey, words } = this;
    try {
      const results = await this.surveys.results({ surveyId: survey.id });
      const header = ["number", "question", "kind", "answer", "count"].map((name) => words.t(`csv.${name}`));
      const kinds = Object.fromEntries(survey.questions.map(({ kind }) => [kind, words.t(`kind.${kind}`)]));
      const saved = await saveFile(this.room, {
        name: fileName(survey.title),
        text: toCsv(survey, results, header, kinds),
        mediaType: "text/csv",
      });
      if (saved) await this.voice.toast(words.t("saved"), "good");
    } catch (error) {
      await this.voice.fail(error);
    }
  }

  async #readUnsent() {
    const kept = await this.room.load("unsent");
    return kept?.surveyId === this.surveyId && Array.isArray(kept.answers) ? kept.answers : null;
  }

  async #keepUnsent() {
    if (!this.#form?.touched()) return;
    await this.room.save("unsent", { surveyId: this.surveyId, answers: this.#form.read() });
  }
}
