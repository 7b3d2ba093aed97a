"""Shows pages, given as a line of JSON, each in a view with a profile of its own; the last one is in front.

Says ``ready`` when all are loaded, and ends with its input. The engine's switches are Stoa's own; nothing else is.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "app"))

from stoa.engine.chromium import prepare_environment, set_switches

prepare_environment(sandbox="--no-sandbox" not in sys.argv)
# Nobody listens at this port: a page that is handed over asks for nothing.
set_switches(9)

from PySide6.QtCore import QCoreApplication, QSocketNotifier, Qt  # noqa: E402
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile  # noqa: E402
from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: E402
from PySide6.QtWidgets import QApplication, QStackedWidget  # noqa: E402

# That of a room in a window of 1360 by 860 pixels.
_SIZE = (687, 672)


class Views(QStackedWidget):
    """The views, of which those behind are frozen when all are loaded, as rooms are."""

    def __init__(self, pages: list[str]) -> None:
        super().__init__()
        self.resize(*_SIZE)
        self.show()
        self._waiting = len(pages)
        self._kept = [self._add(number, page) for number, page in enumerate(pages)]

    def _add(self, number: int, page: str) -> tuple[QWebEngineView, QWebEngineProfile]:
        profile, view = QWebEngineProfile(f"bare{number}"), QWebEngineView()
        view.setPage(QWebEnginePage(profile, view))
        self.addWidget(view)
        self.setCurrentWidget(view)
        view.loadFinished.connect(self._on_loaded)
        view.setHtml(page)
        return view, profile

    def _on_loaded(self) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            for view, _profile in self._kept[:-1]:
                view.page().setLifecycleState(QWebEnginePage.LifecycleState.Frozen)
            sys.stdout.write("ready\n")
            sys.stdout.flush()


if __name__ == "__main__":
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    qt_app = QApplication([])
    views = Views(json.loads(sys.stdin.readline()))
    over = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    over.activated.connect(qt_app.quit)
    qt_app.exec()
