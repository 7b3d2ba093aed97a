"""From bytes to a manifest, or to all that is wrong with them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from stoa.miniapp.declaration import Declaration
from stoa.miniapp.errors import Finding, ManifestError
from stoa.miniapp.manifest import MANIFEST_MAX_BYTES, Icon, PermissionRequest
from stoa.miniapp.reading import read_manifest

PERMISSIONS = ("camera", "files", "share", "surveys")
LEAST: dict[str, Any] = {"app_id": "org.example.recipes", "name": "Recipes"}


def findings(data: bytes | dict[str, Any], permissions: tuple[str, ...] | None = PERMISSIONS) -> list[Finding]:
    """All findings about a manifest, whether it can be used or not."""
    raw = data if isinstance(data, bytes) else json.dumps(data, indent=1).encode()
    try:
        return list(read_manifest(raw, permissions).findings)
    except ManifestError as exc:
        return list(exc.findings)


def only(data: bytes | dict[str, Any]) -> Finding:
    (finding,) = findings(data)
    return finding


def test_the_least_manifest_is_a_name_and_an_id() -> None:
    reading = read_manifest(json.dumps(LEAST).encode(), PERMISSIONS)
    assert reading.findings == ()
    assert reading.manifest.entry == "index.html"
    assert reading.manifest.version.code == 1
    assert reading.manifest.permission_names == frozenset()


def test_every_member_is_read() -> None:
    members: dict[str, Any] = {
        "app_id": "org.example.recipes",
        "name": " Recipes ",
        "short_name": "Food",
        "description": "Cook what you have.",
        "icons": [{"src": "icons/48.png", "sizes": "48x48 96x96", "type": "image/png"}, {"src": "icon.svg"}],
        "version": {"code": 7, "name": "1.2.0"},
        "platform_version": {"min_code": 1, "target_code": 2, "release_type": "beta"},
        "pages": ["index.html", "pages/cook.html"],
        "lang": "pt-BR",
        "dir": "ltr",
        "color_scheme": "dark",
        "window": {"background_color": "#F4f2ee", "design_width": 390},
        "entry": "start.html",
        "permissions": ["share", {"name": "camera", "reason": "To scan.", "optional": True}],
        "network": ["https://api.example.org:443", "wss://*.example.org"],
        "share_targets": ["text", "url"],
        "categories": ["food"],
        "author": {"name": "Ada", "url": "https://example.org/ada?x=1"},
        "privacy_url": "https://example.org",
        "contract": 1,
        "script": ["inline", "wasm"],
        "$schema": "https://example.org/schema.json",
    }
    reading = read_manifest(json.dumps(members).encode(), PERMISSIONS)
    manifest = reading.manifest
    assert [finding.sentence for finding in reading.findings] == ['"$schema" is not used by Stoa']
    assert manifest.name == "Recipes"
    assert manifest.icons == (
        Icon(src="icons/48.png", sizes="48x48 96x96", type="image/png"),
        Icon(src="icon.svg", sizes="any"),
    )
    assert manifest.permissions == (
        PermissionRequest(name="share"),
        PermissionRequest(name="camera", reason="To scan.", optional=True),
    )
    assert manifest.network == ("https://api.example.org", "wss://*.example.org")
    assert manifest.permission_names == {"share", "camera"}
    assert manifest.window.design_width == 390
    assert manifest.author is not None
    assert manifest.author.url == "https://example.org/ada?x=1"


@pytest.mark.parametrize(
    ("members", "sentence", "fix"),
    [
        ({"app_id": 5}, "app_id must be a text", "put it in double quotes"),
        ({"app_id": "recipes"}, "app_id: an app id is a reverse domain such as org.example.recipes",
         'write an id such as "org.example.recipes"'),
        ({"app_id": "a." * 65}, "app_id is too long", "shorten it to 128 characters"),
        ({"app_id": "folder.abc"}, 'an id that starts with "folder." is kept for folders without a manifest',
         "choose another app_id"),
        ({"name": ""}, "name is empty", "write at least 1 character"),
        ({"name": "  "}, "name: it is blank", "write at least one visible character"),
        ({"name": "a\nb"}, "name: it has a line break or an invisible character in it",
         "write it as one line of plain text"),
        ({"name": "a\u202eb"}, "name: it has a line break or an invisible character in it",
         "write it as one line of plain text"),
        ({"name": "a" * 81}, "name is too long", "shorten it to 80 characters"),
        ({"version": 1}, "version must be an object", "put its members in braces: { … }"),
        ({"version": {"code": "1"}}, "version.code must be a whole number", "write it without quotes, such as 1"),
        ({"version": {"code": 1.5}}, "version.code must be a whole number", "write it without quotes, such as 1"),
        ({"version": {"code": True}}, "version.code must be a whole number", "write it without quotes, such as 1"),
        ({"version": {"code": -1}}, "version.code is too small", "write at least 0"),
        ({"version": {"code": 2**31}}, "version.code is too large", "write at most 2147483647"),
        ({"icons": {}}, "icons must be a list", "put it in square brackets: [ … ]"),
        ({"icons": [1]}, "icons[0] must be an object", "put its members in braces: { … }"),
        ({"icons": [{}]}, "icons[0].src is missing", 'add "src"'),
        ({"icons": [{"src": "../x.png"}]}, 'icons[0].src: no part of a path may be empty, "." or ".."',
         "write the path of a file in this folder, such as pages/index.html"),
        ({"icons": [{"src": "a.png", "sizes": "big"}]}, "icons[0].sizes has another form than is read",
         'write it like "192x192" or "any"'),
        ({"icons": [{"src": "a.png"}] * 21}, "icons has too many entries", "keep at most 20"),
        ({"window": {"background_color": "red"}}, "window.background_color has another form than is read",
         'write it like "#f4f2ee"'),
        ({"lang": "english!"}, 'lang: "english!" is no language tag', 'write a tag such as "en" or "pt-BR"'),
        ({"dir": "left"}, "dir has a value that is not known", "write 'ltr', 'rtl' or 'auto'"),
        ({"entry": "app.js"}, 'entry: "app.js" is no HTML file', "name a file that ends with .html"),
        ({"entry": "/index.html"}, 'entry: the path is absolute: it must not start with "/"',
         "write the path of a file in this folder, such as pages/index.html"),
        ({"permissions": [{"name": "camera", "optional": "yes"}]}, "permissions[0].optional must be true or false",
         "write true or false without quotes"),
        ({"permissions": ["shar"]}, 'there is no permission "shar"', 'write "share"'),
        ({"permissions": [{"name": "telepathy"}]}, 'there is no permission "telepathy"',
         "use one of camera, files, share, surveys"),
        ({"permissions": ["share", {"name": "share"}]}, 'the permission "share" is asked for twice',
         "remove one of them"),
        ({"network": ["http://example.org"]}, 'network[0]: only https and wss are allowed, not "http"',
         "write https://…"),
        ({"network": ["https://localhost"]},
         'network[0]: "localhost" leads into this machine or its local network, which no mini-app may reach', None),
        ({"author": {"name": "Ada", "url": "javascript:x"}}, "author.url: it is no web address",
         "write an address that starts with https://"),
        ({"contract": 2}, "it needs version 2 of the bridge, and this Stoa has version 1",
         "update Stoa, or lower contract if it works without"),
        ({"nmae": "x"}, '"nmae" is not a member of the manifest', 'write "name" instead'),
        ({"permission": []}, '"permission" is not a member of the manifest', 'write "permissions" instead'),
        ({"req_permissions": []}, '"req_permissions" is not a member of the manifest', 'write "permissions" instead'),
        ({"version": {"cod": 1}}, '"cod" is not a member of the manifest', 'write "code" instead'),
        ({"author": {"name": "Ada", "ulr": "x"}}, '"ulr" is not a member of the manifest', 'write "url" instead'),
    ],
)  # fmt: skip
def test_each_error_says_what_to_change(members: dict[str, Any], sentence: str, fix: str | None) -> None:
    finding = only(LEAST | members)
    assert finding.severity == "error"
    assert finding.sentence == sentence
    assert finding.fix == fix


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ({"homepage": "x"}, 'Stoa does not know the member "homepage"'),
        ({"window": {"fullscreen": True}}, '"fullscreen" is not used by Stoa'),
        ({"icons": [{"src": "a.png", "purpose": "any"}]}, '"purpose" is not used by Stoa'),
        ({"network": ["https://a.example", "https://a.example"]}, '"https://a.example" is in network twice'),
        ({"pages": ["a.html", "a.html"]}, '"a.html" is in pages twice'),
    ],
)
def test_what_does_no_harm_is_a_warning(members: dict[str, Any], sentence: str) -> None:
    finding = only(LEAST | members)
    assert finding.severity == "warning"
    assert finding.sentence == sentence


def test_only_texts_are_looked_for_twice() -> None:
    sentences = [finding.sentence for finding in findings(json.dumps(LEAST | {"pages": [1, "a.html", 1]}).encode())]
    assert sentences
    assert not any("twice" in sentence for sentence in sentences)


def test_what_is_missing_is_told_at_the_place_it_belongs_to() -> None:
    assert findings(b"\n{}") == [
        Finding("error", "manifest.json:2", "app_id is missing", 'add "app_id"'),
        Finding("error", "manifest.json:2", "name is missing", 'add "name"'),
    ]


def test_all_findings_come_at_once_in_the_order_of_their_lines() -> None:
    data = b'{\n"app_id": "X.y",\n"nmae": 1,\n"name": 5,\n"permissions": [\n"shar",\n{"name": 7}\n],\n"extra": 0\n}'
    assert [finding.where for finding in findings(data)] == [f"manifest.json:{line}" for line in (2, 3, 4, 6, 7, 9)]
    with pytest.raises(ManifestError) as caught:
        read_manifest(data, PERMISSIONS)
    assert str(caught.value) == (
        "manifest.json:2: app_id: an app id is written in lower case. "
        'To change: write an id such as "org.example.recipes". (4 more to change)'
    )


def test_an_error_without_a_known_change_is_told_all_the_same() -> None:
    with pytest.raises(ManifestError) as caught:
        read_manifest(b"{")
    assert str(caught.value) == (
        "manifest.json:1: the manifest cannot be read: a member's name in double quotes belongs here "
        "(no comma after the last member)."
    )


def test_unknown_permissions_are_not_judged_without_a_list_and_all_unknown_with_an_empty_one() -> None:
    members = LEAST | {"permissions": ["telepathy"]}
    assert findings(members, None) == []
    (finding,) = findings(members, ())
    assert finding.fix == "use one of none: there are none"


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"null", b"{", b"\xef\xbb\xbf{}", b"\xff\xfe{\x00}\x00", b'{"name": NaN}', b"[" * 10_000_000,
     b'{"app_id": "a.b", "app_id": "a.b"}', b" " * (MANIFEST_MAX_BYTES + 1)],
)  # fmt: skip
def test_what_is_no_json_object_is_one_error_with_a_line(data: bytes) -> None:
    finding = only(data)
    assert finding.severity == "error"
    assert finding.where == "manifest.json:1"
    assert finding.sentence.startswith("the manifest ")


def test_a_kind_of_error_without_a_sentence_of_its_own_still_says_what_and_where() -> None:
    finding = only(json.dumps(LEAST | {"platform_version": {"min_code": 0.0}}).encode().replace(b"0.0", b"0.5e0"))
    assert finding.sentence == "platform_version.min_code must be a whole number"
    members = LEAST | {"share_targets": ["text", "url", "text"]}
    assert only(members).sentence == "share_targets has too many entries"


def test_a_manifest_cannot_be_changed_or_made_wrong() -> None:
    manifest = read_manifest(json.dumps(LEAST).encode()).manifest
    with pytest.raises(AttributeError):
        manifest.name = "Other"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="only https"):
        Declaration(app_id="org.example", name="Example", network=("http://example.org",))


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
NAMES = st.sampled_from([*Declaration.model_fields, "src", "sizes", "code", "reason", "url"]) | st.text(max_size=6)
# A manifest has two floors, and so has what is tried here.
FLAT = st.lists(SCALARS, max_size=2) | st.dictionaries(NAMES, SCALARS, max_size=2)


@given(st.dictionaries(NAMES, SCALARS | FLAT | st.lists(SCALARS | FLAT, max_size=2), max_size=4))
def test_any_object_is_a_manifest_or_a_manifest_error(members: dict[str, Any]) -> None:
    data = json.dumps(LEAST | members).encode()
    for finding in findings(data):
        line = int(finding.where.removeprefix("manifest.json:"))
        assert 1 <= line <= data.count(b"\n") + 1
        assert finding.sentence


@given(st.binary(max_size=200))
def test_any_bytes_are_a_manifest_or_a_manifest_error(data: bytes) -> None:
    assert findings(data)
