"""Where things are: the person's folders and the files that come with the program. Nothing else reads either."""

from __future__ import annotations

from pathlib import Path

from platformdirs import PlatformDirs

from stoa.records import Record

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "_bundled"
_CHECKOUT = _PACKAGE.parent.parent


class Paths(Record):
    """The places under one data folder."""

    data: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.data / "stoa.db"

    @property
    def rooms(self) -> Path:
        """The storage of the rooms, one folder for each account and mini-app."""
        return self.data / "rooms"

    @property
    def packages(self) -> Path:
        """The installed mini-apps."""
        return self.data / "packages"

    @property
    def secrets(self) -> Path:
        """The folder of account keys, used where the system has no keyring."""
        return self.data / "secrets"


def user_paths(data_dir: Path | None = None) -> Paths:
    """The person's own data folder, or the one that was asked for."""
    return Paths(data_dir.resolve() if data_dir is not None else PlatformDirs("stoa", appauthor=False).user_data_path)


def resources() -> Path:
    """Icons, starter content and translations."""
    return _bundled("resources")


def miniapps() -> Path:
    """The mini-apps that come with the program."""
    return _bundled("miniapps")


def sdk() -> Path:
    """The script that each page of a mini-app may load, generated from the contract."""
    return miniapps() / "_sdk" / "stoa.js"


def _bundled(name: str) -> Path:
    """A folder inside an installed distribution, or in the checkout the program runs from."""
    installed = _BUNDLED / name
    return installed if installed.is_dir() else _CHECKOUT / name
