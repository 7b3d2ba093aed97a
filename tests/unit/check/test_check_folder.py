"""What ``stoa check`` tells about whole folders, manifests, pages, icons and packaging."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from stoa.check import Report, check_folder, sizes

Check = Callable[..., Report]
Told = Callable[..., list[tuple[str, str, str]]]


def png(width: int, height: int) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height)).save(target, "PNG")
    return target.getvalue()


def test_a_folder_without_faults_has_no_findings(check: Check) -> None:
    report = check()
    assert report.findings == ()
    assert report.exit_code == 0


def test_a_path_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "gone", tmp_path / "file", Path("a\x00b")):
        (finding,) = check_folder(path, (), {}).findings
        assert finding.severity == "error"
        assert finding.where == "."


def test_all_findings_of_a_bad_folder_come_at_once_with_their_lines(check: Check) -> None:
    report = check(
        '<p onclick="go()">\n<script>stoa.share.post({})</script>\n<script src="missing.js"></script>',
        {"app.js": "\n\nfetch('https://api.example.org/x')", ".hidden.js": "eval('')"},
        permissions=["camera"],
    )
    assert [(finding.where, finding.sentence) for finding in report.findings] == [
        ("manifest.json:18", 'the permission "camera" has no reason: people are asked without knowing why'),
        ("manifest.json:18", 'the permission "camera" is declared and never used'),
        ("app.js:3", "a request to https://api.example.org will be refused: it is not declared"),
        ("index.html:2", "the inline handler onclick is refused"),
        ("index.html:3", "a script inside a page is refused"),
        ("index.html:3", 'stoa.share.post needs the permission "share", which is not declared'),
        ("index.html:4", '"missing.js" is not there'),
    ]
    assert report.exit_code == 1


def test_the_authors_own_folders_are_not_checked(check: Check) -> None:
    faults = "\n\nfetch('https://api.example.org/x')"
    found = check(files={"tests/double.js": faults, "test-results/it.js": faults, "sub/tests/a.js": faults}).findings
    assert [finding.where for finding in found] == ["sub/tests/a.js:3"]


def test_without_a_manifest_the_folder_is_still_checked(told: Told) -> None:
    found = told("<img src='https://example.org/a.png'>", {"manifest.json": None, "app.js": "stoa.share.post({})"})
    assert found == [
        (
            "manifest.json",
            "warning",
            "there is no manifest: the folder runs, but without permissions and network, and cannot be packed",
        ),
        ("app.js:1", "error", 'stoa.share.post needs the permission "share", which is not declared'),
        ("index.html:2", "error", "a request to https://example.org will be refused: it is not declared"),
    ]


def test_a_broken_manifest_is_told_with_its_lines_and_nothing_that_follows_from_it(told: Told) -> None:
    found = told("", {"manifest.json": '{\n"nmae": 1\n}', "app.js": "stoa.share.post({})"})
    assert [(where, severity) for where, severity, _ in found] == [
        ("manifest.json:1", "error"),
        ("manifest.json:1", "error"),
        ("manifest.json:2", "error"),
    ]


def test_warnings_about_a_manifest_that_can_be_used_are_told(told: Told) -> None:
    assert told(homepage="x") == [("manifest.json:17", "warning", 'Stoa does not know the member "homepage"')]


def test_members_that_people_would_miss_are_told(told: Told, folder: Path) -> None:
    found = told("", {"manifest.json": '{\n"app_id": "org.example",\n"name": "Example"}'})
    assert [sentence.partition(":")[0] for _, _, sentence in found] == [
        "there is no author",
        "there is no description",
        "there is no icon",
        "there is no version",
    ]
    assert {where for where, _, _ in found} == {"manifest.json:1"}


def test_a_manifest_that_is_no_file_of_the_folder_is_told(check: Check, folder: Path, tmp_path: Path) -> None:
    check()
    (folder / "manifest.json").unlink()
    (folder / "manifest.json").symlink_to(tmp_path / "elsewhere.json")
    sentences = [finding.sentence for finding in check_folder(folder, (), {}).findings]
    assert "it must be a plain file inside the folder" in sentences


@pytest.mark.parametrize("method", ["read_bytes", "open", "lstat"])
def test_what_cannot_be_read_is_told(check: Check, folder: Path, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    check()
    real = getattr(Path, method)

    def refuse(path: Path, *arguments: Any, **named: Any) -> Any:
        if path.is_relative_to(folder.resolve()) and path.suffix != "":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, method, refuse)
        findings = check_folder(folder, (), {}).findings
    assert any(finding.sentence == "it cannot be read: Permission denied" for finding in findings)


def test_a_folder_in_it_that_cannot_be_listed_is_told(
    check: Check, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check("", {"pages/a.css": ""})
    real = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("pages"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        (finding,) = check_folder(folder, (), {}).findings
    assert (finding.where, finding.sentence) == ("pages", "it cannot be read: Permission denied")


def test_text_that_is_not_utf_8_is_told_with_its_line(told: Told) -> None:
    assert told("", {"app.js": b"let a;\n// \xff"}) == [("app.js:2", "error", "it is not UTF-8 text")]


def test_missing_pages_are_told_where_they_are_declared(told: Told) -> None:
    found = told("", {"start.html": None}, entry="start.html", pages=["index.html", "pages/cook.html"])
    assert found == [
        ("manifest.json:17", "error", 'the entry page "start.html" is not there: nothing can be shown'),
        ("manifest.json:20", "error", 'the page "pages/cook.html" is not there'),
    ]


def test_an_entry_page_that_nobody_waits_for_is_told(told: Told) -> None:
    found = told("", {"index.html": " " * (2 * 1024 * 1024 + 1)})
    assert found == [("index.html", "warning", "the entry page is so large that people wait for it")]


def test_icons_must_be_there_and_be_what_they_are_declared_as(told: Told) -> None:
    icons = [
        {"src": "missing.png"},
        {"src": "notes.txt"},
        {"src": "broken.svg"},
        {"src": "broken.png", "sizes": "16x16"},
        {"src": "wrong.png", "sizes": "16x16 32x32"},
        {"src": "right.png", "sizes": "48x48"},
        {"src": "any.webp"},
        {"src": "icon.svg"},
    ]
    files: dict[str, str | bytes] = {
        "notes.txt": "x",
        "broken.svg": "<html>",
        "broken.png": png(16, 16)[:20],
        "wrong.png": png(48, 48),
        "right.png": png(48, 48),
        "any.webp": png(10, 10),
    }
    assert [(severity, sentence) for _, severity, sentence in told("", files, icons=icons)] == [
        ("error", 'the icon "missing.png" is not there'),
        ("error", 'the icon "notes.txt" is no picture'),
        ("error", 'the icon "broken.svg" is no SVG drawing'),
        ("error", 'the icon "broken.png" cannot be read as a picture'),
        ("warning", 'the icon "wrong.png" has 48x48 pixels and is declared with 16x16 32x32'),
    ]


def test_a_picture_that_would_fill_the_memory_is_no_icon(told: Told) -> None:
    huge = bytearray(png(1, 1))
    huge[16:24] = (60_000).to_bytes(4, "big") * 2
    ((_, severity, sentence),) = told("", {"huge.png": bytes(huge)}, icons=[{"src": "huge.png"}])
    assert severity == "error"
    assert "cannot be read" in sentence


def test_a_drawing_that_cannot_be_read_is_told(check: Check, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check()
    real = Path.open

    def refuse(path: Path, *arguments: Any, **named: Any) -> Any:
        if path.suffix == ".svg":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        (finding,) = check_folder(folder, (), {}).findings
    assert finding.sentence == 'the icon "icon.svg" is no SVG drawing'


def test_what_cannot_be_packed_is_told(told: Told, check: Check, folder: Path, tmp_path: Path) -> None:
    check("", {"con.css": "", "Style.css": "", "style.css": ""})
    (folder / "linked").symlink_to(tmp_path)
    (folder / "link.css").symlink_to("style.css")
    os.mkfifo(folder / "pipe.css")
    found = told("<link rel=stylesheet href=link.css>")
    assert found == [
        ("con.css", "error", '"con.css" is the name of a device on Windows: rename the file'),
        ("index.html:2", "error", '"link.css" is a symbolic link, and is not served from a package'),
        ("link.css", "error", "it is a symbolic link, and cannot be packed"),
        ("linked", "error", "it is a symbolic link, and cannot be packed"),
        ("pipe.css", "error", "it is neither a file nor a folder, and cannot be packed"),
        ("style.css", "error", '"Style.css" and "style.css" are one name on some systems'),
    ]


def test_sizes_over_the_budget_are_told(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    # The script is larger than what is read of one: its size is told all the same.
    files = {"big.png": bytes(2 * 1024 * 1024), "big.js": bytes(5 * 512 * 1024), "big.bin": bytes(1024 * 1024)}
    assert told("", files) == [
        ("big.js", "warning", "the script has 2.5 MB: the page waits while it is read"),
        ("big.png", "warning", "the picture has 2.0 MB"),
    ]
    monkeypatch.setattr(sizes, "PACKAGE_MAX_BYTES", 1024 * 1024)
    assert told()[0] == (".", "warning", "all files have 5 MB; packed they must fit into 1 MB")
    monkeypatch.setattr(sizes, "UNPACKED_MAX_BYTES", 1024 * 1024)
    assert told()[0] == (".", "error", "all files have 5 MB, and a package holds at most 1")


def test_more_than_2000_files_are_told(told: Told, folder: Path) -> None:
    folder.mkdir()
    for number in range(1997):
        os.close(os.open(folder / f"{number}.txt", os.O_CREAT))
    # With these are the manifest, the page and the icon.
    assert told() == []
    (folder / "one more.txt").touch()
    assert told() == [(".", "error", "there are 2001 files, and a package holds at most 2000")]


def test_counting_stops_somewhere(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stoa.check.subject._MAX_FILES", 3)
    found = told("", {"a.css": "", "sub/con.css": ""})
    assert found == []


def test_pages_need_language_title_and_viewport(told: Told) -> None:
    files = {
        "index.html": "<p>",
        "other.html": "\n<html lang=''><title> </title>",
        "part.html": "<p>A part of a page.</p>",
    }
    sentences = [
        "the page does not say its language: screen readers guess how to speak it",
        "the page has no title",
        "the page has no viewport: it does not fit narrow windows",
    ]
    assert told("", files) == [
        *(("index.html:1", "warning", sentence) for sentence in sentences),
        *(("other.html:2", "warning", sentence) for sentence in sentences),
    ]


def test_pages_are_judged_without_a_manifest_that_can_be_used(told: Told) -> None:
    found = told("", {"manifest.json": "{", "index.html": "<html lang=en><title>T</title>"})
    assert found[1:] == [("index.html:1", "warning", "the page has no viewport: it does not fit narrow windows")]


def test_the_signature_of_a_package_that_was_unpacked_here_is_no_fault(told: Told) -> None:
    assert told("", {"_stoa/signature.json": "{}"}) == []
    (found,) = told("", {"_stoa/more.json": "{}"})
    assert found[0] == "_stoa/more.json"
