/**
 * Covers: a gradient of one hue with waves or rings drawn over it.
 * @module art
 */

import { h } from "./frame/element.js";

const SPACE = "http://www.w3.org/2000/svg";

/** The hue of a result: its own, or one of a row that is easy to tell apart. */
export function resultHue(quiz, index) {
  return quiz.results[index]?.hue ?? (quiz.hue + 20 + index * 55) % 360;
}

/** A path of waves across 400 units, `y` down, `swing` up and down. */
export function wavePath(y, swing, shift) {
  let path = `M${-shift} ${y}`;
  for (let x = -shift; x < 400; x += 80) path += `q20 ${-swing} 40 0t40 0`;
  return `${path}V220H${-shift}z`;
}

/**
 * A decorated box.
 * @param {{hue: number, kind: string, class: string}} look
 * @param {...Node} children - what stands on it
 * @returns {HTMLElement}
 */
export function cover({ hue, kind, class: names = "" }, ...children) {
  const svg = document.createElementNS(SPACE, "svg");
  for (const [key, value] of Object.entries({
    viewBox: "0 0 400 200",
    preserveAspectRatio: "xMidYMax slice",
    "aria-hidden": "true",
    class: "art",
  })) {
    svg.setAttribute(key, value);
  }
  const shapes = kind === "personality" ? waves(hue) : rings(hue);
  svg.append(...shapes);
  return h(
    "div",
    { class: `cover ${names}`, css: { "--hue": String(hue) } },
    svg,
    h("div", { class: "cover-text" }, children),
  );
}

function shape(name, attributes) {
  const node = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

function waves(hue) {
  return [0, 1, 2].map((row) =>
    shape("path", {
      d: wavePath(120 + row * 28, 12 + row * 4, (hue * 7 + row * 33) % 80),
      fill: "#fff",
      "fill-opacity": 0.05 + row * 0.025,
    }),
  );
}

function rings(hue) {
  return [150, 110, 70, 30].map((radius, row) =>
    shape("circle", { cx: 330, cy: 60 + (hue % 60), r: radius, fill: "#fff", "fill-opacity": 0.04 + row * 0.025 }),
  );
}
