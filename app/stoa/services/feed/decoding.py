"""Decoding what anybody sent, within limits, and encoding it anew."""

from __future__ import annotations

import io

from PIL import Image, ImageOps

from stoa.services.feed.posts import FeedError

# 40 megapixels decode to 160 MB at most; phones make 12 to 50.
MOST_PIXELS = 40_000_000
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_JPEG_QUALITY = 85
# Drawings and pages have few colours and stay exact as PNG; photographs have many.
_FEW_COLOURS = 4096
_UNREADABLE = "This picture cannot be read: choose another PNG, JPEG, WebP or GIF file."


def encoded_anew(data: bytes, longest: int) -> tuple[bytes, tuple[int, int]]:
    """The picture encoded anew, at most ``longest`` px on its long side, and its width and height.

    Raises:
        FeedError: too many pixels, an unknown format, or damaged data.
    """
    try:
        small = _decoded(data, longest)
        return _encoded(small), small.size
    except FeedError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except Exception as error:
        # Decoders given hostile bytes raise nearly anything: OSError, SyntaxError, struct.error, ValueError.
        raise FeedError(_UNREADABLE) from error


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
