"""``stoa check --fix``: what is changed, what is not, and that the rest of a file keeps its form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from stoa.check import check_folder, manifest_edit
from stoa.check.mending import MendingError, mend_folder

if TYPE_CHECKING:
    from pathlib import Path

PERMISSIONS = ("share", "files")
METHODS = {"share.post": "share", "host.ready": None}
MANIFEST = """{
  "app_id": "org.example.a",   "nmae": "A & B",
  "lang": "de",
  "icons": [ { "src": "icon.svg" } ]
}
"""
PAGE = """<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
  </head>
  <body>
    <script>
  let a = `
x`;
    </script>
    <script type="module">stoa.share.post({ path: "/" })</script>
    <script type="application/json">{"b": 1}</script>
  </body>
</html>
"""


def folder(root: Path, manifest: str = MANIFEST, page: str = PAGE) -> Path:
    (root / "manifest.json").write_bytes(manifest.encode())
    (root / "index.html").write_bytes(page.encode())
    (root / "icon.svg").write_text("<svg></svg>")
    return root


def test_what_is_mechanical_is_changed_and_told(tmp_path: Path) -> None:
    root = folder(tmp_path)
    (root / "index.html").chmod(0o640)
    changes = mend_folder(root, PERMISSIONS, METHODS)
    assert [(change.file, change.sentence) for change in changes] == [
        ("manifest.json", '"nmae" is now "name"'),
        ("manifest.json", 'the version "1.0.0" added'),
        ("manifest.json", 'the permission "share" added: write its "reason", which people will read'),
        ("index.html", "the script of line 11 moved into index-1.js"),
        ("index.html", "the script of line 7 moved into index-2.js"),
        ("index.html", 'lang="de" added to <html>'),
        ("index.html", "the viewport added"),
        ("index.html", "the title “A & B” added"),
    ]
    assert (root / "manifest.json").read_text() == (
        '{\n  "app_id": "org.example.a",   "name": "A & B",\n  "lang": "de",\n  "icons": [ { "src": "icon.svg" } ],\n'
        '  "version": {"code": 1, "name": "1.0.0"},\n  "permissions": [{"name": "share"}]\n}\n'
    )
    assert (root / "index.html").read_text() == (
        '<!doctype html>\n<html lang="de">\n  <head>\n    <meta charset="utf-8">\n    <title>A &amp; B</title>\n'
        '    <meta name="viewport" content="width=device-width, initial-scale=1">\n  </head>\n  <body>\n'
        '    <script src="/index-2.js"></script>\n    <script type="module" src="/index-1.js"></script>\n'
        '    <script type="application/json">{"b": 1}</script>\n  </body>\n</html>\n'
    )
    assert (root / "index-2.js").read_text() == "  let a = `\nx`;\n"
    assert (root / "index.html").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in root.iterdir()) == [
        "icon.svg", "index-1.js", "index-2.js", "index.html", "manifest.json",
    ]  # fmt: skip
    left = [one.sentence for one in check_folder(root, PERMISSIONS, METHODS).findings]
    assert 'the permission "share" has no reason: people are asked without knowing why' in left
    assert mend_folder(root, PERMISSIONS, METHODS) == ()


def test_a_sound_folder_is_not_touched(tmp_path: Path) -> None:
    root = folder(tmp_path)
    mend_folder(root, PERMISSIONS, METHODS)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in root.iterdir()}
    mend_folder(root, PERMISSIONS, METHODS)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in root.iterdir()} == before


@pytest.mark.parametrize("is_built", [False, True], ids=["not built", "built"])
def test_of_a_project_to_be_built_what_is_written_by_hand_is_changed(tmp_path: Path, *, is_built: bool) -> None:
    for name in ("public", "node_modules/other", "dist"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "index.html").write_text("<html><head></head><script type=module>start()</script></html>")
    (tmp_path / "node_modules" / "other" / "index.html").write_text("<html></html>")
    (tmp_path / "public" / "manifest.json").write_text(MANIFEST)
    (tmp_path / "public" / "icon.svg").write_text("<svg></svg>")
    (tmp_path / "public" / "help.html").write_text("<html lang=de><head><title>Help</title></head></html>")
    if is_built:
        (tmp_path / "dist" / "manifest.json").write_text(MANIFEST)
        (tmp_path / "dist" / "index.html").write_text(PAGE)
    built = {file: file.read_text() for file in tmp_path.glob("dist/*")}
    asked = ['the permission "share" added: write its "reason", which people will read'] if is_built else []
    changes = mend_folder(tmp_path, PERMISSIONS, METHODS)
    assert [(change.file, change.sentence) for change in changes] == [
        ("public/manifest.json", '"nmae" is now "name"'),
        ("public/manifest.json", 'the version "1.0.0" added'),
        *(("public/manifest.json", sentence) for sentence in asked),
        ("public/help.html", "the viewport added"),
        ("index.html", 'lang="de" added to <html>'),
        ("index.html", "the viewport added"),
        ("index.html", "the title “A & B” added"),
    ]
    manifest = json.loads((tmp_path / "public" / "manifest.json").read_text())
    assert (manifest["name"], manifest.get("permissions")) == ("A & B", [{"name": "share"}] if is_built else None)
    assert {file: file.read_text() for file in tmp_path.glob("dist/*")} == built
    assert (tmp_path / "node_modules" / "other" / "index.html").read_text() == "<html></html>"
    assert mend_folder(tmp_path, PERMISSIONS, METHODS) == ()


def test_hosts_unused_permissions_and_texts_are_the_authors(tmp_path: Path) -> None:
    manifest = json.dumps({
        "app_id": "org.example.a", "name": "A", "version": {"code": 1}, "icons": [{"src": "icon.svg"}],
        "permissions": [{"name": "files"}], "script": ["inline"],
    })  # fmt: skip
    page = (
        '<html lang="ar" dir="rtl"><head><title>x</title><meta name="viewport" content="width=device-width"></head>'
        "<img src=icon.svg><script>fetch('https://a.example/')</script></html>"
    )
    root = folder(tmp_path, manifest, page)
    assert mend_folder(root, PERMISSIONS, METHODS) == ()
    assert (root / "manifest.json").read_text() == manifest


def test_a_zoom_that_is_off_is_switched_on_and_a_direction_is_said(tmp_path: Path) -> None:
    manifest = '{"app_id": "org.example.a", "name": "A", "version": {"code": 1}, "icons": [{"src": "icon.svg"}]}'
    page = (
        "\ufeff<html lang='fa'>\r\n<head><title>x</title>\r\n"
        '<meta name="viewport" content="user-scalable=no, width=device-width, maximum-scale=1.0"></head></html>'
    )
    root = folder(tmp_path, manifest, page)
    mend_folder(root, PERMISSIONS, METHODS)
    assert (root / "index.html").read_bytes().decode() == (
        "\ufeff<html dir=\"rtl\" lang='fa'>\r\n<head><title>x</title>\r\n"
        '<meta name="viewport" content="width=device-width"></head></html>'
    )


def test_an_icon_that_is_there_is_declared_and_sizes_are_put_right(tmp_path: Path) -> None:
    assert manifest_edit.with_item('{"a": 1}', "icons", {"src": "x"}) == '{"a": 1, "icons": [{"src": "x"}] }'
    text = '{\n\t"icons": [\n\t\t{"src": "x", "sizes": "1x1"}\n\t]\n}'
    assert manifest_edit.with_sizes(text, 0, "2x2") == text.replace("1x1", "2x2")
    assert manifest_edit.with_item(text, "icons", {"src": "y"}) == (
        '{\n\t"icons": [\n\t\t{"src": "x", "sizes": "1x1"},\n\t\t{"src": "y"}\n\t]\n}'
    )


@pytest.mark.parametrize("text", ['{"a": 1, "a": 2}', "[]", "{", '{"icons": 7}', '{"x": {"icons": []}, "icons": []}'])
def test_a_text_that_is_not_understood_is_left_alone(text: str) -> None:
    assert manifest_edit.with_item(text, "icons", {"src": "x"}) is None


def test_a_name_that_would_be_there_twice_is_left_alone() -> None:
    assert manifest_edit.renamed('{"nmae": 1, "name": 2}', 1, "nmae", "name") is None
    assert manifest_edit.renamed('{"nmae": 1}', 5, "nmae", "name") is None


def test_what_is_no_folder_or_cannot_be_read_is_left_to_the_check(tmp_path: Path) -> None:
    assert mend_folder(tmp_path / "gone", (), {}) == ()
    root = folder(tmp_path, "{", "<html>\xff")
    (root / "manifest.json").write_bytes(b"\xff")
    assert mend_folder(root, PERMISSIONS, METHODS) == ()


def test_a_file_that_cannot_be_written_is_told_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = folder(tmp_path)

    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(MendingError, match="No space left"):
        mend_folder(root, PERMISSIONS, METHODS)
    assert (root / "manifest.json").read_text() == MANIFEST
    assert not list(root.glob(".*"))
