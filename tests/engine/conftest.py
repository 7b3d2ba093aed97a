"""One engine for all tests of rooms, and a workshop for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from tests.engine.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.engine


@pytest.fixture
def rooms(qapp: QApplication, qtlog, tmp_path: Path) -> Iterator[Workshop]:
    """Opens real rooms, and ends them after the test; a fault that was only written down fails it."""
    with capture_logs() as logs:
        workshop = Workshop(tmp_path)
        yield workshop
        workshop.close()
    assert [line for line in logs if line["log_level"] in {"error", "critical"}] == []
    assert [record.message for record in qtlog.records if "Release of profile" in record.message] == []


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rooms without the policy header: what stands behind it has to hold alone."""
    monkeypatch.setattr("stoa.engine.room.headers", lambda manifest, granted: {})
