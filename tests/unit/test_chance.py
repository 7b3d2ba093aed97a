"""Tokens that nobody can guess."""

from __future__ import annotations

from stoa.chance import token


def test_a_token_has_two_digits_for_each_byte_and_is_another_each_time():
    tokens = {token(16) for _ in range(1000)}
    assert len(tokens) == 1000
    assert {len(one) for one in tokens} == {32}
    assert set("".join(tokens)) == set("0123456789abcdef")
