"""A hand and an eye inside the running program, for tests: started by ``driven.py`` beside the program's own start.

The program knows nothing of it. A thread takes one JSON object a line on loopback and answers with one; what it
asks is done in the window's own thread, through the accessible names that a screen reader would speak.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAccessible, QCursor, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from pathlib import Path

Node = dict[str, Any]


class UnseenError(Exception):
    """What should be used is not there, or not within reach, now."""


def spoken(widget: QWidget) -> tuple[str, str]:
    """The name a screen reader would speak, and what kind of thing it says that it is."""
    face = QAccessible.queryAccessibleInterface(widget)
    if face is None:
        return widget.accessibleName(), ""
    return face.text(QAccessible.Text.Name), face.role().name


def content(widget: QWidget) -> str:
    """The text that stands in a field."""
    if isinstance(widget, QLineEdit):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit | QTextEdit) else ""


def place(widget: QWidget) -> QPoint | None:
    """A point of the widget that can be seen, in its own coordinates."""
    seen = widget.visibleRegion().boundingRect()
    return None if seen.isEmpty() else seen.center()


def windows() -> list[QWidget]:
    """Everything that is open on the screen, the newest popup first."""
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return sorted(shown, key=lambda window: not isinstance(window, QMenu))


def main_window() -> QWidget:
    """The program's window."""
    for window in windows():
        if window.windowTitle() == "Stoa":
            return window
    raise UnseenError("The window is not there.")


def everything() -> list[tuple[QWidget, Node]]:
    """Every widget that is seen and has a name, with what can be said of it."""
    found = []
    for window in windows():
        for widget in [window, *window.findChildren(QWidget)]:
            if not widget.isVisible() or isinstance(widget, QMenu):
                continue
            name, role = spoken(widget)
            if name or content(widget):
                found.append((widget, _node(widget, name, role)))
    return found


def _node(widget: QWidget, name: str, role: str) -> Node:
    checked = isinstance(widget, QAbstractButton) and widget.isCheckable() and widget.isChecked()
    return {
        "name": name,
        "role": role,
        "kind": type(widget).__name__,
        "text": content(widget),
        "about": widget.accessibleDescription(),
        "enabled": widget.isEnabled(),
        "checked": checked,
        "seen": place(widget) is not None,
        "top": widget.mapToGlobal(QPoint(0, 0)).y(),
    }


def is_called(spoken_name: str, name: str) -> bool:
    """Whether a spoken name is the one that is looked for; one that ends in an ellipsis is a part of it."""
    return name[:-1] in spoken_name if name.endswith("…") and len(name) > 1 else spoken_name == name


def find(name: str, *, inside: str = "", kind: str = "", nth: int = 0) -> QWidget:
    """The widget that speaks this name. ``inside`` is the name of something around it, ``kind`` a class name."""
    matches = [
        widget
        for widget, node in everything()
        if is_called(node["name"], name) and kind in ("", node["kind"]) and _is_inside(widget, inside)
    ]
    if len(matches) <= nth:
        raise UnseenError(f"Nothing called {name!r} is shown{f' inside {inside!r}' if inside else ''}.")
    return matches[nth]


def _is_inside(widget: QWidget, name: str) -> bool:
    around = widget.parentWidget()
    while name and around is not None:
        if name in spoken(around)[0]:
            return True
        around = around.parentWidget()
    return not name


def reach(widget: QWidget) -> QPoint:
    """Scroll to a widget and give a point where a click meets it. Raises UnseenError where something covers it."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and around.widget() is not None:
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
    point = place(widget)
    if point is None:
        raise UnseenError(f"{spoken(widget)[0]!r} is out of sight.")
    top = widget.window()
    met = top.childAt(widget.mapTo(top, point))
    if met is not None and met is not widget and not widget.isAncestorOf(met):
        raise UnseenError(f"{spoken(widget)[0]!r} is covered by {spoken(met)[0]!r} ({type(met).__name__}).")
    return point


def focused() -> QWidget:
    """What the keyboard speaks to. Without a window manager nobody activates the window, so it is done here."""
    if QApplication.activeWindow() is None:
        main_window().activateWindow()
        raise UnseenError("No window has the keyboard yet.")
    return QApplication.focusWidget() or main_window()


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
