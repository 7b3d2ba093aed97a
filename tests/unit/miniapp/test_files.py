"""Which file a path leads to, and byte ranges."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stoa.miniapp.files import Served, Unsatisfiable, byte_range, media_type, plain_file, read_regular_file, resolve


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with files to serve, things never to serve, and a secret beside it."""
    place = tmp_path_factory.mktemp("place")
    folder = place / "app"
    (folder / "pages").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "_stoa").mkdir()
    for name in ("index.html", "app.js", "pages/a b.html", "pages/Käse.svg", ".secret.txt", ".git/config.txt",
                 "100%41.html", "_stoa/stoa.js", "data.unknown", "LICENSE"):  # fmt: skip
        (folder / name).write_text(name)
    (place / "secret.txt").write_text("secret")
    (folder / "out.txt").symlink_to(place / "secret.txt")
    (folder / "outside").symlink_to(place)
    (folder / "inside.js").symlink_to("app.js")
    (folder / "hidden.txt").symlink_to(".secret.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "folder.html").mkdir()
    os.mkfifo(folder / "pipe.txt")
    return folder


def served(root: Path, raw_path: str, entry: str = "index.html") -> str | None:
    found = resolve(root, entry, raw_path)
    return None if found is None else found.path.relative_to(root.resolve()).as_posix()


@pytest.mark.parametrize(
    ("raw_path", "name"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/app.js", "app.js"),
        ("/pages/a%20b.html", "pages/a b.html"),
        ("/pages/K%C3%A4se.svg", "pages/Käse.svg"),
        ("/pages/Käse.svg", "pages/Käse.svg"),
        ("/inside.js", "app.js"),
        ("/r/17", "index.html"),
        ("/r/17/", "index.html"),
        ("/v1.2/home", "index.html"),
        ("/LICENSE", "index.html"),
        ("/app.js/", "app.js"),
    ],
)
def test_paths_lead_to_files_and_routes_to_the_entry_page(root: Path, raw_path: str, name: str) -> None:
    assert served(root, raw_path) == name


@pytest.mark.parametrize(
    "raw_path",
    [
        "",
        "index.html",
        "/missing.js",
        "/folder.html",
        "/pages/../app.js",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E/secret.txt",
        "/..%2fsecret.txt",
        "/%252e%252e/secret.txt",
        "/%252e%252e%252fsecret.txt",
        "/pages%2f..%2f..%2fsecret.txt",
        "/pages/..%5c..%5csecret.txt",
        "/..\\secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/%c0%af../secret.txt",
        "/outside/secret.txt",
        "/out.txt",
        "/hidden.txt",
        "/loop.txt",
        "/pipe.txt",
        "/.secret.txt",
        "/%2esecret.txt",
        "/.git/config.txt",
        "/.git/route",
        "/./app.js",
        "/a/..",
        "//app.js",
        "/pages//a%20b.html",
        "//etc/passwd.txt",
        "/_stoa/stoa.js",
        "/_stoa/",
        "/app.js%00.html",
        "/app.js\x00",
        "/a\nb.js",
        "/C:/x.js",
        "/app.js::$DATA.html",
        "/\ud800.js",
        "/%ff.js",
        "/" + "a" * 300 + ".js",
        "/" + "a/" * 2048 + "b.js",
    ],
)
def test_everything_else_is_not_found(root: Path, raw_path: str) -> None:
    assert served(root, raw_path) is None


def test_names_are_decoded_once_in_paths_and_never_in_the_entry(root: Path) -> None:
    assert served(root, "/100%2541.html") == "100%41.html"
    assert served(root, "/100%41.html") is None
    assert served(root, "/", entry="100%41.html") == "100%41.html"


@pytest.mark.parametrize("entry", ["missing.html", "../secret.txt", "out.txt", ".secret.txt", "/etc/passwd", "a\x00"])
def test_an_entry_outside_the_rules_is_not_found(root: Path, entry: str) -> None:
    assert resolve(root, entry, "/") is None


def test_a_folder_that_is_gone_serves_nothing(tmp_path: Path) -> None:
    assert resolve(tmp_path / "gone", "index.html", "/") is None


def test_a_name_too_long_for_the_system_is_not_found(root: Path) -> None:
    assert plain_file(root, "a" * 5000) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("/.%2eEfF5cC0\\aspn~:") | st.characters(), max_size=40).map(lambda text: f"/{text}"))
def test_no_path_raises_or_leads_outside(root: Path, raw_path: str) -> None:
    found = resolve(root, "index.html", raw_path)
    if found is not None:
        inside = found.path.relative_to(root.resolve())
        assert found.path.is_file()
        assert not any(part.startswith(".") for part in inside.parts)


CLIMBING = ["..", ".", "%2e%2e", "%2E.", "%252e%252e", "outside", "secret.txt", "pages", "", "%00", "etc", "/", "\\"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(CLIMBING), max_size=6),
    st.sampled_from(["/", "%2f", "%5c", "\\", "%252f"]),
)
def test_no_mixture_of_climbing_leads_outside(root: Path, parts: list[str], separator: str) -> None:
    found = resolve(root, "index.html", "/" + separator.join(parts))
    assert found is None or found.path == root.resolve() / "index.html"


def test_small_files_are_read_up_to_one_byte_past_the_limit(root: Path) -> None:
    assert read_regular_file(root, "app.js", 100) == b"app.js"
    assert read_regular_file(root, "app.js", 2) == b"app"
    assert read_regular_file(root, "pipe.txt", 100) is None
    assert read_regular_file(root, "out.txt", 100) is None


@pytest.mark.parametrize(
    ("name", "expected", "content_type"),
    [
        ("index.HTML", "text/html", "text/html; charset=utf-8"),
        ("a.mjs", "text/javascript", "text/javascript; charset=utf-8"),
        ("a.svg", "image/svg+xml", "image/svg+xml; charset=utf-8"),
        ("a.b.png", "image/png", "image/png"),
        ("a.wasm", "application/wasm", "application/wasm"),
        ("a.exe", "application/octet-stream", "application/octet-stream"),
        ("LICENSE", "application/octet-stream", "application/octet-stream"),
    ],
)
def test_media_types_are_our_own(name: str, expected: str, content_type: str) -> None:
    assert media_type(name) == expected
    assert Served(Path(name), expected).content_type == content_type


@pytest.mark.parametrize(
    ("header", "size", "expected"),
    [
        ("", 10, None),
        ("bytes=0-", 10, (0, 9)),
        ("bytes=3-5", 10, (3, 5)),
        (" bytes=3-3 ", 10, (3, 3)),
        ("bytes=3-99", 10, (3, 9)),
        ("bytes=9-", 10, (9, 9)),
        ("bytes=10-", 10, Unsatisfiable(10)),
        ("bytes=99-100", 10, Unsatisfiable(10)),
        ("bytes=0-", 0, Unsatisfiable(0)),
        ("bytes=-5", 10, (5, 9)),
        ("bytes=-99", 10, (0, 9)),
        ("bytes=-0", 10, Unsatisfiable(10)),
        ("bytes=-5", 0, Unsatisfiable(0)),
        ("bytes=5-3", 10, None),
        ("bytes=-", 10, None),
        ("bytes=0-1,3-4", 10, None),
        ("items=0-1", 10, None),
        ("bytes=٣-", 10, None),
        ("bytes=" + "9" * 50 + "-", 10, Unsatisfiable(10)),
        ("bytes=" + "9" * 5000 + "-", 10, None),
    ],
)
def test_ranges(header: str, size: int, expected: object) -> None:
    assert byte_range(header, size) == expected


@given(st.text(st.sampled_from("bytes=-0123456789, "), max_size=30) | st.text(), st.integers(0, 100))
def test_no_range_raises_or_leaves_the_file(header: str, size: int) -> None:
    match byte_range(header, size):
        case (first, last):
            assert 0 <= first <= last < size
        case Unsatisfiable(size=told):
            assert told == size
        case other:
            assert other is None
