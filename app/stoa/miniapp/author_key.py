"""An author's public key: as the manifest writes it, and as people compare it."""

from __future__ import annotations

import base64
import binascii
import hashlib

KEY_BYTES = 32
_GROUPS, _SHORT_GROUPS, _GROUP_CHARS = 8, 2, 4


def encoded(data: bytes) -> str:
    """Bytes as base64url without padding (RFC 4648 §5), as a JWK writes them."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decoded(text: str) -> bytes | None:
    """The bytes of a base64url text, or None when it is not exactly what ``encoded`` writes."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if encoded(data) == text else None


def key_problem(text: str) -> str | None:
    """Why ``text`` cannot be an Ed25519 public key (RFC 8032: 32 bytes), or None when it can."""
    data = decoded(text)
    if data is None or len(data) != KEY_BYTES:
        return "it is no public key: a key has 43 letters, digits, hyphens and underscores"
    return None


def fingerprint(key: str) -> str:
    """What people compare instead of the key: half of its SHA-256, in eight groups of four hexadecimal digits."""
    digits = hashlib.sha256(key.encode()).hexdigest().upper()
    return " ".join(digits[at : at + _GROUP_CHARS] for at in range(0, _GROUPS * _GROUP_CHARS, _GROUP_CHARS))


def short_fingerprint(key: str) -> str:
    """The first two groups of the fingerprint: enough to tell apart the keys in one sentence, not to prove one."""
    return " ".join(fingerprint(key).split(" ")[:_SHORT_GROUPS])
