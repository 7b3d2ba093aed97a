"""A mini-app under test: its page, its bridge, and what the host can do to it."""

from __future__ import annotations

import base64
import io
import time
from contextlib import suppress
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageChops
from playwright.sync_api import Error as PlaywrightError

from stoa.testing.bridge import Bridge
from stoa.testing.evidence import Evidence
from stoa.trial.launch_profile import LaunchProfile, read_profile

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Playwright

    from stoa.testing.host import TrialHost

_PAGE_SECONDS = 30.0
_LOOK_EVERY_SECONDS = 0.05
_CONNECT_MS = 5000
# The impacts axe gives, mildest first.
IMPACTS = ("minor", "moderate", "serious", "critical")
# A pixel counts as another one from this difference on, in any of its three channels of 0 to 255.
_PIXEL_DIFFERENCE = 24


class MiniApp:
    """One open mini-app. Made by the fixture ``miniapp``."""

    def __init__(self, folder: Path, host: TrialHost, playwright: Playwright) -> None:
        self.folder = folder
        self.host = host
        self.bridge = Bridge(host)
        self.evidence = Evidence(host)
        self.profile = LaunchProfile()
        self._playwright = playwright
        self._browser: Browser | None = None
        self._page: Page | None = None

    def open(self, profile: LaunchProfile | str | None = None) -> dict[str, Any]:
        """Open it anew; ``profile`` may be the text of a profile's file. Returns where it stands. Raises StoaError."""
        self.leave()
        self.profile = read_profile(profile) if isinstance(profile, str) else profile or LaunchProfile()
        values = self.profile.model_dump(mode="json", by_alias=True)
        return dict(self.host.order("open", folder=str(self.folder), profile=values))

    @property
    def page(self) -> Page:
        """Its page for Playwright."""
        if self._page is None:
            self._page = self._find_page()
        return self._page

    @property
    def state(self) -> dict[str, Any]:
        """Where it stands: ``state`` (as ``running`` or ``asleep``), ``ready``, ``path``, ``appId``, ``name``.

        ``hangsIn`` is the function and line at which a page hangs, where that is known.
        """
        return dict(self.host.order("state"))

    def apply(self, profile: LaunchProfile) -> None:
        """Go on under another profile, as far as that is possible without opening it anew."""
        self.profile = profile
        self.host.order("apply", profile=profile.model_dump(mode="json", by_alias=True))

    def reload(self) -> dict[str, Any]:
        """Load its page again and wait until it says that it is ready."""
        return dict(self.host.order("reload"))

    def suspend(self) -> None:
        """Put it to sleep, after ``lifecycle.willSuspend``. Its page cannot be driven until ``wake``."""
        self.leave()
        self.host.order("suspend")

    def wake(self) -> None:
        """Wake it."""
        self.host.order("wake")

    def crash(self) -> None:
        """End its renderer without notice; ``reload`` brings it back."""
        self.leave()
        self.host.order("crash")

    def picture(self) -> bytes:
        """What it shows, as PNG, at the size of the profile's frame."""
        return base64.b64decode(self.host.order("picture"))

    def axe(self, impact: str = "serious") -> list[str]:
        """What axe-core finds from an impact on (``minor``, ``moderate``, ``serious``, ``critical``), a line each."""
        wanted = IMPACTS[IMPACTS.index(impact) :]
        self.page.evaluate(axe_script())
        violations = self.page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((r) => r.violations)")
        return [
            f"{one['impact']}: {one['help']} ({one['id']}) at {node['target'][-1]}: {_reason(node['failureSummary'])}"
            for one in violations
            if one["impact"] in wanted
            for node in one["nodes"]
        ]

    def leave(self) -> None:
        """Let its page go; ``page`` finds it again."""
        self._page = None
        if self._browser is not None:
            browser, self._browser = self._browser, None
            with suppress(PlaywrightError):
                browser.close()

    def _find_page(self) -> Page:
        prefix = f"miniapp://{self.state['appId']}/"
        late = time.monotonic() + _PAGE_SECONDS
        while time.monotonic() < late:
            # A connection knows the pages of the moment it was made, and one made while a page is born may hang.
            with suppress(PlaywrightError):
                address = f"http://127.0.0.1:{self.host.debugging_port}"
                self._browser = self._playwright.chromium.connect_over_cdp(
                    address, no_defaults=True, timeout=_CONNECT_MS
                )
                pages = [page for context in self._browser.contexts for page in context.pages]
                found = next((page for page in pages if page.url.startswith(prefix)), None)
                if found is not None:
                    return found
            self.leave()
            if self.state["state"] == "crashed":
                break
            time.sleep(_LOOK_EVERY_SECONDS)
        raise AssertionError(f"{prefix} has no page that can be driven: it is {self.state['state']}.")


def different_part(picture: bytes, expected: bytes) -> float:
    """How much of two PNG pictures differs: 0.0 for none to 1.0 for all of it, or for another size."""
    one, other = (Image.open(io.BytesIO(data)).convert("RGB") for data in (picture, expected))
    if one.size != other.size:
        return 1.0
    most = ImageChops.difference(one, other).split()
    worst = ImageChops.lighter(ImageChops.lighter(most[0], most[1]), most[2])
    histogram = worst.histogram()
    return sum(histogram[_PIXEL_DIFFERENCE:]) / (one.width * one.height)


@cache
def axe_script() -> str:
    """axe-core, which ``axe-playwright-python`` brings."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def _reason(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[1] if len(lines) > 1 else "".join(lines)
