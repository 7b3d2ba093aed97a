// What a person would miss of a page that is discarded: scroll positions, the text of its forms, and `history.state`, by
// which apps know where they are. Runs in the isolated world, so that no page can listen in or answer in its place.
// Passwords, one-time codes, card numbers and chosen files are never kept. `keep()` gives JSON text. `begin(text)` puts
// the state back before the page's own scripts run, `giveBack(text)` the rest for as long as the page is still being
// built; it stops at the person's first touch. The host puts the call behind this expression.
(() => {
  "use strict";
  const FIELDS_MAX = 500;
  const SCROLLERS_MAX = 50;
  const VALUE_MAX = 65_536;
  const TOTAL_MAX = 262_144;
  const STATE_MAX = 65_536;
  const PATIENCE_MS = 3000;
  const NEVER = new Set(["password", "file", "hidden", "submit", "button", "image", "reset"]);
  const SECRET = /password|one-time-code|^cc-|\scc-/;
  const SECRET_NAME = /passw|secret|\bpin\b|cvc|cvv|token/i;
  const SELECTOR = "input, textarea, select";

  const isSecret = (field) =>
    NEVER.has(field.type) || SECRET.test(field.autocomplete ?? "") || SECRET_NAME.test(`${field.name} ${field.id}`);
  const isTicked = (field) => field.type === "checkbox" || field.type === "radio";

  function placeOf(element) {
    const steps = [];
    for (let at = element; at !== document.documentElement; at = at.parentElement) {
      if (at === null) return null; // in a shadow tree, or gone
      if (at.id && document.querySelectorAll(`#${CSS.escape(at.id)}`).length === 1) {
        steps.unshift(`#${CSS.escape(at.id)}`);
        return steps.join(" > ");
      }
      steps.unshift(`:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
    }
    return [":root", ...steps].join(" > ");
  }

  function valueOf(field) {
    if (isTicked(field)) return field.checked === field.defaultChecked ? null : field.checked;
    if (field instanceof HTMLSelectElement) {
      const chosen = [...field.options].map((option, index) => (option.selected ? index : -1)).filter((i) => i >= 0);
      const first = [...field.options].some((option) => option.selected !== option.defaultSelected);
      return first ? chosen : null;
    }
    return field.value === field.defaultValue || field.value.length > VALUE_MAX ? null : field.value;
  }

  // What JSON can say without changing it; anything else an app has to find again by its path.
  const isPlain = (value) =>
    value === null ||
    ["string", "boolean"].includes(typeof value) ||
    Number.isFinite(value) ||
    (Array.isArray(value) && value.every(isPlain)) ||
    (Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain));

  function stateOf() {
    try {
      return isPlain(history.state) && JSON.stringify(history.state).length <= STATE_MAX ? history.state : null;
    } catch {
      return null; // it holds itself, or nests too deep
    }
  }

  function keep() {
    const kept = { href: location.href, state: stateOf(), scrolled: [], fields: [] };
    let total = 0;
    for (const field of document.querySelectorAll(SELECTOR)) {
      if (kept.fields.length >= FIELDS_MAX) break;
      const value = isSecret(field) ? null : valueOf(field);
      const place = value === null ? null : placeOf(field);
      if (place === null) continue;
      const entry = [place, field.type, value];
      total += JSON.stringify(entry).length;
      if (total > TOTAL_MAX) break;
      kept.fields.push(entry);
    }
    for (const element of document.querySelectorAll("*")) {
      if (kept.scrolled.length >= SCROLLERS_MAX) break;
      if (element.scrollTop === 0 && element.scrollLeft === 0) continue;
      const place = element === document.documentElement ? ":root" : placeOf(element);
      if (place !== null && !/^(textarea|input)$/i.test(element.tagName)) {
        kept.scrolled.push([place, element.scrollLeft, element.scrollTop]);
      }
    }
    return JSON.stringify(kept);
  }

  function find(place) {
    try {
      return document.querySelector(place);
    } catch {
      return null;
    }
  }

  function fill([place, type, value]) {
    const field = find(place);
    if (field === null || !field.matches(SELECTOR) || field.type !== type || isSecret(field)) return false;
    if (isTicked(field)) field.checked = value;
    else if (field instanceof HTMLSelectElement) {
      if (field.options.length <= Math.max(...value, -1)) return false;
      [...field.options].forEach((option, index) => (option.selected = value.includes(index)));
    } else field.value = value;
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
    return true;
  }

  function scroll([place, left, top]) {
    const element = find(place);
    if (element === null) return false;
    element.scrollTo({ left, top, behavior: "instant" });
    return Math.abs(element.scrollTop - top) < 2 && Math.abs(element.scrollLeft - left) < 2;
  }

  function begin(text) {
    const { href, state } = JSON.parse(text);
    if (href === location.href && state !== null) history.replaceState(state, "");
  }

  function giveBack(text) {
    const kept = JSON.parse(text);
    if (kept.href !== location.href) return;
    const touches = ["pointerdown", "keydown", "wheel", "touchstart"];
    const watch = new MutationObserver(() => attempt());
    const stop = () => {
      watch.disconnect();
      clearTimeout(late);
      for (const name of touches) removeEventListener(name, stop, true);
    };
    const late = setTimeout(stop, PATIENCE_MS);
    const attempt = () => {
      if (kept.href !== location.href) return stop();
      kept.fields = kept.fields.filter((entry) => !fill(entry));
      const left = kept.scrolled.filter((entry) => !scroll(entry));
      if (kept.fields.length === 0 && left.length === 0) stop();
    };
    for (const name of touches) addEventListener(name, stop, true);
    watch.observe(document, { childList: true, subtree: true });
    attempt();
  }

  return { keep, begin, giveBack };
})()
