import assert from "node:assert/strict";
import { test } from "node:test";
import { builtIn, findBuiltIn, fold, readText, searchBuiltIn } from "../../../miniapps/wiki/built_in/index.js";
import { readArticle } from "../../../miniapps/wiki/reading.js";
import { Shelf, addToHistory, keyOf } from "../../../miniapps/wiki/shelf.js";
import { articlePath, isArticle, linkTarget, partToTitle, titleToPart } from "../../../miniapps/wiki/titles.js";
import { firstSentence, headings, plainText } from "../../../miniapps/wiki/tree.js";
import { WikiError, Wikipedia, apiAddress, bodyOf, errorKind } from "../../../miniapps/wiki/wikipedia.js";
import { WORDS_DE } from "../../../miniapps/wiki/words/de.js";
import { WORDS_EN } from "../../../miniapps/wiki/words/en.js";
import { el } from "./parsed.mjs";

function shelf() {
  const kept = new Map();
  return new Shelf({
    load: async (key) => structuredClone(kept.get(key) ?? null),
    save: async (key, value) => void kept.set(key, structuredClone(value)),
  });
}

const failing = (kind) => ({ article: async () => Promise.reject(new WikiError(kind)) });

test("titles survive the way into a path and back", () => {
  for (const title of ["Olive oil", "St. Paul's", "AC/DC", "~1", "C++", "50%", "Ägäisches Meer", "What?#", "東京"]) {
    const part = titleToPart(title);
    assert.equal(partToTitle(part), title);
    assert.equal(/[./?#]/.test(part), false, part);
  }
  assert.equal(partToTitle("%E0%A4%A"), null);
});

test("links with dots in the title lead to a path without dots", () => {
  assert.deepEqual(linkTarget("./St._Paul's", "de"), { path: "/a/St~1_Paul's?lang=de" });
  assert.deepEqual(linkTarget("//de.wikipedia.org/wiki/Tee", "en"), { path: "/a/Tee?lang=de" });
  assert.deepEqual(linkTarget("//fr.wikipedia.org/wiki/X", "en"), { url: "https://fr.wikipedia.org/wiki/X" });
});

test("files, help and talk pages are no articles, titles with a colon are", () => {
  for (const title of ["File:A.jpg", "Kategorie:X", "User talk:Y", "Special:Random"])
    assert.equal(isArticle(title), false, title);
  for (const title of ["Olive", "2001: A Space Odyssey"]) assert.equal(isArticle(title), true, title);
});

test("API addresses carry their query encoded", () => {
  assert.equal(
    apiAddress("de", "search/title", { q: "a&b", limit: 8 }),
    "https://de.wikipedia.org/w/rest.php/v1/search/title?q=a%26b&limit=8",
  );
});

test("statuses have kinds", () => {
  assert.deepEqual([200, 404, 429, 503, 418].map(errorKind), [null, "missing", "busy", "busy", "broken"]);
});

test("only the body of a page is parsed", () => {
  assert.equal(bodyOf('<head><base href="x"></head><body class="a">y</body>'), '<body class="a">y</body>');
  assert.equal(bodyOf("<p>x"), "<p>x");
});

test("an article is read by its title with underscores", async () => {
  const asked = [];
  const body = { html: "<p>x", title: "Olive oil", latest: { timestamp: "2025-01-01T00:00:00Z" } };
  const wikipedia = new Wikipedia(
    async (address) => asked.push(address) && new Response(JSON.stringify(body)),
    () => ({ body: el("body", {}, el("p", {}, "x")) }),
  );
  const article = await wikipedia.article("en", "Olive oil");
  assert.deepEqual(article, { title: "Olive oil", tree: [{ t: "p", c: ["x"] }], changed: Date.UTC(2025, 0, 1) });
  assert.deepEqual(asked, ["https://en.wikipedia.org/w/rest.php/v1/page/Olive_oil/with_html"]);
});

test("hits keep only texts and pictures of Wikimedia", async () => {
  const pages = [{ title: "A", description: 3, thumbnail: { url: "//evil.example/x" }, excerpt: "e" }, { title: null }];
  const wikipedia = new Wikipedia(
    async () => new Response(JSON.stringify({ pages })),
    (html) => ({ body: el("body", {}, html) }),
  );
  assert.deepEqual(await wikipedia.search("en", "a"), [{ title: "A", description: "", picture: null, excerpt: "e" }]);
});

test("failures have kinds: no network, no page, nonsense", async () => {
  const wiki = (fetcher) => new Wikipedia(fetcher, () => ({ body: el("body") })).article("en", "A");
  await assert.rejects(
    wiki(async () => Promise.reject(new TypeError("failed"))),
    { kind: "offline" },
  );
  await assert.rejects(
    wiki(async () => new Response("{}", { status: 404 })),
    { kind: "missing" },
  );
  await assert.rejects(
    wiki(async () => new Response("<html>")),
    { kind: "broken" },
  );
  await assert.rejects(
    wiki(async () => new Response('{"title":"A"}')),
    { kind: "broken" },
  );
});

test("without Wikipedia a saved copy is read, then a built-in article, else it says why", async () => {
  const kept = shelf();
  const app = { wikipedia: failing("offline"), shelf: kept };
  assert.deepEqual(
    [(await readArticle(app, "Olive", "en")).source, (await readArticle(app, "Olive", "en")).trouble],
    ["builtIn", "offline"],
  );
  await kept.keep({ path: articlePath("Olive", "en"), title: "Olive", tree: [{ t: "p", c: ["mine"] }], at: 1 });
  assert.equal((await readArticle(app, "Olive", "en")).source, "saved");
  await assert.rejects(readArticle(app, "Quark", "en"), { kind: "offline" });
  await assert.rejects(readArticle({ ...app, wikipedia: failing("missing") }, "Olive", "en"), { kind: "missing" });
});

test("a built-in article needs no Wikipedia", async () => {
  const read = await readArticle({ wikipedia: failing("offline"), shelf: shelf() }, "olive-tree", "de");
  assert.deepEqual([read.source, read.trouble, read.title], ["builtIn", null, "Olivenbaum"]);
});

test("built-in articles have the same ids in both languages and links that lead somewhere", () => {
  const ids = builtIn("en").map(({ id }) => id);
  assert.equal(ids.length, 10);
  assert.deepEqual(
    builtIn("de").map(({ id }) => id),
    ids,
  );
  for (const article of [...builtIn("en"), ...builtIn("de")]) {
    const linked = [];
    const tree = readText(article, (id) => linked.push(id) && `/a/${id}`);
    assert.ok(
      [...linked, ...article.see].every((id) => ids.includes(id)),
      article.id,
    );
    assert.ok(headings(tree).length >= 3 && article.summary && article.wiki, article.id);
    assert.ok(!plainText({ c: tree }).includes("[["), article.id);
  }
});

test("built-in articles are found by id, Wikipedia title and words, without accents", () => {
  assert.equal(findBuiltIn("en", "Aegean_Sea").id, "aegean-sea");
  assert.equal(findBuiltIn("de", "ägäis").id, "aegean-sea");
  assert.equal(findBuiltIn("en", "Nothing"), null);
  assert.equal(searchBuiltIn("en", "honey")[0].id, "honeybee");
  assert.ok(searchBuiltIn("en", "oil").some(({ id }) => id === "olive-tree"));
  assert.deepEqual(searchBuiltIn("en", "  "), []);
  assert.equal(fold("Ägäis_Meer"), "agais meer");
});

test("the first sentence of an article describes it", () => {
  assert.equal(
    firstSentence([
      { t: "p", c: ["Short."] },
      { t: "p", c: ["This is the first sentence that is long enough. And another."] },
    ]),
    "This is the first sentence that is long enough.",
  );
  assert.equal(firstSentence([]), "");
});

test("history lists a path once, newest first, and ends somewhere", () => {
  let history = [];
  for (let number = 0; number < 120; number += 1) history = addToHistory(history, { path: `/a/${number}`, title: "t" });
  history = addToHistory(history, { path: "/a/100", title: "again" });
  assert.deepEqual(
    [history.length, history[0].title, history.filter(({ path }) => path === "/a/100").length],
    [100, "again", 1],
  );
});

test("a saved article is kept whole and can be dropped", async () => {
  const kept = shelf();
  const article = { path: "/a/X?lang=en", title: "X", tree: ["x"], at: 1 };
  await kept.keep(article);
  assert.deepEqual(
    [await kept.article(article.path), await kept.saved()],
    [article, [{ path: article.path, title: "X", at: 1 }]],
  );
  await kept.drop(article.path);
  assert.deepEqual([await kept.article(article.path), await kept.saved()], [null, []]);
});

test("storage keys are short and tell paths apart", () => {
  assert.ok(keyOf(`/a/${"x".repeat(1000)}`).length < 40);
  assert.notEqual(keyOf("/a/A"), keyOf("/a/B"));
});

test("settings and place forgive nonsense in storage", async () => {
  const kept = shelf();
  await kept.set({ size: 99, language: "xx" });
  assert.deepEqual(await kept.settings(), { size: 2, language: null });
  await kept.keepPlace("/a/A", 40);
  assert.deepEqual([await kept.place("/a/A"), await kept.place("/a/B")], [40, 0]);
});

test("both languages have the same words", () => {
  assert.deepEqual(Object.keys(WORDS_DE).sort(), Object.keys(WORDS_EN).sort());
});
