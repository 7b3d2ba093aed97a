/** Making elements without markup strings: data can only ever become text or an attribute's value. */

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** An HTML element: el("button", {class: "plain", onclick: fn}, "Save"). */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An SVG element, in the same form. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** A line glyph on a 24 px grid, hidden from screen readers: its neighbour or its button carries the name. */
export function glyph(paths, size = 18) {
  return svg(
    "svg",
    { viewBox: "0 0 24 24", width: size, height: size, class: "glyph", "aria-hidden": "true", focusable: "false" },
    ...paths.map((d) => svg("path", { d })),
  );
}

/** A button with a glyph before its text. */
export function button(text, { icon, kind = "plain", ...attributes } = {}) {
  return el("button", { type: "button", class: `button ${kind}`, ...attributes }, icon && glyph(icon), el("span", {}, text));
}

/** A button that shows only a glyph; `name` is what screen readers and the tooltip say. */
export function iconButton(name, icon, attributes = {}) {
  return el("button", { type: "button", class: "icon-button", "aria-label": name, title: name, ...attributes }, glyph(icon, 20));
}
