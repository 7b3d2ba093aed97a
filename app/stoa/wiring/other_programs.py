"""Opens web addresses in the person's browser, from outside of what holds the engine (``stoa.engine.outside``)."""

from __future__ import annotations

import shutil
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from collections.abc import Callable

    from stoa.engine.outside import Outside

# The desktop's own way to find the program for an address (freedesktop.org, xdg-utils).
_OPENER = "xdg-open"
_SCHEMES = ("http", "https")
# Where no desktop runs, the opener goes on for as long as the browser does; its end is no news then.
_FAILS_WITHIN_SECONDS = 10.0


class OtherPrograms(QObject):
    """Takes the web addresses that Qt is asked to open, where the desktop has an opener; elsewhere Qt does it itself.

    ``say`` gets a sentence for the person where no program took an address.
    """

    _did_fail = Signal(str)

    def __init__(self, outside: Outside, say: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._outside = outside
        self._say = say
        # It comes from another thread.
        self._did_fail.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)
        self._opener = shutil.which(_OPENER, path=outside.environment.get("PATH"))
        for scheme in _SCHEMES if self._opener else ():
            QDesktopServices.setUrlHandler(scheme, self, "open")  # type: ignore[arg-type]  # it takes no bytes

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Open an address; returns at once."""
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        self._outside.run(lambda: self._start(address))

    def _start(self, address: str) -> None:
        """In a thread of its own."""
        begun = time.monotonic()
        code = 1
        with suppress(OSError):
            code = subprocess.run(  # noqa: S603  an address in one word, for the desktop's own opener
                [self._opener or _OPENER, address], env=self._outside.environment, check=False, start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            ).returncode  # fmt: skip
        if code and time.monotonic() - begun < _FAILS_WITHIN_SECONDS:
            with suppress(RuntimeError):  # the window may be gone
                self._did_fail.emit(address)

    def _on_failed(self, address: str) -> None:
        self._say(self.tr("No program here opened {0}").format(address))
