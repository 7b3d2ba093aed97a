// Finds controls as a person speaks of them: by role and accessible name, never by place or by the page's own ids.
// A short form of https://www.w3.org/TR/accname-1.2/ and https://www.w3.org/TR/html-aam-1.0/: what mini-apps use.
const accessible = (() => {
  "use strict";
  const NAME_MAX_CHARS = 120;
  const CONTROLS = 'a[href],button,input,select,textarea,summary,[role],[tabindex],[contenteditable=""],[contenteditable="true"],label';
  const INPUT_ROLES = {
    button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox", radio: "radio",
    range: "slider", number: "spinbutton", search: "searchbox",
  };
  const BY_TAG = {
    A: "link", BUTTON: "button", TEXTAREA: "textbox", SUMMARY: "button", H1: "heading", H2: "heading", H3: "heading",
    H4: "heading", H5: "heading", H6: "heading", IMG: "img", LI: "listitem", UL: "list", OL: "list", DIALOG: "dialog",
    OPTION: "option", NAV: "navigation", MAIN: "main",
  };
  const NAMED_BY_CONTENT = new Set([
    "button", "link", "heading", "checkbox", "radio", "option", "tab", "menuitem", "menuitemradio", "menuitemcheckbox",
    "switch", "treeitem", "listitem", "cell", "row", "",
  ]);

  const tidy = (text) => text.replace(/\s+/g, " ").trim().slice(0, NAME_MAX_CHARS);

  function roleOf(element) {
    const given = element.getAttribute("role")?.trim().split(/\s+/)[0];
    if (given) return given;
    if (element.tagName === "A" && !element.hasAttribute("href")) return "";
    if (element.tagName === "SELECT") return element.multiple || element.size > 1 ? "listbox" : "combobox";
    if (element.tagName === "INPUT") {
      if (element.hasAttribute("list")) return "combobox";
      return INPUT_ROLES[element.type] ?? "textbox";
    }
    if (element.isContentEditable) return "textbox";
    return BY_TAG[element.tagName] ?? "";
  }

  function textOf(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true" || node.hidden) return "";
    const label = node.getAttribute("aria-label");
    if (label) return ` ${label} `;
    if (node.tagName === "IMG" || node.tagName === "svg") return ` ${node.getAttribute("alt") ?? ""} `;
    if (node.tagName === "INPUT" || node.tagName === "SELECT" || node.tagName === "TEXTAREA") return "";
    const inline = getComputedStyle(node).display.startsWith("inline");
    const inner = [...node.childNodes].map(textOf).join("");
    return inline ? inner : ` ${inner} `;
  }

  function nameOf(element) {
    const by = element.getAttribute("aria-labelledby");
    if (by) {
      const text = by.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(textOf).join(" ");
      if (tidy(text)) return tidy(text);
    }
    const label = tidy(element.getAttribute("aria-label") ?? "");
    if (label) return label;
    if (element.labels?.length) return tidy([...element.labels].map(textOf).join(" "));
    if (element.tagName === "IMG") return tidy(element.alt);
    if (element.tagName === "INPUT" && ["button", "submit", "reset"].includes(element.type)) return tidy(element.value);
    const content = NAMED_BY_CONTENT.has(roleOf(element)) ? tidy(textOf(element)) : "";
    return content || tidy(element.title ?? "") || tidy(element.getAttribute("placeholder") ?? "");
  }

  function isShown(element) {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true });
  }

  // The control that a press on `element` is meant for.
  function controlAt(element) {
    const found = element.closest?.(CONTROLS);
    if (found?.tagName === "LABEL") return found.control ?? found;
    return found ?? element;
  }

  function all(role, name) {
    const matches = (element) => roleOf(element) === role && nameOf(element) === name && isShown(element);
    return [...document.querySelectorAll("*")].filter(matches);
  }

  function describe(element) {
    const role = roleOf(element), name = nameOf(element);
    return { role, name, nth: Math.max(0, all(role, name).indexOf(element)) };
  }

  return { all, controlAt, describe, isShown, nameOf, roleOf };
})();
