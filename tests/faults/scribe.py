"""Inside the running program: writes without rest, through its own services, and notes what was confirmed.

Every note is in the file before the next write begins, so that it survives whatever happens to the program: first that
a write begins, then that it is confirmed.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import sys
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image
from PySide6.QtCore import QObject

from stoa.contract.wire import read
from stoa.engine import ending
from stoa.miniapp.grants import Answer as Grant
from stoa.services.surveys.api import Answer, SurveyDraft
from stoa.shell.composer_draft import AttachedPage, ComposerDraft
from stoa.wiring.afterwards import Afterwards
from tests.faults.clerks import GUEST
from tests.support.living import living

if TYPE_CHECKING:
    from stoa.shell.room_face import RoomFace

PERMISSIONS = 7
# The surveys of one account are limited; every third post has one.
_SURVEY_EVERY = 3


class Scribe(QObject):
    """Writes posts with pictures, pages and surveys, votes, grants, packages and drafts, in random order."""

    def __init__(self, rest: Afterwards, ledger: Path, packages: list[Path], seed: int) -> None:
        super().__init__(rest.program.window)
        self._rest = rest
        self._ledger = os.open(ledger, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self._packages = packages
        self._chance = random.Random(seed)
        # Numbers go on over the starts: no two writes are the same.
        self._number = ledger.stat().st_size
        self._survey: str | None = None
        self._codes: dict[str, int] = {}
        self.deeds = (self.post, self.vote, self.grant, self.install, self.draft)
        self.paused = False
        for face in rest.rooms.faces.values():
            self.listen(face)
        rest.rooms.did_open.connect(self.listen)

    def listen(self, face: RoomFace) -> None:
        """Hear what the page of a room says that was confirmed."""
        face.room.page.titleChanged.connect(partial(self._on_title, face.app.key))

    def _on_title(self, app_key: str, title: str) -> None:
        if title.startswith("{"):
            self.note(kind="page", app=app_key, **json.loads(title))

    def note(self, **line: Any) -> None:
        """Add a line to the ledger. One write each: a line is there as a whole, or not at all."""
        os.write(self._ledger, json.dumps(line).encode() + b"\n")

    async def work(self) -> None:
        """Write and write."""
        while True:
            await asyncio.sleep(self._chance.uniform(0, 0.03))
            if not self.paused:
                self._number += 1
                await self._chance.choice(self.deeds)()

    async def post(self) -> None:
        """Post as the composer does."""
        number = self._number
        survey = None
        if number % _SURVEY_EVERY == 0:
            question = {"text": f"Which of {number}?", "kind": "single", "options": ["one", "two", "three"]}
            survey = read(SurveyDraft, {"title": f"S{number}", "questions": [question], "canChange": True})
        page = AttachedPage("org.example.ann", "Ann", f"/{number}", f"Page {number}")
        draft = ComposerDraft(f"Post {number}.", _picture(number), page, survey)
        account = self._rest.people.accounts.current
        self.note(kind="post", number=number, survey=survey is not None)
        sharing = self._rest.services.sharing
        post_id = await sharing._publish(account, self._rest.people.accounts.author(account), draft)
        self.note(kind="post", number=number, done=post_id)
        if survey is not None:
            found = self._rest.program.stores.feed.get(account.id, post_id)
            self._survey = None if found is None else found.survey_id

    async def vote(self) -> None:
        """Vote in the newest survey, anew if need be."""
        if self._survey is None:
            return
        choice = self._chance.randrange(3)
        self.note(kind="vote", subject=self._survey, value=choice)
        account = self._rest.people.accounts.current
        self._rest.services.surveys.vote(account.id, self._survey, [Answer(question=0, choices=[choice])])
        self.note(kind="vote", subject=self._survey, done=choice)

    async def grant(self) -> None:
        """Remember an answer of the permission sheet."""
        subject, value = f"p{self._chance.randrange(PERMISSIONS)}", self._chance.choice(["always", "never"])
        self.note(kind="grant", subject=subject, value=value)
        account = self._rest.people.accounts.current
        self._rest.program.stores.grants.remember(account.id, GUEST, subject, Grant(value))
        self.note(kind="grant", subject=subject, done=value)

    async def install(self) -> None:
        """Install the next version, or remove the last one and begin anew."""
        apps = self._rest.program.apps
        there = apps.by_id(GUEST)
        code = 0 if there is None else there.manifest.version.code
        following = 0 if code == len(self._packages) else code + 1
        self.note(kind="install", subject=GUEST, value=following)
        if following:
            apps.catalog.install(self._packages[following - 1])
        elif there is not None:
            await apps.remove(there)
        self.note(kind="install", subject=GUEST, done=following)

    async def draft(self) -> None:
        """Keep a draft, as the composer does while somebody types."""
        settings = self._rest.program.stores.settings.of_account(self._rest.people.accounts.current.id)
        self.note(kind="draft", subject="draft", value=self._number)
        settings.set("draft", {"text": str(self._number)})
        self.note(kind="draft", subject="draft", done=self._number)


def begin(ledger: str, packages: list[str], seed: int) -> None:
    """Let a scribe begin to work in this program."""
    # A page that ends again and again has to wait for longer and longer; these ends are none of its own.
    ending.LOOP_ENDS = sys.maxsize
    rest = _rest()
    scribe = Scribe(rest, Path(ledger), [Path(package) for package in packages], seed)
    scribe.setObjectName("scribe")
    rest.tasks.spawn(scribe.work())


def rooms() -> dict[str, dict[str, Any]]:
    """The open rooms: state, title and process of each by app id, and which is in front."""
    rest = _rest()
    front = rest.rooms.front()
    return {
        face.app.app_id: {
            "state": face.room.state.value,
            "title": face.room.page.title(),
            "pid": face.room.page.renderProcessPid(),
            "front": face is front,
        }
        for face in rest.rooms.faces.values()
    }


def _rest() -> Afterwards:
    rest = living(Afterwards)
    assert rest is not None
    return rest


def _picture(number: int) -> bytes:
    target = BytesIO()
    Image.new("RGB", (40, 30), (number % 251, number // 251 % 251, 90)).save(target, "PNG")
    return target.getvalue()
