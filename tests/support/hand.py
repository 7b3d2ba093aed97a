"""A hand and an eye inside the running program, for tests: started by ``driven.py`` beside the program's own start.

The program knows nothing of it. A thread takes one JSON object a line on loopback and answers with one; what it
asks is done in the window's own thread, through the accessible names that a screen reader would speak.
"""

from __future__ import annotations

import importlib
import json
import os
import socket
import threading
import time
from queue import SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCursor, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QWidget,
)
from tests.support.eye import Node, UnseenError, everything, find, focused, main_window, reach

if TYPE_CHECKING:
    from pathlib import Path


class Hand(QObject):
    """Does what the lines ask, in the window's thread."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)

    def serve(self, port_file: Path) -> None:
        """Listen on loopback beside the program; the port is written to ``port_file``."""
        server = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._listen, args=(server,), daemon=True).start()
        unfinished = port_file.with_suffix(".new")
        unfinished.write_text(str(server.getsockname()[1]))
        unfinished.rename(port_file)

    def _listen(self, server: socket.socket) -> None:
        while True:
            connection, _ = server.accept()
            with connection, connection.makefile("rwb") as lines:
                for line in lines:
                    answers: SimpleQueue[Node] = SimpleQueue()
                    self.asked.emit((json.loads(line), answers))
                    lines.write(json.dumps(answers.get()).encode() + b"\n")
                    lines.flush()

    def _on_asked(self, asked: tuple[Node, SimpleQueue[Node]]) -> None:
        order, answers = asked
        try:
            answers.put({"answer": getattr(self, "do_" + order.pop("do"))(**order)})
        except UnseenError as error:
            answers.put({"unseen": str(error)})
        except Exception as error:  # noqa: BLE001  the test is told, whatever it is
            answers.put({"error": repr(error)})

    def do_see(self) -> list[Node]:
        """Everything that is shown and has a name."""
        return [node for _, node in everything()]

    def do_press(self, name: str, inside: str = "", kind: str = "", nth: int = 0) -> float:
        """Press a control with the mouse; the time before the press in milliseconds since 1970."""
        widget = find(name, inside=inside, kind=kind, nth=nth)
        if not widget.isEnabled():
            raise UnseenError(f"{name!r} cannot be pressed yet.")
        point = reach(widget)
        QCursor.setPos(widget.mapToGlobal(point))
        pressed = time.time() * 1000
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        return pressed

    def do_hover(self, name: str, inside: str = "", kind: str = "", nth: int = 0) -> None:
        """Let the pointer rest on a control."""
        widget = find(name, inside=inside, kind=kind, nth=nth)
        point = widget.mapToGlobal(reach(widget))
        QCursor.setPos(point)
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.Enter))

    def do_type(self, text: str) -> None:
        """Type into what has the focus."""
        QTest.keyClicks(focused(), text)

    def do_key(self, keys: str) -> None:
        """Press a key or a chord, as ``Ctrl+K``."""
        QTest.keySequence(focused(), QKeySequence(keys))

    def do_key_down(self, key: str, held: str = "NoModifier") -> float:
        """Press a key where the system's keys come in, and keep it down; the time before in milliseconds since 1970."""
        focused()
        pressed = time.time() * 1000
        QTest.keyPress(main_window().windowHandle(), Qt.Key["Key_" + key], Qt.KeyboardModifier[held])
        return pressed

    def do_key_up(self, key: str) -> None:
        """Let a key go that was kept down."""
        QTest.keyRelease(main_window().windowHandle(), Qt.Key["Key_" + key])

    def do_menu(self) -> list[str]:
        """What the open menu offers."""
        return [action.text() for action in self._menu().actions() if action.text()]

    def do_choose(self, text: str) -> None:
        """Choose from the open menu."""
        menu = self._menu()
        for action in menu.actions():
            if action.text() == text:
                QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
                return
        raise UnseenError(f"The menu does not offer {text!r}.")

    def do_drop(self, path: str) -> bool:
        """Drop a file or folder on the window; whether it was taken."""
        window, data = main_window(), QMimeData()
        data.setUrls([QUrl.fromLocalFile(path)])
        nothing = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        middle = window.rect().center()
        enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, *nothing)
        QCoreApplication.sendEvent(window, enter)
        drop = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, *nothing)
        if enter.isAccepted():
            QCoreApplication.sendEvent(window, drop)
        return enter.isAccepted()

    def do_window(self, width: int = 0, height: int = 0) -> Node:
        """The window's place, after giving it another size where one is asked for."""
        window = main_window()
        if width:
            window.resize(width, height)
        box = window.geometry()
        return {"x": box.x(), "y": box.y(), "width": box.width(), "height": box.height()}

    def do_move(self, x: int, y: int) -> None:
        """Put the window elsewhere."""
        main_window().move(x, y)

    def do_widths(self) -> list[int]:
        """The widths of the two halves."""
        return [widget.width() for widget in (find("Feed", kind="FeedPane"), find("Stage"))]

    def do_picture(self, file: str, *, popups: bool = False) -> bool:
        """Save a picture of the window; with ``popups`` of its part of the screen, menus and all."""
        window = main_window()
        box = window.geometry()
        picture = window.screen().grabWindow(0, *box.getRect()) if popups else window.grab()
        return picture.save(file, "PNG")

    def do_hide(self, kind: str) -> None:
        """Take what only this machine brings into a picture out of it."""
        for widget, node in everything():
            if node["kind"] == kind:
                widget.hide()

    def do_wheel(self, name: str, pixels: int, kind: str = "") -> None:
        """Turn the wheel over something."""
        widget = find(name, kind=kind)
        where = QPointF(reach(widget))
        turn = (QPoint(0, -pixels), QPoint(0, -pixels))
        event = QWheelEvent(
            where, widget.mapToGlobal(where), *turn, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QCoreApplication.sendEvent(widget, event)

    def do_renderer(self) -> int:
        """The process of the page in front."""
        # The engine is not up when this module is imported, so its view is known by its name. The front is raised last.
        views = [view for view in main_window().findChildren(QWidget) if type(view).__name__ == "RoomView"]
        shown = [view for view in views if view.isVisible()]
        if not shown:
            raise UnseenError("No page is shown.")
        return int(shown[-1].page().renderProcessPid())  # type: ignore[attr-defined]

    def do_call(self, function: str, **values: object) -> object:
        """Call a function of the tests in here: ``module:name``."""
        module, _, name = function.partition(":")
        return getattr(importlib.import_module(module), name)(**values)

    def do_process(self) -> int:
        """The program's own process."""
        return os.getpid()

    def do_clipboard(self) -> str:
        """The text in the clipboard."""
        return QGuiApplication.clipboard().text()

    def do_close(self) -> None:
        """Close the window, as its cross does."""
        window = main_window()
        QTimer.singleShot(0, window, window.close)

    def _menu(self) -> QMenu:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            raise UnseenError("No menu is open.")
        return menu
