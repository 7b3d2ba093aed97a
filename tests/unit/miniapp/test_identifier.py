"""Ids of mini-apps."""

from __future__ import annotations

from pathlib import Path

import pytest

from stoa.miniapp.identifier import app_id_problem, folder_id


@pytest.mark.parametrize("app_id", ["org.example", "org.example.recipes", "a.b", "org.ex-ample.x9", "a." + "b" * 63])
def test_reverse_domains_are_app_ids(app_id: str) -> None:
    assert app_id_problem(app_id) is None


@pytest.mark.parametrize(
    ("app_id", "word"),
    [
        ("", "reverse domain"),
        ("recipes", "reverse domain"),
        ("Org.example", "lower case"),
        ("org.example.", "starts with a letter"),
        ("org..example", "starts with a letter"),
        ("org.1example", "starts with a letter"),
        ("org.123", "starts with a letter"),
        ("org.ex_ample", "starts with a letter"),
        ("org.example-", "starts with a letter"),
        ("org.exämple", "starts with a letter"),
        ("org.xn--exmple-cua", "starts with a letter"),
        ("org.exa/mple", "starts with a letter"),
        ("org.example\n", "starts with a letter"),
        ("a." + "b" * 64, "starts with a letter"),
        ("a." + "b.c" * 60, "at most 128"),
    ],
)
def test_other_texts_are_refused_with_the_reason(app_id: str, word: str) -> None:
    problem = app_id_problem(app_id)
    assert problem is not None
    assert word in problem


def test_the_id_of_a_folder_is_stable_and_never_a_number() -> None:
    ids = {folder_id(Path(f"/home/person/{number}")) for number in range(2000)}
    assert len(ids) == 2000
    assert all(len(one) == 10 and one[0] in "abcdef" and set(one) <= set("0123456789abcdef") for one in ids)
    assert folder_id(Path("/a")) == folder_id(Path("/a"))
    assert app_id_problem(f"folder.{folder_id(Path('/a'))}") is None
