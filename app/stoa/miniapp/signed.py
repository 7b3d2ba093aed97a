"""What is known of a signed package: its signer, and the mark of each file. Read by ``stoa.miniapp.signature``."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from stoa.miniapp.author_key import fingerprint
from stoa.miniapp.errors import PackageError
from stoa.miniapp.naming import HOST_FOLDER
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# In the host's own folder, of which no request is ever answered from a mini-app's files.
SIGNATURE_NAME = f"{HOST_FOLDER}/signature.json"
# 2,000 files with the longest names that are allowed make under 2 MB.
SIGNATURE_MAX_BYTES = 4 * 1024 * 1024
GET_IT_AGAIN = "get it again from its author"


class FileMark(Record):
    """What tells one file from every other: its SHA-256 in hexadecimal, and its size in bytes."""

    sha256: str
    size: int


class Signed(Record):
    """A list of files that an author signed. ``earlier_keys`` are their former keys, each endorsing the next."""

    key: str
    files: Mapping[str, FileMark]
    earlier_keys: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """What people compare to know the signer."""
        return fingerprint(self.key)

    def continues(self, known: str) -> bool:
        """Whether the signer is the one known by the key ``known``, by the same key or by an unbroken line of keys."""
        return known == self.key or known in self.earlier_keys

    def compare(self, marks: Mapping[str, FileMark]) -> None:
        """Raise ``PackageError`` naming the first file that is missing, changed, or more than was signed."""
        for name in sorted(self.files.keys() | marks.keys()):
            if name not in marks:
                raise _changed(name, "is missing")
            if name not in self.files:
                raise _changed(name, "was added")
            if marks[name] != self.files[name]:
                raise _changed(name, "was changed")


def mark(chunks: Iterable[bytes]) -> FileMark:
    """The mark of a file's contents."""
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        digest.update(chunk)
        size += len(chunk)
    return FileMark(digest.hexdigest(), size)


def _changed(name: str, what: str) -> PackageError:
    return PackageError(f'"{name}" {what} after its author signed the package: {GET_IT_AGAIN}.')
