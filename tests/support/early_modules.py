"""What is imported before the window's first paint: ``python -m tests.support.early_modules [--write]``.

Imports are most of the start-up time. Names of the program's own modules, and of everything else its first part.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

LIST = Path(__file__).with_name("early_modules.txt")
ROOT = Path(__file__).resolve().parents[2]
_STARTED = """
import sys
from pathlib import Path
from stoa.command import main  # noqa: F401  as the command starts
from stoa.late_modules import STANDARD, is_waiting, postpone
postpone(STANDARD)
from stoa.wiring import prepare_imports
prepare_imports()
from PySide6.QtWidgets import QApplication
from stoa.wiring.options import Options
from stoa.wiring.program import Program
from stoa.wiring.instance import Instance
from shiboken6 import delete
from stoa.paths import user_paths
qt_app = QApplication(["stoa"])
paths = user_paths(Path(sys.argv[1]))
instance = Instance(paths.data)
program = Program(Options(data_dir=Path(sys.argv[1]), language="en"), paths, qt_app, instance)
program.add_window()
program.add_feed()
program.show()
# Those that are postponed and those that are kept out are there by name only.
read = [name for name, module in sys.modules.items() if module and not is_waiting(module)]
own = {name for name in read if name.split(".")[0] == "stoa"}
parts = {".".join(name.split(".")[:2]) if name.startswith("PySide6") else name.split(".")[0] for name in read}
standard = set(sys.stdlib_module_names)
foreign = {name for name in parts if name.split(".")[0] not in standard and not name.startswith(("_", "stoa"))}
print("\\n".join(sorted(own | foreign)))
# A picture may be in the making in a thread, which has to end before Python does.
delete(program.window)
"""


def early_modules(folder: Path) -> list[str]:
    """The modules of a start that is not the first one on a data folder, without a display."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "app"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _STARTED, str(folder)]
    for _ in range(2):
        # The first start plants the samples, which is not paid for again.
        finished = subprocess.run(command, env=environ, capture_output=True, text=True, check=True, cwd=ROOT)
    return [line for line in finished.stdout.splitlines() if line]


def main() -> None:
    """Say what is imported, or write the list that the test holds."""
    with tempfile.TemporaryDirectory() as folder:
        text = "\n".join(early_modules(Path(folder))) + "\n"
    if "--write" in sys.argv:
        LIST.write_text(text)
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
