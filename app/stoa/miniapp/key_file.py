"""The file of an author's private key: PKCS #8 in PEM, as OpenSSL writes it, for its owner's eyes only."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from stoa.miniapp.author_key import encoded
from stoa.miniapp.errors import MiniAppError

if TYPE_CHECKING:
    from pathlib import Path

_MAX_BYTES = 16 * 1024
_FOR_OTHERS = 0o077


class KeyFileError(MiniAppError):
    """A private key that cannot be written or read; the text names what to change."""


def public_key(key: Ed25519PrivateKey) -> str:
    """The public half, as the manifest writes it."""
    return encoded(key.public_key().public_bytes_raw())


def make_key_file(path: Path) -> Ed25519PrivateKey:
    """Make a new key and write it to a file that was not there, readable by its owner alone.

    Raises ``KeyFileError``; a file that exists is never touched.
    """
    key = Ed25519PrivateKey.generate()
    data = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise KeyFileError(f"{path} is there already, and no key is ever written over: choose another name.") from None
    except (OSError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or "its name cannot be used"
        raise KeyFileError(f"{path} could not be written: {reason}. Choose another place.") from exc
    return key


def read_key_file(path: Path) -> Ed25519PrivateKey:
    """The private key in a file. Raises ``KeyFileError``."""
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or "its name cannot be used"
        raise KeyFileError(f"The key {path} cannot be read: {reason}.") from exc
    try:
        key = load_pem_private_key(data[:_MAX_BYTES], password=None)
    except TypeError:
        raise KeyFileError(f"The key {path} has a password: save it without one.") from None
    except (ValueError, UnsupportedAlgorithm):
        raise _no_key(path) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(path)
    return key


def is_open_to_others(path: Path) -> bool:
    """Whether other users of this machine may read the file. Always False where modes say nothing (Windows)."""
    if sys.platform == "win32":
        return False
    try:
        return bool(path.stat().st_mode & _FOR_OTHERS)
    except OSError:
        return False


def _no_key(path: Path) -> KeyFileError:
    return KeyFileError(f"{path} holds no Ed25519 private key: make one with `stoa keygen FILE`.")
