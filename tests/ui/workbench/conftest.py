"""A page to put sheets over."""

from __future__ import annotations

import pytest


@pytest.fixture
def page(shown):
    from PySide6.QtWidgets import QWidget

    return shown(QWidget(), width=900, height=800)


@pytest.fixture
def opened(page):
    """Opens a sheet, with its answers in ``answers``."""

    def open_it(make):
        sheet = make(page)
        sheet.answers = []
        sheet.did_answer.connect(sheet.answers.append)
        sheet.open()
        return sheet

    return open_it
