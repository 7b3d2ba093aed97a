"""The JSON that ``stoa check --json`` prints, as models: docs/check.schema.json is generated from them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = 1


class Part(BaseModel):
    """A part of the answer: immutable, and nothing is in it that is not told here."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FindingAnswer(Part):
    """One thing to change. ``line`` is null for a whole file; ``file`` is ``.`` for the whole folder.

    ``why`` says what it costs people, ``fix`` what to change, ``area`` which part of the score it lowers.
    """

    file: str
    line: int | None
    severity: Literal["error", "warning"]
    area: str
    sentence: str
    why: str
    fix: str | None


class LossAnswer(Part):
    """The points an area lost, and the most that it can lose."""

    area: str
    points: int = Field(ge=0, le=100)
    most: int = Field(ge=0, le=100)


class ReasonAnswer(Part):
    """One reason of the risk grade: its ground, what it is about, and its points."""

    ground: str
    subject: str | None
    points: int
    sentence: str


class GradeAnswer(Part):
    """The risk grade with a signature."""

    grade: Literal["A", "B", "C", "D", "E", "F"]
    points: int


class RiskAnswer(Part):
    """The risk grade without a signature, with its reasons, and with one."""

    grade: Literal["A", "B", "C", "D", "E", "F"]
    points: int
    reasons: list[ReasonAnswer]
    when_signed: GradeAnswer


class ChangeAnswer(Part):
    """What ``--fix`` changed in a file."""

    file: str
    sentence: str


class CheckAnswer(Part):
    """All about one folder. With several folders, one such object follows another.

    ``schema`` grows when a member changes its meaning or goes. ``score`` is out of 100; ``losses`` add up to what is
    missing. ``risk`` is null when the manifest is broken. ``changes`` is empty without ``--fix``; the rest is the
    state after it.
    """

    schema_version: int = Field(alias="schema", default=SCHEMA_VERSION, ge=1)
    folder: str
    score: int = Field(ge=0, le=100)
    errors: int = Field(ge=0)
    warnings: int = Field(ge=0)
    losses: list[LossAnswer]
    risk: RiskAnswer | None
    changes: list[ChangeAnswer]
    findings: list[FindingAnswer]
