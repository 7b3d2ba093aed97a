"""Making any picture safe and small: decoded within limits, turned upright, metadata dropped, encoded anew."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from stoa.services.feed.posts import FeedError

# The feed column is at most 620 px wide; 1600 px is sharp there on any screen.
LONGEST_PX = 1600
# 40 megapixels decode to 160 MB at most; phones make 12 to 50.
MOST_PIXELS = 40_000_000
MOST_BYTES = 20 * 1024 * 1024
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_JPEG_QUALITY = 85
# Drawings and pages have few colours and stay exact as PNG; photographs have many.
_FEW_COLOURS = 4096
_UNREADABLE = "This picture cannot be read: choose another PNG, JPEG, WebP or GIF file."


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture ready to be kept. ``id`` is the SHA-256 of ``data`` in hex; sizes are pixels."""

    id: str
    data: bytes
    width: int
    height: int


def prepared(data: bytes, longest: int = LONGEST_PX) -> Prepared:
    """The picture in ``data`` encoded anew, at most ``longest`` px on its long side.

    Takes up to some hundred milliseconds and touches nothing shared: call it in a thread where that matters.

    Raises:
        FeedError: too many bytes or pixels, an unknown format, or damaged data.
    """
    if len(data) > MOST_BYTES:
        raise FeedError(f"Choose a smaller picture: this one has more than {MOST_BYTES // 1024 // 1024} MB.")
    try:
        small = _decoded(data, longest)
        encoded = _encoded(small)
    except FeedError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except Exception as error:
        # Decoders given hostile bytes raise nearly anything: OSError, SyntaxError, struct.error, ValueError.
        raise FeedError(_UNREADABLE) from error
    return Prepared(hashlib.sha256(encoded).hexdigest(), encoded, small.width, small.height)


def _decoded(data: bytes, longest: int) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=FORMATS) as source:
        if source.width * source.height > MOST_PIXELS:
            raise _too_many_pixels()
        # Lets the JPEG decoder skip detail that would be scaled away; does nothing for other formats.
        source.draft("RGB", (longest, longest))
        source.load()
        upright = ImageOps.exif_transpose(source)
    image = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return image


def _encoded(image: Image.Image) -> bytes:
    see_through = image.mode == "RGBA" and image.getchannel("A").getextrema()[0] != 255
    plain = Image.new(image.mode, image.size)
    plain.paste(image)
    out = io.BytesIO()
    if image.getcolors(_FEW_COLOURS) is not None:
        plain.save(out, "PNG")
    elif see_through:
        plain.save(out, "WEBP", quality=_JPEG_QUALITY)
    else:
        plain.convert("RGB").save(out, "JPEG", quality=_JPEG_QUALITY)
    return out.getvalue()


def _too_many_pixels() -> FeedError:
    return FeedError(f"Choose a smaller picture: this one has more than {MOST_PIXELS // 1_000_000} million pixels.")
