"""A network of its own for one engine, whose other side is this process: whatever leaves the machine is read here.

The sink is on this machine, where some walls are said to hold that do not hold farther away, and multicast goes to no
sink at all. ``python -m tests.hostile.far_network`` takes what ``bare_host`` takes, makes a network device (TUN) in a
network namespace that has nothing else, lets ``bare_host`` walk there, and adds its own lines ``road what``. Only root
may do that, on Linux.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import socket
import struct
import subprocess
import sys
import threading
import time

# For examples only (RFC 5737): nobody's.
FAR_AWAY = "198.51.100.7"
_HERE, _NETWORK_MASK = "10.9.8.7", "255.255.255.0"
_NEW_NETWORK = 0x40000000  # CLONE_NEWNET, linux/sched.h
# linux/if_tun.h, linux/sockios.h, linux/if.h
_SET_DEVICE, _TUN, _NO_HEADER = 0x400454CA, 0x0001, 0x1000
_ADD_ROUTE, _SET_FLAGS, _SET_ADDRESS, _SET_MASK = 0x890B, 0x8914, 0x8916, 0x891C
_UP, _MULTICAST = 0x1, 0x1000
_DEVICE = b"far"
_UDP, _MULTICAST_NAMES = 17, 5353
# After the last page: what an engine sends it sends at once.
_LINGER_SECONDS = 0.5


def is_possible() -> bool:
    """Whether this process may make such a network."""
    tried = subprocess.run([sys.executable, "-m", __name__, "--try"], capture_output=True, check=False)
    return tried.returncode == 0


def command() -> list[str]:
    """What walks there in the place of ``bare_host``."""
    return [sys.executable, "-m", __name__]


def road_of(packet: bytes, roads: dict[int, str]) -> tuple[str, str] | None:
    """Whose datagram this is, and what: by its port, or by the name it asks the network for. None for anything else.

    ``roads`` are names by port. A name that an engine announces is its own invention, and says only that it does.
    """
    if packet[0] >> 4 == 4:
        protocol, inner, to = packet[9], packet[4 * (packet[0] & 15) :], socket.inet_ntoa(packet[16:20])
    else:  # RFC 8200
        protocol, inner, to = packet[6], packet[40:], socket.inet_ntop(socket.AF_INET6, packet[24:40])
    if protocol != _UDP:
        return None
    port = int.from_bytes(inner[2:4])
    if port != _MULTICAST_NAMES:
        return (roads[port], f"datagram to {to}") if port in roads else None
    message = inner[8:]
    if message[2] & 0x80:
        return "mdns-announce", f"name told to {to}"
    name = message[13 : 13 + message[12]].decode("ascii", "replace")
    return name, f"name asked of {to}"


def main() -> int:
    """Walk, or only try whether it can be done."""
    if ctypes.CDLL(None, use_errno=True).unshare(_NEW_NETWORK) != 0:
        return 1
    try:
        device = _make_device()
    except OSError:
        return 1
    if "--try" in sys.argv:
        return 0
    given = sys.stdin.buffer.read()
    roads = {udp: road for road, (_, udp) in json.loads(given)["ports"].items()}
    threading.Thread(target=_listen, args=(device, roads), daemon=True).start()
    walked = subprocess.run([sys.executable, "-m", "tests.hostile.bare_host"], input=given, check=False)
    time.sleep(_LINGER_SECONDS)
    return walked.returncode


def _listen(device: int, roads: dict[int, str]) -> None:
    while packet := os.read(device, 65536):
        if (heard := road_of(packet, roads)) is not None:
            os.write(1, " ".join(heard).encode() + b"\n")


def _make_device() -> int:
    """The only way out of this namespace, and up. Raises OSError."""
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_CLOEXEC)
    fcntl.ioctl(device, _SET_DEVICE, struct.pack("16sH22x", _DEVICE, _TUN | _NO_HEADER))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        for number, address in ((_SET_ADDRESS, _HERE), (_SET_MASK, _NETWORK_MASK)):
            fcntl.ioctl(one, number, struct.pack("16s16s8x", _DEVICE, _address(address)))
        for name in (_DEVICE, b"lo"):
            fcntl.ioctl(one, _SET_FLAGS, struct.pack("16sH22x", name, _UP | _MULTICAST))
        name = ctypes.create_string_buffer(_DEVICE)
        everywhere = _address("0.0.0.0")
        route = struct.pack(
            "@L16s16s16sHhLPHhPLLH",
            0, everywhere, everywhere, everywhere, _UP, 0, 0, 0, 0, 0, ctypes.addressof(name), 0, 0, 0,
        )  # fmt: skip
        fcntl.ioctl(one, _ADD_ROUTE, route)
    return device


def _address(text: str) -> bytes:
    """struct sockaddr_in."""
    return struct.pack("=HH4s8x", socket.AF_INET, 0, socket.inet_aton(text))


if __name__ == "__main__":
    sys.exit(main())
