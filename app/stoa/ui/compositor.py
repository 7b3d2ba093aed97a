"""Whether what lies under a translucent window is seen through it, which on X11 takes a compositing manager."""

from __future__ import annotations

import ctypes
from functools import lru_cache

from PySide6.QtGui import QGuiApplication, QNativeInterface

# X11 lets a compositing manager own this for each screen (EWMH, "_NET_WM_CM_Sn").
_SELECTION = b"_NET_WM_CM_S0"


def is_composited() -> bool:
    """True where windows may have see-through corners; without a compositor X11 paints them black."""
    if QGuiApplication.platformName() != "xcb":
        return True
    native = getattr(QGuiApplication.instance(), "nativeInterface", lambda: None)()
    return not isinstance(native, QNativeInterface.QX11Application) or _has_manager(native.display())


def _has_manager(display: int) -> bool:
    library = _x11()
    if library is None or not display:
        return False
    selection = library.XInternAtom(display, _SELECTION, 0)
    return bool(library.XGetSelectionOwner(display, selection))


@lru_cache(maxsize=1)
def _x11() -> ctypes.CDLL | None:
    """The library that Qt's own connection is made with, or None where it goes by another name."""
    try:
        library = ctypes.CDLL("libX11.so.6")
    except OSError:
        return None
    library.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    library.XInternAtom.restype = ctypes.c_ulong
    library.XGetSelectionOwner.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    library.XGetSelectionOwner.restype = ctypes.c_ulong
    return library
