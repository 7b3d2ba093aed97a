"""A thread from before the engine, whose datagrams are not refused: it starts what is to have no wall."""

from __future__ import annotations

import os

from stoa.engine.outside import Outside

OUTSIDE = Outside(os.environ)
