"""Starts Stoa from a bare checkout: ``python app run``."""

import os
import sys

# Not pathlib, which would stay in the supervisor's memory.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

from stoa.supervisor import main

if __name__ == "__main__":
    main()
