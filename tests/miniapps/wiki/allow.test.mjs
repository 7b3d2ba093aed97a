import assert from "node:assert/strict";
import { test } from "node:test";
import { copyAllowed, pictureAddress, tidy } from "../../../miniapps/wiki/allow.js";
import { el } from "./parsed.mjs";

const copied = (...content) => copyAllowed(el("body", {}, ...content), "en");

test("scripts, frames, forms and drawings are left out with all they hold", () => {
  for (const tag of ["script", "style", "iframe", "object", "form", "svg", "link", "template", "video"]) {
    assert.deepEqual(copied(el("p", {}, "a", el(tag, {}, "evil"), "b")), [{ t: "p", c: ["a", "b"] }], tag);
  }
});

test("attributes that are not named do not come along", () => {
  assert.deepEqual(copied(el("p", { onclick: "x()", style: "color:red", id: "a" }, "text")), [{ t: "p", c: ["text"] }]);
});

test("unknown tags give their children", () => {
  assert.deepEqual(copied(el("section", {}, el("div", {}, el("blink", {}, el("b", {}, "x"))))), [
    { t: "strong", c: ["x"] },
  ]);
});

test("parts for editors and hidden parts are left out", () => {
  for (const attributes of [
    { class: "navbox big" },
    { class: "mw-ref reference" },
    { style: "display : none" },
    { role: "navigation" },
    { hidden: "" },
  ]) {
    assert.deepEqual(copied(el("div", attributes, el("p", {}, "x"))), []);
  }
});

test("links lead to articles, ask for the browser, or become plain text", () => {
  const link = (href) => copied(el("p", {}, el("a", { href }, "x")))[0].c[0];
  assert.deepEqual(link("./Olive_oil#Use"), { t: "a", a: { href: "/a/Olive_oil?lang=en" }, c: ["x"] });
  assert.deepEqual(link("https://example.com/a"), { t: "a", a: { url: "https://example.com/a" }, c: ["x"] });
  for (const href of ["javascript:alert(1)", "data:text/html,x", "./File:A.jpg", "./New?redlink=1", "http://[", ""])
    assert.equal(link(href), "x", href);
});

test("pictures come from Wikimedia over https or not at all", () => {
  const picture = (src, width = "200") => copied(el("img", { src, width, height: "100", alt: "a" }));
  assert.deepEqual(picture("//upload.wikimedia.org/a.jpg"), [
    { t: "img", a: { src: "https://upload.wikimedia.org/a.jpg", alt: "a", width: "200", height: "100" }, c: [] },
  ]);
  for (const src of [
    "x",
    "//evil.example/a.jpg",
    "https://upload.wikimedia.org.evil.example/a",
    "https://upload.wikimedia.org:8443/a",
    "data:image/png;base64,AA",
    "https://a@upload.wikimedia.org/a",
  ]) {
    assert.deepEqual(picture(src), [], src);
  }
  assert.deepEqual(picture("//upload.wikimedia.org/a.jpg", "1"), []);
  assert.equal(pictureAddress("http://upload.wikimedia.org/a"), "https://upload.wikimedia.org/a");
});

test("spans of cells are small whole numbers", () => {
  const cell = (colspan) => copied(el("table", {}, el("tr", {}, el("td", { colspan }, "x"))))[0].c[0].c[0].a;
  assert.deepEqual(cell("3"), { colspan: "3" });
  for (const span of ["1", "9999", "x", "-2"]) assert.equal(cell(span), undefined, span);
});

test("the box of facts becomes a part of its own", () => {
  assert.deepEqual(copied(el("table", { class: "infobox" }, el("tr", {}, el("td", {}, "x"))))[0].t, "aside");
});

test("a formula becomes its source", () => {
  assert.deepEqual(copied(el("p", {}, el("math", { alttext: "{\\displaystyle E=mc^{2}}" })))[0].c, [
    { t: "code", c: ["E=mc^{2}"] },
  ]);
});

test("a page nested without end becomes text", () => {
  let deep = el("b", {}, "bottom");
  for (let depth = 0; depth < 400; depth += 1) deep = el("b", {}, deep);
  const text = (node) => (typeof node === "string" ? node : node.c.map(text).join(""));
  assert.equal(
    copied(el("p", {}, deep))
      .map(text)
      .join(""),
    "bottom",
  );
});

test("headings over nothing and empty blocks go", () => {
  const tree = tidy([
    { t: "h2", c: ["A"] },
    { t: "p", c: ["x"] },
    { t: "h2", c: ["B"] },
    { t: "h3", c: ["C"] },
    { t: "p", c: [" "] },
    { t: "h2", c: ["D"] },
  ]);
  assert.deepEqual(tree, [
    { t: "h2", c: ["A"] },
    { t: "p", c: ["x"] },
  ]);
});
