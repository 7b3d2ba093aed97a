/**
 * Elements made one by one: whatever a person or a server wrote only ever becomes text.
 * @module frame/element
 */

/**
 * Makes an element.
 * @param {string} tag - element name
 * @param {Object<string, *>} [props] - attributes; `onclick` and the like take functions, `class` a string,
 *   `value`, `checked`, `disabled`, `selected`, `open` are set as properties, null and undefined are left out,
 *   `css` is an object of CSS properties
 * @param {...(Node|string|number|null|false|Array)} children - text or nodes; null and false are left out
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(element, name, value);
  element.append(...flatten(children));
  return element;
}

const PROPERTIES = new Set(["value", "checked", "disabled", "selected", "open", "hidden", "indeterminate"]);

function setProp(element, name, value) {
  if (value === null || value === undefined) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "css") for (const [key, text] of Object.entries(value)) element.style.setProperty(key, text);
  else if (PROPERTIES.has(name)) element[name] = value;
  else if (value !== false || name.startsWith("aria-"))
    element.setAttribute(name, value === true ? truth(name) : value);
}

function truth(name) {
  return name.startsWith("aria-") ? "true" : "";
}

function flatten(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : String(child)));
}

/**
 * Puts these children in place of what an element holds.
 * @param {Element} element
 * @param {...(Node|string|null|Array)} children
 */
export function fill(element, ...children) {
  element.replaceChildren(...flatten(children));
}

/**
 * A button with an optional icon.
 * @param {string} text
 * @param {Object} props - as for {@link h}; `icon` is a node drawn before the text
 * @returns {HTMLButtonElement}
 */
export function button(text, { icon, class: names = "", ...props } = {}) {
  return h("button", { type: "button", class: `button ${names}`, ...props }, icon, h("span", {}, text));
}

/**
 * A button that shows only its icon; `name` is what a screen reader says.
 * @param {string} name
 * @param {Node} icon
 * @param {Object} props
 * @returns {HTMLButtonElement}
 */
export function iconButton(name, icon, { class: names = "", ...props } = {}) {
  return h(
    "button",
    { type: "button", class: `icon-button ${names}`, "aria-label": name, title: name, ...props },
    icon,
  );
}
