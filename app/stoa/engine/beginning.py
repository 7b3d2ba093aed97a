"""Starts the engine before there is a room for it."""

from __future__ import annotations

from PySide6.QtCore import QMetaObject
from PySide6.QtWebEngineWidgets import QWebEngineView
from shiboken6 import delete


def begin() -> None:
    """Start the engine's threads and processes, and return when they are there, after 50 ms that are mostly waiting.

    The first profile starts them as well, but while the binding makes one it holds Python's lock. A slot that Qt itself
    calls has no need of it, and other threads of Python go on meanwhile: a view without a page that is told to stop
    takes a page of the engine's own profile, which keeps nothing, and in which nothing is ever loaded. Call after
    switches and scheme have been handed over. The engine adds no variable to the environment meanwhile (a test holds
    that): another thread that reads one in that moment would fall.
    """
    view = QWebEngineView()
    QMetaObject.invokeMethod(view, "stop")
    delete(view)
