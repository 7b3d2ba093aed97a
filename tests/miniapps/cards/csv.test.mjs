import assert from "node:assert/strict";
import { test } from "node:test";

import { CARDS_MAX, decode, readCsv, writeCsv } from "../../../miniapps/cards/csv.js";

const pairs = (text) => {
  const { cards, problems } = readCsv(text);
  assert.deepEqual(problems, []);
  return cards.map(({ front, back }) => [front, back]);
};
const problems = (text) => readCsv(text).problems.map(({ line, key }) => [line, key]);

test("commas, semicolons and tabs are told apart", () => {
  assert.deepEqual(pairs("a,b\nc,d"), [["a", "b"], ["c", "d"]]);
  assert.deepEqual(pairs("a;b, and c\nd;e"), [["a", "b, and c"], ["d", "e"]]);
  assert.deepEqual(pairs("a\tb, c; d"), [["a", "b, c; d"]]);
  assert.deepEqual(pairs('"a;b;c",d'), [["a;b;c", "d"]]);
});

test("quotes hold delimiters, line ends and doubled quotes", () => {
  assert.deepEqual(pairs('"say ""hi""","one\r\ntwo"\r\n"x","y"'), [['say "hi"', "one\ntwo"], ["x", "y"]]);
  assert.deepEqual(pairs('5" disk,b'), [['5" disk', "b"]]);
});

test("mark, heading, separator line, blank lines and old line ends are taken in stride", () => {
  assert.deepEqual(pairs("\uFEFFFront,Back\r\na,b\r\n\r\n,\r\n"), [["a", "b"]]);
  assert.deepEqual(pairs("sep=;\r\nVorderseite;Rückseite\r\na;b"), [["a", "b"]]);
  assert.deepEqual(pairs("a,b\rc,d"), [["a", "b"], ["c", "d"]]);
  assert.deepEqual(pairs(" a , b ,ignored"), [["a", "b"]]);
});

test("each problem names its line, also after a cell of several lines", () => {
  assert.deepEqual(problems('a,b\n"two\nlines",c\nalone\n,back\nfront,'), [[4, "csv_one_column"], [5, "csv_no_front"], [6, "csv_no_back"]]);
  assert.deepEqual(problems('a,b\nc,"open\nand on'), [[2, "csv_open_quote"]]);
  assert.deepEqual(problems('"a"x,b'), [[1, "csv_after_quote"]]);
  assert.deepEqual(problems("sep=;\na"), [[2, "csv_one_column"]]);
});

test("what is no deck is refused", () => {
  assert.deepEqual(problems(""), [[1, "csv_empty"]]);
  assert.deepEqual(problems("front,back\n"), [[1, "csv_empty"]]);
  assert.deepEqual(problems("PK\u0003\u0004\0\0"), [[1, "csv_binary"]]);
  assert.deepEqual(problems(`a,${"x".repeat(2001)}`), [[1, "csv_long"]]);
  assert.deepEqual(problems("a,b\n".repeat(CARDS_MAX + 1)), [[CARDS_MAX + 1, "csv_many"]]);
});

test("what is written is read back the same", () => {
  const cards = [["plain", "text"], ['"quoted"', "a,b;c\td"], ["line\nbreak", "ä€Ω 日本"], ["=1+1", "-5"], ["'=x", "@you"], ["'quoted'", "+"]];
  const text = writeCsv(cards.map(([front, back]) => ({ front, back })));
  assert.ok(text.startsWith('\uFEFF"front","back"\r\n'));
  assert.deepEqual(pairs(text), cards);
});

test("no written cell begins like a formula", () => {
  const text = writeCsv([{ front: "=HYPERLINK(1)", back: "@x" }]);
  assert.ok(!/"[=+\-@]/.test(text));
});

test("bytes are decoded as UTF-8, UTF-16 or the old Windows page", () => {
  assert.equal(decode(new TextEncoder().encode("ä,b")), "ä,b");
  assert.equal(decode(Uint8Array.from([0xff, 0xfe, 0xe4, 0x00, 0x2c, 0x00])), "ä,");
  assert.equal(decode(Uint8Array.from([0xe4, 0x2c, 0x62])), "ä,b");
});
