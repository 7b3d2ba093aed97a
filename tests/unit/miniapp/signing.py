"""Keys and signed packages to judge."""

from __future__ import annotations

import functools
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from stoa.miniapp.key_file import public_key
from stoa.miniapp.reading import read_manifest
from stoa.miniapp.signature import sign
from stoa.miniapp.signed import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stoa.miniapp.manifest import Manifest

APP_ID = "org.example.recipes"
SIGNATURE = "_stoa/signature.json"
FILES = {"index.html": b"<!doctype html>", "a/deep.js": b"let a = 1;", "empty.txt": b""}


def key_of(seed: int) -> Ed25519PrivateKey:
    """The same key for the same number."""
    return Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)


ANN, BEN, CAT = key_of(1), key_of(2), key_of(3)


def authored(key: Ed25519PrivateKey | None = ANN, code: int = 1, **members: Any) -> bytes:
    """The bytes of a manifest that names a key."""
    author = {"name": "Ann"} if key is None else {"name": "Ann", "key": public_key(key)}
    version = {"code": code, "name": f"{code}.0"}
    return json.dumps({"app_id": APP_ID, "name": "Recipes", "author": author, "version": version} | members).encode()


def manifest_of(key: Ed25519PrivateKey | None = ANN, code: int = 1, **members: Any) -> Manifest:
    return read_manifest(authored(key, code, **members)).manifest


def signed_files(
    key: Ed25519PrivateKey = ANN, code: int = 1, earlier: tuple[Ed25519PrivateKey, ...] = (), **members: Any
) -> dict[str, bytes]:
    """All files of a signed package, its signature among them."""
    return dict(_signed_files(authored(key, code, **members), key, earlier))


@functools.cache
def _signed_files(
    manifest: bytes, key: Ed25519PrivateKey, earlier: tuple[Ed25519PrivateKey, ...]
) -> Mapping[str, bytes]:
    """Signed once: invented examples change the same package a hundred times."""
    files = {**FILES, "manifest.json": manifest}
    marks = {name: mark([content]) for name, content in files.items()}
    return {**files, SIGNATURE: sign(marks, read_manifest(manifest).manifest, key, earlier)}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A plain zip of these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return target.getvalue()
