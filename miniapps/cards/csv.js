/** Decks as CSV: reading what spreadsheets write, and writing what they read. Pure. */

export const CARDS_MAX = 2000;
export const TEXT_MAX = 2000;
// In order of how seldom each stands in a sentence: that decides between two that fit alike.
const DELIMITERS = ["\t", ";", ","];
const HEADINGS = new Set(["front", "back", "question", "answer", "term", "definition", "vorderseite", "rückseite", "frage", "antwort", "begriff"]);
const FORMULA = /^[=+\-@\t\r]/;

/** Bytes of a file as text: UTF-8 or UTF-16 by its mark, else UTF-8, else the Windows code page of old spreadsheets. */
export function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The rows as divided by the delimiter that fits best: most rows of two cells and more, and of the same length. */
function divide(text, line) {
  const readings = DELIMITERS.map((delimiter) => new Scanner(delimiter, line).read(text));
  const fit = ({ rows, problems }) => {
    const lengths = rows.map(({ cells }) => cells.length);
    const wide = lengths.filter((length) => length > 1).length - problems.length;
    const even = lengths.filter((length) => length === lengths[0]).length;
    return (isHeading(rows[0]) ? 1e9 : 0) + wide * 1e4 + even;
  };
  return readings.reduce((best, next) => (fit(next) > fit(best) ? next : best));
}

const isHeading = (row) => row?.cells.length > 1 && row.cells.slice(0, 2).every((cell) => HEADINGS.has(cell.toLowerCase()));

/** One pass over the text: quotes double inside quotes, line ends are CRLF, LF or CR. */
class Scanner {
  rows = [];
  problems = [];
  #cells = [];
  #cell = "";
  #quoted = false;
  #closed = false;
  #line;
  #rowLine;
  #quoteLine = 0;

  constructor(delimiter, line) {
    this.delimiter = delimiter;
    this.#line = this.#rowLine = line;
  }

  read(text) {
    for (let at = 0; at < text.length; at += 1) {
      const char = text[at];
      if (this.#quoted) at += this.#inQuotes(char, text[at + 1]);
      else if (char === this.delimiter) this.#endCell();
      else if (char === "\n" || char === "\r") {
        if (char === "\r" && text[at + 1] === "\n") at += 1;
        this.#endRow();
      } else this.#outside(char);
    }
    if (this.#quoted) this.problems.push({ line: this.#quoteLine, key: "csv_open_quote" });
    this.#endRow();
    return this;
  }

  /** Answers how many characters beyond this one were used. */
  #inQuotes(char, following) {
    if (char === '"' && following === '"') {
      this.#cell += '"';
      return 1;
    }
    if (char === '"') {
      this.#quoted = false;
      this.#closed = true;
    } else this.#cell += char === "\r" ? "\n" : char;
    if (char === "\n" || char === "\r") this.#line += 1;
    if (char === "\r" && following === "\n") return 1;
    return 0;
  }

  #outside(char) {
    if (char === '"' && !this.#closed && this.#cell.trim() === "") {
      this.#quoted = true;
      this.#quoteLine = this.#line;
      this.#cell = "";
    } else if (!this.#closed) this.#cell += char;
    else if (char.trim() !== "" && this.problems.at(-1)?.line !== this.#line) this.problems.push({ line: this.#line, key: "csv_after_quote" });
  }

  #endCell() {
    this.#cells.push(this.#cell.trim());
    this.#cell = "";
    this.#closed = false;
  }

  #endRow() {
    this.#endCell();
    if (this.#cells.some(Boolean)) this.rows.push({ line: this.#rowLine, cells: this.#cells });
    this.#cells = [];
    this.#line += 1;
    this.#rowLine = this.#line;
  }
}

/** {cards: [{front, back}], problems: [{line, key, values}]}. Nothing should be kept when there is any problem. */
export function readCsv(raw) {
  let text = raw.replace(/^\uFEFF/, "");
  let line = 1;
  const told = /^sep=(.)(\r\n|\n|\r)/i.exec(text);
  if (told) {
    text = text.slice(told[0].length);
    line = 2;
  }
  if (text.includes("\0")) return { cards: [], problems: [{ line: 1, key: "csv_binary" }] };
  const { rows, problems } = told ? new Scanner(told[1], line).read(text) : divide(text, line);
  if (isHeading(rows[0])) rows.shift();
  if (rows.length === 0 && problems.length === 0) problems.push({ line, key: "csv_empty" });
  if (rows.length > CARDS_MAX) problems.push({ line: rows[CARDS_MAX].line, key: "csv_many", values: { max: CARDS_MAX } });
  problems.push(...rows.map(rowProblem).filter(Boolean));
  const firsts = problems.filter(({ line: at }, index) => problems.findIndex((other) => other.line === at) === index);
  firsts.sort((a, b) => a.line - b.line);
  return { cards: rows.map(({ cells }) => ({ front: release(cells[0]), back: release(cells[1] ?? "") })), problems: firsts };
}

function rowProblem({ line, cells }) {
  if (cells.length < 2) return { line, key: "csv_one_column" };
  if (!cells[0] || !cells[1]) return { line, key: cells[0] ? "csv_no_back" : "csv_no_front" };
  if (cells[0].length > TEXT_MAX || cells[1].length > TEXT_MAX) return { line, key: "csv_long", values: { max: TEXT_MAX } };
  return null;
}

/** A deck's cards as CSV with a heading, for every spreadsheet: BOM, CRLF, all cells quoted. */
export function writeCsv(cards, headings = ["front", "back"]) {
  const rows = [headings, ...cards.map((card) => [guard(card.front), guard(card.back)])];
  return `\uFEFF${rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n")}\r\n`;
}

// A spreadsheet runs a cell that begins like a formula, and a deck may come from someone else: an apostrophe makes
// it text (OWASP, "CSV Injection"). Reading takes it away again.
const guard = (cell) => (FORMULA.test(cell) || /^'[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const release = (cell) => (/^''?[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
