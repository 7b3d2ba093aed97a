// Finds the control of a recorded step and makes it ready: in view, and with its middle told in CSS pixels.
((step) => {
  "use strict";
  const found = accessible.all(step.role, step.name);
  const control = found[step.nth];
  if (!control) return { found: found.length };
  if (control.disabled || control.getAttribute("aria-disabled") === "true") return { found: found.length, disabled: true };
  control.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const box = control.getBoundingClientRect();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const hit = document.elementFromPoint(middle.x, middle.y);
  const covered = hit && hit !== control && !control.contains(hit) && accessible.controlAt(hit) !== control;
  if (step.kind === "fill") {
    control.focus();
    if (control.isContentEditable) getSelection().selectAllChildren(control);
    else if (["text", "search", "url", "tel", "email", "number", "textarea"].includes(control.type)) control.select?.();
    else {
      const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value").set;
      setter.call(control, step.value);
      for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
      return { found: found.length, ...middle, done: true };
    }
  }
  if (step.kind === "select") {
    const option = [...control.options].find((one) => one.label === step.value);
    if (!option) return { found: found.length, missing: step.value };
    control.value = option.value;
    for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
    return { found: found.length, ...middle, done: true };
  }
  if (step.kind === "press") control.focus();
  return { found: found.length, ...middle, covered: Boolean(covered) };
})
