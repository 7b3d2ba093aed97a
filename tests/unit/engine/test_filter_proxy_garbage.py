"""Bytes that no browser sends: they upset nothing and reach nobody."""

from __future__ import annotations

import contextlib
import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from stoa.engine.filter_proxy import FilterProxy
from tests.unit.engine.proxy_bench import QUICK, head


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    garbage=st.one_of(
        st.binary(max_size=400),
        st.binary(max_size=200).map(lambda body: body + b"\r\n\r\n"),
        st.text(max_size=60).map(lambda text: head(text, "t", "CONNECT")[:20] + text.encode() + b"\r\n\r\n"),
    )
)
def test_garbage_never_upsets_the_proxy_and_reaches_nobody(whole_proxy, garbage):
    proxy, looked_up, logs = whole_proxy
    with socket.create_connection(("127.0.0.1", proxy.port), 5) as near:
        near.sendall(garbage)
        with contextlib.suppress(OSError):
            near.shutdown(socket.SHUT_WR)
            answer = near.recv(100)
            assert answer == b"" or answer.split()[1] in {b"403", b"407", b"431"}
    assert looked_up == []
    assert logs == []


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(target=st.text(max_size=80), method=st.sampled_from(["CONNECT", "GET", ""]))
def test_any_target_with_a_good_token_reaches_nobody_who_is_not_declared(whole_proxy, target, method):
    proxy, looked_up, logs = whole_proxy
    token = proxy.admit(lambda host, port: False, lambda *refusal: None)
    with socket.create_connection(("127.0.0.1", proxy.port), 5) as near:
        near.sendall(head(target, token, method))
        with contextlib.suppress(OSError):
            near.shutdown(socket.SHUT_WR)
            assert b" 200 " not in near.recv(100)
    proxy.dismiss(token)
    assert looked_up == []
    assert logs == []


@pytest.fixture(scope="module")
def whole_proxy():
    looked_up = []

    async def resolve(host, port):
        looked_up.append(host)
        return ["127.0.0.1"]

    proxy = FilterProxy(resolve, lambda address: True, QUICK)
    proxy.start()
    with capture_logs() as logs:
        yield proxy, looked_up, logs
    proxy.stop()
