"""What ``stoa check`` tells about contrast, translations, names, privacy and the version of the bridge."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stoa.check import Report  # noqa: TC001 - pytest reads the annotations of fixtures
from stoa.check.colours import DARK, LIGHT, ratio, resolved

Found = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture
def found(check_all: Callable[..., Report]) -> Found:
    """Place, severity and sentence of the findings of one area."""

    def run(area: str, *arguments: Any, **members: Any) -> list[tuple[str, str, str]]:
        findings = check_all(*arguments, **members).findings
        return [(one.where, one.severity, one.sentence) for one in findings if one.area == area]

    return run


def test_contrast_is_that_of_wcag() -> None:
    assert ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    # 4.48 is what WebAIM's checker gives for this pair.
    assert ratio((119, 119, 119), (255, 255, 255)) == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize(
    ("value", "light", "dark"),
    [
        ("#fff", (255, 255, 255), (255, 255, 255)),
        ("var(--a)", (0, 0, 0), (255, 255, 255)),
        ("light-dark(rgb(1 2 3), var(--b, red))", (1, 2, 3), (255, 0, 0)),
        ("rgba(0, 0, 0, 0.5)", None, None),
        ("var(--unknown)", None, None),
        ("var(--unsure, red)", None, None),
        ("var(--circle)", None, None),
        ("color-mix(in srgb, red, blue)", None, None),
    ],
)
def test_a_value_stands_for_a_colour_where_that_is_certain(value: str, light: object, dark: object) -> None:
    names = {"--a": "light-dark(black, white)", "--unsure": None, "--circle": "var(--circle)"}
    assert (resolved(value, LIGHT, names), resolved(value, DARK, names)) == (light, dark)


def test_colours_too_near_to_each_other_are_told_with_their_theme_and_contrast(found: Found) -> None:
    style = (
        ":root { --text: #777; --ground: #fff; }\n"
        "@media (prefers-color-scheme: dark) { :root { --ground: #666; } }\n"
        "p { color: var(--text); background: var(--ground); }"
    )
    assert found("contrast", "", {"a.css": style}) == [
        ("a.css:3", "error", "in the dark theme, #777777 on #666666 has a contrast of 1.28 to 1"),
        ("a.css:3", "warning", "in the light theme, #777777 on #ffffff has a contrast of 4.47 to 1"),
    ]


def test_a_later_rule_and_a_theme_attribute_count(found: Found) -> None:
    style = (
        "p { color: #000; background: #111; }\np { background: #fff; }\n"
        ':root[data-theme="dark"] { color: #333; background: #222 }\n'
    )
    assert found("contrast", "", {"a.css": style}) == [
        ("a.css:3", "error", "in the dark theme, #333333 on #222222 has a contrast of 1.25 to 1"),
    ]


@pytest.mark.parametrize(
    "style",
    [
        "p { color: #777; background: #fff; font-size: 24px }",
        "p { color: #777; background: #fff; font: 700 1.2rem/1 x }",
        "button:disabled { color: #777; background: #fff }",
        "@media (max-width: 1px) { p { color: #777; background: #fff } }",
        "p { color: #777; background: url('a.png;{}') }",
        "p { color: #777; opacity: 0.5; background: #fff }",
        "/* p { color: #777; background: #fff } */",
        "p { color: var(--x); background: #fff } .a { --x: #777 }",
    ],
)
def test_what_is_large_exempt_or_not_certain_is_left_alone(found: Found, style: str) -> None:
    assert found("contrast", "", {"a.css": style}) == []


def test_a_style_attribute_is_a_rule(found: Found) -> None:
    ((where, severity, _), _) = found("contrast", '<p style="color: #aaa; background: #fff">x</p>')
    assert (where, severity) == ("index.html:2", "error")


def test_a_text_that_a_language_lacks_is_told(found: Found) -> None:
    script = (
        "const W = {\n en: { a: 'A', n_one: '1', n_other: `2`, deep: { b: \"B\", f: (x) => [x, 1] } },\n"
        " de: { a: '', n_other: '2', n_few: '3', deep: { b: 'B' } },\n};"
    )
    assert found("words", "", {"a.js": script}) == [
        ("a.js:3", "warning", '"a" is empty in de and not in en'),
        ("a.js:3", "warning", '"deep.f" is there in en and not in de'),
    ]


def test_files_of_languages_are_compared(found: Found) -> None:
    files = {
        "locales/en.json": '{"a": "A", "count": {"one": "1", "other": "2"}}',
        "locales/pt-BR.json": '{"count": {"many": "3", "other": "2"}}',
        "words/en.js": "export const EN = { a: 'A' };",
        "words/de.js": "export default { b: 'B' };",
    }
    assert [(where, sentence) for where, _, sentence in found("words", "", files)] == [
        ("locales/pt-BR.json", '"a" is there in en and not in pt-BR'),
        ("words/de.js", '"a" is there in en and not in de'),
        ("words/en.js", '"b" is there in de and not in en'),
    ]


@pytest.mark.parametrize(
    "script",
    [
        "const W = { en: { a: 'A' }, de: { ...rest } };",
        "const W = { it: { a: 1 }, size: { b: 2 } };",
        "const W = { en: { a: 'A' } };",
        "const W = { en: { [key]: 'A' }, de: { a: 'A' } };",
        "const W = { en: { a: 'A' }, de: { a: `x${1}` } };",
    ],
)
def test_tables_that_are_no_translations_or_not_certain_are_left_alone(found: Found, script: str) -> None:
    assert found("words", "", {"a.js": script}) == []


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("<img src='icon.svg'>", "the picture has no text in its place"),
        ("<button></button>", "the button has no name"),
        ("<a href='#x'><i></i></a>", "the link has no name"),
        ("<input type=text>", "the input has no name"),
        ("<select></select>", "the select has no name"),
        ("<iframe src='index.html'></iframe>", "the frame has no name"),
        ("<p tabindex=3>x</p>", "tabindex 3 takes the element out of the order of the page"),
        ("<p id=a></p><p id=a></p>", 'the id "a" is there twice'),
        ("<meta name=viewport content='width=device-width, user-scalable=no'>", "the page cannot be enlarged"),
        ("<meta name=viewport content='maximum-scale=1.0'>", "the page cannot be enlarged"),
    ],
)
def test_what_some_people_cannot_use_is_told(found: Found, body: str, sentence: str) -> None:
    assert [one[::2] for one in found("accessibility", body)] == [("index.html:2", sentence)]


@pytest.mark.parametrize(
    "body",
    [
        "<img src='icon.svg' alt=''>",
        "<button>OK</button><button aria-label=x></button><button id=b></button>",
        "<button><img src=icon.svg alt=x></button>",
        "<a name=x></a><a href='#'><span>x</span></a>",
        "<label>Name <input></label><label for=i>x</label><input id=i><input type=hidden><input type=submit>",
        "<div hidden><input></div><template><button></button></template>",
        "<p tabindex=0>x</p><p tabindex=-1>x</p>",
        "<meta name=viewport content='width=device-width, maximum-scale=5'>",
    ],
)
def test_what_everybody_can_use_is_not_told(found: Found, body: str) -> None:
    assert found("accessibility", body) == []


def test_a_page_from_right_to_left_says_so(found: Found) -> None:
    page = "<html lang=ar><title>x</title><meta name=viewport content=x></html>"
    ((_, _, sentence),) = found("accessibility", "", {"index.html": page})
    assert "right to left" in sentence


def test_who_asks_for_something_personal_links_to_what_becomes_of_it(found: Found) -> None:
    camera = {"permissions": [{"name": "camera", "reason": "x"}]}
    assert [one[0] for one in found("privacy", **camera)] == ["manifest.json:17"]
    assert found("privacy", **camera, privacy_url="https://example.org/privacy") == []
    assert found("privacy", permissions=[{"name": "share", "reason": "x"}]) == []


def test_calls_and_events_are_those_of_the_declared_contract(found: Found) -> None:
    script = "stoa.share.later();\nstoa.on('theme.change', f);\nstoa.on('tabs.didMove', f); stoa.on(`back.${x}`, f)"
    assert found("contract", "", {"a.js": script}) == [
        ("a.js:1", "warning", "share.later came with version 2 of the bridge, and the manifest declares version 1"),
        ("a.js:2", "error", 'there is no event "theme.change"'),
        ("a.js:3", "warning", "tabs.didMove came with version 2 of the bridge, and the manifest declares version 1"),
    ]


def test_icons_are_large_and_square_enough(check_all: Callable[..., Report]) -> None:
    import io

    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", (64, 32)).save(target, "PNG")
    report = check_all("", {"i.png": target.getvalue()}, icons=[{"src": "i.png"}])
    assert [one.sentence for one in report.findings] == [
        "the largest icon has only 64x32 pixels",
        'the icon "i.png" is not square: 64x32 pixels',
    ]
