# ruff: noqa: E501, ISC004  a page reads better as it is than cut to fit

"""Roads through kinds of documents and corners of the engine that few pages know: XML, stylesheets of XML, worklets,
advertising interfaces, bundles, and everything that could carry a report."""

from __future__ import annotations

Texts = tuple[str, ...]
_WAIT = "await new Promise((next) => setTimeout(next, 150))"
_STYLE = "<style>%s</style><p class=a>text</p>"
_XSL = '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">%s</xsl:stylesheet>'
_FRAME = (
    "const f = document.createElement('iframe'); f.src = URL.createObjectURL(new Blob([`%s`], {type: '%s'}));"
    f" document.body.append(f); {_WAIT}"
)
_TRANSFORM = (
    "const read = (text) => new DOMParser().parseFromString(text, 'text/xml'); const p = new XSLTProcessor();"
    f" p.importStylesheet(read(`%s`)); p.transformToFragment(read('<a/>'), document); {_WAIT}"
)
_SVG = "<svg xmlns='http://www.w3.org/2000/svg'>%s</svg>"

DOCUMENTS: tuple[Texts, ...] = (
    ("xml-stylesheet", "a stylesheet of an XML document", "", _FRAME % ("<?xml-stylesheet type='text/css' href='@http@/x.css'?><a/>", "text/xml")),
    ("xml-transform", "a transformation of an XML document", "", _FRAME % ("<?xml-stylesheet type='text/xsl' href='@http@/x.xsl'?><a/>", "text/xml"),
     "transformations are same-origin everywhere"),
    ("xml-entity", "an outside entity of an XML document", "",
     _FRAME % ("<!DOCTYPE a [<!ENTITY e SYSTEM '@http@/x.xml'>]><a>&e;</a>", "text/xml"), "the engine reads no outside entities"),
    ("xml-dtd", "an outside document type", "", _FRAME % ("<!DOCTYPE a SYSTEM '@http@/x.dtd'><a/>", "text/xml"),
     "the engine reads no outside document types"),
    ("xhtml", "a picture in XHTML", "", _FRAME % ("<html xmlns='http://www.w3.org/1999/xhtml'><body><img src='@http@/x.png'/></body></html>", "application/xhtml+xml")),
    ("xslt-document", "document() in a transformation", "",
     _TRANSFORM % (_XSL % '<xsl:template match="/"><xsl:copy-of select="document(\'@http@/x.xml\')"/></xsl:template>'), "a stylesheet without a page of its own loads nothing"),
    ("xslt-import", "import in a transformation", "", _TRANSFORM % (_XSL % '<xsl:import href="@http@/x.xsl"/>'), "a stylesheet without a page of its own loads nothing"),
    ("xslt-include", "include in a transformation", "", _TRANSFORM % (_XSL % '<xsl:include href="@http@/x.xsl"/>'), "a stylesheet without a page of its own loads nothing"),
    ("svg-script", "a script in an SVG document", "", _FRAME % (_SVG % "<script href='@http@/x.js'/>", "image/svg+xml")),
    ("svg-style", "@import in an SVG document", "", _FRAME % (_SVG % "<style>@import '@http@/x.css';</style>", "image/svg+xml")),
    ("svg-animation", "an address that is animated", '<svg width=9 height=9><image width=9 height=9><set attributeName="href" to="@http@/x.png"/></image></svg>', ""),
    ("svg-in-picture", "a picture inside an SVG picture", "", "const i = new Image(); i.src = 'data:image/svg+xml,' +"
     " encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg'><image href='@http@/x.png'/></svg>`); document.body.append(i);"
     f" {_WAIT}", "pictures load nothing"),
    ("css-cursor", "url() in a cursor", _STYLE % ".a { cursor: url(@http@/x.png), auto }", ""),
    ("css-filter", "url() in a filter", _STYLE % ".a { filter: url(@http@/x.svg#f) }", "", "filters are same-origin everywhere"),
    ("css-clip-path", "url() in a clip path", _STYLE % ".a { clip-path: url(@http@/x.svg#f) }", ""),
    ("css-cross-fade", "-webkit-cross-fade()", _STYLE % ".a { background: -webkit-cross-fade(url(@http@/x.png), url(@http@/y.png), 50%) }", ""),
    ("css-attribute-selector", "text read letter by letter", "<input value=secret><style>input[value^=s] { background: url(@http@/s) }</style>", ""),
    ("css-constructed", "a style made by a script", "", "const s = new CSSStyleSheet(); s.replaceSync('body { background: url(@http@/x.png) }');"
     f" document.adoptedStyleSheets = [s]; {_WAIT}"),
    ("css-alternate", "an alternate stylesheet", '<link rel="alternate stylesheet" title=b href="@http@/x.css">', ""),
    ("paint-worklet", "a paint worklet", "", "await CSS.paintWorklet.addModule('@http@/x.js').catch(() => 0)"),
    ("shared-storage", "a shared storage worklet", "", "await sharedStorage.worklet.addModule('@https@/x.js').catch(() => 0)", "not switched on"),
    ("interest-group", "an advertising interest group", "", "await navigator.joinAdInterestGroup({owner: '@https@', name: 'a',"
     " lifetimeMs: 60000, updateURL: '@https@/u'}, 60).catch(() => 0)", "not switched on"),
    ("web-bundle", "a bundle of files", "", "const s = document.createElement('script'); s.type = 'webbundle';"
     " s.textContent = JSON.stringify({source: '@http@/x.wbn', resources: ['@http@/a']}); document.head.append(s);"
     " new Image().src = '@http@/a'"),
    ("dictionary", "a compression dictionary", '<link rel="compression-dictionary" href="@http@/x">', ""),
    ("presentation", "a presentation", "", "await new PresentationRequest('@https@/x').getAvailability().catch(() => 0)", "no second screens here"),
    ("speech", "speech recognition", "", "const s = new webkitSpeechRecognition(); s.start(); " + _WAIT, "there is no service for it here"),
    ("socket-stream", "WebSocketStream", "", "await new WebSocketStream('@ws@/x').opened.catch(() => 0)"),
    ("nel", "network error logging", '<meta http-equiv="Report-To" content=\'{"group":"n","max_age":60,"endpoints":[{"url":"@https@/r"}]}\'>'
     '<meta http-equiv="NEL" content=\'{"report_to":"n","max_age":60,"success_fraction":1}\'>', _WAIT, "counts in headers only"),
    ("meta-link", "a hint in a meta element", '<meta http-equiv="Link" content="<@http@/>; rel=preconnect">', "", "counts in headers only"),
    ("wasm-streaming", "WebAssembly from an address", "", "await WebAssembly.compileStreaming(fetch('@http@/x.wasm')).catch(() => 0)"),
    ("credentialless", "a frame without credentials", '<iframe credentialless src="@http@/x"></iframe>', _WAIT),
    ("refresh-written", "meta refresh that is written later", "", "document.write('<meta http-equiv=refresh content=\"0; url=@http@/x\">'); document.close()"),
    ("area-ping", "a map's ping", '<map><area href="/empty.html" ping="@http@/x"></map>', "document.querySelector('area').click()"),
    ("preload-font", "preload of a font", '<link rel=preload as=font crossorigin href="@http@/f.woff2">', ""),
    ("preload-fetch", "preload of data", '<link rel=preload as=fetch crossorigin href="@http@/x">', ""),
)  # fmt: skip
