"""The members of the file that remembers an app's signer. Apart, as most apps have none."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from stoa.miniapp.author_key import key_problem


def _key(text: str) -> str:
    if key_problem(text) is not None:
        raise ValueError
    return text


class Remembered(BaseModel):
    """Name and author as the manifest had them, and the public key."""

    model_config = ConfigDict(frozen=True, strict=True)

    author: str
    key: Annotated[str, AfterValidator(_key)]
    name: str
