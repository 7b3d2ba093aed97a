"""The composition root: builds each long-lived object once and connects the signals."""

from __future__ import annotations

import gc
import os
import sys

from stoa.engine.chromium import prepare_environment
from stoa.engine.outside import Outside
from stoa.wiring.options import OptionError, Options

__all__ = ["OptionError", "Options", "run_window"]
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
    # A tenth of a start would go into looking for garbage among modules and classes that all stay (see ``begin``).
    gc.disable()
    # Nobody extends the contract from outside, and looking for who might would read every package's description.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # structlog takes rich along where another package brought it, for 30 ms; lines of this log have no colours.
    sys.modules.setdefault("rich", None)  # type: ignore[arg-type]  # this is how Python is told that there is none
    prepare_environment(sandbox=not options.no_sandbox, debugging_port=options.debugging_port)
    # Everything below needs Qt, whose environment had to be set first.
    from stoa.wiring.program import Program

    return Program.start(options, outside)
