"""By which key each mini-app is known here: remembered at its first installation, and kept when it goes.

One small file for each app id, next to the packages. Not in the database: a package and its signer must be remembered
or lost together, in any thread, and a database that is moved aside must not let a stranger take an id.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from stoa.chance import token
from stoa.miniapp import signer_file
from stoa.miniapp.author_key import fingerprint, short_fingerprint
from stoa.miniapp.disk import disk_refusal, sync_folder
from stoa.miniapp.errors import PackageError
from stoa.miniapp.identifier import app_id_problem
from stoa.records import Record

if TYPE_CHECKING:
    from pathlib import Path

    from stoa.miniapp.manifest import Manifest
    from stoa.miniapp.signed import Signed
    from stoa.miniapp.signer_file import Remembered

_FOLDER = ".signers"
_ENDING = ".json"


class KnownSigner(Record):
    """Who signs an app: its name and author as its manifest had them then, and the public key."""

    app_id: str
    name: str
    author: str
    key: str

    @property
    def fingerprint(self) -> str:
        """What people compare instead of the key."""
        return fingerprint(self.key)


class KnownSigners:
    """The keys remembered for the packages in the folder ``packages``. May be asked from several threads."""

    def __init__(self, packages: Path) -> None:
        self._folder = packages / _FOLDER

    def get(self, app_id: str) -> KnownSigner | None:
        """By whom the packages of an app are signed, or None when none was seen. Raises ``PackageError``."""
        path = self._file(app_id)
        try:
            data = path.read_bytes()
            found = signer_file.Remembered.model_validate_json(data)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError):
            # Not taken for unknown: whoever can break the file must not thereby choose the next signer.
            raise PackageError(
                f"The key that {app_id} is known by cannot be read: make {path} readable, or delete it to trust the "
                f"next package's key."
            ) from None
        return KnownSigner(app_id, found.name, found.author, found.key)

    def all(self) -> list[KnownSigner]:
        """Every app whose signer is remembered, by name; files that cannot be read are left out."""
        found = []
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.suffix == _ENDING and app_id_problem(path.stem) is None:
                    with suppress(PackageError):
                        found.append(self.get(path.stem))
        return sorted((one for one in found if one is not None), key=lambda one: (one.name.casefold(), one.app_id))

    def judge(self, manifest: Manifest, signed: Signed | None) -> None:
        """Raise ``PackageError`` when a package is not signed by whom the app is known by, with what to do then."""
        known = self.get(manifest.app_id)
        if known is None or (signed is not None and signed.continues(known.key)):
            return
        key = short_fingerprint(known.key)
        if signed is None:
            raise PackageError(
                f"This package of {manifest.name} is not signed, and Stoa knows {manifest.name} by the key {key}: it "
                f"may come from somebody else. Ask its author for a signed one."
            )
        raise PackageError(
            f"This package of {manifest.name} is signed with the key {signed.fingerprint[:9]}, and Stoa knows "
            f"{manifest.name} by the key {key}: it may come from somebody else. Ask its author. If it is right, "
            f"uninstall the app, forget its key at the end of Settings, Apps, and install it again."
        )

    def learn(self, manifest: Manifest, signed: Signed | None) -> None:
        """Remember the signer of a package that was judged and installed. Raises ``PackageError``."""
        if signed is None:
            return
        known = self.get(manifest.app_id)
        if known is not None and known.key == signed.key:
            return
        author = manifest.author.name if manifest.author else ""
        self._write(manifest.app_id, signer_file.Remembered(author=author, key=signed.key, name=manifest.name))

    def forget(self, app_id: str) -> None:
        """Let the next package of an app be signed by anybody. Raises ``PackageError``."""
        try:
            self._file(app_id).unlink(missing_ok=True)
        except OSError as exc:
            raise disk_refusal(f"The key of {app_id} could not be forgotten", exc) from exc
        sync_folder(self._folder)

    def _file(self, app_id: str) -> Path:
        return self._folder / f"{app_id}{_ENDING}"

    def _write(self, app_id: str, remembered: Remembered) -> None:
        beside = self._folder / f"{app_id}.{token(8)}.new"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with beside.open("xb") as file:
                file.write(remembered.model_dump_json().encode())
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._file(app_id))
        except OSError as exc:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise disk_refusal(f"The key of {remembered.name} could not be remembered", exc) from exc
        sync_folder(self._folder)
