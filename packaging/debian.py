"""Installing Debian packages, where that is allowed, and the exact line to type where it is not."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkout import SetUpError, quiet_step, say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


def install_line(packages: Iterable[str]) -> str:
    """The line a person types to install packages."""
    return f"sudo apt-get update && sudo apt-get install --no-install-recommends {' '.join(packages)}"


def real_names(packages: Iterable[str], known: Collection[str]) -> list[str]:
    """Each package under the name this release gives it, sorted.

    Debian 13 and Ubuntu 24.04 renamed libraries in the move to 64-bit time (libasound2 became libasound2t64).
    An unknown name stays as it is, so that apt names it in its own error.
    """
    return sorted({name + "t64" if name not in known and name + "t64" in known else name for name in packages})


def is_installed(package: str) -> bool:
    """Whether dpkg has the package; False where there is no dpkg."""
    if shutil.which("dpkg-query") is None:
        return False
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status}", package], capture_output=True, text=True, check=False
    )
    return answer.stdout == "installed"


@dataclass
class Apt:
    """apt-get for one start of this script; the package lists are refreshed once, before the first install."""

    refreshed: bool = False

    def install(self, packages: Sequence[str], reason: str) -> None:
        """Install packages; raises SetUpError with the line to type when that is not allowed or fails."""
        if shutil.which("apt-get") is None:
            wanted = " ".join(packages)
            raise SetUpError(f"{reason}. Install what your system calls these Debian packages: {wanted}")
        rights = _rights()
        if rights is None:
            raise SetUpError(f"{reason}. Type this line, then start again:\n  {install_line(packages)}")
        apt_get = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
        self._refresh(apt_get)
        names = real_names(packages, _known_names())
        say(f"{reason}: installing {' '.join(names)}")
        quiet_step(
            [*apt_get, "install", "-y", "--no-install-recommends", *names],
            f"apt-get could not install what is missing. Try this line:\n  {install_line(names)}",
        )

    def _refresh(self, apt_get: Sequence[str]) -> None:
        """Refresh the package lists; a broken source is apt's to complain of, and no reason to stop."""
        if self.refreshed:
            return
        self.refreshed = True
        try:
            quiet_step([*apt_get, "update"], "apt-get update failed")
        except SetUpError as error:
            say(f"{error}; going on with the package lists that are here")


def _rights() -> list[str] | None:
    """What to put before apt-get: nothing as root, sudo when it asks for no password, None when neither."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, stdin=subprocess.DEVNULL, check=False)
    return ["sudo", "-n"] if allowed.returncode == 0 else None


def _known_names() -> frozenset[str]:
    """The names of all packages in the lists; empty where apt-cache does not answer."""
    if shutil.which("apt-cache") is None:
        return frozenset()
    answer = subprocess.run(["apt-cache", "pkgnames"], capture_output=True, text=True, check=False)
    return frozenset(answer.stdout.split())
