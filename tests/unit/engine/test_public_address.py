"""Which addresses are public: everything else could lead back into this machine or its network."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.engine.public_address import is_public


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_public_addresses_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "255.255.255.255", "224.0.0.251", "240.0.0.1", "198.18.0.1", "192.0.2.1", "::", "::1", "fc00::1", "fe80::1",
        "fe80::1%2", "fec0::1", "ff02::fb", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1",
        "2002:a00:1::", "2001:0:4136:e378::", "2001:db8::1", "", "localhost", "1.1.1", "1.1.1.1:80",
    ],
)  # fmt: skip
def test_addresses_inside_are_not_public(address):
    assert not is_public(address)


@given(st.text(max_size=50))
def test_what_is_no_address_is_not_public(text):
    assert is_public(text) in {True, False}
