"""The name an account has for one mini-app alone. Pure."""

from __future__ import annotations

import base64
import hashlib
import hmac

# Keeps this use of the secret apart from any later one.
_PURPOSE = b"stoa subject 1\0"


def subject(secret: bytes, app_id: str) -> str:
    """The pairwise subject: 43 letters, always the same for an account's secret and a mini-app, and telling neither."""
    digest = hmac.digest(secret, _PURPOSE + app_id.encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
