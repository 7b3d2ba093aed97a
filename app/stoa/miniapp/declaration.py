"""The members of ``manifest.json``: the W3C MiniApp Manifest where it has one, and Stoa's own.

A ``Declaration`` that exists is valid in itself, and becomes a ``stoa.miniapp.manifest.Manifest``. What it
says about its place (known permissions, contract version, duplicates, typing slips) is judged by
``stoa.miniapp.reading``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from stoa.miniapp.author_key import key_problem
from stoa.miniapp.identifier import APP_ID_MAX_CHARS, app_id_problem
from stoa.miniapp.naming import name_problem
from stoa.miniapp.origin import OriginError, parse_origin

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_PAGE_ENDINGS = (".html", ".htm")
_WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][!-~]*)?")
# Control and format characters can make one text look like another on the permission sheet.
_UNFIT_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")


def refusal(sentence: str, fix: str | None = None) -> PydanticCustomError:
    """An error of ours inside a pydantic model: a sentence and what to do about it."""
    return PydanticCustomError("stoa", "{sentence}", {"sentence": sentence, "fix": fix})


def _plain(text: str) -> str:
    if not text.strip():
        raise refusal("it is blank", "write at least one visible character")
    if any(unicodedata.category(char) in _UNFIT_CATEGORIES and char not in _JOINERS for char in text):
        raise refusal("it has a line break or an invisible character in it", "write it as one line of plain text")
    return text.strip()


def _app_id(text: str) -> str:
    problem = app_id_problem(text)
    if problem is not None:
        raise refusal(problem, 'write an id such as "org.example.recipes"')
    return text


def _file(text: str) -> str:
    problem = name_problem(text)
    if problem is not None:
        raise refusal(problem, "write the path of a file in this folder, such as pages/index.html")
    return text


def _page(text: str) -> str:
    if not text.lower().endswith(_PAGE_ENDINGS):
        raise refusal(f'"{text}" is no HTML file', "name a file that ends with .html")
    return _file(text)


def _language(text: str) -> str:
    if _LANGUAGE.fullmatch(text) is None:
        raise refusal(f'"{text}" is no language tag', 'write a tag such as "en" or "pt-BR"')
    return text


def _origin(text: str) -> str:
    try:
        return str(parse_origin(text))
    except OriginError as exc:
        raise refusal(exc.sentence, exc.fix) from None


def _web_address(text: str) -> str:
    if _WEB_ADDRESS.fullmatch(text) is None:
        raise refusal("it is no web address", "write an address that starts with https://")
    return text


def _public_key(text: str) -> str:
    problem = key_problem(text)
    if problem is not None:
        raise refusal(problem, "write what `stoa keygen FILE` printed, or leave key out")
    return text


Name = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(_plain)]
ShortName = Annotated[str, Field(min_length=1, max_length=30), AfterValidator(_plain)]
Sentence = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_plain)]
File = Annotated[str, Field(min_length=1), AfterValidator(_file)]
Page = Annotated[str, Field(min_length=1), AfterValidator(_page)]
WebAddress = Annotated[str, Field(max_length=2048), AfterValidator(_web_address)]
Language = Annotated[str, Field(max_length=35), AfterValidator(_language)]
PublicKey = Annotated[str, AfterValidator(_public_key)]
Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Member(BaseModel):
    """A part of the manifest: immutable, no coercion; unknown members are judged before it is built."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")
    # Members of the W3C manifest that mean nothing on a desktop: a warning, never taken for a typing slip.
    unused: ClassVar[frozenset[str]] = frozenset()


class Icon(Member):
    """A picture of the mini-app. ``sizes`` is ``WxH`` in pixels, several divided by spaces, or ``any``."""

    unused = frozenset({"label", "purpose"})

    src: File
    sizes: Annotated[str, Field(pattern=r"^(any|[1-9][0-9]{0,4}x[1-9][0-9]{0,4}( [1-9][0-9]{0,4}x[1-9][0-9]{0,4})*)$")]
    type: Annotated[str, Field(max_length=80)] = ""

    @model_validator(mode="before")
    @classmethod
    def _default_sizes(cls, value: Any) -> Any:
        return {"sizes": "any", **value} if isinstance(value, dict) else value


class Version(Member):
    """``code`` grows with every release and decides what is newer; ``name`` is for people."""

    code: Annotated[int, Field(ge=0, le=2**31 - 1)] = 1
    name: Annotated[str, Field(min_length=1, max_length=40), AfterValidator(_plain)] = "1.0.0"


class PlatformVersion(Member):
    """The W3C platform version; Stoa reads it, and decides by ``contract``."""

    min_code: Annotated[int, Field(ge=0)] = 1
    target_code: Annotated[int, Field(ge=0)] | None = None
    release_type: Annotated[str, Field(max_length=40)] = ""


class Window(Member):
    """How the room looks before the page has painted, and the width in pixels the page was made for."""

    unused = frozenset(
        {
            "auto_design_width", "background_text_style", "enable_pull_down_refresh", "fullscreen", "orientation",
            "navigation_bar_background_color", "navigation_bar_text_style", "navigation_bar_title_text",
            "navigation_style", "on_reach_bottom_distance",
        }
    )  # fmt: skip

    background_color: Colour | None = None
    design_width: Annotated[int, Field(ge=200, le=4096)] | None = None


class PermissionRequest(Member):
    """A permission the mini-app asks for, why (shown on the sheet), and whether it works without.

    A bare text stands for a request with that name.
    """

    name: Annotated[str, Field(min_length=1, max_length=64)]
    reason: Annotated[str, Field(max_length=200), AfterValidator(lambda text: text and _plain(text))] = ""
    optional: bool = False

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value


class Author(Member):
    """Who made it. ``key`` is the Ed25519 public key that signs its packages: 32 bytes as base64url (RFC 4648 §5)."""

    name: Name
    url: WebAddress | None = None
    key: PublicKey | None = None


class Declaration(Member):
    """All that a mini-app says about itself."""

    model_config = ConfigDict(title="Manifest")
    unused = frozenset({"$schema", "device_type", "widgets"})

    app_id: Annotated[str, Field(max_length=APP_ID_MAX_CHARS), AfterValidator(_app_id)]
    name: Name
    short_name: ShortName | None = None
    description: Sentence | None = None
    icons: Annotated[tuple[Icon, ...], Field(max_length=20)] = ()
    version: Version = Version()
    platform_version: PlatformVersion = PlatformVersion()
    pages: Annotated[tuple[Page, ...], Field(max_length=500)] = ()
    lang: Language | None = None
    dir: Literal["ltr", "rtl", "auto"] = "auto"
    color_scheme: Literal["light", "dark", "auto"] = "auto"
    window: Window = Window()
    entry: Page = "index.html"
    permissions: Annotated[tuple[PermissionRequest, ...], Field(max_length=50)] = ()
    network: Annotated[
        tuple[Annotated[str, Field(max_length=300), AfterValidator(_origin)], ...], Field(max_length=50)
    ] = ()
    share_targets: Annotated[tuple[Literal["text", "url"], ...], Field(max_length=2)] = ()
    categories: Annotated[tuple[ShortName, ...], Field(max_length=10)] = ()
    author: Author | None = None
    privacy_url: WebAddress | None = None
    contract: Annotated[int, Field(ge=1)] = 1
    script: Annotated[tuple[Literal["inline", "wasm"], ...], Field(max_length=2)] = ()
