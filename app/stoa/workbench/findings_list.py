"""The findings of the left column: what the checks found, the means to run them, and to take their report away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stoa.check.score import score
from stoa.ui.button import Button
from stoa.ui.label import Label
from stoa.ui.row import Icon
from stoa.ui.tokens import ICON_SMALL, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stoa.miniapp.errors import Finding
    from stoa.ui.theme import Theme

_SHOWN_MAX = 40


class FindingsList(QWidget):
    """Shows findings; ``check_pressed`` asks for all checks, ``report_pressed`` for the report."""

    check_pressed = Signal()
    report_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addWidget(Label(theme, self.tr("Findings"), "heading"))
        self._score = Label(theme, "", "label")
        self._score.hide()
        column.addWidget(self._score)
        self._verdict = Label(theme, "", "meta", "muted", wrap=True)
        self._verdict.hide()
        column.addWidget(self._verdict)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_3)
        column.addLayout(self._rows)
        self.check = Button(theme, self.tr("Run checks"), "play")
        self.report = Button(theme, self.tr("Save report"), "download")
        self.check.clicked.connect(self.check_pressed)
        self.report.clicked.connect(self.report_pressed)
        column.addWidget(self.check)
        column.addWidget(self.report)
        self.set_running(None)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show a new list, and the score that it leaves."""
        self._score.setText(self.tr("Score {0} of 100").format(score(findings)))
        self._score.show()
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for finding in findings[:_SHOWN_MAX]:
            self._rows.addWidget(self._row(finding))
        if len(findings) > _SHOWN_MAX:
            more = self.tr("… and {0} more").format(len(findings) - _SHOWN_MAX)
            self._rows.addWidget(Label(self.theme, more, "meta", "muted"))

    def say(self, sentence: str, tone: str = "muted") -> None:
        """Show the verdict in a sentence."""
        self._verdict.setText(sentence)
        self._verdict.set_tone(tone)  # type: ignore[arg-type]
        self._verdict.setVisible(bool(sentence))

    def set_running(self, sentence: str | None, *, has_app: bool = False) -> None:
        """While the checks run, ``sentence`` says so, and none of them can be started again."""
        self.check.setEnabled(sentence is None and has_app)
        self.report.setEnabled(sentence is None and has_app)
        if sentence is not None:
            self.say(sentence)

    def _row(self, finding: Finding) -> QWidget:
        row = QWidget()
        row.setAccessibleName(f"{finding.severity}: {finding.sentence}")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_2)
        tone = "warm" if finding.severity == "error" else "muted"
        line.addWidget(Icon(self.theme, "alert", tone, size=ICON_SMALL), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(self.theme, begun_large(finding.sentence), "label", wrap=True))
        if finding.why:
            words.addWidget(Label(self.theme, begun_large(finding.why), "meta", "muted", wrap=True))
        if text := place_and_fix(finding):
            words.addWidget(Label(self.theme, text, "meta", "muted", wrap=True))
        line.addLayout(words, 1)
        return row


def place_and_fix(finding: Finding) -> str:
    """Where it is and what to change; of the whole folder there is no place to be named."""
    if finding.where == ".":
        return begun_large(finding.fix or "")
    return finding.where if finding.fix is None else f"{finding.where} · {finding.fix}"


def place_and_sentence(finding: Finding) -> str:
    """What is wrong and where, in a line."""
    return begun_large(finding.sentence) if finding.where == "." else f"{finding.where}: {finding.sentence}"


def begun_large(sentence: str) -> str:
    """A finding as the window writes sentences; on a terminal it stands behind a place and begins small.

    Names in code stay as they are.
    """
    word = sentence.partition(" ")[0].rstrip(",")
    return sentence[:1].upper() + sentence[1:] if word.isalpha() else sentence
