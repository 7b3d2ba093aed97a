"""What the command line does for authors of mini-apps: keys, signed packages, and who signed one. Returns texts."""

from __future__ import annotations

import json
import re
import shlex
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from stoa.areas import METHOD_PERMISSIONS, SINCE
from stoa.check import check_folder
from stoa.check.mending import mend_folder
from stoa.contract.errors import StoaError
from stoa.miniapp.app import open_folder
from stoa.miniapp.author_key import fingerprint
from stoa.miniapp.built import PUBLIC
from stoa.miniapp.identifier import app_id_problem
from stoa.miniapp.key_file import is_open_to_others, make_key_file, public_key, read_key_file
from stoa.miniapp.manifest import MANIFEST_MAX_BYTES, MANIFEST_NAME
from stoa.miniapp.package import open_package, pack, read_package_file
from stoa.miniapp.reading import read_manifest
from stoa.miniapp.signers import KnownSigners
from stoa.paths import miniapps, resources
from stoa.permissions import PERMISSION_NAMES
from stoa.records import Record
from stoa.scaffold import Wish, make_folder
from stoa.scaffold.folder import PLAIN
from stoa.services.identity.keys import choose_secrets
from stoa.services.identity.tokens import public_key_set
from stoa.services.identity.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from stoa.check import Report
    from stoa.miniapp.package import Package
    from stoa.paths import Paths

SIGNED, REFUSED, UNSIGNED = 0, 1, 3
_AUTHOR = re.compile(r'"author"\s*:\s*\{(\s*)')


class Packing(Record):
    """How a folder becomes a package: where it is written, and which private keys sign it."""

    folder: Path
    target: Path
    key: Path | None = None
    earlier: tuple[Path, ...] = ()
    write_key: bool = False


def checked(folder: Path, *, fix: bool = False) -> Report:
    """What the check finds in a folder, after the mechanical changes where they are asked for. Raises StoaError."""
    changes = mend_folder(folder, PERMISSION_NAMES, METHOD_PERMISSIONS) if fix else ()
    return replace(check_folder(folder, PERMISSION_NAMES, METHOD_PERMISSIONS, SINCE), changes=changes)


def new_app(folder: Path, app_id: str | None, template: str) -> str:
    """Make the folder of a new mini-app, and say what to do next. Raises StoaError."""
    types = miniapps() / "_sdk" / "stoa.d.ts"
    made = make_folder(Wish(folder.absolute(), template, app_id), resources() / "templates", types)
    shown = shlex.quote(str(folder))
    steps = [f"stoa open {shown}", f"stoa check {shown}", f"stoa test {shown}"]
    manifest = folder / MANIFEST_NAME
    if template != PLAIN:
        steps.insert(0, f"cd {shown} && npm install && npm run build && cd -")
        manifest = folder / PUBLIC / MANIFEST_NAME
    return "\n".join(
        [
            f"{folder} is a mini-app with the id {made}. Next:",
            *(f"  {step}" for step in steps),
            f'Before others get it, change "app_id", "author" and "privacy_url" in {manifest}: they are examples.',
        ]
    )


def new_key(path: Path) -> str:
    """Make a private key, and say what to put into the manifest. Raises StoaError."""
    key = public_key(make_key_file(path))
    return (
        f"{path} is your private key: keep a copy where nobody else can read it. Without it nobody can update your "
        f"mini-apps.\n"
        f'Public key, for "author" in {MANIFEST_NAME}:\n'
        f'  "key": "{key}"\n'
        f"Fingerprint, for people to compare:\n"
        f"  {fingerprint(key)}"
    )


def make_package(packing: Packing) -> tuple[str, list[str]]:
    """Pack a folder and write the package: what to tell, and warnings. Raises StoaError."""
    if packing.key is None:
        if packing.earlier or packing.write_key:
            raise StoaError("Nothing is signed without a key: add --key FILE.")
        data, signer = pack(packing.folder, PERMISSION_NAMES), ""
    else:
        key, earlier = read_key_file(packing.key), [read_key_file(path) for path in packing.earlier]
        if packing.write_key:
            write_key(packing.folder, public_key(key), [public_key(one) for one in earlier])
        data = pack(packing.folder, PERMISSION_NAMES, key, earlier)
        signer = f", signed with {fingerprint(public_key(key))}"
    try:
        packing.target.write_bytes(data)
    except OSError as error:
        raise StoaError(f"{packing.target} could not be written: {error.strerror}.") from error
    keys = [path for path in (packing.key, *packing.earlier) if path is not None]
    warnings = [f"Others on this machine can read {path}: chmod 600 {path}" for path in keys if is_open_to_others(path)]
    return f"{packing.target} ({len(data):,} bytes{signer})", warnings


def write_key(folder: Path, key: str, earlier: Sequence[str] = ()) -> None:
    """Put a public key into the manifest of a folder and leave every other character as it is. Raises StoaError.

    A key that is there already is replaced only when it is one of ``earlier``.
    """
    path = folder / MANIFEST_NAME
    try:
        with path.open("rb") as file:
            data = file.read(MANIFEST_MAX_BYTES + 1)
    except OSError as error:
        raise StoaError(f"{path} cannot be read: {error.strerror}.") from error
    before = read_manifest(data, PERMISSION_NAMES).manifest
    if before.author is None:
        raise StoaError(f'{path} names nobody: add "author": {{ "name": "…" }} with your name to it.')
    there = before.author.key
    if there == key:
        return
    if there is not None and there not in earlier:
        raise StoaError(
            f"{path} has another key, and who has installed your app will refuse packages without it: add "
            f"--previous-key FILE with that key's file, or take the key out of {MANIFEST_NAME} yourself."
        )
    text = data.decode()
    if there is None:
        text = _AUTHOR.sub(lambda found: f'{found[0]}"key": "{key}",{found[1] or " "}', text, count=1)
    else:
        text = text.replace(f'"{there}"', f'"{key}"', 1)
    wanted = replace(before, author=replace(before.author, key=key))
    after = None
    with suppress(StoaError):
        after = read_manifest(text.encode(), PERMISSION_NAMES).manifest
    if after != wanted:
        raise StoaError(f'The key could not be put into {path}: write "key": "{key}" under "author" yourself.')
    try:
        path.write_bytes(text.encode())
    except OSError as error:
        raise StoaError(f"{path} could not be written: {error.strerror}.") from error


def verdict(file: Path, paths: Paths) -> tuple[str, int]:
    """Who signed a package and whether they are known here: lines for people, and the exit code. Raises StoaError."""
    package = open_package(read_package_file(file), PERMISSION_NAMES)
    manifest, signed = package.manifest, package.signed
    lines = [f"{manifest.name} {manifest.version.name} ({manifest.app_id}, code {manifest.version.code})"]
    if signed is not None and manifest.author is not None:
        lines.append(f"Signed by {manifest.author.name}, as the package itself says, with the key {signed.key}")
        lines.append(f"Fingerprint {signed.fingerprint}")
    standing, code = _standing(package, paths)
    return "\n".join([*lines, standing]), code


def _standing(package: Package, paths: Paths) -> tuple[str, int]:
    signers, manifest, signed = KnownSigners(paths.packages), package.manifest, package.signed
    try:
        signers.judge(manifest, signed)
        known = signers.get(manifest.app_id)
    except StoaError as error:
        return str(error), REFUSED
    if signed is None:
        return "Not signed: nobody vouches that its files are as somebody wrote them.", UNSIGNED
    if known is None:
        return "New here: the key is remembered when it is installed.", SIGNED
    if known.key == signed.key:
        return "Known here: it is the key that is remembered for this app.", SIGNED
    return "Known here by an earlier key of the same author, which passes on to this one.", SIGNED


def key_set(target: str, folder: Path, paths: Paths) -> str:
    """The public keys that verify a mini-app's sign-in tokens as JSON. Raises StoaError.

    ``target`` is an app id, or the path ``folder`` of an app that runs from a folder.
    """
    problem = app_id_problem(target)
    if problem is None:
        app_key = target
    elif folder.is_dir():
        app_key = open_folder(folder, PERMISSION_NAMES).key
    else:
        raise StoaError(f"{target} is no folder and no mini-app's id: {problem}.")
    vault = Vault(lambda: choose_secrets(paths.secrets))
    return json.dumps(public_key_set([vault.signing_key(app_key)]), indent=2)
