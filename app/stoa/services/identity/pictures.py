"""The pictures of accounts: made from a name, taken from a file, or made small for a profile. Pure."""

from __future__ import annotations

import base64
import hashlib
import io
import unicodedata

from PIL import Image, ImageDraw, ImageFont, ImageOps

from stoa.services.identity.accounts import PICTURE_PIXELS, AccountError

SIZE = PICTURE_PIXELS
PROFILE_SIZE = 96
FILE_MAX_BYTES = 20 * 1024 * 1024
# A photograph of a large camera has 60 million pixels; far beyond that is a trap.
_MAX_PIXELS = 80_000_000
# Drawn four times as large and made small, edges are smooth.
_SCALE = 4
# The same pairs as the window's own avatars, so that a face does not change its colours on the way to a mini-app.
_GRADIENTS = (
    ("#E8A15C", "#C4572F"),
    ("#5DBB95", "#2F7D5B"),
    ("#8A8F98", "#4A4D54"),
    ("#B184E0", "#7440B8"),
    ("#F07C9B", "#C43A66"),
    ("#5BB2C5", "#23738A"),
    ("#DA9A26", "#A8640C"),
    ("#5B8DEF", "#2F5BC7"),
)


def generated_picture(name: str, seed: str) -> bytes:
    """A PNG of 128 by 128 pixels: a gradient chosen by ``seed`` with the initials of ``name`` on it.

    A name in a script that the built-in font does not know gets rings instead of letters.
    """
    digest = hashlib.sha256(seed.encode()).digest()
    image = _gradient(_GRADIENTS[digest[0] % len(_GRADIENTS)])
    font = ImageFont.load_default(size=SIZE * _SCALE * 0.36)
    letters = _initials(name)
    # The built-in font knows few letters with marks: A stands for Ä rather than nothing.
    text = next((text for text in (letters, _without_marks(letters)) if _knows(font, text)), "")
    if text:
        _write(image, text, font)
    else:
        _draw_rings(image, digest[1:])
    return _png(image.resize((SIZE, SIZE), Image.Resampling.LANCZOS))


def picture_from(data: bytes) -> bytes:
    """The middle square of a picture file as a PNG of 128 by 128 pixels, without the file's other contents.

    Raises:
        AccountError: ``data`` is no PNG, JPEG or WebP, or is too large.
    """
    if len(data) > FILE_MAX_BYTES:
        raise AccountError(f"The picture is larger than {FILE_MAX_BYTES // 1024 // 1024} MB: choose a smaller one.")
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as image:
            if image.width * image.height > _MAX_PIXELS:
                raise _too_many_pixels()
            image.draft("RGB", (SIZE * 2, SIZE * 2))
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except (OSError, ValueError, SyntaxError, EOFError, OverflowError) as error:
        raise AccountError("The picture cannot be read: choose a PNG, JPEG or WebP file.") from error
    white = Image.new("RGBA", upright.size, "#ffffff")
    white.alpha_composite(upright)
    return _png(ImageOps.fit(white.convert("RGB"), (SIZE, SIZE), Image.Resampling.LANCZOS))


def profile_picture(picture: bytes) -> str:
    """An account's picture as mini-apps see it: the ``data:`` address of a PNG of 96 by 96 pixels."""
    with Image.open(io.BytesIO(picture), formats=("PNG",)) as image:
        small = image.convert("RGB").resize((PROFILE_SIZE, PROFILE_SIZE), Image.Resampling.LANCZOS)
    return "data:image/png;base64," + base64.b64encode(_png(small)).decode("ascii")


def _too_many_pixels() -> AccountError:
    return AccountError("The picture has too many pixels: choose a smaller one.")


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalnum()]
    letters = words[0][:1] + (words[-1][:1] if len(words) > 1 else words[0][1:2]) if words else "?"
    return letters.upper()


def _without_marks(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def _gradient(colors: tuple[str, str]) -> Image.Image:
    """The first colour at the top left, the second at the bottom right."""
    side = SIZE * _SCALE
    down = Image.linear_gradient("L").resize((side, side))
    across = down.transpose(Image.Transpose.ROTATE_90)
    mask = Image.blend(down, across, 0.5)
    return Image.composite(Image.new("RGB", (side, side), colors[1]), Image.new("RGB", (side, side), colors[0]), mask)


def _knows(font: ImageFont.FreeTypeFont | ImageFont.ImageFont, text: str) -> bool:
    """Whether the font draws each letter as something else than its box for unknown letters."""
    unknown = bytes(font.getmask("\U0010ffff"))
    return all(bytes(font.getmask(letter)) != unknown for letter in text)


def _write(image: Image.Image, text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> None:
    middle = SIZE * _SCALE / 2
    pen = ImageDraw.Draw(image)
    # The built-in font has one weight; a stroke of its own colour makes it the semi-bold of the avatars in the window.
    weight = 2 * _SCALE
    pen.text((middle, middle), text, fill="#ffffff", font=font, anchor="mm", stroke_width=weight, stroke_fill="#ffffff")


def _draw_rings(image: Image.Image, digest: bytes) -> None:
    """Three rings around a dot, whose widths come from the seed."""
    middle = SIZE * _SCALE / 2
    pen = ImageDraw.Draw(image)
    for ring, byte in enumerate(digest[:3]):
        radius = SIZE * _SCALE * (0.16 + 0.09 * ring)
        box = (middle - radius, middle - radius, middle + radius, middle + radius)
        pen.ellipse(box, outline="#ffffff", width=_SCALE * (2 + byte % 4))
    dot = SIZE * _SCALE * 0.05
    pen.ellipse((middle - dot, middle - dot, middle + dot, middle + dot), fill="#ffffff")


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
