/**
 * Words, numbers and times in the person's language.
 * @module frame/words
 */

/**
 * The table that fits a locale best.
 * @param {Object<string, Object>} tables - language code to words; must have `en`
 * @param {string} locale - BCP 47, for example `de-AT`
 * @returns {string} a key of `tables`
 */
export function chooseLanguage(tables, locale) {
  const language = String(locale || "en")
    .toLowerCase()
    .split(/[-_]/)[0];
  return Object.hasOwn(tables, language) ? language : "en";
}

/** A locale that Intl accepts, or `en`. */
export function safeLocale(locale) {
  try {
    return Intl.getCanonicalLocales(String(locale).replace("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}

/**
 * Makes the translator of one mini-app.
 * @param {Object<string, Object>} tables - language to {key: text | {one, other}}
 * @param {string} locale
 * @returns {{t: Function, language: string, locale: string, number: Function, percent: Function, date: Function,
 *   relative: Function}} `t(key, values)` fills `{name}` and picks the plural by `values.count`
 */
export function makeWords(tables, locale) {
  const language = chooseLanguage(tables, locale);
  const wanted = safeLocale(locale);
  // Words and numbers must agree: an Arabic locale with English words takes English numbers too.
  const shown = wanted.toLowerCase().startsWith(language) ? wanted : language;
  const plural = new Intl.PluralRules(shown);
  const number = new Intl.NumberFormat(shown);
  const percent = new Intl.NumberFormat(shown, { style: "percent", maximumFractionDigits: 0 });
  const table = { ...tables.en, ...tables[language] };

  function t(key, values = {}) {
    let text = table[key] ?? key;
    if (typeof text === "object") text = text[plural.select(Number(values.count))] ?? text.other;
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === "number" ? number.format(value) : String(value);
    });
  }

  return {
    t,
    language,
    locale: shown,
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    date: (ms, options = { dateStyle: "medium", timeStyle: "short" }) =>
      new Intl.DateTimeFormat(shown, options).format(ms),
    relative: (ms) => relative(ms, shown),
  };
}

const UNITS = [
  ["year", 31_536_000_000],
  ["month", 2_592_000_000],
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** A span of milliseconds in words: `in 2 days`, `3 hours ago`. */
function relative(ms, locale) {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const [unit, size] of UNITS) if (Math.abs(ms) >= size) return format.format(Math.round(ms / size), unit);
  return format.format(Math.round(ms / 1000), "second");
}
