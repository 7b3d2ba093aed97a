"""The program's own log: one line an event, key=value, on standard error; tracebacks as Python prints them."""

from __future__ import annotations

import logging
import sys
from functools import cache
from typing import Any

import structlog


class Log:
    """Writes events with their facts. Most starts have none: what writes them is read at the first."""

    def __init__(self, name: str) -> None:
        self._name = name

    def warning(self, event: str, **facts: Any) -> None:
        """Something that the program can do without, or does another way."""
        _written(self._name).warning(event, **facts)

    def exception(self, event: str, **facts: Any) -> None:
        """A mistake that was caught just now, with its traceback."""
        _written(self._name).exception(event, **facts)

    def error(self, event: str, **facts: Any) -> None:
        """A mistake of the program's own; ``exc_info`` is what was raised."""
        _written(self._name).error(event, **facts)


def _written(name: str) -> Any:
    _set_up()
    return structlog.get_logger(name)


@cache
def _set_up() -> None:
    if structlog.is_configured():
        return
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"], bool_as_flag=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
