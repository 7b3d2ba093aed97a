"""No datagram leaves the engine: on Linux the kernel refuses its threads the sockets for them.

WebRTC is the only part of the engine that sends datagrams to an address a page names, and neither requests nor the
proxy carry those. A filter on system calls (seccomp) is a thread's own and goes on to whatever that thread starts, so
the main thread puts it on before it starts the engine. Threads from before it stay as they are: the filter proxy, and
``stoa.engine.outside`` for other programs.
"""

from __future__ import annotations

import ctypes
import errno
import os
import socket
import sys
from contextlib import suppress

# The kernel's numbers: linux/prctl.h, linux/seccomp.h, linux/filter.h.
_NO_NEW_PRIVS = 38
_SET_SECCOMP = 22
_MODE_FILTER = 2
_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _ERROR = 0x7FFF0000, 0x00050000
# Where struct seccomp_data holds what is asked; of an argument the lower half, on little-endian machines.
_NUMBER_AT, _MACHINE_AT, _FAMILY_AT, _TYPE_AT = 0, 4, 16, 24
# What the kernel calls a machine (linux/audit.h), and the number of socket(2) there.
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
_INET, _INET6, _DATAGRAM = 2, 10, 2

Instruction = tuple[int, int, int, int]


def refuse_datagrams() -> bool:
    """Refuse this thread, and all it starts from now on, what ``program`` names. Cannot be undone.

    Call before the engine starts. True when the kernel does refuse; False on other systems and machines, and where the
    kernel has no filters. It may be called again.
    """
    if sys.platform != "linux" or (numbers := _MACHINES.get(os.uname().machine)) is None:
        return False
    if not are_refused():
        with suppress(OSError, AttributeError):
            _install(program(*numbers))
    return are_refused()


def are_refused() -> bool:
    """Whether this thread is refused a socket as the engine asks for it."""
    libc = ctypes.CDLL(None, use_errno=True)
    number = libc.socket(_INET, _DATAGRAM, 0)
    if number < 0:
        return ctypes.get_errno() == errno.EACCES
    socket.close(number)
    return False


def program(machine: int, socket_call: int) -> list[Instruction]:
    """The filter: each instruction as (code, steps to jump if true, if false, operand).

    It refuses (EACCES) sockets of IPv4 and IPv6 whose type is SOCK_DGRAM and nothing beside. That is how the engine
    asks for them. The C library's resolver and Python add flags (SOCK_CLOEXEC, SOCK_NONBLOCK), and may go on.
    """
    return [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_JUMP_EQUAL, 0, 8, machine),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_JUMP_EQUAL, 0, 6, socket_call),
        (_LOAD, 0, 0, _FAMILY_AT),
        (_JUMP_EQUAL, 1, 0, _INET),
        (_JUMP_EQUAL, 0, 3, _INET6),
        (_LOAD, 0, 0, _TYPE_AT),
        (_JUMP_EQUAL, 0, 1, _DATAGRAM),
        (_RETURN, 0, 0, _ERROR | errno.EACCES),
        (_RETURN, 0, 0, _ALLOW),
    ]


class _Instruction(ctypes.Structure):
    """struct sock_filter."""

    _fields_ = (
        ("code", ctypes.c_ushort),
        ("if_true", ctypes.c_ubyte),
        ("if_false", ctypes.c_ubyte),
        ("operand", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.POINTER(_Instruction)))


def _install(instructions: list[Instruction]) -> None:
    """Raises OSError where the kernel does not take it."""
    libc = ctypes.CDLL(None, use_errno=True)
    array = (_Instruction * len(instructions))(*(_Instruction(*one) for one in instructions))
    whole = _Program(len(instructions), array)
    # Whoever has no rights of its own may put a filter on only if nothing it starts can gain any.
    for option, value, pointer in ((_NO_NEW_PRIVS, 1, None), (_SET_SECCOMP, _MODE_FILTER, ctypes.pointer(whole))):
        if libc.prctl(option, ctypes.c_ulong(value), pointer, ctypes.c_ulong(0), ctypes.c_ulong(0)) != 0:
            raise OSError(ctypes.get_errno(), "prctl")
