"""What is fetched ahead of a page that stands ready."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.miniapp.preload import START_BYTES, preload_header


@pytest.mark.parametrize(("markup", "header"), [
    ('<script src="/_stoa/stoa.js"></script>', "</_stoa/stoa.js>; rel=preload; as=script"),
    ("<SCRIPT defer SRC=app.js?v=1&amp;b=2 ></SCRIPT>", "<app.js?v=1&b=2>; rel=preload; as=script"),
    ("<script type='text/javascript' src='a/b.js'></script>", "<a/b.js>; rel=preload; as=script"),
    ('<script type="module" src="./main.js"></script>', "<./main.js>; rel=modulepreload"),
    ('<link rel="stylesheet" href="page.css">', "<page.css>; rel=preload; as=style"),
    ('<link href=page.css rel=StyleSheet /><script src="a.js"></script>',
     "<page.css>; rel=preload; as=style, <a.js>; rel=preload; as=script"),
    ('<script src="a.js"></script><script src="a.js"></script>', "<a.js>; rel=preload; as=script"),
])  # fmt: skip
def test_scripts_and_sheets_of_the_app_are_named_in_their_order(markup, header):
    page = f"<!doctype html><title>x</title>{markup}<p>text"
    assert preload_header(page.encode()) == header


@pytest.mark.parametrize("markup", [
    "",
    "<script>let a = '<script src=\"no.js\">'</script>",
    '<!-- <script src="no.js"></script> -->',
    '<!-- <script src="no.js"></script>',
    '<style>/* <link rel=stylesheet href="no.css"> */</style>',
    '<template><script src="no.js"></script></template>',
    '<noscript><link rel="stylesheet" href="no.css"></noscript>',
    '<textarea><script src="no.js"></script></textarea>',
    '<script src="https://example.org/a.js"></script>',
    '<script src="//example.org/a.js"></script>',
    '<script src="data:text/javascript,0"></script>',
    '<script src="a b.js"></script>',
    '<script src="a.js>; rel=x"></script>',
    '<script src="ä.js"></script>',
    '<script src=""></script>',
    '<script type="text/template" src="no.js"></script>',
    '<script type="importmap" src="no.js"></script>',
    '<script nomodule src="old.js"></script>',
    '<script crossorigin src="a.js"></script>',
    '<script integrity="sha256-x" src="a.js"></script>',
    '<link rel="stylesheet" media="print" href="print.css">',
    '<link rel="stylesheet" disabled href="no.css">',
    '<link rel="alternate stylesheet" href="no.css">',
    '<link rel="icon" href="icon.png">',
    "<script src",
    '<script data-text="<" src="a.js"></script>',
    "<script" * 2000,
    "<link rel=stylesheet href=a.css" * 500,
])  # fmt: skip
def test_what_is_no_script_or_sheet_of_the_app_or_is_in_doubt_is_not_named(markup):
    assert preload_header(f"<!doctype html><title>x</title>{markup}".encode()) == ""


def test_only_the_start_of_a_page_is_read_and_a_dozen_named():
    late = " " * START_BYTES + '<script src="late.js"></script>'
    assert preload_header(late.encode()) == ""
    many = "".join(f'<script src="{number}.js"></script>' for number in range(40))
    assert preload_header(many.encode()).count("rel=preload") == 12


@given(st.binary(max_size=2000))
def test_any_bytes_give_a_header_of_one_line(data):
    header = preload_header(b'<script src="' + data + b'"></script><link rel=stylesheet href=' + data + b">")
    assert header.isascii()
    assert header.isprintable()
