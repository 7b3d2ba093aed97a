"""Surveys and votes as the database keeps them: JSON, with the names that the program has for things."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec

from stoa.contract.wire import read, written
from stoa.services.surveys.api import Answer, SurveyDraft

if TYPE_CHECKING:
    from collections.abc import Sequence

_OUTSIDE = dict(zip(SurveyDraft.__struct_fields__, SurveyDraft.__struct_encode_fields__, strict=True))


def draft_text(draft: SurveyDraft) -> str:
    """A survey's definition, to be kept."""
    return written(msgspec.structs.asdict(draft))


def kept_draft(text: str) -> SurveyDraft:
    """A survey's definition that was kept. Raises WireError."""
    return read(SurveyDraft, {_OUTSIDE.get(name, name): value for name, value in json.loads(text).items()})


def answers_text(answers: Sequence[Answer]) -> str:
    """The answers of one vote, to be kept: without what they leave out."""
    kept = [
        {name: value for name, value in msgspec.structs.asdict(one).items() if value is not None} for one in answers
    ]
    return written(kept)


def kept_answers(text: str) -> tuple[Answer, ...]:
    """The answers of one vote that were kept. Raises WireError."""
    return tuple(read(list[Answer], json.loads(text)))
