/**
 * The count of a survey, drawn; `update` moves the bars without making them anew.
 * @module views/results
 */

import { fill, h } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { shares } from "../csv.js";
import { byCount } from "../order.js";
import { isRight } from "../rules.js";

/**
 * @param {Object} survey - as `surveys.get` gives it
 * @param {Object} words
 * @returns {{node: HTMLElement, update: function(Object, Object): void}} `update(results, survey)`
 */
export function makeResults(survey, words) {
  const score = h("div", { hidden: true });
  const parts = survey.questions.map((question, index) => questionPart(question, index, words));
  const node = h(
    "div",
    { class: "stack large" },
    score,
    parts.map((part) => part.node),
  );

  function update(results, fresh) {
    showScore(score, fresh, results, words);
    parts.forEach((part, index) => {
      const mine = results.myAnswers.find((answer) => answer.question === index) ?? null;
      part.update(results.questions[index], mine, fresh.questions[index]);
    });
  }

  return { node, update };
}

function showScore(place, survey, results, words) {
  place.hidden = results.correct === null || results.correct === undefined;
  if (place.hidden) return;
  const total = survey.questions.filter((question) => question.correct.length > 0).length;
  fill(
    place,
    h(
      "div",
      { class: "score" },
      h("strong", {}, words.t("scoreShort", { right: results.correct, total })),
      h("span", {}, words.t("score", { right: results.correct, total, count: total })),
    ),
  );
}

const BODIES = { single: choiceBody, multiple: choiceBody, ranking: rankingBody, rating: ratingBody, text: textBody };

function questionPart(question, index, words) {
  const body = BODIES[question.kind](question, words);
  const answered = h("p", { class: "meta" });
  const explanation = h("p", { class: "explanation", hidden: true });
  const heading = h("h2", { id: `result-${index}` }, question.text);
  const node = h(
    "section",
    { class: "stack small", "aria-labelledby": `result-${index}` },
    heading,
    body.node,
    explanation,
    answered,
  );

  function update(result, mine, fresh) {
    body.update(result, mine, fresh);
    fill(answered, words.t("answered", { count: result.answered }));
    explanation.hidden = !fresh.explanation;
    fill(explanation, verdict(fresh, mine, words), fresh.explanation);
  }

  return { node, update };
}

function verdict(question, mine, { t }) {
  if (question.correct.length === 0 || !mine) return null;
  return h("strong", {}, `${isRight(question, mine.choices) ? t("wasRight") : t("wasWrong")} `);
}

/** One bar: text, share in words and a fill that grows from the start of the line. */
function bar(text, lead = null) {
  const marks = h("span", { class: "marks" });
  const value = h("span", { class: "value" });
  const fillPart = h("span", { class: "bar-fill", "aria-hidden": "true" });
  const node = h("li", { class: "bar" }, fillPart, lead, h("span", { class: "grow" }, text, marks), value);

  function update(share, shown, { mine = false, right = false, wrong = false, words }) {
    fillPart.style.setProperty("inline-size", `${Math.round(share * 1000) / 10}%`);
    fill(value, shown);
    node.classList.toggle("right", right);
    const chosen = wrong ? mark("close", words.t("yourWrongAnswer"), "warm") : mark("check", words.t("yourAnswer"), "");
    const unseen = h("span", { class: "visually-hidden" }, words.t("yourAnswer"));
    fill(marks, right && mark("check", words.t("rightAnswer"), "good"), mine && (right ? unseen : chosen));
  }

  return { node, update };
}

function mark(name, text, tone) {
  return h(
    "span",
    { class: `mark ${tone}`, title: text },
    icon(name, 14),
    h("span", { class: "visually-hidden" }, text),
  );
}

function choiceBody(question, words) {
  const bars = question.options.map((option) => bar(option));

  function update(result, mine, fresh) {
    const parts = shares(result.counts, result.answered);
    bars.forEach((one, option) => {
      const shown = h(
        "span",
        { title: words.t("votes", { count: result.counts[option] }) },
        words.percent(parts[option]),
      );
      const right = fresh.correct.includes(option);
      const chosen = mine?.choices?.includes(option) ?? false;
      one.update(parts[option], shown, {
        mine: chosen,
        right,
        wrong: chosen && !right && fresh.correct.length > 0,
        words,
      });
    });
  }

  return {
    node: h(
      "ul",
      { class: "plain stack small" },
      bars.map(({ node }) => node),
    ),
    update,
  };
}

function rankingBody(question, words) {
  const places = question.options.map(() => h("span", { class: "place" }));
  const bars = question.options.map((option, index) => bar(option, places[index]));
  const list = h("ol", { class: "plain stack small" });

  function update(result) {
    const most = Math.max(...result.counts, 0);
    const parts = shares(result.counts, most);
    byCount(result.counts).forEach((option, place) => {
      fill(places[option], words.number(place + 1));
      bars[option].update(parts[option], words.t("points", { count: result.counts[option] }), { words });
      if (list.children[place] !== bars[option].node)
        list.insertBefore(bars[option].node, list.children[place] ?? null);
    });
  }

  return { node: list, update };
}

/** One of the five columns of a rating. */
function ratingColumn(rating, words) {
  const column = h("span", { class: "column-fill", "aria-hidden": "true" });
  const count = h("span", { class: "meta" });
  const node = h(
    "li",
    { class: "column" },
    count,
    h("span", { class: "column-space", "aria-hidden": "true" }, column),
    h(
      "span",
      { class: "column-name" },
      h("span", { "aria-hidden": "true" }, `${words.number(rating)} ★`),
      h("span", { class: "visually-hidden" }, words.t("stars", { count: rating })),
    ),
  );
  return { rating, column, count, node };
}

function ratingBody(_question, words) {
  const average = h("div", { class: "average" });
  const columns = [1, 2, 3, 4, 5].map((rating) => ratingColumn(rating, words));

  function update(result, mine) {
    const parts = shares(result.counts, Math.max(...result.counts, 0));
    const shown = result.average === null ? "–" : words.number(Math.round(result.average * 10) / 10);
    fill(average, h("strong", {}, shown), h("span", { class: "meta" }, words.t("averageOf")));
    columns.forEach(({ rating, column, count, node }, index) => {
      column.style.setProperty("block-size", `${Math.round(parts[index] * 1000) / 10}%`);
      fill(count, words.number(result.counts[index] ?? 0));
      node.classList.toggle("mine", mine?.rating === rating);
    });
  }

  return {
    node: h(
      "div",
      { class: "rating-result" },
      average,
      h(
        "ol",
        { class: "plain columns" },
        columns.map(({ node }) => node),
      ),
    ),
    update,
  };
}

function textBody(_question, words) {
  const list = h("ul", { class: "plain stack small texts" });

  function update(result) {
    if (result.texts.length === 0) fill(list, h("li", { class: "muted" }, words.t("noTexts")));
    else
      fill(
        list,
        result.texts.map((text) => h("li", { class: "quote", dir: "auto" }, text)),
      );
  }

  return { node: list, update };
}
