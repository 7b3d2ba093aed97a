// The page's end of the bridge: runs in ApplicationWorld at document creation, owns the web channel, and hands the
// page a MessagePort. The page never sees `qt`. Limits here keep a flood inside the renderer; the gate has its own.
(() => {
  "use strict";
  if (window !== window.top || location.protocol !== "miniapp:") return;

  const LIMITS = __LIMITS__; // {small, largeMethods, perSecond, burst, inFlight}: filled in by the host
  const NUMBERS = __NUMBERS__; // JSON-RPC numbers of the error codes

  // Names this document to the host: an answer to an earlier one in this window is not for it.
  const DOCUMENT = crypto.randomUUID();
  let host = null;
  let port = null;
  const backlog = [];
  const inFlight = new Set();
  const bucket = { tokens: LIMITS.burst, at: performance.now() };

  function takeToken() {
    const now = performance.now();
    bucket.tokens = Math.min(LIMITS.burst, bucket.tokens + ((now - bucket.at) * LIMITS.perSecond) / 1000);
    bucket.at = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  function refuse(id, code, message) {
    const error = { code: NUMBERS[code], message, data: { code } };
    port?.postMessage(JSON.stringify({ jsonrpc: "2.0", id, error }));
  }

  function read(raw) {
    try {
      const call = JSON.parse(raw);
      return call !== null && typeof call === "object" ? call : {};
    } catch {
      return {}; // the gate says what is wrong with it
    }
  }

  function onCall({ data: raw }) {
    if (typeof raw !== "string") return refuse(null, "invalid_request", "A message is text.");
    // Reading even a giant message costs the page alone, and lets the refusal reach the call that waits for it.
    const { id = null, method } = read(raw);
    const most = LIMITS.largeMethods[method] ?? LIMITS.small;
    if (raw.length > most) return refuse(id, "too_large", `This call has at most ${most} characters.`);
    if (inFlight.size >= LIMITS.inFlight) return refuse(id, "too_many", "Too many calls wait for an answer.");
    if (!takeToken()) return refuse(id, "too_many", "Calls come faster than the limit.");
    if (id !== null) inFlight.add(id);
    if (host) host.receive(DOCUMENT, raw, onReturned);
    else backlog.push(raw);
  }

  function onAnswer(text) {
    // The gate writes every head like this; reading all of a long answer for its id would cost as much as the page's
    // own reading.
    const head = /^\{"jsonrpc":"2\.0","id":("(?:[^"\\]|\\.)*"|\d+),/.exec(text);
    if (head !== null) inFlight.delete(JSON.parse(head[1]));
    port?.postMessage(text);
  }

  // What is answered at once comes back as the call's own result, behind the name of the document that asked.
  function onReturned(told) {
    if (typeof told === "string" && told.startsWith(DOCUMENT)) onAnswer(told.slice(DOCUMENT.length));
  }

  // The SDK asks for a port once its listener stands. A frame cannot: only this window's own messages count.
  window.addEventListener("message", (event) => {
    if (event.source !== window || event.data !== "stoa:connect") return;
    event.stopImmediatePropagation();
    port?.close();
    inFlight.clear();
    const ends = new MessageChannel();
    port = ends.port1;
    port.onmessage = onCall;
    window.postMessage("stoa:port", "/", [ends.port2]);
  });

  new QWebChannel(qt.webChannelTransport, (channel) => {
    host = channel.objects.stoa;
    host.answered.connect((document, text) => document === DOCUMENT && onAnswer(text));
    host.told.connect((document, text) => document === DOCUMENT && port?.postMessage(text));
    host.receive(DOCUMENT, "", onReturned);
    for (const raw of backlog.splice(0)) host.receive(DOCUMENT, raw, onReturned);
  });
})();
