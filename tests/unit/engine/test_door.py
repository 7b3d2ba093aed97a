"""The socket that is there before the proxy, and what stands there without one."""

from __future__ import annotations

import socket
import threading

import pytest

from stoa.engine import door, filter_proxy
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


def test_a_proxy_can_be_started_again_and_stopped_at_once():
    entrance = door.Door()
    proxy = FilterProxy(door=entrance)
    assert [proxy.start(), proxy.start()] == [entrance.port] * 2
    proxy.stop()
    assert not entrance.is_served


def test_a_proxy_whose_loop_cannot_begin_can_be_stopped(monkeypatch):
    def refuse():
        raise OSError(24, "Too many open files")

    entrance, told = door.Door(), []
    proxy = FilterProxy(door=entrance)
    monkeypatch.setattr(filter_proxy.asyncio, "new_event_loop", refuse)
    monkeypatch.setattr(threading, "excepthook", lambda failure: told.append(str(failure.exc_value)))
    proxy.start()
    proxy.dismiss(proxy.admit(lambda host, port: True, lambda *refusal: None))
    proxy.stop()
    entrance.join(5)
    assert (entrance.is_served, told) == (False, ["[Errno 24] Too many open files"])


def test_a_proxy_that_was_never_started_is_dismissed_from_and_stopped():
    proxy = FilterProxy()
    proxy.dismiss(proxy.admit(lambda host, port: True, lambda *refusal: None))
    proxy.stop()
