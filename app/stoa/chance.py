"""Names and tokens that nobody can guess.

Python's ``secrets`` gives the same from the same source, and takes OpenSSL along: 4 ms of a start.
"""

from __future__ import annotations

from os import urandom


def token(size: int) -> str:
    """So many bytes of the system's own chance, as hexadecimal digits: twice as many."""
    return urandom(size).hex()
