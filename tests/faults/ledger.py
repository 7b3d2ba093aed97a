"""What was confirmed, read from outside, and whether the data folder keeps it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from contextlib import closing
from typing import TYPE_CHECKING, Any

import apsw

from tests.faults.clerks import GUEST, is_whole

if TYPE_CHECKING:
    from pathlib import Path

Line = dict[str, Any]
_READ_ONLY = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_BUSY_MS = 20_000
# What a whole post of the scribe has: picture, page, and its survey where it has one.
_POSTS = """
    SELECT p.text, p.picture IS NOT NULL AND EXISTS (SELECT 1 FROM pictures WHERE id = p.picture), p.jump_path,
        p.survey_id, s.id, p.id,
        (SELECT count(*) FROM post_search WHERE post_search.rowid = p.created_at AND post_search MATCH 'page')
    FROM posts p LEFT JOIN surveys s ON s.id = p.survey_id WHERE p.text LIKE 'Post %.'
"""
_HALF_VOTES = """
    SELECT s.id FROM surveys s WHERE s.account_id <> '' AND (
        s.voters <> (SELECT count(*) FROM survey_votes v WHERE v.survey_id = s.id)
        OR s.voters <> coalesce((SELECT sum(count) FROM survey_counts c
            WHERE c.survey_id = s.id AND c.question = 0 AND c.option >= 0), 0)
        OR EXISTS (SELECT 1 FROM survey_votes v JOIN survey_counts c USING (survey_id)
            WHERE v.survey_id = s.id AND c.option >= 0
                AND c.count <> (json_extract(v.answers, '$[0].choices[0]') = c.option)))
"""


class Ledger:
    """Replays the scribe's notes: by kind and subject the confirmed value, and one that was begun after it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._read = 0
        self.confirmed: dict[str, dict[str, Any]] = defaultdict(dict)
        self.begun: dict[str, dict[str, Any]] = defaultdict(dict)
        self.posts: dict[int, int] = {}
        self.pages: dict[str, dict[str, int]] = defaultdict(dict)
        self.counts: Counter[str] = Counter()
        self.complaints: list[str] = []

    def read(self) -> None:
        """Take in what was noted since."""
        if not self._file.exists():
            return
        with self._file.open("rb") as file:
            file.seek(self._read)
            data = file.read()
        data = data[: data.rfind(b"\n") + 1]
        self._read += len(data)
        for text in data.splitlines():
            line = json.loads(text)
            {"post": self._post, "page": self._page}.get(line["kind"], self._write)(line)

    def _post(self, line: Line) -> None:
        if "done" in line:
            self.posts[line["number"]] = line["done"]
            self.counts["post"] += 1

    def _write(self, line: Line) -> None:
        kind, subject = line["kind"], line["subject"]
        if "done" in line:
            self.confirmed[kind][subject] = line["done"]
            self.begun[kind].pop(subject, None)
            self.counts[kind] += 1
        else:
            self.begun[kind][subject] = line["value"]

    def _page(self, line: Line) -> None:
        """What a page found after loading must not be less than what it was told before, and never a half."""
        kept = self.pages[line["app"]]
        for found, name in (("foundStored", "stored"), ("foundOwn", "own")):
            if line[found] < kept.get(name, 0) and name not in line:
                self.complaints.append(f"{line['app']} found {line[found]} of {kept[name]} ({name})")
            if name in line and line[name] > kept.get(name, 0):
                kept[name] = line[name]
                self.counts[name] += 1

    def may_be(self, kind: str, subject: str, value: Any) -> bool:
        """Whether a value may stand there now: the confirmed one, or one that was begun and never confirmed."""
        if subject in self.begun[kind] and self.begun[kind][subject] == value:
            return True
        return bool(self.confirmed[kind].get(subject) == value)


def audit(data: Path, ledger: Ledger) -> list[str]:
    """Everything that is lost or half done in a data folder, in words; nothing when all is well.

    The ledger is read first: what is confirmed while this looks is looked for the next time.
    """
    ledger.read()
    with closing(_open(data)) as database:
        database.execute("BEGIN")
        found = [*_integrity(database), *_posts(database, ledger), *_votes(database, ledger)]
        stored = {
            key.partition("/")[2]: json.loads(value)
            for key, value in database.execute("SELECT room_key, value FROM stored_values WHERE key = 'number'")
        }
    found += [
        f"{app}: {stored.get(app)} is stored, {kept['stored']} was confirmed"
        for app, kept in ledger.pages.items()
        if "stored" in kept and not _is_kept(stored.get(app), kept["stored"])
    ]
    return found + ledger.complaints


def audit_at_rest(data: Path, ledger: Ledger) -> list[str]:
    """``audit``, and what can be judged only while nothing is written: the program is dead, or its scribe pauses."""
    found = audit(data, ledger)
    with closing(_open(data)) as database:
        grants = dict(database.execute("SELECT permission, answer FROM grants WHERE app_key = ?", [GUEST]))
        drafts = database.execute("SELECT value FROM account_settings WHERE name = 'draft'").fetchall()
        votes = dict(database.execute("SELECT survey_id, json_extract(answers, '$[0].choices[0]') FROM survey_votes"))
    for kind, standing in (("grant", grants), ("vote", votes)):
        found += [
            f"{kind} {subject} is {standing.get(subject)}, {value} was confirmed"
            for subject, value in ledger.confirmed[kind].items()
            if not ledger.may_be(kind, subject, standing.get(subject))
        ]
    for (value,) in drafts:
        number = int(json.loads(value)["text"])
        if not ledger.may_be("draft", "draft", number):
            found.append(f"the draft is {number}, {ledger.confirmed['draft']} was confirmed")
    return found + installed(data, ledger)


def installed(data: Path, ledger: Ledger) -> list[str]:
    """What is wrong with the installed package: not the confirmed version, or not the whole of it."""
    folders = [path for path in (data / "packages").glob(f"{GUEST}@*") if path.is_dir()]
    codes = [int(path.name.rpartition("@")[2]) for path in folders]
    found = [f"{path.name} is not whole" for path, code in zip(folders, codes, strict=True) if not is_whole(path, code)]
    newest = max(codes, default=0)
    if ledger.counts["install"] and not ledger.may_be("install", GUEST, newest):
        found.append(f"version {newest} is installed, {ledger.confirmed['install']} was confirmed")
    return found


def _open(data: Path) -> apsw.Connection:
    """The database, to read; the running program goes on writing."""
    database = apsw.Connection((data / "stoa.db").as_uri() + "?mode=ro", flags=_READ_ONLY)
    database.set_busy_timeout(_BUSY_MS)
    return database


def _integrity(database: apsw.Connection) -> list[str]:
    said = [row[0] for row in database.execute("PRAGMA integrity_check")]
    loose = database.execute("PRAGMA foreign_key_check").fetchall()
    return [*(line for line in said if line != "ok"), *(f"a loose row: {row}" for row in loose)]


def _posts(database: apsw.Connection, ledger: Ledger) -> list[str]:
    found, seen, surveys = [], {}, 0
    for text, pictured, path, survey_id, survey, post_id, searched in database.execute(_POSTS):
        number = int(text[5:-1])
        seen[number] = post_id
        surveys += survey is not None
        if not (pictured and path == f"/{number}" and survey_id == survey and (number % 3 != 0) == (survey is None)):
            found.append(f"post {number} is half done")
        if not searched:
            found.append(f"post {number} cannot be found by searching")
    found += [f"post {number} is lost" for number, post_id in ledger.posts.items() if seen.get(number) != post_id]
    (made,) = database.execute("SELECT count(*) FROM surveys WHERE definition LIKE '%Which of %'").fetchone()
    if made != surveys:
        found.append(f"{made} surveys for {surveys} posts with one")
    return found


def _votes(database: apsw.Connection, _ledger: Ledger) -> list[str]:
    return [f"the count of survey {row[0]} is not that of its votes" for row in database.execute(_HALF_VOTES)]


def _is_kept(value: Any, number: int) -> bool:
    return isinstance(value, dict) and value["number"] == value["twin"] >= number and len(value["rest"]) == 500
