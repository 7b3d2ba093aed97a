"""Starts the real program and uses it as a person would: presses by name, reads what is shown, opens its pages."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from http.client import HTTPException
from typing import TYPE_CHECKING, Any, BinaryIO, Self
from urllib.request import urlopen

from playwright.sync_api import Error as PlaywrightError
from tests.support.command import ROOT, environment, free_port, is_root, stoa_command

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Playwright

__all__ = ["ROOT", "WAIT_SECONDS", "NotShownError", "Stoa", "environment", "free_port", "is_root", "stoa_command"]

# Long enough for a machine that is ten times slower than a quiet one; a wait ends with what it waits for.
WAIT_SECONDS = 120.0
_LOOK_EVERY = 0.05
# What Qt and Chromium say on machines without a display, a GPU or a message bus; anything else is a finding.
_NOISE = re.compile(
    r"Stoa runs without Chromium's sandbox|Sandboxing disabled by user|remote-allow-origins|DevTools listening on"
    r"|Remote debugging server started|QRhi|RHI|GPUInfo|dbus|This plugin does not support|QXcbIntegration"
    r"|QVulkanInstance|Unable to detect GPU vendor|propagateSizeHints|^\s*$|^Picture: |XDG_RUNTIME_DIR"
    r"|Frozen state: DevTools open"
    # The last frame of a page is drawn when its window is closed and its renderer is gone already.
    r"|SharedImageManager::ProduceMemory: .* from a non-existent mailbox"
    # Only while a debugger is attached, when a page moves to another renderer.
    r"|rejected by interface blink.mojom.Widget"
)


class NotShownError(AssertionError):
    """What was waited for did not come."""


class Stoa:
    """One start of the program on a data folder. Use as a context manager: leaving it closes the window."""

    def __init__(
        self, data: Path, *arguments: str, playwright: Playwright | None = None, command: Sequence[str] = ("run",),
        environ: dict[str, str] | None = None, wait: bool = True, supervised: bool = False,
    ) -> None:  # fmt: skip
        data.mkdir(parents=True, exist_ok=True)
        self.data = data
        self._playwright = playwright
        self._browser: Browser | None = None
        self._known: set[str] = set()
        self._patience = 5.0
        self._lines: BinaryIO | None = None
        self.debugging_port = free_port() if playwright is not None else 0
        mark = f"{os.getpid()}-{time.monotonic_ns()}"
        self._port_file = data.parent / f"hand-{mark}"
        self.log_file = data.parent / f"log-{mark}.txt"
        debugging = ["--debugging-port", str(self.debugging_port)] if playwright is not None else []
        sandbox = ["--no-sandbox"] if is_root() else []
        launcher = [sys.executable, str(ROOT / "tests" / "support" / "driven.py")]
        launcher += ["--supervised"] if supervised else []
        with self.log_file.open("wb") as log:
            self.process = subprocess.Popen(
                [*launcher, str(self._port_file), *command, "--data-dir", str(data), *sandbox, *debugging, *arguments],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=environ or environment(),
            )  # fmt: skip
        if wait:
            try:
                self.wait_started()
            except BaseException:
                self.kill()  # nobody else knows of it yet
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_rest: object) -> None:
        if kind is None:
            self.close()
        else:
            self.kill()

    # Its life

    def wait_started(self) -> None:
        """Wait until the window is painted and its launcher, which comes after the engine, is there."""
        self.wait_window()
        self.until(lambda: self.shows("Search apps, or paste a link") or self.shows("Close this app"), "the launcher")

    def wait_window(self) -> None:
        """Wait until the window is there, whatever its language."""
        self.until(self._port_file.exists, "the program to listen")
        port = int(self._port_file.read_text())
        with socket.create_connection(("127.0.0.1", port), timeout=WAIT_SECONDS) as connection:
            # The file keeps the connection open.
            self._lines = connection.makefile("rwb")
        self.until(lambda: any(node["kind"] == "MainWindow" for node in self.see()), "the window")

    def until(self, holds: Callable[[], Any], what: str, seconds: float = WAIT_SECONDS) -> Any:
        """Wait until something holds and return it. Raises NotShownError with what is shown and what was logged."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if value := holds():
                return value
            if self.process.poll() is not None:
                break
            time.sleep(_LOOK_EVERY)
        raise NotShownError(f"Waited in vain for {what}.\n{self._situation()}")

    def close(self) -> int:
        """Close the window as its cross does; the exit code."""
        self._leave_pages()
        if self.process.poll() is None:
            self.do("close")
        return self.wait_ended()

    def kill(self) -> None:
        """End it with -9 at this very moment, as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self._leave_pages()
        self.wait_ended()

    def wait_ended(self) -> int:
        """Wait for its end; the exit code."""
        code = self.process.wait(WAIT_SECONDS)
        self._hang_up()
        self._port_file.unlink(missing_ok=True)
        return code

    @property
    def log(self) -> str:
        """What it wrote to its terminal."""
        return self.log_file.read_text(errors="replace")

    def unexpected_log(self) -> list[str]:
        """The lines in its terminal that nobody expects."""
        return [line for line in self.log.splitlines() if not _NOISE.search(line)]

    # Its window

    def do(self, what: str, **order: Any) -> Any:
        """Give the hand an order at once. Raises NotShownError where it cannot be done now."""
        assert self._lines is not None
        self._lines.write(json.dumps({"do": what, **order}).encode() + b"\n")
        self._lines.flush()
        line = self._lines.readline()
        if not line:
            raise NotShownError(f"The program is gone.\n{self._situation()}")
        answer = json.loads(line)
        if "answer" not in answer:
            raise NotShownError(str(answer))
        return answer["answer"]

    def see(self) -> list[dict[str, Any]]:
        """Everything that is shown and has a name."""
        return list(self.do("see"))

    def shows(self, name: str, kind: str = "") -> dict[str, Any] | None:
        """What is shown and speaks this name, or has it in its name where it ends in an ellipsis; None otherwise."""
        part = name[:-1] if name.endswith("…") else None
        for node in self.see():
            spoken = node["name"]
            if kind in ("", node["kind"]) and (spoken == name if part is None else part in spoken):
                return node
        return None

    def wait_for(self, name: str, kind: str = "") -> dict[str, Any]:
        """Wait until something of this name is shown."""
        return dict(self.until(lambda: self.shows(name, kind), f"{name!r}"))

    def wait_gone(self, name: str, kind: str = "") -> None:
        """Wait until nothing of this name is shown."""
        self.until(lambda: not self.shows(name, kind), f"the end of {name!r}")

    def press(self, name: str, **where: Any) -> None:
        """Press a control as soon as it can be pressed. ``where`` is ``inside``, ``kind`` or ``nth``."""
        self.insist("press", name=name, **where)

    def insist(self, what: str, **order: Any) -> Any:
        """Give an order again and again until it can be done."""
        refusal = [""]

        def tried() -> tuple[Any] | None:
            try:
                return (self.do(what, **order),)
            except NotShownError as error:
                refusal[0] = str(error)
                return None

        try:
            return self.until(tried, f"{what} {order}")[0]
        except NotShownError as error:
            raise NotShownError(f"{refusal[0]}\n{error}") from None

    def cards(self) -> list[str]:
        """What the feed's cards say, name and text, newest first."""
        cards = [node for node in self.see() if node["kind"] == "CardWidget"]
        return [f"{node['name']} {node['about']}" for node in sorted(cards, key=lambda node: int(node["top"]))]

    def newest(self) -> str:
        """What the feed's first card says; nothing while none is there."""
        return next(iter(self.cards()), "")

    # Its pages

    def page(self, app_id: str) -> Page:
        """The page of an open mini-app, by its id or, with a dot at its end, by the beginning of its id.

        Pages that were got before stop working once another has come or gone: get them anew.
        """
        return self.until(lambda: self._find_page(app_id), f"the page of {app_id}")  # type: ignore[no-any-return]

    def _find_page(self, app_id: str) -> Page | None:
        targets = {target["id"]: target["url"] for target in self._targets()}
        if not any(_is_of(app_id, url) for url in targets.values()):
            return None
        if self._known != set(targets):
            # A connection knows the pages of the moment it was made.
            self._leave_pages()
            if not self._connect():
                return None
            self._known = set(targets)
        pages = [page for context in self._browser.contexts for page in context.pages] if self._browser else []
        found = next((page for page in pages if _is_of(app_id, page.url)), None)
        if found is None:
            # It was made while the page was being born, and may never hear of it.
            self._known.clear()
        else:
            found.set_default_timeout(WAIT_SECONDS * 1000)
        return found

    def _connect(self) -> bool:
        assert self._playwright is not None
        address = f"http://127.0.0.1:{self.debugging_port}"
        try:
            self._browser = self._playwright.chromium.connect_over_cdp(
                address, no_defaults=True, timeout=self._patience * 1000
            )
        except PlaywrightError:
            # One that is made while a page is being born may wait for ever: the next one finds it grown. One that is
            # only slow gets more time.
            self._patience = min(2 * self._patience, WAIT_SECONDS / 4)
            return False
        return True

    def _targets(self) -> list[dict[str, str]]:
        try:
            with urlopen(f"http://127.0.0.1:{self.debugging_port}/json", timeout=10) as answer:
                return list(json.load(answer))
        except (OSError, HTTPException, ValueError):  # not there yet, or gone in the middle of its answer
            return []

    def _hang_up(self) -> None:
        if self._lines is not None:
            with suppress(OSError):  # what was asked last may never have been sent
                self._lines.close()
            self._lines = None

    def _leave_pages(self) -> None:
        self._known.clear()
        if self._browser is not None:
            with suppress(PlaywrightError):  # the program may be gone
                self._browser.close()
            self._browser = None

    def _situation(self) -> str:
        shown = "nothing can be seen"
        if self._lines is not None and self.process.poll() is None:
            try:
                shown = "\n".join(f"  {node['kind']} {node['name']!r} {node['text']!r}" for node in self.see())
            except (NotShownError, OSError) as error:
                shown = str(error)
        pages = "\n".join(f"  {target['url']}" for target in self._targets()) if self.debugging_port else ""
        return f"exit code {self.process.poll()}; shown:\n{shown}\npages:\n{pages}\nlog:\n{self.log[-3000:]}"


def _is_of(app_id: str, url: str) -> bool:
    end = "" if app_id.endswith(".") else "/"
    return url.startswith(f"miniapp://{app_id}{end}") and "/_stoa/" not in url
