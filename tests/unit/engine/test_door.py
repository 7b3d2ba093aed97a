"""The socket that is there before the proxy, and what stands there without one."""

from __future__ import annotations

import socket

import pytest

from stoa.engine import door
from stoa.engine.door import ProxyError
from stoa.engine.filter_proxy import FilterProxy


def test_a_proxy_that_cannot_listen_says_so(monkeypatch):
    class Refused(socket.socket):
        def bind(self, *_address):
            raise OSError(98, "Address already in use")

    monkeypatch.setattr(door.socket, "socket", Refused)
    with pytest.raises(ProxyError, match="cannot listen"):
        FilterProxy()


def test_who_connects_before_there_is_a_proxy_waits_for_it():
    entrance = door.Door()
    with socket.create_connection(("127.0.0.1", entrance.port), timeout=10) as early:
        early.sendall(b"CONNECT example.org:443 HTTP/1.1\r\n\r\n")
        proxy = FilterProxy(door=entrance)
        assert proxy.start() == entrance.port
        assert early.recv(100).startswith(b"HTTP/1.1 407 ")
    proxy.stop()
    assert not entrance.is_served


def test_a_proxy_that_was_never_started_is_dismissed_from_and_stopped():
    proxy = FilterProxy()
    proxy.dismiss(proxy.admit(lambda host, port: True, lambda *refusal: None))
    proxy.stop()
    proxy._loop.close()
