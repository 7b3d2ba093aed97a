"""Which system libraries the wheels need and this machine lacks, and which Debian package holds each.

The list of what is needed comes from ldd over the installed wheels, never from memory: it changes with Qt.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from checkout import VENV, SetUpError, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from debian import Apt

# What Stoa loads, directly or as a plugin. Database drivers, GTK and speech plugins stay out: Qt skips
# those it cannot load, and their libraries would pull in half a desktop.
PROBES = (
    "Qt/lib/libQt6WebEngineCore.so.*",
    "Qt/lib/libQt6WebEngineWidgets.so.*",
    "Qt/lib/libQt6Widgets.so.*",
    "Qt/lib/libQt6Network.so.*",
    "Qt/lib/libQt6Svg.so.*",
    "Qt/lib/libQt6DBus.so.*",
    "Qt/libexec/QtWebEngineProcess",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqwayland*.so",
    "Qt/plugins/xcbglintegrations/*.so",
    "Qt/plugins/platforminputcontexts/*.so",
    "Qt/plugins/wayland-shell-integration/libxdg-shell.so",
    "Qt/plugins/wayland-decoration-client/*.so",
    "Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "Qt/plugins/imageformats/*.so",
    "Qt/plugins/iconengines/*.so",
    "Qt/plugins/networkinformation/*.so",
    "Qt/plugins/tls/*.so",
)
# The driver of pages in the tests of the whole program, which also runs the mini-apps' own tests.
PROBES_BESIDE = ("playwright/driver/node",)

# Packages whose name does not follow from the soname. The rest follow Debian Policy 8.1: see package_of().
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgmodule-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libnspr4.so": "libnspr4",
    "libnss3.so": "libnss3",
    "libnssutil3.so": "libnss3",
    "libsmime3.so": "libnss3",
    "libplc4.so": "libnspr4",
    "libplds4.so": "libnspr4",
    "libfontconfig.so.1": "libfontconfig1",
    "libgbm.so.1": "libgbm1",
    "libpulse-mainloop-glib.so.0": "libpulse-mainloop-glib0",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
}

_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
_SONAME = re.compile(r"^(?P<name>lib.+?)\.so(?:\.(?P<version>\d+))?")


def package_of(soname: str) -> str:
    """The Debian package that holds a library.

    Where the table is silent the name follows Debian Policy 8.1: lower case, ``_`` as ``-``, the version
    appended, after a hyphen when the name itself ends in a digit (libxcb-dri3.so.0 is in libxcb-dri3-0).
    """
    if soname in PACKAGES:
        return PACKAGES[soname]
    parts = _SONAME.match(soname)
    if parts is None:
        return soname.lower()
    name = parts["name"].lower().replace("_", "-")
    version = parts["version"] or ""
    return f"{name}-{version}" if version and name[-1].isdigit() else name + version


def missing_in(ldd_output: str, bundled: Iterable[str] = ()) -> list[str]:
    """The sonames that ldd did not find, sorted, without those the wheels bring themselves."""
    return sorted(set(_NOT_FOUND.findall(ldd_output)) - set(bundled))


def probed_files(wheel: Path) -> list[Path]:
    """The files of an installed PySide6 that Stoa loads, and of the wheels beside it that it or its tests start.

    Raises SetUpError when PySide6 has none.
    """
    files = [file for pattern in PROBES for file in sorted(wheel.glob(pattern))]
    if not files:
        raise SetUpError(f"{wheel} holds no Qt libraries. Delete {VENV} and start again.")
    return files + [file for name in PROBES_BESIDE if (file := wheel.parent / name).exists()]


def missing_libraries(wheel: Path) -> list[str]:
    """The sonames that the wheel at ``…/site-packages/PySide6`` needs and this machine lacks."""
    if shutil.which("ldd") is None:
        say("ldd is not here, so missing system libraries cannot be found beforehand")
        return []
    command: Sequence[str] = ["ldd", *map(str, probed_files(wheel))]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return missing_in(answer.stdout, (file.name for file in (wheel / "Qt" / "lib").iterdir()))


def provide(wheel: Path, apt: Apt) -> None:
    """Install the missing libraries; raises SetUpError with the line to type, or naming what still lacks."""
    missing = missing_libraries(wheel)
    if not missing:
        return
    apt.install(sorted({package_of(soname) for soname in missing}), f"{len(missing)} system libraries are missing")
    still = missing_libraries(wheel)
    if still:
        raise SetUpError(f"These libraries are still missing: {' '.join(still)}. Install them and start again.")
