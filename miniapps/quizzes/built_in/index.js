/**
 * The quizzes that come with the mini-app.
 * @module built_in/index
 */

import { MAP_DE } from "./map_de.js";
import { MAP_EN } from "./map_en.js";
import { NATURE_DE } from "./nature_de.js";
import { NATURE_EN } from "./nature_en.js";
import { SEAS_DE } from "./seas_de.js";
import { SEAS_EN } from "./seas_en.js";

/** Language to quizzes, in the order they are offered. */
export const BUILT_IN = {
  en: [SEAS_EN, NATURE_EN, MAP_EN],
  de: [SEAS_DE, NATURE_DE, MAP_DE],
};
