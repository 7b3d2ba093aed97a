"""The score out of 100: what each finding costs, by area. The weights are told in docs/checking.md.

After the audits that WeChat and Tuya publish for their mini-apps: fixed weights, so that two versions can be compared.
A test keeps docs/checking.md in step with this file.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stoa.miniapp.errors import Finding

FULL = 100


class Weight(Record):
    """What findings of one area cost: an error, a warning, and all of them together at most. In points of 100.

    ``about`` says what the area judges, ``why`` what a finding in it costs people.
    """

    name: str
    most: int
    error: int
    warning: int
    about: str
    why: str


WEIGHTS = (
    Weight("manifest", 10, 10, 3, "members of the manifest and their names",
           "people, the launcher and the host only know what the manifest says"),
    Weight("policy", 15, 5, 1, "what the room refuses: inline scripts, foreign code, forbidden interfaces",
           "the room refuses it without a word, and that part of the page stays dead"),
    Weight("files", 10, 5, 2, "links to files, pages, names of files",
           "what leads to a missing file shows nothing, or the package cannot be made"),
    Weight("permissions", 10, 5, 3, "permissions used and not declared, or declared and not used",
           "an undeclared call is refused on every machine, and each needless one makes people trust less"),
    Weight("network", 10, 5, 3, "hosts used and not declared, or declared and not used",
           "an undeclared request never leaves the room, and each needless host is one more door for what leaks"),
    Weight("accessibility", 10, 4, 2, "names, languages and titles for those who do not see or point",
           "whoever uses a screen reader, a keyboard or large text cannot use this part"),
    Weight("icons", 5, 5, 2, "icons: there, readable, square, large enough",
           "the icon is what people look for in the launcher"),
    Weight("sizes", 5, 5, 2, "size budgets of scripts, pictures and the package",
           "everybody waits for it, on every start"),
    Weight("contract", 5, 3, 2, "calls and events that the declared version of the bridge does not have",
           "the call fails on every host of that version"),
    Weight("privacy", 5, 5, 5, "a privacy link where personal data is asked for",
           "people should read what becomes of their data before they agree, and the law of many countries says so"),
    Weight("contrast", 5, 3, 1, "colours of text on their ground, in the light and the dark theme",
           "many people cannot read it, and nobody can in the sun"),
    Weight("words", 5, 2, 1, "texts that one of its languages lacks",
           "people see a foreign text, a bare key or nothing in its place"),
    Weight("run", 5, 3, 2, "what goes wrong while it runs: errors in its console, calls the bridge cannot read",
           "what was meant to happen there did not, and people only see that nothing comes of it"),
)  # fmt: skip
WEIGHT_OF: Mapping[str, Weight] = {weight.name: weight for weight in WEIGHTS}


def judged(area: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with their area, and the area's reason where they give none of their own."""
    for finding in findings:
        name = finding.area or area
        yield replace(finding, area=name, why=finding.why or WEIGHT_OF[name].why)


def area_of(finding: Finding) -> str:
    """The area of a finding; of one that nobody judged the manifest, where it is about that or the whole folder."""
    if finding.area:
        return finding.area
    return "manifest" if finding.where.partition(":")[0] in ("manifest.json", ".") else "files"


def losses(findings: Iterable[Finding]) -> dict[str, int]:
    """The points lost in each area that lost any, by the area's name. Findings nobody judged count by their file.

    An error in the manifest costs everything: nothing runs, and nothing else could be judged.
    """
    lost: Counter[str] = Counter()
    for finding in findings:
        weight = WEIGHT_OF[area_of(finding)]
        if weight.name == "manifest" and finding.severity == "error":
            return {weight.name: FULL}
        lost[weight.name] += weight.error if finding.severity == "error" else weight.warning
    return {name: min(points, WEIGHT_OF[name].most) for name, points in lost.items()}


def score(findings: Iterable[Finding]) -> int:
    """From 0 to 100."""
    return FULL - sum(losses(findings).values())
