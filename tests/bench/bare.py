"""The engine with nothing around it: what its views hold is what no program on it can do without."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import pages
from tests.support.driver import environment, is_root

if TYPE_CHECKING:
    from collections.abc import Iterator

_VIEWS = Path(__file__).with_name("bare_views.py")


@contextmanager
def started(count: int, settle_seconds: float) -> Iterator[int]:
    """Show the first pages of the bench in so many views, and let them settle; gives the process."""
    command = [sys.executable, str(_VIEWS), *(["--no-sandbox"] if is_root() else [])]
    pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, env=environment("xcb"), stdin=pipe, stdout=pipe, stderr=quiet) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps([_page(number) for number in range(1, count + 1)]).encode() + b"\n")
            process.stdin.flush()
            if process.stdout.readline() != b"ready\n":
                raise RuntimeError("The bare views did not come up.")
            time.sleep(settle_seconds)
            yield process.pid
        finally:
            process.kill()


def _page(number: int) -> str:
    """A page in one piece, without what it tells."""
    files = pages.files(number, heavy=pages.is_heavy(number), peer=True)
    style, script = files["page.css"], files["page.js"].partition("painted().then")[0]
    html = files["index.html"].replace('<link rel="stylesheet" href="page.css">', f"<style>{style}</style>")
    return html.replace('<script src="page.js" defer></script>', "") + f"<script>{script}</script>"
