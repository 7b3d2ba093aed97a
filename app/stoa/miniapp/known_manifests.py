"""Manifests that were read before: the same text, by the same rules, need not be judged again.

Judging takes the models of ``stoa.miniapp.declaration`` and pydantic, which is a tenth of a start. Their results are
kept in one file, with the whole text of each manifest: nothing else stands for it. What is missing there, or
damaged, is read anew, so that nothing is lost with the file.
"""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stoa import __version__
from stoa.chance import token
from stoa.contract.sizes import CONTRACT_VERSION
from stoa.miniapp import reading
from stoa.miniapp.errors import Finding
from stoa.miniapp.manifest import Reading, manifest_of

if TYPE_CHECKING:
    from collections.abc import Collection

# A catalogue of some hundred apps; who has more waits for theirs at a start.
_MAX_BYTES = 2 * 1024 * 1024
_OF_THE_RULES = ("author_key", "declaration", "identifier", "jsontext", "manifest", "naming", "origin", "reading")


class KnownManifests:
    """The manifests in ``file``, which comes to be by ``keep``. For one thread at a time.

    ``permissions`` are the names that exist, None where they are not judged.
    """

    def __init__(self, file: Path, permissions: Collection[str] | None) -> None:
        self._file = file
        self.permissions = permissions
        self._there: dict[str, Any] | None = None
        self._used: dict[str, Any] = {}

    def read(self, data: bytes) -> Reading:
        """As ``read_manifest``. Raises as that."""
        if self._there is None:
            self._there = self._kept()
        with suppress(UnicodeDecodeError, LookupError, TypeError):
            text = data.decode()
            known = self._there[text]
            found = Reading(manifest_of(known["manifest"]), tuple(Finding(*one) for one in known["findings"]))
            self._used[text] = known
            return found
        found = reading.read_manifest(data, self.permissions)
        findings = [list(asdict(one).values()) for one in found.findings]
        self._used[data.decode()] = {"manifest": asdict(found.manifest), "findings": findings}
        return found

    def keep(self) -> None:
        """Keep what was read through this from the first call of ``read`` on, or since the last call of this."""
        used, self._used = self._used, {}
        if used == self._there:
            return
        self._there = used
        body = json.dumps({"rules": self._rules(), "manifests": used}, ensure_ascii=False).encode()
        beside = self._file.with_name(f"{self._file.name}.{token(8)}.new")
        try:
            if len(body) <= _MAX_BYTES:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                beside.write_bytes(b"%08x\n" % zlib.crc32(body) + body)
                beside.replace(self._file)
        except OSError:
            # The next start reads them once more.
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def _kept(self) -> dict[str, Any]:
        try:
            with self._file.open("rb") as file:
                checksum, _, body = file.read(_MAX_BYTES + 16).partition(b"\n")
            if checksum != b"%08x" % zlib.crc32(body):
                return {}
            kept = json.loads(body)
            return dict(kept["manifests"]) if kept["rules"] == self._rules() else {}
        except (OSError, ValueError, LookupError, TypeError):
            return {}

    def _rules(self) -> list[Any]:
        """What decides what is valid: this version of the program, its files, and the permissions that there are."""
        folder = Path(__file__).parent
        times = [(folder / f"{name}.py").stat().st_mtime_ns for name in _OF_THE_RULES]
        return [__version__, CONTRACT_VERSION, times, None if self.permissions is None else sorted(self.permissions)]
