"""One engine for all tests of rooms, and a workshop for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.engine.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.logging import LogCapture  # type: ignore[attr-defined]


@pytest.fixture
def rooms(qapp: QApplication, tmp_path: Path) -> Iterator[Workshop]:
    """Opens real rooms, and ends them after the test."""
    workshop = Workshop(tmp_path)
    yield workshop
    workshop.close()
