/** Statistics: answers, what is remembered, what comes. */
import { el } from "../elements.js";
import { answers, decks, progressOf } from "../library.js";
import { room } from "../room.js";
import { forecast } from "../session.js";
import { DAY } from "../srs.js";
import { known, lastDays, summary } from "../tally.js";
import { say } from "../words.js";

const DAYS = 14;

export function statisticsPage() {
  const now = Date.now();
  const { columns, total, recall, streak } = summary(answers(), now, DAYS);
  const memories = decks().flatMap((deck) => Object.values(progressOf(deck, now).memories));
  const percent = recall === null ? "–" : recall.toLocaleString(room.locale, { style: "percent" });
  const past = lastDays(now, DAYS);
  const body = total
    ? [
        el(
          "dl", { class: "figures" },
          figure(say("answers"), total), figure(say("recall"), percent), figure(say("known"), known(memories, now)), figure(say("streak"), streak),
        ),
        chart(say("answers_days"), "past", columns, past),
        chart(say("due_days"), "coming", forecast(memories, now, DAYS), past.map((time) => time + (DAYS - 1) * DAY)),
      ]
    : [el("div", { class: "empty" }, el("p", {}, say("no_stats")), el("a", { href: "/", class: "button plain" }, say("all_decks")))];
  const home = !room.inside && el("a", { href: "/", class: "button plain" }, say("all_decks"));
  const node = el("div", {}, el("header", { class: "top" }, el("h1", { tabindex: -1 }, say("statistics")), home), ...body);
  return { node, title: say("statistics"), name: "statistics" };
}

function figure(name, value) {
  const text = typeof value === "number" ? value.toLocaleString(room.locale) : value;
  return el("div", {}, el("dt", {}, name), el("dd", {}, text));
}

/** Bars as a list that reads "21 Nov: 12", one entry a day. */
function chart(title, id, values, times) {
  const most = Math.max(1, ...values);
  const day = new Intl.DateTimeFormat(room.locale, { day: "numeric", month: "short" });
  const bars = values.map((value, index) =>
    el(
      "li", { title: say("day_value", { day: day.format(times[index]), value }) },
      el("span", { class: "unseen" }, say("day_value", { day: day.format(times[index]), value })),
      el("span", { class: "value", "aria-hidden": "true" }, value ? String(value) : ""),
      el("span", { class: "bar", style: `block-size: ${Math.round((value / most) * 96)}px`, "aria-hidden": "true" }),
      el("span", { class: "day", "aria-hidden": "true" }, String(new Date(times[index]).getDate())),
    ),
  );
  return el("section", { "aria-labelledby": id }, el("h2", { id }, title), el("ol", { class: `bars ${id}` }, ...bars));
}
