// The page's end of the bridge: runs in ApplicationWorld at document creation, is the only one there to speak to the
// host, and takes the page's calls from a wire: an EventTarget that the page makes and both worlds then hold. The page
// never sees `qt`. Limits here keep a flood inside the renderer; the gate has its own.
//
// Why a wire and not a MessagePort, and why not Qt's own client for its channel: docs/decisions/0023.
(() => {
  "use strict";
  if (window !== window.top || location.protocol !== "miniapp:") return;

  const LIMITS = __LIMITS__; // {small, largeMethods, perSecond, burst, inFlight}: filled in by the host
  const NUMBERS = __NUMBERS__; // JSON-RPC numbers of the error codes
  const HOST = __HOST__; // {receive, answered, told}: the places of the host's slot and signals in its object
  // How often a document says that it is there, to a host that does not know of it yet.
  const GREETINGS = 100, GREET_AGAIN_MS = 10;
  // What Qt's channel calls its messages.
  const SIGNAL = 1, INVOKE = 6, CONNECT = 7, RESPONSE = 10;

  // Names this document to the host: an answer to an earlier one in this window is not for it.
  const DOCUMENT = crypto.randomUUID();
  const HELLO = `${DOCUMENT}hello`;
  let wire = null;
  let sent = 0;
  let greeted = 0;
  const untaken = [];
  const later = new MessageChannel();
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

  // A page that stands still (frozen, or held by a debugger) hears no events. Its tasks stand still too: whatever it has
  // not taken is told once more as soon as they go on, in the same order.
  function toPage(text) {
    if (untaken.length > 0 || !dispatch(text)) toPageLater(text);
  }

  function toPageLater(text) {
    if (untaken.push(text) === 1) later.port2.postMessage(null);
  }

  function dispatch(text) {
    return !wire?.dispatchEvent(new CustomEvent("answer", { detail: text, cancelable: true }));
  }

  later.port1.onmessage = () => {
    for (const text of untaken.splice(0)) dispatch(text);
  };

  function toHost(message) {
    qt.webChannelTransport.send(JSON.stringify({ ...message, object: "stoa" }));
  }

  // The channel sends the id back with what the slot returns.
  function receive(raw) {
    toHost({ type: INVOKE, method: HOST.receive, args: [DOCUMENT, raw], id: `${DOCUMENT}${(sent += 1)}` });
  }

  // The host may not know of this document yet. It keeps what the page has said meanwhile, and takes it with this.
  function hello() {
    toHost({ type: INVOKE, method: HOST.receive, args: [DOCUMENT, ""], id: HELLO });
  }

  function refuse(id, code, message) {
    const error = { code: NUMBERS[code], message, data: { code } };
    // Not now: a page that floods would go on without ever having a call that waits.
    toPageLater(JSON.stringify({ jsonrpc: "2.0", id, error }));
  }

  function read(raw) {
    try {
      const call = JSON.parse(raw);
      return call !== null && typeof call === "object" ? call : {};
    } catch {
      return {}; // the gate says what is wrong with it
    }
  }

  function onCall(event) {
    event.preventDefault(); // tells that it was taken
    const raw = event.detail;
    if (typeof raw !== "string") return refuse(null, "invalid_request", "A message is text.");
    // Reading even a giant message costs the page alone, and lets the refusal reach the call that waits for it.
    const { id = null, method } = read(raw);
    const most = LIMITS.largeMethods[method] ?? LIMITS.small;
    if (raw.length > most) return refuse(id, "too_large", `This call has at most ${most} characters.`);
    if (inFlight.size >= LIMITS.inFlight) return refuse(id, "too_many", "Too many calls wait for an answer.");
    if (!takeToken()) return refuse(id, "too_many", "Calls come faster than the limit.");
    if (id !== null) inFlight.add(id);
    receive(raw);
  }

  function onAnswer(text) {
    // The gate writes every head like this; reading all of a long answer for its id would cost as much as the page's
    // own reading.
    const head = /^\{"jsonrpc":"2\.0","id":("(?:[^"\\]|\\.)*"|\d+),/.exec(text);
    if (head !== null) inFlight.delete(JSON.parse(head[1]));
    toPage(text);
  }

  qt.webChannelTransport.onmessage = ({ data }) => {
    const { type, id, data: answer, signal, args } = JSON.parse(data);
    if (type === RESPONSE) {
      // What is answered at once comes back as the call's own result, under the name of the document that asked.
      if (id === HELLO) {
        if (!answer && (greeted += 1) < GREETINGS) setTimeout(hello, GREET_AGAIN_MS);
      } else if (answer && typeof id === "string" && id.startsWith(DOCUMENT)) {
        onAnswer(answer);
      }
    } else if (type === SIGNAL && args?.[0] === DOCUMENT) {
      if (signal === HOST.answered) onAnswer(args[1]);
      else if (signal === HOST.told) toPage(args[1]);
    }
  };

  // The SDK asks when its listener stands. A frame cannot: events of another origin do not come here.
  window.addEventListener("stoa:connect", (event) => {
    event.stopImmediatePropagation();
    // Nothing of the document: a form's fields take the names of its functions, in this world too.
    const asked = event.relatedTarget ?? null;
    if (asked === null || Object.getPrototypeOf(asked) !== EventTarget.prototype) return;
    event.preventDefault(); // tells that it was taken
    wire?.removeEventListener("call", onCall);
    inFlight.clear();
    wire = asked;
    wire.addEventListener("call", onCall);
  });

  toHost({ type: CONNECT, signal: HOST.answered });
  toHost({ type: CONNECT, signal: HOST.told });
  hello();
})();
