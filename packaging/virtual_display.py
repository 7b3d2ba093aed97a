"""An X display without a screen: Xvfb on a free number, open to this user only, gone when it is no longer needed."""

from __future__ import annotations

import os
import secrets
import select
import shutil
import struct
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from checkout import SetUpError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from debian import Apt

SCREEN = "1440x900x24"
_START_SECONDS = 30
_PLATFORM_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether Qt would find somewhere to draw."""
    return any(environment.get(name) for name in _PLATFORM_VARIABLES)


def provide(apt: Apt) -> None:
    """Install Xvfb when it is missing."""
    if shutil.which("Xvfb") is None:
        apt.install(["xvfb"], "There is no display, and the virtual one (Xvfb) is missing")


def authority(cookie: bytes) -> bytes:
    """An .Xauthority file with one cookie for every host and display (Xau(3): family 65535, empty address)."""
    fields = (b"", b"", b"MIT-MAGIC-COOKIE-1", cookie)
    return struct.pack(">H", 0xFFFF) + b"".join(struct.pack(">H", len(field)) + field for field in fields)


@contextmanager
def virtual_display(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Start Xvfb; gives a copy of the environment that points to it, and stops it at the end.

    Raises SetUpError when it does not start.
    """
    with tempfile.TemporaryDirectory(prefix="stoa-display-") as folder:
        cookies = Path(folder, "authority")
        cookies.touch(mode=0o600)
        cookies.write_bytes(authority(secrets.token_bytes(16)))
        server, number = _start(cookies)
        try:
            elsewhere = {name: value for name, value in environment.items() if name not in _PLATFORM_VARIABLES}
            yield {**elsewhere, "DISPLAY": f":{number}", "XAUTHORITY": str(cookies)}
        finally:
            server.terminate()
            server.wait()


def _start(cookies: Path) -> tuple[subprocess.Popen[bytes], int]:
    """Start the server and wait until it tells, through a pipe, which free number it took."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp", "-auth", str(cookies)]
    if shutil.which("setpriv"):  # from util-linux: the display ends even when this script is killed
        command = ["setpriv", "--pdeathsig", "TERM", "--", *command]
    try:
        # The server gets its own session: Ctrl+C is for the program, which must be able to close its window.
        server = subprocess.Popen(
            command, pass_fds=(writer,), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
    finally:
        os.close(writer)
    with os.fdopen(reader, "rb", buffering=0) as told:
        ready, _, _ = select.select([told], [], [], _START_SECONDS)
        # The whole line: the server writes digits and newline apart, and dies if nobody takes the second.
        number = told.readline().strip() if ready else b""
    if not number.isdigit():
        server.terminate()
        server.wait()
        raise SetUpError("Xvfb did not start. Try it by itself: Xvfb :99 -screen 0 1440x900x24")
    return server, int(number)
