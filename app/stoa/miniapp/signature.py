"""Signatures on packages: a list of the files, a hash tree over it, and the author's Ed25519 signature on its root.

The signature file is written in one way only, so that no byte of it can change and it still be taken. Format 1 is
described in docs/packages.md.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Annotated, Literal

from cryptography import exceptions
from cryptography.hazmat.primitives.asymmetric import ed25519
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from stoa.miniapp import key_file
from stoa.miniapp.author_key import decoded, encoded, key_problem, short_fingerprint
from stoa.miniapp.errors import PackageError
from stoa.miniapp.manifest import MANIFEST_NAME
from stoa.miniapp.signed import GET_IT_AGAIN, SIGNATURE_MAX_BYTES, FileMark, Signed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stoa.miniapp.manifest import Manifest

MAX_ENDORSEMENTS = 16
_SIGNATURE_BYTES = 64
# What is signed starts with what it is for, so that no signature can be used for the other, or for anything else.
_FOR_PACKAGE = "Stoa mini-app package, format 1"
_FOR_NEXT_KEY = "Stoa mini-app next key, format 1"
# Leaves and nodes are told apart as in RFC 6962 §2.1, so that no node can stand for a file.
_LEAF, _NODE = b"\x00", b"\x01"


def _key(text: str) -> str:
    problem = key_problem(text)
    if problem is not None:
        raise ValueError(problem)
    return text


def _signature(text: str) -> str:
    data = decoded(text)
    if data is None or len(data) != _SIGNATURE_BYTES:
        raise ValueError("no signature")
    return text


_Key = Annotated[str, AfterValidator(_key)]
_Signature = Annotated[str, AfterValidator(_signature)]
_Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class _FileMark(_Part):
    """A ``FileMark`` as it is written."""

    sha256: _Digest
    size: Annotated[int, Field(ge=0, lt=2**63)]


class _Endorsement(_Part):
    """An earlier key's word that the next key in the list is its author's too."""

    key: _Key
    signature: _Signature


class _SignatureFile(_Part):
    """The members of the signature file."""

    algorithm: Literal["Ed25519"] = "Ed25519"
    endorsements: Annotated[tuple[_Endorsement, ...], Field(max_length=MAX_ENDORSEMENTS)] = ()
    files: dict[str, _FileMark]
    format: Literal[1] = 1
    key: _Key
    root: _Digest
    signature: _Signature

    def written(self) -> bytes:
        """The one way in which these members are written."""
        return (json.dumps(self.model_dump(), indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def tree_root(files: Mapping[str, FileMark]) -> str:
    """The root of the hash tree (RFC 6962 §2.1) over the files, sorted by name; at least one, names as UTF-8."""
    level = [hashlib.sha256(_LEAF + _leaf(name, files[name])).digest() for name in sorted(files)]
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        # A node that is left over goes up as it is.
        level = [hashlib.sha256(_NODE + one + other).digest() for one, other in pairs] + level[len(level) & ~1 :]
    return level[0].hex()


def sign(
    files: Mapping[str, FileMark],
    manifest: Manifest,
    key: ed25519.Ed25519PrivateKey,
    earlier: Sequence[ed25519.Ed25519PrivateKey] = (),
) -> bytes:
    """The signature file of a package with these files, the same bytes each time.

    ``earlier`` are the author's former keys, oldest first. Raises ``PackageError`` when the manifest has another key.
    """
    signer = key_file.public_key(key)
    named = manifest.author_key
    if named != signer:
        has = "no key" if named is None else f'the key "{named}"'
        raise PackageError(f'{MANIFEST_NAME} has {has} under "author": put "key": "{signer}" there.')
    if len(earlier) > MAX_ENDORSEMENTS:
        raise PackageError(f"At most {MAX_ENDORSEMENTS} earlier keys can be named: leave the oldest out.")
    following = [*(key_file.public_key(one) for one in earlier[1:]), signer]
    endorsements = [
        _Endorsement(key=key_file.public_key(one), signature=encoded(one.sign(_next_key(manifest.app_id, after))))
        for one, after in zip(earlier, following, strict=False)
    ]
    root = tree_root(files)
    return _SignatureFile(
        endorsements=tuple(endorsements),
        files={name: _FileMark(sha256=file.sha256, size=file.size) for name, file in files.items()},
        key=signer,
        root=root,
        signature=encoded(key.sign(_statement(manifest, root))),
    ).written()


def read_signature(data: bytes | None, manifest: Manifest) -> Signed:
    """The signed list of files of a package that speaks of a signature, itself or by its manifest.

    ``data`` is the signature file, None when there is none. The files themselves are not looked at. Raises
    ``PackageError`` when the signature is missing, cannot be read, or is not the author's on this app and version.
    """
    if data is None:
        raise PackageError(
            f"{manifest.name} names its author's key, and yet is not signed: {GET_IT_AGAIN}, or, if you are its "
            f"author, pack it with `stoa pack FOLDER --key FILE`."
        )
    written = _read(data)
    if written.key != manifest.author_key:
        raise PackageError(
            f"{manifest.name} is signed with the key {short_fingerprint(written.key)}, which its {MANIFEST_NAME} does "
            f"not name: {GET_IT_AGAIN}."
        )
    following = [*(one.key for one in written.endorsements[1:]), written.key]
    words = [
        (one.key, one.signature, _next_key(manifest.app_id, after))
        for one, after in zip(written.endorsements, following, strict=False)
    ]
    words.append((written.key, written.signature, _statement(manifest, written.root)))
    files = {name: FileMark(file.sha256, file.size) for name, file in written.files.items()}
    if not files or tree_root(files) != written.root or not all(_holds(*word) for word in words):
        raise PackageError(
            f"The signature on {manifest.name} does not hold: it was changed after it was signed, or signed for "
            f"another app or version; {GET_IT_AGAIN}."
        )
    return Signed(written.key, files, tuple(one.key for one in written.endorsements))


def _read(data: bytes) -> _SignatureFile:
    unreadable = PackageError(f"The signature cannot be read: update Stoa, or {GET_IT_AGAIN}.")
    if len(data) > SIGNATURE_MAX_BYTES:
        raise unreadable
    try:
        written = _SignatureFile.model_validate_json(data)
        is_plain = written.written() == data
    except (ValidationError, UnicodeEncodeError):
        raise unreadable from None
    if not is_plain:
        raise unreadable
    return written


def _leaf(name: str, file: FileMark) -> bytes:
    """Hash and size have fixed lengths, so that the name needs no end."""
    return bytes.fromhex(file.sha256) + file.size.to_bytes(8, "big") + name.encode()


def _statement(manifest: Manifest, root: str) -> bytes:
    return f"{_FOR_PACKAGE}\n{manifest.app_id}\n{manifest.version.code}\n{root}".encode()


def _next_key(app_id: str, key: str) -> bytes:
    return f"{_FOR_NEXT_KEY}\n{app_id}\n{key}".encode()


def _holds(key: str, signature: str, message: bytes) -> bool:
    try:
        ed25519.Ed25519PublicKey.from_public_bytes(_bytes(key)).verify(_bytes(signature), message)
    except (exceptions.InvalidSignature, ValueError):
        # 32 bytes need not be a point of the curve; which of the two errors says so depends on the library.
        return False
    return True


def _bytes(text: str) -> bytes:
    """The bytes of a text that was validated."""
    data = decoded(text)
    assert data is not None
    return data
