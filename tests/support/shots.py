"""Makes the pictures of every screen: ``python3 packaging/dev.py shots [-- light|dark|other …]``.

``--only NAME`` makes one picture, ``--scene NAME`` plays one scene.

Starts the real program for each look and uses it as a person would; the pictures go to docs/pictures.
"""

# ruff: noqa: E402  this checkout must be on the path before the project can be imported

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright
from tests.support.bench_shots import workbench
from tests.support.driver import NotShownError, Stoa, environment
from tests.support.neighbours import move_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playwright.sync_api import Playwright

PICTURES = ROOT / "docs" / "pictures"
GUEST_BOOK = ROOT / "tests" / "support" / "guest_book"
RECIPES, PULSE, GUESTS = "org.stoa.recipes", "org.stoa.pulse", "org.example.guestbook"
# What moves in (sheets, pictures, pages) has come to rest by then.
REST_SECONDS = 0.9


class Album:
    """Takes pictures of one start of the program; ``look`` goes into their names."""

    def __init__(self, stoa: Stoa, look: str, only: str | None) -> None:
        self.stoa = stoa
        self.look = look
        self.only = only

    def take(self, name: str, *, popups: bool = False) -> None:
        """Save a picture once the window has come to rest."""
        if self.only is not None and self.only != name:
            return
        time.sleep(REST_SECONDS)
        file = PICTURES / f"{name}-{self.look}.png"
        self.stoa.do("picture", file=str(file), popups=popups)
        sys.stdout.write(f"{file.relative_to(ROOT)}\n")
        sys.stdout.flush()

    def hide_strip(self) -> None:
        """As root the program warns; the pictures are of what everybody else sees."""
        self.stoa.do("hide", kind="Strip")


def home(album: Album) -> None:
    """The feed with a page beside it, a narrow window, and a post in the making."""
    stoa = album.stoa
    page = stoa.page(RECIPES)
    page.get_by_role("heading", name="Shakshuka").wait_for()
    stoa.press("Feed", kind="RailItem")
    album.take("home")
    stoa.do("window", width=430, height=860)
    album.take("narrow-feed")
    stoa.press("Open Shakshuka for 2…", kind="JumpRow")
    album.take("narrow-app")
    stoa.do("window", width=700, height=860)
    album.take("half-app")
    stoa.press("Feed", kind="RailItem")
    album.take("half-feed")
    stoa.do("window", width=1360, height=860)
    stoa.page(RECIPES).get_by_role("button", name="Share to feed").click()
    stoa.wait_for("New post")
    stoa.insist("type", text="Sunday shakshuka, one pan and twenty minutes.")
    album.take("composer")
    stoa.press("Discard draft")
    stoa.wait_gone("New post")


def survey_maker(album: Album) -> None:
    """A survey made in the composer."""
    stoa = album.stoa
    stoa.press("Write a post")
    stoa.wait_for("Text of the post")
    stoa.press("Make a survey")
    stoa.until(lambda: stoa.shows("New survey") or stoa.shows("Question…"), "the survey maker")
    stoa.insist("type", text="Where should the October meetup go?")
    album.take("survey-maker")
    stoa.insist("key", keys="Escape")
    stoa.until(lambda: _gone(stoa, "New post"), "the composer to close")


def _gone(stoa: Stoa, name: str) -> bool:
    if stoa.shows(name):
        stoa.insist("key", keys="Escape")
    return stoa.shows(name) is None


def questions(album: Album) -> None:
    """The sheets in which an app asks."""
    stoa = album.stoa
    stoa.do("drop", path=str(GUEST_BOOK))
    page = stoa.page(GUESTS)
    page.get_by_role("button", name="Sign in").click()
    stoa.wait_for("Guest book wants to know you")
    album.take("consent")
    stoa.press("Not now")
    page.evaluate("fetch('https://example.org/guests').catch(() => 0)")
    page.evaluate("fetch('https://example.com/count').catch(() => 0)")
    time.sleep(REST_SECONDS)
    stoa.press("Menu")
    album.take("room-menu", popups=True)
    stoa.insist("key", keys="Escape")
    stoa.press("Apps", kind="RailItem")
    stoa.press("Pulse", kind="AppTile")
    pulse = stoa.page(PULSE)
    pulse.evaluate("void stoa.surveys.create({title: 'Lunch', questions: [{kind: 'single', text: 'What?',"
                   " options: ['Soup', 'Pizza']}]}).catch(() => 0)")  # fmt: skip
    stoa.wait_for("Pulse wants to make surveys…")
    album.take("permission")
    stoa.press("Not now")


def crash(album: Album) -> None:
    """A mini-app whose page crashed."""
    stoa = album.stoa
    stoa.press("Apps", kind="RailItem")
    stoa.press("Quizzes", kind="AppTile")
    stoa.page("org.stoa.quizzes").get_by_role("heading").first.wait_for()
    os.kill(stoa.insist("renderer"), signal.SIGKILL)
    stoa.wait_for("Quizzes crashed")
    album.take("crashed")
    stoa.press("Close this app")


def places(album: Album) -> None:
    """Launcher, activity, comments, search and every part of the settings."""
    stoa = album.stoa
    stoa.press("Apps", kind="RailItem")
    album.take("launcher")
    stoa.press("Activity…", kind="RailItem")
    album.take("activity")
    stoa.press("Comments, …", kind="CountButton")
    album.take("comments")
    stoa.insist("key", keys="Escape")
    stoa.press("Search posts", kind="IconButton")
    stoa.insist("type", text="shakshuka")
    album.take("search")
    stoa.press("Close the search")
    stoa.press("Settings", kind="RailItem")
    for part in ("General", "Accounts", "Apps", "Following"):
        stoa.press(part, kind="_Segment")
        album.take(f"settings-{part.lower()}")
    stoa.press("Apps", kind="_Segment")
    stoa.press("Guest book…", kind="PressRow")
    album.take("settings-app")


def surveys(album: Album) -> None:
    """Stars in a card, a survey in its sheet, and the list of keys."""
    stoa = album.stoa
    stoa.press("4 of 5 stars…", kind="Star")
    album.take("stars")
    stoa.press("Answer", kind="Button")
    stoa.wait_for("A barbecue at the pier", kind="SurveySheet")
    album.take("survey-sheet")
    stoa.insist("key", keys="Escape")
    stoa.wait_gone("A barbecue at the pier", kind="SurveySheet")
    stoa.insist("key", keys="F1")
    stoa.wait_for("Keyboard", kind="KeysSheet")
    album.take("keys")
    stoa.insist("key", keys="Escape")


def empty(album: Album) -> None:
    """A feed without posts."""
    stoa = album.stoa
    stoa.press("Settings", kind="RailItem")
    stoa.press("General", kind="_Segment")
    stoa.press("Starter content", kind="Button")
    stoa.press("Remove")
    stoa.press("Following", kind="_Segment", inside="Feed")
    stoa.press("Apps", kind="RailItem")
    album.take("empty-feed")


SCENES: tuple[Callable[[Album], None], ...] = (home, survey_maker, questions, crash, places, workbench, empty)


def shoot(look: str, playwright: Playwright, only: str | None, scene: str | None) -> list[str]:
    """All scenes in one look, or one by its name; the names of those that could not be played."""
    if scene is not None:
        scenes = [one for one in SCENES if one.__name__ == scene]
        return _play(scenes, look, playwright, only, asking=False)
    return [
        *_play(SCENES, look, playwright, only, asking=False),
        *_play((surveys,), look, playwright, only, asking=True),
    ]


def _play(
    scenes: Sequence[Callable[[Album], None]], look: str, playwright: Playwright, only: str | None, *, asking: bool
) -> list[str]:
    """Scenes of one start of the program."""
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        link = f"stoa://{RECIPES}/r/shakshuka"
        options = ("--theme", look, "--size", "1360x860")
        move_in(data, environment(), asking=asking)
        with Stoa(data, *options, playwright=playwright, command=("open", link), environ=environment("xcb")) as stoa:
            album = Album(stoa, look, only)
            album.hide_strip()
            for scene in scenes:
                try:
                    scene(album)
                except (NotShownError, PlaywrightError) as error:
                    failed.append(f"{scene.__name__} ({look}): {'; '.join(str(error).splitlines()[:2])}")
                    # Whatever question still stands is refused, so that the next scene finds the window free.
                    for _ in range(3):
                        stoa.insist("key", keys="Escape")
            stoa.close()
    return failed


def shoot_language(language: str, locale: str, only: str | None) -> None:
    """Home and launcher in another language, or turned round."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**environment("xcb"), "LANG": locale, "LC_ALL": locale, "LANGUAGE": locale.partition(".")[0]}
        command = ("open", f"stoa://{RECIPES}/r/shakshuka")
        with Stoa(Path(folder) / "data", "--size", "1360x860", "--theme", "light", command=command, environ=environ,
                  wait=False) as stoa:  # fmt: skip
            stoa.wait_window()
            album = Album(stoa, "light", only)
            time.sleep(2 * REST_SECONDS)
            time.sleep(6 * REST_SECONDS)  # the page comes up unseen by the hand
            album.hide_strip()
            album.take(f"home-{language}")
            stoa.close()


def main() -> int:
    """Make the pictures that the command line asks for; all without an argument."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("looks", nargs="*", default=["light", "dark", "other"])
    parser.add_argument("--only", help="the name of one picture, without its look")
    parser.add_argument("--scene", help="the name of one scene of the first start")
    asked = parser.parse_args()
    PICTURES.mkdir(parents=True, exist_ok=True)
    failed = []
    with sync_playwright() as playwright:
        for look in asked.looks:
            if look == "other":
                shoot_language("german", "de_DE.UTF-8", asked.only)
                shoot_language("right-to-left", "he_IL.UTF-8", asked.only)
            else:
                failed += shoot(look, playwright, asked.only, asked.scene)
    sys.stderr.writelines(f"{problem}\n" for problem in failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
