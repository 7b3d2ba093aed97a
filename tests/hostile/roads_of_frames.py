# ruff: noqa: E501, ISC004  a page reads better as it is than cut to fit

"""Roads through frames: pages inside the page, with origins and policies of their own or none."""

from __future__ import annotations

Texts = tuple[str, ...]
_LOADED = "await new Promise((next) => setTimeout(next, 150))"
_IMG = "<img src=@http@/x.png>"
_FETCH = "<script>fetch(`@http@/x`, {mode: `no-cors`})</script>"

FRAMES: tuple[Texts, ...] = (
    ("iframe", "a frame of another address", '<iframe src="@http@/x"></iframe>', _LOADED),
    ("iframe-srcdoc", "a picture in srcdoc", f'<iframe srcdoc="{_IMG}"></iframe>', _LOADED),
    ("iframe-srcdoc-script", "a script in srcdoc", f'<iframe srcdoc="{_FETCH}"></iframe>', _LOADED),
    ("iframe-nested", "a picture two frames deep", f"<iframe srcdoc='<iframe srcdoc=&quot;{_IMG}&quot;></iframe>'></iframe>", _LOADED),
    ("iframe-sandboxed", "a picture in a sandboxed frame", f'<iframe sandbox srcdoc="{_IMG}"></iframe>', _LOADED),
    ("iframe-sandboxed-script", "a script in a sandboxed frame", f'<iframe sandbox="allow-scripts" srcdoc="{_FETCH}"></iframe>', _LOADED),
    ("iframe-data", "a frame of a data address", f'<iframe src="data:text/html,{_IMG}"></iframe>', _LOADED),
    ("iframe-blob", "a frame of a blob", "", f"const f = document.createElement('iframe'); f.src = URL.createObjectURL("
     f"new Blob([`{_IMG}`], {{type: 'text/html'}})); document.body.append(f); {_LOADED}"),
    ("iframe-blank", "a picture written into a blank frame", "", "const f = document.createElement('iframe');"
     f" document.body.append(f); f.contentDocument.write(`{_IMG}`); {_LOADED}"),
    ("iframe-javascript", "a frame of a javascript: address", f"<iframe src=\"javascript:'{_IMG}'\"></iframe>", _LOADED),
    ("iframe-moves", "a frame that moves on", "", "const f = document.createElement('iframe'); f.src = '/empty.html';"
     " await new Promise((next) => { f.onload = next; document.body.append(f); });"
     f" f.contentWindow.location = '@http@/x'; {_LOADED}"),
    ("iframe-moves-top", "a frame that moves the page", "", "const f = document.createElement('iframe');"
     f" document.body.append(f); f.contentWindow.top.location = '@http@/x'; {_LOADED}"),
    ("iframe-refresh", "meta refresh in a frame",
     "<iframe srcdoc='<meta http-equiv=refresh content=\"0; url=@http@/x\">'></iframe>", f"{_LOADED}; {_LOADED}"),
    ("iframe-fetch", "a blank frame's own fetch", "", "const f = document.createElement('iframe'); document.body.append(f);"
     " f.contentWindow.fetch('@http@/x', {mode: 'no-cors'}).catch(() => 0)"),
    ("iframe-beacon", "a beacon out of a removed frame", '<iframe src="/empty.html"></iframe>', f"{_LOADED};"
     " const f = document.querySelector('iframe'); const w = f.contentWindow;"
     f" w.addEventListener('pagehide', () => w.navigator.sendBeacon('@http@/x', 'd')); f.remove(); {_LOADED}"),
    ("iframe-csp", "a frame's csp attribute", '<iframe csp="report-uri @http@/r" src="/empty.html"></iframe>', _LOADED,
     "report-uri is not taken from there"),
    ("frameset", "a frameset", "", "const s = document.createElement('frameset'); s.innerHTML = '<frame src=\"@http@/x\">';"
     f" document.documentElement.append(s); document.body = s; {_LOADED}"),
    ("fenced-frame", "a fenced frame", "", "const f = document.createElement('fencedframe');"
     f" f.config = new FencedFrameConfig('@https@/x'); document.body.append(f); {_LOADED}", "not switched on"),
    ("about-blank", "a blank page with the old one's rights", "", "location = 'about:blank'", "no script is left there"),
)  # fmt: skip
