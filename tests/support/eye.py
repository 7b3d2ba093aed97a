"""An eye inside the running program, for tests: what is seen there, by the names that a screen reader would speak."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
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
