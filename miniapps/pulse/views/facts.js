/**
 * What a survey says about itself in a line.
 * @module views/facts
 */

import { h } from "../frame/element.js";
import { icon } from "../frame/icons.js";

/** The chip that says whether a survey takes votes. */
export function statusChip(survey, { t }) {
  if (survey.closed) return h("span", { class: "chip" }, icon("lock", 13), t("chipClosed"));
  return h("span", { class: "chip good" }, icon("live", 13), t("chipLive"));
}

/** Votes, closing and rules in one sentence with dots between. */
export function surveyMeta(survey, words, now) {
  const { t } = words;
  const parts = [t("votes", { count: survey.voters })];
  if (!survey.closed)
    parts.push(survey.closesAt ? t("closes", { when: words.relative(survey.closesAt - now) }) : t("closesByHand"));
  parts.push(survey.anonymous ? t("anonymous") : t("public"));
  if (!survey.closed && survey.canChange) parts.push(t("canChange"));
  return parts.join(" · ");
}
