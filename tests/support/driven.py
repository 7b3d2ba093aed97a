"""Starts the program with a hand inside: ``python tests/support/driven.py PORT_FILE [arguments of the program]``."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]


def main() -> None:
    """Begin to serve, then start the program as its command line does."""
    port_file = Path(sys.argv[1])
    sys.argv = ["stoa", *sys.argv[2:]]
    from tests.support.hand import Hand

    from stoa.cli import main as stoa

    hand = Hand()
    hand.serve(port_file)
    stoa()


if __name__ == "__main__":
    main()
