"""What stands between a page and the world, one line each, and which roads have a single wall, and why."""

from __future__ import annotations

WALLS = {
    "policy": "the headers of every response: content security policy with its sandbox, and permissions policy",
    "interceptor": "the host looks at every request and blocks what is neither the app's own nor declared",
    "proxy": "the engine is sent to a proxy inside the host, which lets each room reach its declared servers only",
    "rules": "the engine finds no address at all, names and numbers, but that of the proxy",
    "resolver": "the engine looks names up at an address where nobody answers, and never asks the system's name server",
    "switches": "off in the whole engine: datagrams of WebRTC, shared workers, clipboard by command, sound unasked",
    "settings": "what each profile has switched off: windows, clipboard, pings, programs for links, sound unasked",
    "host": "the host's answers: where a page may go, windows, boxes, downloads, permissions; no is the default",
    "scheme": "what the engine lets a mini-app's address do at all: no service workers, no reading by others",
    "files": "the host serves an app's files to that app only",
}
# Where no second wall is to be had. docs/security.md tells it too.
_DATAGRAMS = "the engine has one switch for datagrams of WebRTC, and neither requests nor the proxy carry them"
SINGLE = {
    "stun": _DATAGRAMS,
    "turn-udp": _DATAGRAMS,
    "ice-candidate": _DATAGRAMS,
    "stun-frame": _DATAGRAMS,
}
# They have a second one on their way to this machine and to its network, where the sink is, and none beyond. So it is
# proved, and not counted.
LOCAL = "local"
