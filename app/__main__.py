"""Starts Stoa from a bare checkout: ``python app run``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from stoa.supervisor import main

if __name__ == "__main__":
    main()
