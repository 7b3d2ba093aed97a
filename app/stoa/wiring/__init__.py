"""The composition root: builds each long-lived object once and connects the signals."""

from __future__ import annotations

import gc
import os
import sys
import typing

from stoa import quick_enumerations
from stoa.engine.chromium import prepare_environment
from stoa.engine.outside import Outside
from stoa.late_modules import postpone, stand_in
from stoa.wiring.options import OptionError, Options

__all__ = ["OptionError", "Options", "prepare_imports", "run_window"]
# What others import and a start does not use. The binding of Qt looks through signatures when a call is wrong, and
# makes stubs and archives for nobody here; pydantic's way to other people's plugins is shut below.
_BINDING = "shibokensupport.signature."
_LATE = frozenset({
    *(_BINDING + name for name in ("errorhandler", "importhandler", "layout", "mapping", "parser")),
    *(_BINDING + name for name in ("lib.enum_sig", "lib.pyi_generator", "lib.tool")),
    "asyncio", "csv", "ctypes", "difflib", "html", "logging", "shutil", "subprocess", "tempfile",
    "structlog", "zipfile",
    "stoa.services.identity.pictures", "stoa.services.identity.tokens",
    "stoa.services.syndication.fetch", "stoa.services.syndication.opml", "stoa.services.syndication.parse",
    "stoa.miniapp.key_file", "stoa.miniapp.package", "stoa.miniapp.reading", "stoa.miniapp.signature",
    "stoa.miniapp.signer_file", "cryptography.exceptions", "cryptography.hazmat.primitives.asymmetric.ed25519",
    "stoa.shell.composer", "stoa.shell.room_frame", "stoa.shell.sheets.app_picker", "PIL.Image",
    "ssl", "asyncio.sslproto", "typing_extensions",
})  # fmt: skip
# What msgspec wants of a package of 200 KB that pydantic brings, and that Python has itself.
_TYPING = ("get_type_hints", "NotRequired", "Required")
# Any of these tells Qt where to draw.
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run_window(options: Options) -> int:
    """Open the window, or hand the target to the window that is open already. Returns the exit code.

    Raises StoaError with a sentence that names what to do.
    """
    if sys.platform == "linux" and os.geteuid() == 0 and not options.no_sandbox:
        raise OptionError(
            "As root, Chromium's sandbox cannot work. Start Stoa as an ordinary user, or, knowing that mini-apps then "
            "run without it, add --no-sandbox."
        )
    if sys.platform == "linux" and not any(map(os.environ.get, _DISPLAYS)):
        # Qt would end the program with a core dump.
        raise OptionError(
            "There is no display: start Stoa from a desktop session, or with `python3 packaging/dev.py run`, which "
            "makes a virtual one."
        )
    # Before anything of this program's stands in the environment.
    outside = Outside(os.environ) if sys.platform == "linux" else None
    # A tenth of a start would go into looking for garbage among modules and classes that all stay. ``Afterwards``
    # begins with it.
    gc.disable()
    prepare_imports()
    prepare_environment(sandbox=not options.no_sandbox, debugging_port=options.debugging_port)
    # Everything below needs Qt, whose environment had to be set first.
    from stoa.wiring.opening import open_window

    return open_window(options, outside)


def prepare_imports() -> None:
    """Say what need not be read at a start. Call before anything of Qt or pydantic is imported."""
    # Nobody extends the contract from outside, and looking for who might would read every package's description. What
    # looks reads Python's modules for e-mail and archives before it is told not to.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    stand_in("pydantic.plugin._loader", get_plugins=tuple)
    # structlog takes rich along where another package brought it; lines of this log have no colours.
    sys.modules.setdefault("rich", None)  # type: ignore[arg-type]  # this is how Python is told that there is none
    postpone(_LATE, {"ssl": "SSLSocket"}, {"typing_extensions": {name: getattr(typing, name) for name in _TYPING}})
    quick_enumerations.install()
    if sys.platform == "linux":
        # As the C library does by itself: a library's functions are looked up when they are first called, which few
        # are. Python has all of them looked up at once: 6 ms for those of Qt's binding.
        sys.setdlopenflags(os.RTLD_LAZY)
    # Before PySide6: asked by that, the binding reads the source of every module that is imported from then on, to find
    # out whether it wants another way of writing names, which nobody here does. That was a tenth of a start.
    import shiboken6  # noqa: F401
