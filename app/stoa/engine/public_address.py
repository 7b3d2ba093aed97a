"""Which IP addresses belong to the public network."""

from __future__ import annotations

import ipaddress

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
# Python calls these global, and they lead to this machine, its network, or nowhere that can be checked.
_ODD_IPV6 = (
    ipaddress.ip_network("::/96"),  # IPv4-compatible: ::127.0.0.1
    ipaddress.ip_network("64:ff9b:1::/48"),  # local-use translation (RFC 8215)
    ipaddress.ip_network("2001::/32"),  # Teredo carries an IPv4 address
    ipaddress.ip_network("fec0::/10"),  # site-local
)


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public network; mapped and translated IPv4 is looked at as IPv4.

    What is no address is not public.
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour
        if parsed in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None:
            parsed = inner
        elif any(parsed in network for network in _ODD_IPV6):
            return False
    return parsed.is_global and not parsed.is_multicast
