"""The control: the same pages in an engine without the walls, to prove that each road leads somewhere.

Started as a process of its own, as the engine's switches count for a whole process: ``python -m
tests.hostile.bare_host`` reads ``{road name: [tcp port, udp port]}`` as JSON from its standard input.
"""

from __future__ import annotations

import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_QUICK_BACKEND", "software")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--disable-gpu"

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, Qt, QTimer, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from PySide6.QtWidgets import QApplication

from tests.hostile.roads import ROADS, Road

PAGES_AT_ONCE = 8
LIFE_MS = 1600
TYPES = {"html": b"text/html", "js": b"text/javascript"}


class Files(QWebEngineUrlSchemeHandler):
    """Serves every road's files under a host of its own, with no headers at all."""

    def __init__(self, files: dict[str, dict[str, str]]) -> None:
        super().__init__()
        self._files = files

    def requestStarted(self, job) -> None:
        url = job.requestUrl()
        name = url.path().strip("/") or "index.html"
        text = self._files.get(url.host(), {}).get(name)
        if text is None:
            job.fail(job.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(QByteArray(text.encode()))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(TYPES[name.rpartition(".")[2]]), buffer)


class OpenPage(QWebEnginePage):
    """Opens the windows that its page asks for."""

    def createWindow(self, kind):
        return OpenPage(self.profile(), self)

    def javaScriptConsoleMessage(self, *message) -> None:
        if os.environ.get("STOA_ROADS_TALK"):
            sys.stderr.write(f"{self.url().host()}: {message[1]}\n")


class Walk:
    """Opens the roads some at a time, each for a moment, and then ends the program."""

    def __init__(self, profile: QWebEngineProfile, roads: list[Road]) -> None:
        self._profile = profile
        self._roads = list(roads)
        self._open = 0

    def go_on(self) -> None:
        while self._roads and self._open < PAGES_AT_ONCE:
            road = self._roads.pop(0)
            page = OpenPage(self._profile, self._profile)
            page.load(QUrl(f"miniapp://{road.name}/"))
            self._open += 1
            QTimer.singleShot(LIFE_MS, page, lambda page=page: self._end(page))
        if not self._open:
            QApplication.quit()

    def _end(self, page: QWebEnginePage) -> None:
        page.deleteLater()
        self._open -= 1
        self.go_on()


def main() -> None:
    ports = json.load(sys.stdin)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    scheme = QWebEngineUrlScheme(b"miniapp")
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.FetchApiAllowed | flag.ServiceWorkersAllowed | flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)
    app = QApplication(sys.argv[:1])
    profile = QWebEngineProfile()
    profile.settings().setAttribute(QWebEngineSettings.WebAttribute.JavascriptCanOpenWindows, True)
    profile.settings().setAttribute(QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled, True)
    profile.settings().setAttribute(QWebEngineSettings.WebAttribute.PlaybackRequiresUserGesture, False)
    roads = [road for road in ROADS if road.name in ports]
    files = Files({road.name: road.files(*ports[road.name]) for road in roads})
    profile.installUrlSchemeHandler(b"miniapp", files)
    walk = Walk(profile, roads)
    QTimer.singleShot(0, app, walk.go_on)
    app.exec()
    # No orderly end: the process has nothing to keep, and the engine would wait for its pages.
    os._exit(0)


if __name__ == "__main__":
    main()
