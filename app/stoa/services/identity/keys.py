"""Where the secret keys are kept: the system's keyring, or else files that only the user can read."""

from __future__ import annotations

import base64
import binascii
import importlib
import os
import sys
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from stoa.contract.errors import StoaError
from stoa.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SERVICE = "Stoa"
_NOTE = "kept-in-keyring"
# Asked for by name: keyring's own choice may be a plain-text file, a null store, or a chain that ends in one.
_BACKENDS = {
    "darwin": (("keyring.backends.macOS", "Keyring"),),
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
}
_BACKENDS_ELSEWHERE = (("keyring.backends.SecretService", "Keyring"), ("keyring.backends.kwallet", "DBusKeyring"))


class SecretsError(StoaError):
    """The keys cannot be had now; the sentence says what would help."""


class SecretStore(Protocol):
    """Small secrets by name; names hold letters, digits and hyphens. Every method raises `SecretsError`."""

    def read(self, name: str) -> bytes | None:
        """The secret, or None when none was written."""
        ...

    def write(self, name: str, value: bytes) -> None:
        """Keep a secret in place of the one before."""
        ...

    def remove(self, name: str) -> None:
        """Forget a secret; does nothing when there is none."""
        ...


class Backend(Protocol):
    """What is used of one of keyring's own backends."""

    def get_password(self, service: str, username: str) -> str | None:
        """The text kept under a service and a name."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Forget a text."""
        ...


class Place(StrEnum):
    """The kinds of places, for a window that says it in another language."""

    KEYRING = "keyring"
    FILES = "files"
    UNREACHABLE = "unreachable"
    """A keyring that is not there now."""


class Chosen(Record):
    """Where the keys are kept; ``where`` is a sentence about it for Settings."""

    store: SecretStore
    place: Place
    where: str


class KeyringSecrets:
    """Secrets in the system's keyring."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def read(self, name: str) -> bytes | None:
        """The secret; unlocks the keyring first, which may ask the person."""
        text = self._asked(lambda: self._backend.get_password(SERVICE, name))
        if text is None:
            return None
        try:
            return base64.b64decode(text, validate=True)
        except binascii.Error as error:
            raise SecretsError(
                f"The system's keyring holds something else under {SERVICE}, {name}: remove that entry."
            ) from error

    def write(self, name: str, value: bytes) -> None:
        """Keep a secret and make sure that it can be read back."""
        text = base64.b64encode(value).decode("ascii")
        self._asked(lambda: self._backend.set_password(SERVICE, name, text))
        if self.read(name) != value:
            raise SecretsError("The system's keyring did not keep the key: check that it is set up.")

    def remove(self, name: str) -> None:
        """Forget a secret."""
        if self.read(name) is not None:
            self._asked(lambda: self._backend.delete_password(SERVICE, name))

    def _asked(self, action: Callable[[], Any]) -> Any:
        try:
            return action()
        except Exception as error:
            # Backends raise what their system libraries do: D-Bus, Win32 and Keychain errors without a common root.
            raise SecretsError("The system's keyring did not answer: unlock it, or start it, and try again.") from error


class FileSecrets:
    """Secrets in one file each (mode 0600) in a folder of their own (mode 0700)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        """The content of the secret's file."""
        try:
            return (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._refused() from error

    def write(self, name: str, value: bytes) -> None:
        """Write a new file beside and rename it, so that an end at any moment leaves the old secret or the new one."""
        try:
            private_folder(self._folder)
            beside = self._folder / f"{name}.new"
            beside.unlink(missing_ok=True)
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(value)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._folder / name)
        except OSError as error:
            raise self._refused() from error

    def remove(self, name: str) -> None:
        """Delete the secret's file."""
        try:
            (self._folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise self._refused() from error

    def _refused(self) -> SecretsError:
        return SecretsError(
            f"The keys in {self._folder} cannot be read or written: allow it, or free space on the disk."
        )


class MovingSecrets:
    """The keyring, which takes over, one by one when they are asked for, the secrets that were kept in files before."""

    def __init__(self, keyring: SecretStore, files: SecretStore, folder: Path) -> None:
        self._keyring = keyring
        self._files = files
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        """The secret, from the keyring or, on its way there, from its file."""
        value = self._keyring.read(name)
        if value is None and (value := self._files.read(name)) is not None:
            self.write(name, value)
        return value

    def write(self, name: str, value: bytes) -> None:
        """Keep a secret in the keyring, with a note that it is there, and drop the file."""
        self._keyring.write(name, value)
        with suppress(OSError):
            private_folder(self._folder)
            (self._folder / _NOTE).touch()
        self._files.remove(name)

    def remove(self, name: str) -> None:
        """Forget a secret in both places."""
        self._keyring.remove(name)
        self._files.remove(name)


class UnreachableSecrets:
    """Keys that are in a keyring which is not there now: refused, because new ones would make another person of us."""

    def __init__(self, note: Path) -> None:
        self._note = note

    def read(self, name: str) -> bytes | None:
        """Refuse."""
        raise self._refused(name)

    def write(self, name: str, value: bytes) -> None:  # noqa: ARG002  the protocol's
        """Refuse."""
        raise self._refused(name)

    def remove(self, name: str) -> None:
        """Refuse."""
        raise self._refused(name)

    def _refused(self, name: str) -> SecretsError:
        return SecretsError(
            f"The key {name} is in the system's keyring, which cannot be reached: start Stoa where the keyring runs, "
            f"or delete {self._note} to begin with new keys."
        )


def choose_secrets(folder: Path, find: Callable[[], Backend | None] | None = None) -> Chosen:
    """The keyring if there is a real one, else files under ``folder``. Never raises for want of a keyring.

    ``find`` looks for a keyring; it is slow (it imports keyring and asks D-Bus), so call this from a worker thread,
    and only when a key or Settings needs it.
    """
    backend = (find or system_keyring)()
    files = FileSecrets(folder)
    if backend is not None:
        store = MovingSecrets(KeyringSecrets(backend), files, folder)
        return Chosen(store, Place.KEYRING, "Keys are kept in the keyring of this system.")
    if (folder / _NOTE).exists():
        where = "Keys are kept in the keyring of this system, which cannot be reached now: signing in has to wait."
        return Chosen(UnreachableSecrets(folder / _NOTE), Place.UNREACHABLE, where)
    where = f"Keys are kept in files that only you can read, in {folder}: this system has no keyring."
    return Chosen(files, Place.FILES, where)


def system_keyring() -> Backend | None:
    """The first real keyring of this system that says it works, or None."""
    for module_name, class_name in _BACKENDS.get(sys.platform, _BACKENDS_ELSEWHERE):
        # What is missing or broken (a library, D-Bus, the service) shows itself as any kind of error, and each means
        # the same here: not this one.
        with suppress(Exception):
            # Late, because importing keyring and asking the system takes longer than the window may wait.
            kind = importlib.import_module(module_name).__dict__[class_name]
            if kind.priority > 0:
                backend: Backend = kind()
                return backend
    return None


def private_folder(folder: Path) -> None:
    """Make a folder that only the user can enter; an existing one is closed to others."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
