/**
 * Labelled controls of the editor.
 * @module views/fields
 */

import { h } from "../frame/element.js";

function described(id, error, hint = null) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return { "aria-describedby": ids || null, "aria-invalid": error ? "true" : null };
}

function errorLine(id, error) {
  return error ? h("p", { class: "error", id: `${id}-error` }, error) : null;
}

/** A labelled text, number or time input; `change(value)` gets its text. */
export function field({ id, label, value, change, error = null, type = "text", ...more }) {
  const input = h("input", {
    id,
    type,
    value: String(value ?? ""),
    oninput: () => change(input.value),
    ...described(id, error),
    ...more,
  });
  return h("div", { class: "field" }, h("label", { for: id }, label), input, errorLine(id, error));
}

/** A labelled list to choose from; `options` are pairs of value and text. */
export function choice({ id, label, value, options, change, error = null }) {
  const select = h(
    "select",
    { id, onchange: () => change(select.value), ...described(id, error) },
    options.map(([key, text]) => h("option", { value: key, selected: key === value }, text)),
  );
  return h("div", { class: "field" }, h("label", { for: id }, label), select, errorLine(id, error));
}

/** A labelled check box with a line that explains it. */
export function toggle({ id = null, label, hint = null, checked, change, error = null, disabled = false }) {
  const input = h("input", {
    type: "checkbox",
    id,
    checked,
    disabled,
    onchange: () => change(input.checked),
    "aria-invalid": error ? "true" : null,
  });
  return h(
    "label",
    { class: "check" },
    input,
    h(
      "span",
      {},
      label,
      hint && h("span", { class: "meta block" }, hint),
      error && h("span", { class: "error block" }, error),
    ),
  );
}
