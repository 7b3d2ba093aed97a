"""Desktops that ask for stillness are heard, by a bus of the test's own."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

_ASKED = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusVariant
from stoa.wiring.system_motion import SystemMotion

where, wrapped = sys.argv[1].split("|"), {"no": False, "off": "0", "one": 1, "yes": True}[sys.argv[2]]
qt_app = QCoreApplication([])

@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Settings"})
class Portal(QObject):
    asked = 0

    @Slot(str, str, result=QDBusVariant)
    def Read(self, group, name):
        self.asked += 1
        if self.asked == 3:
            QTimer.singleShot(200, qt_app.quit)
        return QDBusVariant(wrapped if [group, name] == where else "something else")

portal, bus = Portal(), QDBusConnection.sessionBus()
bus.registerService("org.freedesktop.portal.Desktop")
bus.registerObject("/org/freedesktop/portal/desktop", portal, QDBusConnection.RegisterOption.ExportAllSlots)
motion = SystemMotion()
motion.did_ask_for_stillness.connect(lambda: print("still"))
motion.ask()
QTimer.singleShot(20000, qt_app.quit)
qt_app.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no message bus here")
@pytest.mark.parametrize(
    ("where", "value", "said"),
    [
        ("org.gnome.desktop.interface|enable-animations", "no", "still"),
        ("org.gnome.desktop.interface|enable-animations", "yes", ""),
        ("org.kde.kdeglobals.KDE|AnimationDurationFactor", "off", "still"),
        ("org.freedesktop.appearance|reduced-motion", "one", "still"),
    ],
)
def test_what_the_desktop_asks_for_is_heard(where, value, said, same_paths):
    command = ["dbus-run-session", "--", sys.executable, "-c", _ASKED, where, value]
    finished = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, env=same_paths)
    assert finished.stdout.strip() == said


def test_without_a_bus_nothing_is_asked(monkeypatch, qapp):
    from stoa.wiring.system_motion import SystemMotion

    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    motion = SystemMotion()
    motion.ask()
    assert motion.children() == []
