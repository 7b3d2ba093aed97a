"""Whether the desktop asks programs to keep still, as its portal tells: the one way that all of Linux shares."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, Signal

_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
# Where desktops keep it, and what is written there by those who want to see nothing move.
_PLACES = (
    ("org.freedesktop.appearance", "reduced-motion", "1"),
    ("org.gnome.desktop.interface", "enable-animations", "False"),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "0"),
)


class SystemMotion(QObject):
    """``did_ask_for_stillness`` comes a moment after ``ask``, or never: where no portal answers, things may move."""

    did_ask_for_stillness = Signal()

    def ask(self) -> None:
        """Ask, without waiting for the answer."""
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return
        # The bus is on few systems, and nothing waits for it.
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        for group, name, still in _PLACES:
            message = QDBusMessage.createMethodCall(*_PORTAL, "Read")
            message.setArguments([group, name])
            watcher = QDBusPendingCallWatcher(bus.asyncCall(message), self)
            watcher.finished.connect(lambda watcher, still=still: self._on_answered(watcher, still))

    def _on_answered(self, watcher: QObject, still: str) -> None:
        answer = watcher.reply().arguments()  # type: ignore[attr-defined]
        watcher.deleteLater()
        if answer and plain_value(answer[0]) == still:
            self.did_ask_for_stillness.emit()


def plain_value(value: object) -> str:
    """A value as text, out of the variants it may be wrapped in."""
    while callable(inside := getattr(value, "variant", None)):
        value = inside()
    return str(value)
