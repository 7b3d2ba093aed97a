// Stoa SDK for mini-apps. Generated from the contract: do not edit. Served by the host at /_stoa/stoa.js.
(() => {
  "use strict";

  const AREAS = __AREAS__;
  const CONTRACT_VERSION = __CONTRACT_VERSION__;
  // The host takes 64 at once. Far more would only fill the page's own memory, message by message.
  const PENDING_MAX = 512;

  /** What a refused call rejects with: `code` is stable, `message` is for people, `fix` names a manifest line. */
  class StoaError extends Error {
    constructor(code, message, fix) {
      super(message);
      this.name = "StoaError";
      this.code = code;
      if (fix !== undefined) this.fix = fix;
    }
  }

  const available = location.protocol === "miniapp:" && window === window.top;
  const prefix = Math.random().toString(36).slice(2, 10);
  const calls = new Map();
  const listeners = new Map();
  // What the host's side of this page and this script both hold; nobody else does.
  const wire = new EventTarget();
  // Calls from before the host's side took the wire; null from then on.
  let early = [];
  let last = 0;

  function send(method, params) {
    if (!available) {
      return Promise.reject(new StoaError("unsupported", "This page does not run inside Stoa."));
    }
    if (calls.size >= PENDING_MAX) {
      return Promise.reject(new StoaError("too_many", "Too many calls wait for an answer."));
    }
    return new Promise((resolve, reject) => {
      const id = `${prefix}-${(last += 1)}`;
      let raw;
      try {
        raw = JSON.stringify({ jsonrpc: "2.0", id, method, params: params ?? {} });
      } catch (error) {
        reject(new StoaError("invalid_params", `The parameters of ${method} are not JSON: ${error.message}`));
        return;
      }
      calls.set(id, { resolve, reject });
      ask(new CustomEvent("call", { detail: raw, cancelable: true }));
    });
  }

  // A page that a debugger holds hears no events, and the host's side of it neither: once more as soon as it goes on.
  function ask(call) {
    if (early !== null) early.push(call);
    else if (wire.dispatchEvent(call)) setTimeout(() => wire.dispatchEvent(call));
  }

  function connect() {
    const asking = new FocusEvent("stoa:connect", { relatedTarget: wire, cancelable: true });
    if (window.dispatchEvent(asking)) {
      setTimeout(connect);
      return;
    }
    const waiting = early;
    early = null;
    waiting.forEach(ask);
  }

  function onAnswer(event) {
    event.preventDefault(); // tells that it was taken
    const message = JSON.parse(event.detail);
    if (message.method !== undefined) {
      dispatch(message.method, message.params);
      return;
    }
    const call = calls.get(message.id);
    if (!call) return;
    calls.delete(message.id);
    if (message.error) {
      const { data: detail, message: sentence } = message.error;
      call.reject(new StoaError(detail.code, sentence, detail.fix));
    } else {
      call.resolve(message.result);
    }
  }

  function dispatch(name, payload) {
    const group = listeners.get(name);
    if (!group || group.size === 0) {
      // Without a listener of its own the page is simply taken there.
      if (name === "link.didOpen") location.assign(payload.path);
      return;
    }
    for (const listener of [...group]) {
      try {
        listener(payload);
      } catch (error) {
        console.error(error);
      }
    }
  }

  const stoa = {
    available,
    contractVersion: CONTRACT_VERSION,
    Error: StoaError,
    on(name, listener) {
      if (!listeners.has(name)) listeners.set(name, new Set());
      listeners.get(name).add(listener);
      return () => listeners.get(name).delete(listener);
    },
  };
  for (const [area, verbs] of Object.entries(AREAS)) {
    stoa[area] = Object.freeze(
      Object.fromEntries(verbs.map((verb) => [verb, (params) => send(`${area}.${verb}`, params)])),
    );
  }
  Object.defineProperty(window, "stoa", { value: Object.freeze(stoa), enumerable: true });

  if (available) {
    wire.addEventListener("answer", onAnswer);
    connect();
  }
})();
