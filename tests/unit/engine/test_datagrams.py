"""Which sockets the filter refuses: its instructions are followed here as the kernel follows them."""

from __future__ import annotations

import errno
import os
import socket
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoa.engine import datagrams
from stoa.engine.datagrams import program

X86_64, SOCKET = 0xC000003E, 41
INET, INET6, UNIX, NETLINK = 2, 10, 1, 16
STREAM, DATAGRAM, RAW = 1, 2, 3
CLOSE_ON_EXEC, NONBLOCK = 0o2000000, 0o4000
ALLOWED, REFUSED = 0x7FFF0000, 0x00050000 | errno.EACCES


def decide(family, kind, number=SOCKET, machine=X86_64):
    """What the filter says to a system call."""
    data = {0: number, 4: machine, 16: family, 24: kind}
    instructions = program(X86_64, SOCKET)
    loaded = at = 0
    while True:
        code, if_true, if_false, operand = instructions[at]
        at += 1
        if code == 0x20:
            loaded = data[operand]
        elif code == 0x15:
            at += if_true if loaded == operand else if_false
        else:
            assert code == 0x06
            return operand


@pytest.mark.parametrize("family", [INET, INET6])
def test_what_the_engine_asks_for_is_refused(family):
    assert decide(family, DATAGRAM) == REFUSED


@pytest.mark.parametrize("family", [INET, INET6])
@pytest.mark.parametrize("kind", [STREAM, RAW, DATAGRAM | CLOSE_ON_EXEC, DATAGRAM | CLOSE_ON_EXEC | NONBLOCK])
def test_streams_and_what_resolvers_ask_for_are_not(family, kind):
    assert decide(family, kind) == ALLOWED


@pytest.mark.parametrize("family", [UNIX, NETLINK])
def test_nor_are_datagrams_that_stay_on_this_machine(family):
    assert decide(family, DATAGRAM) == ALLOWED


@given(number=st.integers(0, 2**32 - 1).filter(lambda number: number != SOCKET), kind=st.integers(0, 2**32 - 1))
def test_no_other_call_is_refused(number, kind):
    assert decide(INET, kind, number) == ALLOWED


@given(machine=st.integers(0, 2**32 - 1).filter(lambda machine: machine != X86_64))
def test_nor_is_one_of_another_machine_whose_numbers_mean_something_else(machine):
    assert decide(INET, DATAGRAM, SOCKET, machine) == ALLOWED


@pytest.mark.parametrize(("system", "machine"), [("darwin", "arm64"), ("win32", "AMD64"), ("linux", "riscv64")])
def test_where_there_is_no_such_filter_nothing_is_claimed(monkeypatch, system, machine):
    monkeypatch.setattr(datagrams.sys, "platform", system)
    monkeypatch.setattr(datagrams.os, "uname", lambda: SimpleNamespace(machine=machine))
    monkeypatch.setattr(datagrams, "_install", lambda _: pytest.fail("installed"))
    assert datagrams.refuse_datagrams() is False


def test_a_kernel_that_takes_no_filter_is_told_of(monkeypatch):
    def refuse(_):
        raise OSError(errno.EINVAL, "prctl")

    monkeypatch.setattr(datagrams, "_MACHINES", {os.uname().machine: (X86_64, SOCKET)})
    monkeypatch.setattr(datagrams, "_install", refuse)
    monkeypatch.setattr(datagrams, "are_refused", lambda: False)
    assert datagrams.refuse_datagrams() is False


def test_the_numbers_of_families_and_types_are_this_systems():
    assert (socket.AF_INET, socket.AF_INET6, socket.SOCK_DGRAM) == (INET, INET6, DATAGRAM)
