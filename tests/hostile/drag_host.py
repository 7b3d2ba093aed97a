"""Drags what pages offer to another window, on a display where things can be dragged: ``python -m
tests.hostile.drag_host`` walks all pages without a wall and with each wall alone.

It writes a line ``wall page tried`` for each, ``wall page got formats…`` where the other window got something, and
``wall page refused what`` where the room was told so.
"""

from __future__ import annotations

import os
import sys

os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--disable-gpu"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QT_XCB_GL_INTEGRATION"] = "none"
if os.geteuid() == 0:
    os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QIODevice, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineProfile, QWebEngineUrlRequestJob, QWebEngineUrlSchemeHandler
from PySide6.QtWidgets import QApplication, QWidget

from stoa.engine.page import RoomPage
from stoa.engine.relay import drag_script
from stoa.engine.scheme import register_scheme
from stoa.engine.view import RoomView
from tests.hostile.drags import PAGES, WALLS, files

_STEP_MS = 15
_TYPES = {"html": b"text/html", "js": b"text/javascript", "png": b"image/png"}
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Beside(QWidget):
    """Another window, which takes whatever is let go over it."""

    def __init__(self) -> None:
        super().__init__()
        self.place = ""
        self.setAcceptDrops(True)
        self.setGeometry(600, 40, 120, 120)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url.toString() for url in event.mimeData().urls()]
        sys.stdout.write(f"{self.place} got {' '.join([*event.mimeData().formats(), *urls])}\n")
        event.acceptProposedAction()


class Files(QWebEngineUrlSchemeHandler):
    """Serves the files of each page under its name."""

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        name = url.path().strip("/") or "index.html"
        content = files(url.host()).get(name)
        if content is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(QByteArray(content.encode() if isinstance(content, str) else content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(_TYPES[name.rpartition(".")[2]]), buffer)


class OpenView(RoomView):
    """The program's view with its wall taken down."""

    def end_drag(self) -> None:
        """Nothing."""


class Walk:
    """Opens one page after the other and pulls what lies at its corner over to the other window."""

    def __init__(self) -> None:
        self._profile = QWebEngineProfile()
        self._files = Files()
        self._profile.installUrlSchemeHandler(b"miniapp", self._files)
        self._beside = Beside()
        self._beside.show()
        self._places = [(wall, name) for wall in WALLS for name in PAGES]
        self._path: list[QPoint] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._pull)

    def go_on(self) -> None:
        """Open the next page, or end."""
        if not self._places:
            sys.stdout.flush()
            os._exit(0)
        wall, name = self._places.pop(0)
        self._beside.place = f"{wall} {name}"
        self._page = RoomPage(name, "", lambda: (), self._profile)
        place = self._beside.place
        self._page.did_refuse.connect(lambda refusal: sys.stdout.write(f"{place} refused {refusal.what}\n"))
        if wall == "page":
            self._page.scripts().insert(drag_script())
        self._view = (RoomView if wall == "host" else OpenView)(self._page, QColor("white"))
        self._view.setGeometry(40, 40, 400, 300)
        self._view.show()
        self._page.loadFinished.connect(lambda: QTimer.singleShot(200, self._press))
        self._page.load(QUrl(f"miniapp://{name}/"))

    def _press(self) -> None:
        target = self._view.focusProxy()
        QTest.mousePress(target, _LEFT, Qt.KeyboardModifier.NoModifier, QPoint(60, 60))
        self._path = [target.mapToGlobal(QPoint(60 + 6 * step, 60 + 3 * step)) for step in range(1, 9)]
        self._path += [self._beside.mapToGlobal(QPoint(50 + step, 50)) for step in range(6)]
        self._timer.start(_STEP_MS)

    def _pull(self) -> None:
        """One step; a drag has an event loop of its own, in which the timer goes on."""
        is_last = len(self._path) == 1
        place, target = QPointF(self._path.pop(0)), self._view.focusProxy()
        kind = QEvent.Type.MouseButtonRelease if is_last else QEvent.Type.MouseMove
        changed, held = (_LEFT, _NONE) if is_last else (_NONE, _LEFT)
        if is_last:
            self._timer.stop()
            QTimer.singleShot(150, self._end)
        event = QMouseEvent(kind, target.mapFromGlobal(place), place, changed, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(target, event)

    def _end(self) -> None:
        sys.stdout.write(f"{self._beside.place} tried\n")
        self._view.deleteLater()
        self._page.deleteLater()
        QTimer.singleShot(50, self.go_on)


def main() -> None:
    """Walk all pages."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    register_scheme()
    app = QApplication(sys.argv[:1])
    walk = Walk()
    QTimer.singleShot(500, walk.go_on)
    app.exec()


if __name__ == "__main__":
    main()
