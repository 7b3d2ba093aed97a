"""Starts the program with a hand inside: ``python tests/support/driven.py PORT_FILE [arguments of the program]``.

With ``--supervised`` before the file there is a supervisor in front of the program, as in a start by a person.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.support.hand import Hand

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]


def main() -> None:
    """Begin to serve, then start the program as its command line does."""
    supervised = sys.argv[1] == "--supervised"
    arguments = sys.argv[2:] if supervised else sys.argv[1:]
    port_file = Path(arguments[0])
    sys.argv = ["stoa", *arguments[1:]]
    if supervised:
        from stoa.supervisor import Patience, supervise

        # Each start of the program goes on below, and a new hand listens.
        if (code := supervise(Patience())) is not None:
            sys.exit(code)
    # As the command line does before it imports anything.
    from stoa.late_modules import STANDARD, postpone

    postpone(STANDARD)
    import stoa.wiring
    from stoa.command import main as stoa_command

    prepare = stoa.wiring.prepare_environment

    def prepared(**options: Any) -> None:
        prepare(**options)
        hands.append(hand(port_file))

    hands: list[Hand] = []
    stoa.wiring.prepare_environment = prepared
    stoa_command()


def hand(port_file: Path) -> Hand:
    """One that listens. Not before the program begins with Qt: until then it decides what is imported, and how."""
    from tests.support.hand import Hand

    made = Hand()
    made.serve(port_file)
    return made


if __name__ == "__main__":
    main()
