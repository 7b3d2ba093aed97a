"""What can be told of an XML document before a parser sees it: its letters, and whether it is a bomb."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_XML_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_HTTP_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
# Atomic and possessive: a document of nothing but comments must not cost more than reading it.
_INTERNAL_SUBSET = re.compile(r"\A(?>\s+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE[^>\[]*\[", re.DOTALL)
_FIRST_ELEMENT = re.compile(r"<\w")


def decoded(body: bytes, content_type: str = "") -> str:
    """The text of a document: by its byte order mark, its own word, the server's word, or as UTF-8."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    own = _XML_ENCODING.match(body)
    told = _HTTP_CHARSET.search(content_type)
    for name in (own and own[1].decode("ascii", "replace"), told and told[1], "utf-8"):
        if name:
            try:
                return body.decode(name)
            except (LookupError, ValueError):
                continue
    return body.decode("cp1252", "replace")


def declares_entities(text: str) -> bool:
    """Whether a document brings its own entities: a few lines of them unfold to gigabytes, and no feed needs them.

    Looks where a strict parser finds them (before the root, after comments) and where a lenient one does.
    """
    if _INTERNAL_SUBSET.match(text):
        return True
    first = _FIRST_ELEMENT.search(text)
    return "<!entity" in text[: first.start() if first else len(text)].casefold()
