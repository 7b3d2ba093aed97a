"""What a mini-app says about itself, once its ``manifest.json`` was read and found valid.

Plain values: what may be written, and what is wrong with what is, ``stoa.miniapp.declaration`` and
``stoa.miniapp.reading`` know, which a start with nothing new to read does not need.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, cast

from stoa.records import Record

if TYPE_CHECKING:
    from stoa.miniapp.errors import Finding

MANIFEST_NAME = "manifest.json"
# The largest sensible manifest (50 permissions with reasons, 500 pages) is under 64 KB.
MANIFEST_MAX_BYTES = 256 * 1024


class Icon(Record):
    """A picture of the mini-app. ``sizes`` is ``WxH`` in pixels, several divided by spaces, or ``any``."""

    src: str
    sizes: str = "any"
    type: str = ""


class Version(Record):
    """``code`` grows with every release and decides what is newer; ``name`` is for people."""

    code: int = 1
    name: str = "1.0.0"


class PlatformVersion(Record):
    """The W3C platform version; Stoa reads it, and decides by ``contract``."""

    min_code: int = 1
    target_code: int | None = None
    release_type: str = ""


class Window(Record):
    """How the room looks before the page has painted, and the width in pixels the page was made for."""

    background_color: str | None = None
    design_width: int | None = None


class PermissionRequest(Record):
    """A permission the mini-app asks for, why (shown on the sheet), and whether it works without."""

    name: str
    reason: str = ""
    optional: bool = False


class Author(Record):
    """Who made it. ``key`` is the Ed25519 public key that signs its packages: 32 bytes as base64url (RFC 4648 §5)."""

    name: str
    url: str | None = None
    key: str | None = None


class Manifest(Record):
    """All that a mini-app says about itself."""

    app_id: str
    name: str
    short_name: str | None = None
    description: str | None = None
    icons: tuple[Icon, ...] = ()
    version: Version = Version()
    platform_version: PlatformVersion = PlatformVersion()
    pages: tuple[str, ...] = ()
    lang: str | None = None
    dir: Literal["ltr", "rtl", "auto"] = "auto"
    color_scheme: Literal["light", "dark", "auto"] = "auto"
    window: Window = Window()
    entry: str = "index.html"
    permissions: tuple[PermissionRequest, ...] = ()
    network: tuple[str, ...] = ()
    share_targets: tuple[Literal["text", "url"], ...] = ()
    categories: tuple[str, ...] = ()
    author: Author | None = None
    privacy_url: str | None = None
    contract: int = 1
    script: tuple[Literal["inline", "wasm"], ...] = ()

    @property
    def permission_names(self) -> frozenset[str]:
        """The names of all permissions it asks for."""
        return frozenset(request.name for request in self.permissions)

    @property
    def author_key(self) -> str | None:
        """The public key that its packages are signed with; None when they are not."""
        return None if self.author is None else self.author.key


class Reading(Record):
    """A manifest that can be used, and what is worth changing in it all the same."""

    manifest: Manifest
    findings: tuple[Finding, ...] = ()


_PARTS: dict[str, type] = {
    "icons": Icon,
    "version": Version,
    "platform_version": PlatformVersion,
    "window": Window,
    "permissions": PermissionRequest,
    "author": Author,
}


def manifest_of(members: Mapping[str, Any]) -> Manifest:
    """The manifest with these members, all of them valid and none unknown, as they are written in JSON.

    Raises ``TypeError`` where a member is unknown or missing.
    """
    return Manifest(**{name: _part(_PARTS.get(name), value) for name, value in members.items()})


def _part(kind: type | None, value: object) -> Any:
    if isinstance(value, list | tuple):
        return tuple(_part(kind, item) for item in value)
    return kind(**cast("Mapping[str, Any]", value)) if kind is not None and isinstance(value, Mapping) else value
