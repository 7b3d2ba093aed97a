# ruff: noqa: E501, ISC004  a page reads better as it is than cut to fit

"""Roads that a script takes by itself: requests, sockets, workers, the moment of leaving, and WebRTC."""

from __future__ import annotations

Texts = tuple[str, ...]

SCRIPTS: tuple[Texts, ...] = (
    ("fetch", "fetch of an address", "", "await fetch('@http@/x').catch(() => 0)"),
    ("fetch-https", "fetch over TLS", "", "await fetch('@https@/x').catch(() => 0)"),
    ("fetch-no-cors", "fetch without CORS", "", "await fetch('@http@/x', {mode: 'no-cors'}).catch(() => 0)"),
    ("fetch-post", "fetch that carries data", "", "await fetch('@http@/x', {method: 'POST', body: 'd'}).catch(() => 0)"),
    ("fetch-keepalive", "fetch that outlives the page", "", "fetch('@http@/x', {keepalive: true}).catch(() => 0)"),
    ("xhr", "XMLHttpRequest", "", "const r = new XMLHttpRequest(); r.open('GET', '@http@/x'); r.send()"),
    ("xhr-sync", "synchronous XMLHttpRequest", "", "const r = new XMLHttpRequest(); r.open('GET', '@http@/x', false); r.send()"),
    ("beacon", "sendBeacon", "", "navigator.sendBeacon('@http@/x', 'd')"),
    ("event-source", "EventSource", "", "new EventSource('@http@/x')"),
    ("websocket", "WebSocket", "", "new WebSocket('@ws@/x')"),
    ("websocket-tls", "WebSocket over TLS", "", "new WebSocket('@wss@/x')"),
    ("webtransport", "WebTransport (QUIC)", "", "const t = new WebTransport('https://127.0.0.1:@udp@/x');"
     " t.closed.catch(() => 0); await t.ready.catch(() => 0)"),
    ("image-object", "new Image()", "", "new Image().src = '@http@/x.png'"),
    ("audio-object", "new Audio()", "", "new Audio('@http@/x.ogg').load()"),
    ("font-object", "FontFace", "", "await new FontFace('f', 'url(@http@/f.woff2)').load().catch(() => 0)"),
    ("import", "dynamic import", "", "await import('@http@/x.js').catch(() => 0)"),
    ("fedcm", "federated sign-in", "", "await navigator.credentials.get({identity: {providers:"
     " [{configURL: '@https@/x.json', clientId: 'c'}]}}).catch(() => 0)"),
    ("attribution", "attribution source", "", "const i = new Image(); i.attributionSrc = '@http@/a'; i.src = '/x.png'"),
)  # fmt: skip

LEAVING: tuple[Texts, ...] = (
    ("pagehide-beacon", "beacon while the page goes away", "",
     "addEventListener('pagehide', () => navigator.sendBeacon('@http@/x', 'd')); location = '/empty.html'"),
    ("pagehide-fetch", "keepalive fetch while the page goes away", "",
     "addEventListener('pagehide', () => fetch('@http@/x', {keepalive: true, mode: 'no-cors'})); location = '/empty.html'"),
    ("unload-xhr", "synchronous request while the page goes away", "",
     "addEventListener('unload', () => { const r = new XMLHttpRequest(); r.open('GET', '@http@/x', false); r.send() });"
     " location = '/empty.html'", "the engine refuses synchronous requests while leaving"),
    ("pagehide-image", "picture while the page goes away", "",
     "addEventListener('pagehide', () => { new Image().src = '@http@/x.png' }); location = '/empty.html'"),
    ("fetch-later", "fetchLater", "", "fetchLater('@https@/x', {activateAfter: 0})"),
    ("ping", "a link's ping", "", "const a = document.createElement('a'); a.href = '/empty.html'; a.ping = '@http@/x';"
     " document.body.append(a); a.click()"),
    ("location", "leaving by location", "", "location = '@http@/x'"),
    ("location-replace", "leaving by location.replace", "", "location.replace('@http@/x')"),
    ("link-click", "a pressed link", "", "const a = document.createElement('a'); a.href = '@http@/x';"
     " document.body.append(a); a.click()"),
    ("window-open", "window.open", "", "open('@http@/x')"),
    ("link-blank", "a link to a new window", "", "const a = document.createElement('a'); a.href = '@http@/x';"
     " a.target = '_blank'; document.body.append(a); a.click()"),
    ("download", "a download of an address", "", "const a = document.createElement('a'); a.href = '@http@/x'; a.download = 'x';"
     " document.body.append(a); a.click()"),
    ("history", "history.pushState and location.reload", "", "try { history.pushState(0, '', '@http@/x') } catch {}"
     " try { navigation.navigate('@http@/y').finished.catch(() => 0) } catch {}"),
    ("meta-refresh", "meta refresh", '<meta http-equiv="refresh" content="0; url=@http@/x">', ""),
    ("form-get", "a form by GET", '<form action="@http@/x"><input name=a value=b></form>', "document.forms[0].submit()"),
    ("form-post", "a form by POST", '<form method=post action="@http@/x"><input name=a value=b></form>',
     "document.forms[0].submit()"),
    ("form-button", "a button's own address", '<form><button formaction="@http@/x">b</button></form>',
     "document.querySelector('button').click()"),
    ("form-frame", "a form into a frame", '<iframe name=f></iframe><form target=f action="@http@/x"></form>',
     "document.forms[0].submit()"),
)  # fmt: skip

_WORKER = "new Worker('/worker.js').onerror = () => 0; await new Promise((next) => setTimeout(next, 150))"
_MODULE = (
    "new Worker('/worker.js', {type: 'module'}).onerror = () => 0; await new Promise((next) => setTimeout(next, 150))"
)
_BLOB = "const address = URL.createObjectURL(new Blob([`%s`], {type: 'text/javascript'}));"
WORKERS: tuple[Texts, ...] = (
    ("worker-fetch", "fetch in a worker", "", _WORKER + "//WORKER fetch('@http@/x', {mode: 'no-cors'})"),
    ("worker-xhr", "XMLHttpRequest in a worker", "",
     _WORKER + "//WORKER const r = new XMLHttpRequest(); r.open('GET', '@http@/x', false); r.send()"),
    ("worker-socket", "WebSocket in a worker", "", _WORKER + "//WORKER new WebSocket('@ws@/x')"),
    ("worker-events", "EventSource in a worker", "", _WORKER + "//WORKER new EventSource('@http@/x')"),
    ("worker-transport", "WebTransport in a worker", "",
     _WORKER + "//WORKER new WebTransport('https://127.0.0.1:@udp@/x').ready.catch(() => 0)"),
    ("worker-import-scripts", "importScripts", "", _WORKER + "//WORKER importScripts('@http@/x.js')"),
    ("module-worker", "a module worker's import", "", _MODULE + "//WORKER import '@http@/x.js'"),
    ("module-worker-dynamic", "a module worker's dynamic import", "", _MODULE + "//WORKER import('@http@/x.js').catch(() => 0)"),
    ("nested-worker", "fetch in a worker of a worker", "",
     _WORKER + "//WORKER if (self.name !== 'inner') new Worker('/worker.js', {name: 'inner'});"
     " else fetch('@http@/x', {mode: 'no-cors'})"),
    ("blob-worker", "fetch in a worker made of text", "",
     _BLOB % "fetch('@http@/x', {mode: 'no-cors'})" + " new Worker(address); await new Promise((n) => setTimeout(n, 150))"),
    ("data-worker", "fetch in a worker made of a data address", "",
     "new Worker('data:text/javascript,fetch(\"@http@/x\",{mode:\"no-cors\"})'); await new Promise((n) => setTimeout(n, 150))"),
    ("shared-worker-fetch", "fetch in a shared worker", "",
     "new SharedWorker('/worker.js'); await new Promise((n) => setTimeout(n, 150))//WORKER fetch('@http@/x', {mode: 'no-cors'})"),
    ("shared-worker-socket", "WebSocket in a shared worker", "",
     "new SharedWorker('/worker.js'); await new Promise((n) => setTimeout(n, 150))//WORKER new WebSocket('@ws@/x')"),
    ("service-worker", "fetch in a service worker", "",
     "await navigator.serviceWorker.register('/worker.js'); await navigator.serviceWorker.ready"
     "//WORKER fetch('@http@/x', {mode: 'no-cors'})"),
    ("worker-elsewhere", "a worker from another address", "", "new Worker('@http@/x.js')", "workers are same-origin everywhere"),
    ("audio-worklet", "an audio worklet from another address", "",
     "await new OfflineAudioContext(1, 1, 8000).audioWorklet.addModule('@http@/x.js').catch(() => 0)"),
)  # fmt: skip

_CALL = (
    "const c = new RTCPeerConnection({iceServers: [%s]}); c.createDataChannel('d');"
    " await c.setLocalDescription(await c.createOffer()); await new Promise((next) => setTimeout(next, 400))"
)
_TURN = "{urls: '%s', username: 'stolen data', credential: 'c'}"
_REMOTE = (
    "const c = new RTCPeerConnection(), d = new RTCPeerConnection(); c.createDataChannel('d');"
    " await c.setLocalDescription(await c.createOffer()); await d.setRemoteDescription(c.localDescription);"
    " await d.setLocalDescription(await d.createAnswer()); await c.setRemoteDescription(d.localDescription);"
    " await c.addIceCandidate({candidate: 'candidate:1 1 udp 2122260223 %s typ host', sdpMid: '0'});"
    " await new Promise((next) => setTimeout(next, %d))"
)
RTC: tuple[Texts, ...] = (
    ("stun", "STUN over UDP", "", _CALL % "{urls: 'stun:127.0.0.1:@udp@'}"),
    ("turn-udp", "TURN over UDP", "", _CALL % _TURN % "turn:127.0.0.1:@udp@?transport=udp"),
    ("turn-tcp", "TURN over TCP", "", _CALL % _TURN % "turn:@host@?transport=tcp"),
    ("turn-tls", "TURN over TLS", "", _CALL % _TURN % "turns:@host@?transport=tcp"),
    ("ice-candidate", "ICE to a given address", "", _REMOTE % ("127.0.0.1 @udp@", 500)),
    ("stun-frame", "STUN out of a fresh frame", "", "const f = document.createElement('iframe'); document.body.append(f);"
     " window.RTCPeerConnection = f.contentWindow.RTCPeerConnection; " + _CALL % "{urls: 'stun:127.0.0.1:@udp@'}"),
)  # fmt: skip
MULTICAST: tuple[Texts, ...] = (
    ("mdns-announce", "telling the local network a name (mDNS)", "", _CALL % ""),
    ("mdns-query", "asking the local network for a name of the page's choice (mDNS)", "",
     _REMOTE % ("mdns-query.local 5555", 2000)),
)  # fmt: skip
