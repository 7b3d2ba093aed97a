import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { FRAME_WORDS, withFrame } from "../../../miniapps/pulse/frame/frame_words.js";
import { joinPath, trimCard } from "../../../miniapps/pulse/frame/pages.js";
import { Room, sentence, wasCancelled } from "../../../miniapps/pulse/frame/room.js";
import { chooseLanguage, makeWords, safeLocale } from "../../../miniapps/pulse/frame/words.js";

const APPS = ["pulse", "quizzes", "wiki"];
const ROOT = fileURLToPath(new URL("../../../miniapps/", import.meta.url));
const files = (folder) =>
  readdirSync(join(ROOT, folder), { recursive: true }).filter((name) => /\.(js|css|html)$/.test(name));
const read = (...parts) => readFileSync(join(ROOT, ...parts), "utf8");

test("the frame is the same in all three mini-apps", () => {
  const names = files("pulse/frame").sort();
  for (const app of APPS) {
    assert.deepEqual(files(`${app}/frame`).sort(), names);
    for (const name of names)
      assert.equal(read(app, "frame", name), read("pulse", "frame", name), `${app}/frame/${name}`);
  }
});

for (const app of APPS) {
  test(`${app} never turns data into markup or script`, () => {
    for (const name of files(app)) {
      const found = read(app, name).match(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc/,
      );
      assert.equal(found?.[0], undefined, name);
    }
  });

  test(`${app} has no inline script, handler or foreign address in its page`, () => {
    const page = read(app, "index.html");
    for (const [, attributes, content] of page.matchAll(/<script([^>]*)>([^<]*)/g)) {
      assert.match(attributes, /src="\/[^/]/);
      assert.equal(content.trim(), "");
    }
    assert.doesNotMatch(page, /\son\w+=|https?:|src="(?!\/)|href="(?![/#])/);
  });

  test(`every word that ${app} says exists in English and German`, async () => {
    for (const language of ["en", "de"]) {
      const table = Object.values(await import(`../../../miniapps/${app}/words/${language}.js`))[0];
      const known = { ...FRAME_WORDS[language], ...table };
      // Templates say their words by the end of the key; tests/miniapps/pulse makes each of them.
      for (const name of files(app).filter((file) => file.endsWith(".js") && file !== "templates.js")) {
        for (const [, key] of read(app, name).matchAll(/\bt\("([^"]+)"/g)) assert.ok(key in known, `${name}: ${key}`);
      }
    }
  });

  test(`${app} has no file over 300 lines`, () => {
    for (const name of files(app)) assert.ok(read(app, name).split("\n").length <= 300, name);
  });
}

test("words fill values, pick plurals and fall back to English", () => {
  const tables = {
    en: { a: "{name} has {count}", b: { one: "{count} vote", other: "{count} votes" }, c: "only here" },
    de: { a: "{name}: {count}" },
  };
  const english = makeWords(tables, "en-GB");
  assert.equal(english.t("a", { name: "Mia", count: 1200 }), "Mia has 1,200");
  assert.deepEqual([english.t("b", { count: 1 }), english.t("b", { count: 2 })], ["1 vote", "2 votes"]);
  const german = makeWords(tables, "de_AT");
  assert.deepEqual(
    [german.language, german.t("a", { name: "Mia", count: 3 }), german.t("c")],
    ["de", "Mia: 3", "only here"],
  );
});

test("values are not filled in twice", () => {
  assert.equal(makeWords({ en: { a: "{x}" } }, "en").t("a", { x: "{y}", y: "no" }), "{y}");
});

test("a locale without words takes English words and numbers", () => {
  const words = makeWords({ en: { a: "{n}" } }, "ar-EG");
  assert.deepEqual([words.language, words.t("a", { n: 12 })], ["en", "12"]);
});

test("nonsense is no locale", () => {
  assert.equal(safeLocale("!!"), "en");
  assert.equal(chooseLanguage({ en: {} }, "__proto__"), "en");
});

test("spans of time are told in their largest unit", () => {
  const { relative } = makeWords({ en: {} }, "en");
  assert.deepEqual(
    [relative(2 * 86_400_000), relative(-3 * 3_600_000), relative(90_000)],
    ["in 2 days", "3 hours ago", "in 2 minutes"],
  );
});

test("frame words stand beside a mini-app's own, which win", () => {
  assert.equal(withFrame({ en: { share: "Send" }, de: {} }).en.share, "Send");
  assert.deepEqual(Object.keys(FRAME_WORDS.de), Object.keys(FRAME_WORDS.en));
});

test("path and query become one path, and other hosts do not", () => {
  assert.equal(joinPath("/q/x?a=1", { r: "2" }), "/q/x?a=1&r=2");
  assert.equal(joinPath("", null), "/");
  assert.equal(joinPath("https://evil.example/s/1"), "/s/1");
});

test("cards are cut to the limits of the contract", () => {
  const card = trimCard({ path: "/", title: "t".repeat(100), subtitle: "s".repeat(200), surveyId: "1" });
  assert.deepEqual([card.title.length, card.subtitle.length, card.surveyId], [80, 120, "1"]);
  assert.equal(trimCard({ path: "/", title: "" }).title, "…");
});

test("an error's sentence names its fix", () => {
  assert.equal(sentence({ message: "Not allowed.", fix: "add it" }), "Not allowed. (add it)");
  assert.equal(sentence(new Error("Broken.")), "Broken.");
  assert.equal(wasCancelled({ code: "cancelled" }), true);
});

function fakeStoa() {
  const calls = [];
  const area = (name) =>
    new Proxy({}, { get: (_, verb) => async (params) => void calls.push([`${name}.${verb}`, params]) });
  return { calls, on: () => () => {}, host: area("host"), storage: area("storage"), share: area("share") };
}

test("a room with a host keeps values there", async () => {
  const stoa = fakeStoa();
  const room = new Room(stoa, { locale: "de", scene: "attach" }, "x:");
  await room.save("k", [1]);
  await room.save("k", null);
  assert.equal(await room.load("k"), null);
  assert.deepEqual(stoa.calls, [
    ["storage.set", { key: "k", value: [1] }],
    ["storage.remove", { key: "k" }],
    ["storage.get", { key: "k" }],
  ]);
  assert.deepEqual([room.available, room.scene, room.locale], [true, "attach", "de"]);
});

test("a room without a host still keeps values and says what is missing", async () => {
  const room = new Room(null, { locale: "en" }, "x:");
  await room.save("k", { a: 1 });
  assert.deepEqual(await room.load("k"), { a: 1 });
  await room.tell("host.ready");
  await assert.rejects(room.call("surveys.mine"), { code: "unsupported" });
});
