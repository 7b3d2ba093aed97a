"""What ``stoa check`` tells about what pages and scripts do: code, permissions, files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stoa.check import Report

Check = Callable[..., Report]
Told = Callable[..., list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("body", "severity", "sentence"),
    [
        ("<script>let a;</script>", "error", "a script inside a page is refused"),
        ("<script type=module>let a;</script>", "error", "a script inside a page is refused"),
        ("<script type=importmap>{}</script>", "error", "an import map inside a page is refused"),
        ("<p onclick='a()'>", "error", "the inline handler onclick is refused"),
        ("<a href=' JavaScript:a()'>", "error", "a javascript: address is refused"),
        ("<base href='/x/'>", "error", "base elements are refused: addresses would lead elsewhere"),
        ("<object data='/x'></object>", "error", "object elements are refused"),
        ("<embed src='/x'>", "error", "embed elements are refused"),
        ("<form action='/send'></form>", "error", "forms cannot be sent: form-action is refused"),
        ("<a href='/x' download>", "warning", "downloads are refused"),
        ("<script src='https://cdn.example/x.js'></script>", "error",
         "a script from another place is refused, whatever network says"),
        ("<script src='//cdn.example/x.js'></script>", "error",
         "a script from another place is refused, whatever network says"),
        ("<link rel=stylesheet href='https://cdn.example/x.css'>", "error",
         "a style sheet from another place is refused, whatever network says"),
        ("<iframe src='https://example.org/'></iframe>", "error",
         "a frame from another place is refused, whatever network says"),
        ("<style>@import url('https://example.org/x.css');</style>", "error",
         "a style sheet from another place is refused, whatever network says"),
        ("<p style='src: url(https://example.org/x.woff2?v=1)'>", "error",
         "a font from another place is refused, whatever network says"),
    ],
)  # fmt: skip
def test_what_the_policy_refuses_in_pages_is_told(told: Told, body: str, severity: str, sentence: str) -> None:
    assert told(body) == [("index.html:2", severity, sentence)]


@pytest.mark.parametrize(
    "body",
    [
        "<script type='application/json'>{}</script>",
        "<script></script>",
        "<my-element on-change='x' on='y'></my-element>",
        "<form><input></form>",
        "<style>@font-face { src: url(data:font/woff2;base64,x) }</style>",
        "<link rel='preconnect' href='https://example.org'>",
        "<a href='https://example.org'>x</a><a href='mailto:x@example.org'>y</a>",
        "<img src='data:image/png;base64,x'><img src='blob:x'><img src=''>",
    ],
)
def test_what_the_policy_allows_is_not_told(told: Told, body: str) -> None:
    assert told(body) == []


def test_what_the_manifest_asks_for_is_not_refused(told: Told) -> None:
    body = "<p onclick='a()'><script>let a;</script>"
    assert told(body, {"app.js": "WebAssembly.compile(x)"}, script=["inline", "wasm"]) == []


def test_code_from_texts_and_wasm_are_told_in_scripts(told: Told) -> None:
    code = "// eval(x)\nconst a = 'eval(x)';\nobj.eval(x);\neval(x);\nnew Function('a');\nWebAssembly.instantiate(b)"
    assert told("", {"app.js": code}) == [
        ("app.js:4", "warning", "code made from a text is refused (eval, new Function)"),
        ("app.js:5", "warning", "code made from a text is refused (eval, new Function)"),
        ("app.js:6", "error", "WebAssembly is refused until asked for"),
    ]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("window.print()", "message boxes and printing are refused"),
        ("alert('x')", "alert() is refused"),
        ("if (confirm('x')) a()", "confirm() is refused"),
        ("window.open('/x')", "new windows are refused"),
        ("await navigator.serviceWorker.register('/w.js')", "there are no service workers in a room"),
        ("new SharedWorker('/w.js')", "there are no shared workers in a room"),
        ("new webkitRTCPeerConnection()", "WebRTC reaches nobody from a room"),
        ("document.cookie = 'a=1'", "a mini-app has no cookies"),
        ("await caches.open('c')", "a room has no Cache interface"),
        ("await box.requestFullscreen()", "the whole screen is refused"),
        ("document.querySelector('a').requestPointerLock()", "holding the pointer is refused"),
        ("await navigator.mediaDevices.getDisplayMedia()", "showing the screen is refused"),
        ("navigator.credentials.get({})", "passkeys and passwords are refused"),
    ],
)
def test_interfaces_that_a_room_refuses_are_told(told: Told, code: str, sentence: str) -> None:
    found = told("", {"app.js": f"\n{code}", "w.js": ""})
    assert ("app.js:2", "warning", sentence) in found


@pytest.mark.parametrize(
    "code",
    [
        "// alert(x)",
        "const a = 'window.open(x)'",
        "await stoa.host.alert({text: 'x'})",
        "function confirm() {}\nconfirm()",
        "import { alert } from './boxes.js';\nalert('x')",
        "dialog.prompt('x')",
        "const myRTCPeerConnectionCount = 1",
    ],
)
def test_what_only_looks_like_a_refused_interface_is_not_told(told: Told, code: str) -> None:
    found = told("", {"app.js": code, "boxes.js": "export const alert = 1"})
    assert [sentence for _, _, sentence in found if "refused" in sentence] == []


@pytest.mark.parametrize(
    ("code", "severity", "permission"),
    [
        ("stoa.share.post({})", "error", "share"),
        ("await window.stoa\n  ?.share?.post?.({})", "error", "share"),
        ("`${await stoa.surveys.vote({})}`", "error", "surveys"),
        ("this.call('share.post', {})", "warning", "share"),
        ("navigator.geolocation.getCurrentPosition(a)", "warning", "location"),
        ("new Notification('x')", "warning", "notifications"),
        ("Notification.requestPermission()", "warning", "notifications"),
        ("navigator.clipboard.readText()", "warning", "clipboard"),
        ("window.showOpenFilePicker()", "warning", "files"),
        ("input.type = 'file'", "warning", "files"),
        ("make('input', { type: 'file' })", "warning", "files"),
        ("box.innerHTML = '<input class=a type=file>'", "warning", "files"),
        ("navigator.mediaDevices.getUserMedia({ video: true })", "warning", "camera"),
        ("navigator.mediaDevices.getUserMedia({ audio: true })", "warning", "microphone"),
    ],
)
def test_permissions_that_are_used_must_be_declared(told: Told, code: str, severity: str, permission: str) -> None:
    ((where, found_severity, sentence),) = told("", {"app.js": f"\n{code}"})
    assert where in ("app.js:2", "app.js:3")
    assert found_severity == severity
    assert sentence.endswith(f'needs the permission "{permission}", which is not declared')
    declared = [{"name": permission, "reason": "Because."}]
    assert told("", permissions=declared) == []


def test_constraints_that_cannot_be_seen_may_be_both(told: Told) -> None:
    found = told("", {"app.js": "navigator.mediaDevices.getUserMedia(constraints)"})
    assert [sentence.split('"')[1] for _, _, sentence in found] == ["camera", "microphone"]


def test_a_file_input_in_a_page_needs_files(told: Told) -> None:
    found = told("<input type='FILE'><input type=text>")
    assert found == [
        ("index.html:2", "warning", 'what the page does here needs the permission "files", which is not declared')
    ]


@pytest.mark.parametrize(
    "code",
    [
        "// stoa.share.post({})",
        "const text = 'stoa.share.post({})';",
        "stoa.host.ready(); stoa.on('theme.didChange', f); if (stoa.available) go();",
        "mystoa.share.post(); class MyNotification {} new MyNotification(); a.Notification.requestPermission();",
        "navigator.clipboard.writeText('x')",
        "stoa.extra.thing()",
    ],
)
def test_what_needs_no_permission_is_not_told(told: Told, code: str) -> None:
    assert told("", {"app.js": code}) == []


def test_a_call_that_does_not_exist_is_told_with_the_nearest(check: Check) -> None:
    report = check("", {"app.js": "stoa.host.raedy();\nstoa.shaer.post();\nstoa.host.xxxxxxxxxxxx()"})
    assert [(finding.where, finding.sentence, finding.fix) for finding in report.findings] == [
        ("app.js:1", "there is no call stoa.host.raedy", "write stoa.host.ready"),
        ("app.js:2", "there is no call stoa.shaer.post", "write stoa.share.post"),
        ("app.js:3", "there is no call stoa.host.xxxxxxxxxxxx", None),
    ]


def test_permissions_that_are_never_used_are_told(told: Told) -> None:
    permissions = [{"name": name, "reason": "Because."} for name in ("share", "camera", "clipboard")]
    code = "const { share } = window.stoa; share.post({}); navigator.clipboard.writeText('x')"
    found = told("", {"app.js": code}, permissions=permissions)
    assert found == [("manifest.json:22", "warning", 'the permission "camera" is declared and never used')]


@pytest.mark.parametrize(
    ("body", "files", "where", "sentence", "fix"),
    [
        ("<script src='ap.js'></script>", {"app.js": ""}, "index.html:2", '"ap.js" is not there',
         'add it, or refer to "app.js" if that is meant'),
        ("<script src='zzzzzzzz.js'></script>", {}, "index.html:2", '"zzzzzzzz.js" is not there',
         "add it, or remove the reference"),
        ("<img src='/Pictures/A.png'>", {"pictures/a.png": ""}, "index.html:2", '"Pictures/A.png" is not there',
         'it is named "pictures/a.png": capitals and spelling count'),
        ("<a href='pages/gone.html#x'>x</a>", {}, "index.html:2", '"pages/gone.html" is not there',
         "add it, or remove the reference"),
        ("<link rel=icon href='gone.ico'>", {}, "index.html:2", '"gone.ico" is not there',
         "add it, or remove the reference"),
        ("<img src='../outside.png'>", {}, "index.html:2", '"../outside.png" leads out of the folder',
         "put the file into it"),
        ("<script src='/lib/'></script>", {}, "index.html:2", '"lib" is not there', "add it, or remove the reference"),
        ("", {"css/base.css": "a { background: url(gone.png) }"}, "css/base.css:1", '"css/gone.png" is not there',
         "add it, or remove the reference"),
        ("", {"js/app.js": "\nimport { a } from './gone.js';"}, "js/app.js:2", '"js/gone.js" is not there',
         "add it, or remove the reference"),
        ("", {"js/app.js": "import 'lodash';"}, "js/app.js:1", '"lodash" cannot be imported by a bare name',
         "put the module into the folder and import it with ./"),
        ("", {"js/app.js": 'await import("../../x.js")'}, "js/app.js:1", '"../../x.js" leads out of the folder',
         "put the file into it"),
        ("", {"js/app.js": "fetch('data/gone.json')"}, "js/app.js:1", '"js/data/gone.json" is not there',
         "add it, or remove the reference"),
        ("", {"js/app.js": "new Worker('/gone.js')"}, "js/app.js:1", '"gone.js" is not there',
         "add it, or remove the reference"),
    ],
)  # fmt: skip
def test_files_that_are_not_there_are_told(
    check: Check, body: str, files: dict[str, Any], where: str, sentence: str, fix: str
) -> None:
    (finding,) = check(body, files).findings
    assert (finding.where, finding.severity) == (where, "error")
    assert (finding.sentence, finding.fix) == (sentence, fix)


def test_files_that_are_there_are_not_told(told: Told) -> None:
    body = (
        "<script src='/_stoa/stoa.js'></script><script type=module src='js/app.js?v=1'></script>"
        "<link rel=stylesheet href='css/base.css'><a href='/recipe/17'>x</a><a href='#top'>y</a><a href='?a=1'>z</a>"
        "<a href='/'>home</a><img src='pictures/a%20b.png'><svg><use href='icon.svg#x'/></svg>"
    )
    files = {
        "js/app.js": (
            "import { a } from './other.js';\nexport { b } from '/js/other.js';\nimport('./other.js');\n"
            "fetch('data/list.json'); fetch(`/data/${name}.json`); fetch('/api/things');\n"
            "new Audio('data/ping.wav'); importScripts('/js/other.js');\n"
        ),
        "js/other.js": "",
        "css/base.css": "@import 'more.css';\na { background: url(../pictures/a%20b.png); mask: url(#x) }",
        "css/more.css": "",
        "data/list.json": "[]",
        "data/ping.wav": "",
        "pictures/a b.png": "",
    }
    assert told(body, files) == []
