# ruff: noqa: E501, ISC004  a page reads better as it is than cut to fit

"""Roads that markup and styles take: whatever a page can name by address, and the hints that connect ahead."""

from __future__ import annotations

Texts = tuple[str, ...]
_STYLE = "<style>%s</style><p class=a>text</p>"

RESOURCES: tuple[Texts, ...] = (
    ("img", "a picture", '<img src="@http@/x.png">', ""),
    ("img-srcset", "a picture's srcset", '<img srcset="@http@/x.png 2x, @http@/x.png 1x">', ""),
    ("picture", "a picture's source", '<picture><source srcset="@http@/x.png"><img></picture>', ""),
    ("input-image", "an image button", '<input type=image src="@http@/x.png">', ""),
    ("body-background", "the body's background", '<table background="@http@/x.png"><tr><td>a</table>', ""),
    ("video", "a film", '<video src="@http@/x.webm" preload=auto></video>', ""),
    ("video-source", "a film's source", '<video preload=auto><source src="@http@/x.webm"></video>', ""),
    ("poster", "a film's poster", '<video poster="@http@/x.png"></video>', ""),
    ("audio", "a sound", '<audio src="@http@/x.ogg" preload=auto></audio>', ""),
    ("track", "a film's captions", '<video crossorigin><track default src="@http@/x.vtt"></video>',
     "document.querySelector('track').track.mode = 'showing'; await new Promise((next) => setTimeout(next, 100))"),
    ("script", "a script", '<script src="@http@/x.js" async></script>', ""),
    ("module", "a module", '<script type=module src="@http@/x.js"></script>', ""),
    ("stylesheet", "a stylesheet", "", "const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = '@http@/x.css';"
     " document.head.append(l)"),
    ("css-import", "@import", "", "const s = document.createElement('style'); s.textContent = '@import \"@http@/x.css\";';"
     " document.head.append(s)"),
    ("css-background", "url() in a style", _STYLE % ".a { background: url(@http@/x.png) }", ""),
    ("css-content", "url() in content", _STYLE % ".a::before { content: url(@http@/x.png) }", ""),
    ("css-image-set", "image-set()", _STYLE % ".a { background: image-set('@http@/x.png' 1x) }", ""),
    ("css-mask", "url() in a mask", _STYLE % ".a { mask-image: url(@http@/x.svg) }", ""),
    ("css-shape", "url() in a shape", _STYLE % ".a { float: left; shape-outside: url(@http@/x.png) }", ""),
    ("css-attribute", "url() in a style attribute", '<p style="border-image: url(@http@/x.png) 1">a</p>', ""),
    ("css-variable", "url() in a variable that reads the page", _STYLE % ":root { --x: url(@http@/x.png) }"
     " .a { list-style: var(--x); display: list-item }", ""),
    ("font", "@font-face", _STYLE % "@font-face { font-family: f; src: url(@http@/f.woff2) } .a { font-family: f }", ""),
    ("svg-image", "image in SVG", '<svg width=9 height=9><image href="@http@/x.png" width=9 height=9 /></svg>', ""),
    ("svg-use", "use in SVG", '<svg width=9 height=9><use href="@http@/x.svg#a" /></svg>', "",
     "use is same-origin everywhere"),
    ("svg-filter", "feImage in SVG", '<svg width=9 height=9><filter id=f><feImage href="@http@/x.png" /></filter>'
     '<rect width=9 height=9 filter="url(#f)" /></svg>', ""),
    ("svg-document", "an SVG file's own picture", '<object data="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22>'
     '<image href=%22@http@/x.png%22 width=%229%22 height=%229%22/></svg>"></object>', ""),
    ("object", "object", '<object data="@http@/x.html"></object>', ""),
    ("embed", "embed", '<embed src="@http@/x.html">', ""),
    ("icon", "the page's icon", '<link rel=icon href="@http@/x.png">', "", "icons are loaded now and then"),
    ("manifest", "a web manifest", '<link rel=manifest href="@http@/m.json">', "", "Qt does not read web manifests"),
    ("base", "a base address", '<base href="@http@/"><img src="x.png">', ""),
    ("csp-report", "the report of a policy", '<meta http-equiv="Content-Security-Policy" content="img-src \'none\';'
     ' report-uri @http@/r"><img src="/x.png">', "", "report-uri counts in headers only"),
)  # fmt: skip

_LINK = "const l = document.createElement('link'); l.rel = '%s'; l.href = '@%s@/x'; %s document.head.append(l)"
_RULES = (
    "const s = document.createElement('script'); s.type = 'speculationrules';"
    " s.textContent = JSON.stringify({%s: [{source: 'list', urls: ['@%s@/x'], eagerness: 'immediate'}]});"
    " document.head.append(s)"
)
HINTS: tuple[Texts, ...] = (
    ("preconnect", "preconnect", "", _LINK % ("preconnect", "http", "")),
    ("preconnect-tls", "preconnect over TLS", "", _LINK % ("preconnect", "https", "l.crossOrigin = '';")),
    ("preconnect-markup", "preconnect in markup", '<link rel=preconnect href="@http@/">', ""),
    ("preconnect-frame", "preconnect in a sandboxed frame", '<iframe sandbox srcdoc=\'<link rel=preconnect href="@http@/">\'></iframe>', ""),
    ("prefetch", "prefetch", "", _LINK % ("prefetch", "http", "")),
    ("preload", "preload", "", _LINK % ("preload", "http", "l.as = 'script';")),
    ("preload-image", "preload with imagesrcset", '<link rel=preload as=image imagesrcset="@http@/x.png">', ""),
    ("modulepreload", "modulepreload", "", _LINK % ("modulepreload", "http", "")),
    ("prerender", "prerender", "", _LINK % ("prerender", "http", ""), "the engine knows it no more"),
    ("speculation-prefetch", "speculation rules: prefetch", "", _RULES % ("prefetch", "https"), "not from a custom scheme"),
    ("speculation-prerender", "speculation rules: prerender", "", _RULES % ("prerender", "http"), "not from a custom scheme"),
)  # fmt: skip

# The name alone can carry data to whoever serves its zone. The engine's own log tells which names it looked up.
_NAME_LINK = (
    "const l = document.createElement('link'); l.rel = '%s'; l.href = 'https://@name@/'; document.head.append(l)"
)
NAMES: tuple[Texts, ...] = (
    ("name-prefetch", "dns-prefetch of a name", "", _NAME_LINK % "dns-prefetch"),
    ("name-preconnect", "preconnect to a name", "", _NAME_LINK % "preconnect"),
    ("name-fetch", "fetch from a name", "", "await fetch('https://@name@/').catch(() => 0)"),
    ("name-picture", "a picture from a name", '<img src="https://@name@/x.png">', ""),
    ("name-socket", "WebSocket to a name", "", "new WebSocket('wss://@name@/')"),
    ("name-worker", "fetch from a name in a worker", "", "new Worker('/worker.js'); await new Promise((next) => setTimeout(next, 150))"
     "//WORKER fetch('https://@name@/', {mode: 'no-cors'})"),
    ("name-stun", "STUN at a name", "", "const c = new RTCPeerConnection({iceServers: [{urls: 'stun:@name@'}]}); c.createDataChannel('d');"
     " await c.setLocalDescription(await c.createOffer()); await new Promise((next) => setTimeout(next, 400))"),
    ("name-turn-tls", "TURN over TLS at a name", "", "const c = new RTCPeerConnection({iceServers: [{urls: 'turns:@name@?transport=tcp',"
     " username: 'u', credential: 'c'}]}); c.createDataChannel('d'); await c.setLocalDescription(await c.createOffer());"
     " await new Promise((next) => setTimeout(next, 400))"),
)  # fmt: skip
