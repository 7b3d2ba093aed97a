"""A shared card from untrusted to trusted: clean texts, a path that can be opened, a picture that is one. Pure."""

from __future__ import annotations

import base64
import binascii
import io
import unicodedata
from typing import TYPE_CHECKING

from PIL import Image

from stoa.contract.errors import BridgeError, ErrorCode
from stoa.contract.sizes import PICTURE_MAX_BYTES
from stoa.miniapp.address import path_problem
from stoa.records import Record

if TYPE_CHECKING:
    from stoa.contract.caller import Caller
    from stoa.services.share.api import Card, Picture

# 4096 by 4096: far beyond what a card shows, and 64 MB while it is looked at.
PICTURE_MAX_PIXELS = 4096 * 4096
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}


class ComposedCard(Record):
    """A card fit for the composer. ``picture`` is a whole PNG, JPEG or WebP file of at most 2 MB, or None."""

    app_id: str
    app_name: str
    path: str
    title: str
    subtitle: str
    text: str
    picture: bytes | None
    survey_id: str | None


def composed(caller: Caller, card: Card) -> ComposedCard:
    """The card, checked. Decoding a large picture takes some 100 ms: call it from a worker thread if there is one.

    Raises:
        BridgeError: ``invalid_params`` or ``too_large``, saying what to change.
    """
    title = one_line(card.title)
    if not title:
        raise BridgeError(ErrorCode.INVALID_PARAMS, "The title is empty: give it at least one visible character.")
    return ComposedCard(
        app_id=caller.app_id,
        app_name=caller.app_name,
        path=checked_path(card.path),
        title=title,
        subtitle=one_line(card.subtitle),
        text=lines(card.text),
        picture=picture_bytes(card.picture) if card.picture else None,
        survey_id=card.survey_id,
    )


def checked_path(path: str) -> str:
    """The path, if it can be opened again.

    Raises:
        BridgeError: ``invalid_params``.
    """
    problem = path_problem(path)
    if problem:
        raise BridgeError(ErrorCode.INVALID_PARAMS, f"The path cannot be shared: {problem}.")
    return path


def picture_bytes(picture: Picture) -> bytes:
    """The file in a card's picture, decoded once to be sure that it is what it says.

    Raises:
        BridgeError: ``too_large`` beyond 2 MB or 4096 by 4096 pixels, ``invalid_params`` for what is no picture.
    """
    try:
        data = base64.b64decode(picture.data, validate=True)
    except binascii.Error as error:
        raise BridgeError(ErrorCode.INVALID_PARAMS, "The picture's data is not base64.") from error
    if len(data) > PICTURE_MAX_BYTES:
        raise BridgeError(
            ErrorCode.TOO_LARGE, f"The picture has {len(data)} bytes; at most {PICTURE_MAX_BYTES} are taken."
        )
    try:
        # The one format it claims to be, so that no other decoder ever sees the bytes.
        with Image.open(io.BytesIO(data), formats=(_FORMATS[picture.media_type],)) as image:
            if image.width * image.height > PICTURE_MAX_PIXELS:
                raise _too_many_pixels(image.width, image.height)
            image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except (OSError, ValueError, SyntaxError, EOFError, OverflowError) as error:
        raise BridgeError(ErrorCode.INVALID_PARAMS, f"The picture is not a whole {picture.media_type} file.") from error
    return data


def one_line(text: str) -> str:
    """The text without line breaks and invisible characters."""
    return " ".join(lines(text).split())


def lines(text: str) -> str:
    """The text without invisible characters but line breaks, and without space around it."""
    # Control and format characters could turn the writing direction around and forge what stands beside the text.
    # Joiners shape letters in Persian and Indic scripts and family emoji, so they stay.
    kept = (char for char in text if char in "\n\u200c\u200d" or not unicodedata.category(char).startswith("C"))
    return "".join(kept).strip()


def _too_many_pixels(width: int = 0, height: int = 0) -> BridgeError:
    size = f"{width} by {height}" if width else "too many"
    return BridgeError(ErrorCode.TOO_LARGE, f"The picture has {size} pixels; at most 4096 by 4096 are taken.")
