/**
 * A double of window.stoa for browser tests: serve it at /_stoa/stoa.js in place of the real file.
 *
 * Before the page loads a test may set window.stoaSettings = {available, context, theme, answers}:
 *   available  false gives what a page sees outside Stoa: every call rejects with code "unsupported"
 *   context    members that replace those of host.context
 *   theme      members that replace those of context.theme
 *   answers    {"share.post": {postId: 9}} or {"share.post": {error: {code, message, fix}}}, by method name
 * Afterwards window.stoaDouble gives the test {calls, called(method), emit(event, payload), answers}.
 * Storage is kept in localStorage, so that it lives through a reload as the host's does.
 */
(() => {
  "use strict";
  const settings = window.stoaSettings ?? {};
  const available = settings.available ?? true;
  const prefix = "stoa-double:";
  const calls = [];
  const listeners = new Map();
  const answers = { ...settings.answers };

  class StoaError extends Error {
    constructor({ code, message, fix }) {
      super(message ?? code);
      this.name = "StoaError";
      this.code = code;
      this.fix = fix ?? null;
    }
  }

  const theme = {
    colorScheme: "light",
    accent: "#2F5BC7",
    background: "#F5F3EF",
    card: "#FFFFFF",
    text: "#1D1C1A",
    reducedMotion: false,
    ...settings.theme,
  };
  const context = {
    scene: "launcher",
    path: location.pathname + location.search,
    query: Object.fromEntries(new URLSearchParams(location.search)),
    start: null,
    theme,
    locale: "en",
    direction: "ltr",
    hostVersion: "0.1.0",
    contractVersion: 1,
    ...settings.context,
  };

  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  const built_in = {
    "host.context": () => structuredClone(context),
    "host.capabilities": () => ({ contractVersion: 1, methods: [], events: [], permissions: {} }),
    "host.confirm": () => ({ confirmed: true }),
    "host.openLink": () => ({ opened: true }),
    "host.openApp": () => ({ opened: true }),
    "host.saveFile": () => ({ saved: true }),
    "identity.current": () => null,
    "share.post": () => ({ postId: 1 }),
    "share.copyLink": ({ path }) => ({ link: `stoa://org.stoa.double${path}` }),
    "storage.get": ({ key }) => ({ value: JSON.parse(localStorage.getItem(prefix + key) ?? "null") }),
    "storage.set": ({ key, value }) => void localStorage.setItem(prefix + key, JSON.stringify(value)),
    "storage.remove": ({ key }) => void localStorage.removeItem(prefix + key),
    "storage.clear": () => keys().forEach((key) => localStorage.removeItem(key)),
    "storage.usage": () => ({
      bytes: keys().reduce((sum, key) => sum + localStorage.getItem(key).length, 0),
      limit: 10 * 1024 * 1024,
      keys: keys().map((key) => key.slice(prefix.length)),
    }),
  };

  async function call(method, params = {}) {
    if (!available) throw new StoaError({ code: "unsupported", message: "This page runs outside Stoa." });
    const sent = JSON.parse(JSON.stringify(params));
    calls.push({ method, params: sent });
    const answer = method in answers ? answers[method] : built_in[method]?.(sent);
    const value = typeof answer === "function" ? await answer(sent) : answer;
    if (value?.error) throw new StoaError(value.error);
    return value ?? null;
  }

  const area = (name) => new Proxy({}, { get: (_, verb) => (params) => call(`${name}.${String(verb)}`, params) });

  const stoa = {
    available,
    contractVersion: 1,
    Error: StoaError,
    on(event, listener) {
      if (!listeners.has(event)) listeners.set(event, new Set());
      listeners.get(event).add(listener);
      return () => listeners.get(event).delete(listener);
    },
    ...Object.fromEntries(["host", "identity", "share", "surveys", "storage"].map((name) => [name, area(name)])),
  };
  Object.defineProperty(window, "stoa", { value: Object.freeze(stoa), enumerable: true });
  window.stoaDouble = {
    calls,
    answers,
    context,
    called: (method) => calls.filter((entry) => entry.method === method).map((entry) => entry.params),
    emit(event, payload = {}) {
      const group = [...(listeners.get(event) ?? [])];
      // As in the real file: without a listener of its own the page is simply taken there.
      if (!group.length && event === "link.didOpen") location.assign(payload.path);
      group.forEach((listener) => listener(payload));
    },
  };
})();
