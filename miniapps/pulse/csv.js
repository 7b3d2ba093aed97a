/**
 * The count of a survey as a CSV table that spreadsheets open without surprises.
 * @module csv
 */

/** One cell: quoted where needed, and never a formula (a leading = + - @ gets an apostrophe). */
export function cell(value) {
  let text = value === null || value === undefined ? "" : String(value);
  if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\n\r;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * @param {Object} survey - as `surveys.get` gives it
 * @param {Object} results - as `surveys.results` gives it
 * @param {string[]} header - five column names: number, question, kind, answer, count
 * @param {Object<string, string>} [kinds] - kind to the name people read
 * @returns {string} UTF-8 text with a byte order mark, rows ended by CRLF (RFC 4180)
 */
export function toCsv(survey, results, header, kinds = {}) {
  const rows = [header];
  survey.questions.forEach((question, index) => {
    const start = [index + 1, question.text, kinds[question.kind] ?? question.kind];
    for (const [answer, count] of countRows(question, results.questions[index])) rows.push([...start, answer, count]);
  });
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function countRows(question, result) {
  if (question.kind === "text") return result.texts.map((text) => [text, 1]);
  if (question.kind === "rating") return result.counts.map((count, index) => [index + 1, count]);
  return question.options.map((option, index) => [option, result.counts[index] ?? 0]);
}

/** A file name from a title: letters, digits and hyphens of any script, at most 60 characters. */
export function fileName(title) {
  const plain = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return `${plain.slice(0, 60) || "survey"}.csv`;
}

/** Each count as a share of `total`, from 0 to 1; nothing shared is 0. */
export function shares(counts, total) {
  return counts.map((count) => (total > 0 ? Math.min(count / total, 1) : 0));
}
