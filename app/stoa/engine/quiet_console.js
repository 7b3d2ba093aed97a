// Bounds a page's console where it is written: runs in the page's own world at document creation. A line costs the
// host a message and the window some of its time; a hundred thousand of them must not. A page can get round this: the
// host counts what arrives anyway, and ends a page that does not stop.
(() => {
  "use strict";
  const LIMITS = __LIMITS__; // {perSecond, burst}: filled in by the host
  const NAMES = ["debug", "dir", "dirxml", "error", "group", "groupCollapsed", "info", "log", "table", "trace", "warn"];
  const TELL_AFTER_MS = 500;

  const now = performance.now.bind(performance);
  const later = setTimeout.bind(window);
  const warn = console.warn.bind(console);
  let tokens = LIMITS.burst;
  let at = now();
  let dropped = 0;

  function take() {
    const moment = now();
    tokens = Math.min(LIMITS.burst, tokens + ((moment - at) * LIMITS.perSecond) / 1000);
    at = moment;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  }

  function tell() {
    const count = dropped;
    dropped = 0;
    warn(`${count} more ${count === 1 ? "line was" : "lines were"} not shown: they came faster than the limit.`);
  }

  function drop() {
    if (dropped === 0) later(tell, TELL_AFTER_MS);
    dropped += 1;
  }

  // Not a function around the console's own: that one would then stand in the line's place, where the page's should.
  for (const name of NAMES) {
    let own = console[name];
    Object.defineProperty(console, name, {
      configurable: true,
      enumerable: true,
      get: () => (take() ? own : drop),
      set: (value) => {
        own = value;
      },
    });
  }
})();
