"""A post in the making, and how it is kept over a restart."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from stoa.contract.wire import WireError, read
from stoa.records import Record
from stoa.services.surveys.api import SurveyDraft

if TYPE_CHECKING:
    from collections.abc import Mapping


class AttachedPage(Record):
    """A page of a mini-app that the post will open. ``picture`` is encoded image data."""

    app_id: str
    app_name: str
    path: str
    title: str
    subtitle: str = ""
    picture: bytes | None = None


class ComposerDraft(Record):
    """What the composer holds. ``picture`` is encoded image data (PNG, JPEG, WebP, GIF).

    ``survey`` is a survey to be made with the post, ``survey_id`` one that a mini-app has made already, and
    ``unfinished_survey`` what stands in the survey maker (see ``survey_form``).
    """

    text: str = ""
    picture: bytes | None = None
    page: AttachedPage | None = None
    survey: SurveyDraft | None = None
    survey_id: str | None = None
    unfinished_survey: Mapping[str, Any] | None = None

    @property
    def page_picture(self) -> bytes | None:
        """The picture of the page, if the post will show it: a picture of its own goes before."""
        return None if self.picture or self.page is None else self.page.picture

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to post."""
        return not (self.text.strip() or self.picture or self.page or self.survey or self.survey_id)


def draft_to_json(draft: ComposerDraft) -> dict[str, Any]:
    """The draft as JSON values; parts that are not there are left out."""
    values: dict[str, Any] = {"text": draft.text}
    if draft.picture is not None:
        values["picture"] = _encoded(draft.picture)
    if (page := draft.page) is not None:
        values["page"] = {
            "app_id": page.app_id,
            "app_name": page.app_name,
            "path": page.path,
            "title": page.title,
            "subtitle": page.subtitle,
        }
        if page.picture is not None:
            values["page"]["picture"] = _encoded(page.picture)
    if draft.survey is not None:
        values["survey"] = to_builtins(draft.survey)
    if draft.survey_id is not None:
        values["survey_id"] = draft.survey_id
    if draft.unfinished_survey is not None:
        values["unfinished_survey"] = dict(draft.unfinished_survey)
    return values


def draft_from_json(values: object) -> ComposerDraft:
    """The draft that was kept. What cannot be read is left out: a draft never stops the composer from opening."""
    if not isinstance(values, dict):
        return ComposerDraft()
    unfinished = values.get("unfinished_survey")
    return ComposerDraft(
        text=_text(values, "text"),
        picture=_decoded(values.get("picture")),
        page=_page(values.get("page")),
        survey=_survey(values.get("survey")),
        survey_id=_text(values, "survey_id") or None,
        unfinished_survey=unfinished if isinstance(unfinished, dict) else None,
    )


def _page(values: object) -> AttachedPage | None:
    if not isinstance(values, dict) or not _text(values, "app_id") or not _text(values, "path"):
        return None
    return AttachedPage(
        _text(values, "app_id"),
        _text(values, "app_name"),
        _text(values, "path"),
        _text(values, "title"),
        _text(values, "subtitle"),
        _decoded(values.get("picture")),
    )


def _survey(values: object) -> SurveyDraft | None:
    try:
        return None if values is None else read(SurveyDraft, values)
    except WireError:
        return None


def _text(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _decoded(value: object) -> bytes | None:
    try:
        return base64.b64decode(value, validate=True) if isinstance(value, str) else None
    except binascii.Error:
        return None
