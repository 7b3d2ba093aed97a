// What a person would miss of a page that is discarded: scroll positions, the text of its forms, and `history.state`,
// by which apps know where they are. Runs in the isolated world, so that no page can listen in or answer in its place.
// Passwords, one-time codes, card numbers and chosen files are never kept. `keep()` gives JSON text, behind a 1 where
// something was held back and a 0 elsewhere; `holdsBack()` tells that alone. `begin(text)` puts the state back before
// the page's own scripts run, `giveBack(text)` the rest for as long as the page is still being built; it stops at the
// person's first touch. Once that is drawn, or will not come soon, it leaves `stoaIsBack` behind. The host puts the call
// behind this expression.
(() => {
  "use strict";
  const FIELDS_MAX = 500;
  const SCROLLERS_MAX = 50;
  const VALUE_MAX = 65_536;
  const TOTAL_MAX = 262_144;
  const STATE_MAX = 65_536;
  const PATIENCE_MS = 3000;
  // What comes later than this after the page was loaded, the person sees coming.
  const SOON_MS = 300;
  const UNSEEN = new Set(["hidden", "submit", "button", "image", "reset"]);
  const NEVER = new Set(["password", "file", ...UNSEEN]);
  const SECRET = /password|one-time-code|^cc-|\scc-/;
  const SECRET_NAME = /passw|secret|\bpin\b|cvc|cvv|token/i;
  const SELECTOR = "input, textarea, select";
  const FRAMES = "iframe, frame, object, embed";

  const isSecret = (field) =>
    NEVER.has(field.type) || SECRET.test(field.autocomplete ?? "") || SECRET_NAME.test(`${field.name} ${field.id}`);
  // By its name: each frame has classes of its own.
  const isChoice = (field) => field.localName === "select";
  const count = () => document.getElementsByTagName("*").length;
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
    if (isChoice(field)) {
      const chosen = [...field.options].map((option, index) => (option.selected ? index : -1)).filter((i) => i >= 0);
      const first = [...field.options].some((option) => option.selected !== option.defaultSelected);
      return first ? chosen : null;
    }
    return field.value === field.defaultValue || field.value.length > VALUE_MAX ? null : field.value;
  }

  function isFilledIn(field) {
    if (UNSEEN.has(field.type)) return false;
    // The first of a list is chosen by itself.
    if (isChoice(field)) return [...field.options].some((o, index) => o.selected && !o.defaultSelected && index > 0);
    return isTicked(field) ? valueOf(field) !== null : field.value !== "";
  }

  // Whether there may be something of it in a part of the page with a tree of its own; what cannot be looked into may.
  function hides(element) {
    if (element.shadowRoot !== null) return holdsBack(element.shadowRoot);
    if (element.matches(FRAMES)) return !element.contentDocument || holdsBack(element.contentDocument);
    return element.localName.includes("-") && element.matches(":defined");
  }

  // Whether anything that is never kept was filled in, which a picture of the page would show.
  const holdsBack = (root = document) =>
    [...root.querySelectorAll("*")].some((element) =>
      element.matches(SELECTOR) ? isSecret(element) && isFilledIn(element) : hides(element),
    );

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
    const kept = { href: location.href, state: stateOf(), scrolled: [], fields: [], elements: count() };
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
    // Text alone comes through to the host.
    return (holdsBack() ? "1" : "0") + JSON.stringify(kept);
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
    else if (isChoice(field)) {
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

  // The second frame from now on shows what is there now.
  const noteDrawn = () =>
    requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.stoaIsBack = true)));

  // Many pages put their content in after they were loaded.
  function whenBuilt(elements, act) {
    const look = () => {
      if (count() < elements) return;
      watch.disconnect();
      act();
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
    setTimeout(() => watch.disconnect(), SOON_MS);
    look();
  }

  function giveBack(text) {
    const kept = JSON.parse(text);
    if (kept.href !== location.href) return noteDrawn();
    const touches = ["pointerdown", "keydown", "wheel", "touchstart"];
    const watch = new MutationObserver(() => attempt());
    let late = 0;
    const stop = () => {
      watch.disconnect();
      clearTimeout(late);
      removeEventListener("resize", attempt);
      document.removeEventListener("visibilitychange", wait);
      whenBuilt(kept.elements, noteDrawn);
      for (const name of touches) removeEventListener(name, stop, true);
    };
    // A page that is loaded unseen may have no size, and no place to scroll to, before it is shown.
    const wait = () => {
      if (document.visibilityState === "hidden" || late !== 0) return;
      late = setTimeout(stop, PATIENCE_MS);
      setTimeout(noteDrawn, SOON_MS);
    };
    const attempt = () => {
      if (kept.href !== location.href) return stop();
      kept.fields = kept.fields.filter((entry) => !fill(entry));
      const left = kept.scrolled.filter((entry) => !scroll(entry));
      if (kept.fields.length === 0 && left.length === 0) stop();
    };
    for (const name of touches) addEventListener(name, stop, true);
    watch.observe(document, { childList: true, subtree: true });
    addEventListener("resize", attempt);
    document.addEventListener("visibilitychange", wait);
    wait();
    attempt();
  }

  return { keep, holdsBack, begin, giveBack };
})()
