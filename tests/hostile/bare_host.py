"""The same pages in an engine with no wall, or with a single one: to prove that each road leads somewhere, and which
wall closes it by itself.

Started as a process of its own, as the engine's switches count for a whole process: ``python -m
tests.hostile.bare_host`` reads ``{"wall": name or "", "ports": {road: [tcp port, udp port]}, "log": path, "names":
address, "switches": more of the engine's}`` as JSON from its standard input; the engine writes its own log of the
network to that path, and asks the name server at that address and no other, or the system's where it is empty. Where
``"away"`` is given, pages turn to that address and not to this machine. The process writes a line ``road what`` for
everything a page got that the sink does not see, and ``road tried`` when it has been walked.
"""

from __future__ import annotations

import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_QUICK_BACKEND", "software")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineUrlSchemeHandler,
)
from PySide6.QtWidgets import QApplication

from stoa.engine.resolver import ask_only
from tests.hostile.lone_walls import LoneWall, won
from tests.hostile.roads import OTHER, ROADS, Road
from tests.hostile.roads_of_asking import OTHER_FILES

PAGES_AT_ONCE = 8
# For pages that do not come to their end; the others are ended a moment after it.
LIFE_MS = 4000
SETTLE_MS = 350
TYPES = {
    "html": b"text/html", "js": b"text/javascript", "bin": b"application/octet-stream", "txt": b"text/plain",
    "svg": b"image/svg+xml", "css": b"text/css",
}  # fmt: skip


class Files(QWebEngineUrlSchemeHandler):
    """Serves every road's files under a host of its own; the policy goes on them if that is the wall."""

    def __init__(self, files: dict[str, dict[str, str]], walls: LoneWall) -> None:
        super().__init__()
        self._files = files
        self._walls = walls

    def requestStarted(self, job) -> None:
        url = job.requestUrl()
        name = url.path().strip("/") or "index.html"
        text = self._files.get(url.host(), {}).get(name)
        if text is None or not self._walls.serves(job):
            job.fail(job.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(QByteArray(text.encode()))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._walls.dress(job, url.host())
        job.reply(QByteArray(TYPES[name.rpartition(".")[2]]), buffer)


class Programs(QObject):
    """Stands for the system's other programs, which a link could start."""

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        won(url.host() or url.path().partition("@")[0], "another program")


class Walk:
    """Opens the roads some at a time, each until it was tried, and then ends the program."""

    def __init__(self, walls: LoneWall, files: Files, roads: list[Road]) -> None:
        self._walls = walls
        self._files = files
        self._roads = list(roads)
        self._open = 0

    def go_on(self) -> None:
        while self._roads and self._open < PAGES_AT_ONCE:
            self._begin(self._roads.pop(0))
        if not self._open:
            QApplication.quit()

    def _begin(self, road: Road) -> None:
        profile = self._walls.profile(road.name)
        profile.installUrlSchemeHandler(b"miniapp", self._files)
        page = self._walls.page(road.name, profile)
        end = QTimer(page)
        end.setSingleShot(True)
        end.timeout.connect(lambda: self._end(road, profile, page))
        page.titleChanged.connect(lambda title: end.start(SETTLE_MS) if title == "tried" else None)
        end.start(LIFE_MS)
        self._open += 1
        page.load(QUrl(f"miniapp://{road.name}/"))

    def _end(self, road: Road, profile: QWebEngineProfile, page: QWebEnginePage) -> None:
        if not page.url().isEmpty():
            won(road.name, "tried")
        page.deleteLater()
        profile.deleteLater()
        self._open -= 1
        QTimer.singleShot(0, self.go_on)


def main() -> None:
    """Walk the roads that were given ports."""
    given = json.load(sys.stdin)
    walls = LoneWall(given["wall"])
    walls.close_kernel()
    flags = [*walls.flags(), *given["switches"], f"--log-net-log={given['log']}"]
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(flags)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    walls.register()
    app = QApplication(sys.argv[:1])
    # The system's own where none is named.
    if place := walls.resolver(given["names"]):
        ask_only(place)
    programs = Programs()
    for scheme in ("mailto", "ssh"):
        QDesktopServices.setUrlHandler(scheme, programs, "open")
    ports = given["ports"]
    roads = [road for road in ROADS if road.name in ports]
    files = {road.name: road.files(*ports[road.name]) for road in roads} | {OTHER: OTHER_FILES}
    if away := given.get("away"):
        files = {road: {n: text.replace("127.0.0.1", away) for n, text in all_.items()} for road, all_ in files.items()}
    walk = Walk(walls, Files(files, walls), roads)
    QTimer.singleShot(0, app, walk.go_on)
    app.exec()
    # No orderly end: the process has nothing to keep, and the engine would wait for its pages.
    os._exit(0)


if __name__ == "__main__":
    main()
