"""What stands between a page and the world, one line each."""

from __future__ import annotations

WALLS = {
    "policy": "the headers of every response: content security policy with its sandbox, and permissions policy",
    "interceptor": "the host looks at every request and blocks what is neither the app's own nor declared",
    "proxy": "the engine is sent to a proxy inside the host, which lets each room reach its declared servers only",
    "rules": "the engine finds no address at all, names and numbers, but that of the proxy",
    "resolver": "the engine looks names up at an address where nobody answers, and never asks the system's name server",
    "switches": "off in the whole engine: datagrams of WebRTC, shared workers, clipboard by command, sound unasked",
    "datagrams": "the kernel refuses the engine every socket for datagrams (on Linux)",
    "settings": "what each profile has switched off: windows, clipboard, pings, programs for links, sound unasked",
    "host": "the host's answers: where a page may go, windows, boxes, downloads, permissions; no is the default",
    "scheme": "what the engine lets a mini-app's address do at all: no service workers, no reading by others",
    "files": "the host serves an app's files to that app only",
}
# The roads of WebRTC's datagrams have a third wall on their way to this machine and to its network, where the sink is,
# and not beyond. So it is proved, and not counted.
LOCAL = "local"
DATAGRAMS = ("stun", "turn-udp", "ice-candidate", "stun-frame")
