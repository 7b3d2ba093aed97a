"""Pages that want something of theirs to be let go over another window: a link, a file, or what a script says."""

from __future__ import annotations

import base64

_PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
_STYLE = "position: absolute; left: 0; top: 0; width: 200px; height: 120px; margin: 0; border: 0; background: gold"
_BOX = f'<div draggable=true id=d style="{_STYLE}">drag</div>'
_DATA = (
    "d.addEventListener('dragstart', ({dataTransfer: data}) => { data.effectAllowed = 'all';"
    " data.setData('text/uri-list', 'https://stolen.example.org/'); data.setData('text/html', '<b>stolen</b>');"
    " data.setData('DownloadURL', 'application/x-sh:stolen.sh:https://stolen.example.org/');"
    " data.items.add(new File(['stolen'], 'stolen.sh')); });"
)
_FRESH = (
    f"const f = document.createElement('iframe'); f.style = '{_STYLE}'; document.body.append(f);"
    " const d = f.contentDocument.createElement('div'); d.draggable = true; d.textContent = 'drag';"
    f" d.style = '{_STYLE}'; f.contentDocument.body.append(d); {_DATA}"
)
# Whatever a script of the host's may call is changed.
_DEAF = (
    " Event.prototype.preventDefault = Event.prototype.stopImmediatePropagation = Function.prototype.call = () => 0;"
)
PAGES = {
    "link": (f'<a href="https://stolen.example.org/" style="{_STYLE}">drag</a>', ""),
    "picture": (f'<img src="/drag.png" style="{_STYLE}">', ""),
    "data": (_BOX, _DATA),
    "fresh-frame": ("", _FRESH),
    "deaf": (_BOX, _DATA + _DEAF),
}
WALLS = ("none", "page", "host")
# Out of a frame that was made a moment ago, which the host's script does not see, the host alone keeps a drag.
HOST_ONLY = frozenset({"fresh-frame"})


def files(name: str) -> dict[str, bytes | str]:
    """A page's files."""
    html, script = PAGES[name]
    return {
        "index.html": f'<!doctype html><title>drag</title><body>{html}<script src="/drag.js"></script>',
        "drag.js": script,
        "drag.png": base64.b64decode(_PNG),
    }
