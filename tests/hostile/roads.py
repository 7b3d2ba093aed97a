"""Every road out of a room that is known: one small page for each, the same with and without the walls.

In the texts ``@http@`` is the sink's address for the road (``http://127.0.0.1:PORT``), ``@https@``, ``@ws@`` and
``@wss@`` the same with another scheme, ``@host@`` its host and port, ``@udp@`` its UDP port, ``@name@`` a host name of
the road's own, and ``@other@`` the name of another mini-app. A page that gets what it wants without the sink calls
``won``.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.hostile.roads_of_asking import PERSON, ROOMS
from tests.hostile.roads_of_documents import DOCUMENTS
from tests.hostile.roads_of_frames import FRAMES
from tests.hostile.roads_of_resources import HINTS, NAMES, RESOURCES
from tests.hostile.roads_of_scripts import LEAVING, MULTICAST, RTC, SCRIPTS, WORKERS

WON = "WON "
OTHER = "other"
# What leaves by these goes to the network itself and no server: far_network.py hears it, the sink does not.
MULTICAST_GROUP = "multicast"
NAMES_END = ".road.example.org"
_HEAD = '<!doctype html><meta charset="utf-8"><title>road</title><body>'


@dataclass(frozen=True)
class Road:
    """One road. ``unreached`` says why a bare engine does not get through either, where it does not."""

    group: str
    name: str
    tries: str
    html: str
    script: str
    unreached: str = ""

    def files(self, tcp: int, udp: int, other: str = OTHER) -> dict[str, str]:
        """The page's files, with the sink's ports and the other app's name filled in."""
        words = {
            "@http@": f"http://127.0.0.1:{tcp}", "@https@": f"https://127.0.0.1:{tcp}", "@host@": f"127.0.0.1:{tcp}",
            "@ws@": f"ws://127.0.0.1:{tcp}", "@wss@": f"wss://127.0.0.1:{tcp}", "@udp@": str(udp),
            "@other@": other,
            "@name@": f"{self.name}{NAMES_END}",
        }  # fmt: skip
        page, script, worker = self.html, self.script, ""
        if "//WORKER" in script:
            script, worker = script.split("//WORKER", 1)
        for word, value in words.items():
            page, script, worker = (text.replace(word, value) for text in (page, script, worker))
        return {
            "index.html": f'{_HEAD}{page}<script src="/road.js"></script>',
            "road.js": f"const won = (what) => console.log('{WON}' + what);"
            f"(async () => {{ try {{ {script}\n }} catch (e) {{ console.log(String(e)); }}"
            " document.title = 'tried'; })();",
            "worker.js": worker,
            "empty.html": "<!doctype html><title>tried</title>",
            "file.bin": "\0\1\2",
        }


def _roads() -> tuple[Road, ...]:
    groups = {
        "script": SCRIPTS, "leaving": LEAVING, "resource": RESOURCES, "hint": HINTS, "name": NAMES, "worker": WORKERS,
        "frame": FRAMES, "document": DOCUMENTS, "webrtc": RTC,
        MULTICAST_GROUP: MULTICAST, "person": PERSON, "other room": ROOMS,
    }  # fmt: skip
    return tuple(Road(group, *texts) for group, lines in groups.items() for texts in lines)


ROADS = _roads()
# Those that the sink hears.
TO_SINK = tuple(road for road in ROADS if road.group != MULTICAST_GROUP)
