// Writes down what a person does with a page: presses, texts, choices and keys, each with role and name of its control.
(() => {
  "use strict";
  if (window !== window.top || globalThis.__stoaRecorded) return;
  globalThis.__stoaRecorded = true;
  const KEYS = new Set(["Enter", "Escape", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "Delete"]);
  const TYPED = new Set(["textbox", "searchbox", "spinbutton"]);
  let pressed = { at: -1, x: 0, y: 0 };
  let keyAt = -1;

  const tell = (kind, element, value = "") =>
    __stoaRecord(JSON.stringify({ kind, ...accessible.describe(element), value }));
  const isTyped = (element) => TYPED.has(accessible.roleOf(element)) && element.type !== "date" && element.type !== "time";

  addEventListener("click", (event) => {
    if (!event.isTrusted || !(event.target instanceof Element)) return;
    // A label hands its press on to its control, and a key on a button becomes a press: each is told once.
    const again = event.timeStamp - pressed.at < 20 && event.clientX === pressed.x && event.clientY === pressed.y;
    pressed = { at: event.timeStamp, x: event.clientX, y: event.clientY };
    if (again || (event.detail === 0 && event.timeStamp - keyAt < 100)) return;
    const control = accessible.controlAt(event.target);
    if (control.tagName === "SELECT" || (control.tagName === "INPUT" && isTyped(control))) return;
    if (control === document.body || control === document.documentElement) return;
    tell("click", control);
  }, true);

  addEventListener("change", (event) => {
    const control = event.target;
    if (!event.isTrusted || !(control instanceof Element)) return;
    if (control.tagName === "SELECT") tell("select", control, control.selectedOptions[0]?.label ?? "");
    else if (control.type === "password" || control.type === "file") return;
    else if (["checkbox", "radio"].includes(control.type)) return;
    else tell("fill", control, control.value);
  }, true);

  addEventListener("keydown", (event) => {
    if (!event.isTrusted || !KEYS.has(event.key) || event.isComposing) return;
    const control = document.activeElement ?? document.body;
    // Within a text these move the cursor; what is typed is told when the field is left or sent.
    if (isTyped(control) && event.key !== "Enter" && event.key !== "Escape") return;
    if (control.tagName === "TEXTAREA" && event.key === "Enter") return;
    if (isTyped(control) && event.key === "Enter") tell("fill", control, control.value);
    keyAt = event.timeStamp;
    if (control === document.body) __stoaRecord(JSON.stringify({ kind: "press", role: "", name: "", nth: 0, value: event.key }));
    else tell("press", control, event.key);
  }, true);
})();
